"""The Web API's client: patient with a Slack that stumbles, and never saying a thing twice."""

import time
from http.client import HTTPException
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient, WebhookResponse

from bot.slack.patience import Patience, Trouble, is_in_doubt
from bot.slack.sending import Unsure, code_of

SETTLED_AFTER = 1.0  # seconds after which what Slack took can be read back
POSTS = 3
_CLOCKS_DIFFER = 60.0  # by fewer seconds than this
_BAD_TOKEN = ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired")


class PatientClient(WebClient):
    """A client that tries again what does no harm twice, as `Patience` tells.

    Where Slack may have taken a post and did not say so, it is looked for in its conversation, and
    posted again only if it is not there. Where it cannot be looked for, `Unsure` is raised.
    """

    def __init__(self, token: str, base_url: str, trouble: Trouble) -> None:
        """``trouble`` is told the code of every failure."""
        super().__init__(token=token, base_url=base_url, retry_handlers=[Patience(trouble)])
        self._trouble = trouble
        self.token_refused: str | None = None  # Slack's code, while it refuses our token

    def api_call(self, api_method: str, **how: Any) -> SlackResponse:
        """Call a method; what fails is counted."""
        try:
            answer = super().api_call(api_method, **how)
        except SlackApiError as error:
            code = code_of(error)
            self._trouble(code)
            self.token_refused = code if code in _BAD_TOKEN else None
            raise
        except (SlackClientError, OSError, HTTPException, ValueError) as error:
            self._trouble(type(error).__name__)
            raise
        self.token_refused = None
        return answer

    def chat_postMessage(self, **message: Any) -> SlackResponse:  # noqa: N802 - Slack's name
        """Post a message once."""
        began = time.time()
        for _ in range(POSTS):
            try:
                return super().chat_postMessage(**message)
            except (SlackApiError, OSError, HTTPException, ValueError) as error:
                if not is_in_doubt(error):
                    raise
            time.sleep(SETTLED_AFTER)
            if taken := self._read_back(message, began - _CLOCKS_DIFFER):
                return taken
        raise Unsure

    def _read_back(self, message: dict[str, Any], since: float) -> SlackResponse | None:
        """Slack's answer as it would have been for a message that it took; None if it did not."""
        try:
            held = self._conversation(message, since)
        except (SlackClientError, OSError, HTTPException, ValueError) as error:
            raise Unsure from error
        wanted = _letters(message.get("text"))
        for one in held["messages"]:
            ours = one.get("bot_id") and float(one["ts"]) >= since
            if ours and _letters(one.get("text")) == wanted:
                said = {"ok": True, "channel": message["channel"], "ts": one["ts"], "message": one}
                return _answered(held, said)
        return None

    def _conversation(self, message: dict[str, Any], since: float) -> SlackResponse:
        channel, thread = message["channel"], message.get("thread_ts")
        if thread:
            return self.conversations_replies(
                channel=channel, ts=thread, oldest=f"{since:.6f}", limit=200
            )
        return self.conversations_history(channel=channel, oldest=f"{since:.6f}", limit=100)


class PatientRespond(Respond):
    """Posts to a response address, as patiently."""

    def __init__(self, plain: Respond, trouble: Trouble) -> None:
        """``plain`` is Bolt's own."""
        super().__init__(response_url=plain.response_url, proxy=plain.proxy, ssl=plain.ssl)
        self._trouble = trouble

    def __call__(self, text: str | dict[str, Any] = "", *args: Any, **more: Any) -> WebhookResponse:
        """Post; Slack's answer, which may be a refusal."""
        if self.response_url is None or args:
            return super().__call__(text, *args, **more)
        client = WebhookClient(
            self.response_url,
            proxy=self.proxy,
            ssl=self.ssl,
            retry_handlers=[Patience(self._trouble)],
        )
        answer = client.send_dict(text if isinstance(text, dict) else {"text": text, **more})
        if answer.status_code != 200:
            self._trouble(f"http_{answer.status_code}")
        return answer


def _letters(text: str | None) -> str:
    """What of a text Slack does not write in another way: its first letters and digits."""
    return "".join(filter(str.isalnum, text or ""))[:200]


def _answered(held: SlackResponse, data: dict[str, Any]) -> SlackResponse:
    return SlackResponse(
        client=None,
        http_verb=held.http_verb,
        api_url=held.api_url,
        req_args={},
        data=data,
        headers={},
        status_code=200,
    )
