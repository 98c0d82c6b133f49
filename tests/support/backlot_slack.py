"""A Slack whose messages are kept by backlot, an emulator of Slack's Web API by other people."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from support.bot_process import ROOT
from support.posted import check_message
from support.refusal import Refused
from support.waiting import PATIENCE
from support.web_api import WebApi
from support.workspace import channel

PYTHON = ROOT / ".venv-peers" / "bin" / "python"
KEEPS = ("chat.postMessage", "chat.update", "chat.delete", "conversations.replies")


@contextmanager
def backlot() -> Iterator[WebClient]:
    """A client of backlot, running; it is told twice over to report to nobody."""
    quiet = {"BACKLOT_TELEMETRY": "0", "DO_NOT_TRACK": "1"}
    script = Path(__file__).with_name("backlot_peer.py")
    with subprocess.Popen(
        [str(PYTHON), str(script)],
        env={**os.environ, **quiet},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdin
        try:
            told = json.loads(process.stdout.readline())
            yield WebClient(told["token"], base_url=told["url"])
        finally:
            process.stdin.close()  # at which it ends
            process.wait(PATIENCE)


@dataclass
class BacklotApi(WebApi):
    """The stand-in's Web API, with backlot keeping the messages of its one channel."""

    peer: WebClient = field(default_factory=WebClient)

    def __post_init__(self) -> None:
        super().__post_init__()
        (self.channel,) = [one["id"] for one in self.peer.conversations_list()["channels"]]
        self.posted.channels[self.channel] = channel(self.channel)

    def answer(self, method: str, args: dict[str, Any], token: str) -> dict[str, Any]:
        """What backlot gives where it keeps what is asked for, else what the stand-in gives."""
        if method not in KEEPS or args.get("channel") != self.channel:
            return super().answer(method, args, token)
        if method in ("chat.postMessage", "chat.update"):
            check_message(args)  # backlot keeps the text alone
        try:
            given = self.peer.api_call(method, params=said(args))
        except SlackApiError as error:
            raise Refused(error.response["error"]) from error
        return dict(given.data)


def said(args: dict[str, Any]) -> dict[str, Any]:
    """A call's arguments as fields of a form."""
    kept = {name: value for name, value in args.items() if name not in ("token", "blocks")}
    return {name: value for name, value in kept.items() if isinstance(value, str | int)}
