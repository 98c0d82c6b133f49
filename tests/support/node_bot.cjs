// A bot made with Slack's own Node library, to judge the stand-in Slack by.
const { App, LogLevel } = require("@slack/bolt");

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  appToken: process.env.SLACK_APP_TOKEN,
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

app.event("app_mention", async ({ event, say }) => {
  await say({ text: "heard", thread_ts: event.ts });
});
app.command("/townclerk", async ({ ack, respond, command }) => {
  await ack();
  await respond(`heard ${command.text}`);
});
app.event("app_home_opened", async ({ event, client }) => {
  const section = { type: "section", text: { type: "mrkdwn", text: "heard" } };
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [section] } });
});

app.start();
