// A bot made with Slack's own Node library, to judge the stand-in Slack by.
const { App, HTTPReceiver, LogLevel } = require("@slack/bolt");

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL, PORT } = process.env;
const plain = (text) => ({ type: "plain_text", text });
const button = (name) => ({ type: "button", action_id: name, text: plain(name), value: name });
const form = {
  type: "modal",
  callback_id: "form",
  notify_on_close: true,
  title: plain("Form"),
  submit: plain("Send"),
  blocks: [
    {
      type: "input",
      block_id: "why_block",
      label: plain("Why?"),
      element: { type: "plain_text_input", action_id: "why" },
    },
  ],
};

const app = new App({
  token: SLACK_BOT_TOKEN,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  ...(PORT
    ? { receiver: new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, endpoints: "/slack/events" }) }
    : { appToken: SLACK_APP_TOKEN, socketMode: true }),
});

app.event("app_mention", async ({ event, say }) => {
  await say({
    text: "heard",
    thread_ts: event.ts,
    blocks: [{ type: "actions", elements: [button("ask"), button("replace")] }],
  });
});
app.event("app_home_opened", async ({ event, client }) => {
  const section = { type: "section", text: { type: "mrkdwn", text: "heard" } };
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [section] } });
});
app.event("agent_session_stopped", async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.thread_ts, text: "stopped" });
});
app.command("/townclerk", async ({ ack, respond, command }) => {
  await ack();
  await respond(`heard ${command.text}`);
});
app.action("ask", async ({ ack, body, client }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: form });
});
app.action("replace", async ({ ack, respond }) => {
  await ack();
  await respond({ replace_original: true, text: "replaced" });
});
app.view("form", async ({ ack, body, view, client }) => {
  const why = view.state.values.why_block.why.value;
  await ack(why === "no" ? { response_action: "errors", errors: { why_block: "Say more." } } : undefined);
  if (why !== "no") await client.chat.postMessage({ channel: body.user.id, text: `heard ${why}` });
});
app.view({ callback_id: "form", type: "view_closed" }, async ({ ack, body, client }) => {
  await ack();
  await client.chat.postMessage({ channel: body.user.id, text: "closed" });
});
app.shortcut("ask_papers", async ({ ack, shortcut, client }) => {
  await ack();
  await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
});
app.shortcut("find_decisions", async ({ ack, shortcut, respond }) => {
  await ack();
  await respond(`heard ${shortcut.message.text}`);
});

app.start(...(PORT ? [Number(PORT)] : []));
