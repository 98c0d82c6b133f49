"""Many people asking in Slack at once: the real bot as a process, and a stand-in Slack beside it.

python -m tests.benchmarks.slack_load DATA < questions.json, with tests/ among Python's paths
"""

import asyncio
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from aiohttp import web

from support import block_kit
from support.bot_process import bot_running
from support.happenings import Delivery
from support.looking import Call
from support.slack import StandInSlack
from support.workspace import TEAM

QUESTIONS, PEOPLE, SECONDS = 200, 20, 10.0
_POSTED = ("chat.postMessage", "chat.postEphemeral")


@dataclass
class TimedSlack(StandInSlack):
    """A stand-in that notes when the bot posted in a thread."""

    late: float = 0.0  # seconds that it takes over every call
    posts: dict[str, list[float]] = field(default_factory=dict)

    async def _api(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self.late)
        return await super()._api(request)

    def _record(self, call: Call) -> None:
        if call.method in _POSTED:
            thread = str(call.args.get("thread_ts"))
            self.posts.setdefault(thread, []).append(time.monotonic())
        super()._record(call)


@dataclass(frozen=True)
class Load:
    """So many questions from so many people, evenly over so many seconds."""

    questions: int = QUESTIONS
    people: int = PEOPLE
    seconds: float = SECONDS
    http: bool = False
    late: float = 0.0


def load(data: Path, asked: Sequence[str], wanted: Load) -> dict[str, Any]:
    """Ask, and what came of it, in milliseconds; ``data`` is not changed."""
    people = [f"U0PERSON{number:02d}" for number in range(wanted.people)]
    with (
        _unchecked(),
        tempfile.TemporaryDirectory() as place,
        TimedSlack(late=wanted.late) as slack,
    ):
        folder = _beside(data, Path(place))
        slack.api.users |= {one: {"id": one, "team_id": TEAM, "name": one} for one in people}
        with bot_running(slack, folder, http=wanted.http) as bot:
            slack.direct_message(people[0], asked[0])  # as after any start
            slack.wait_for("chat.postMessage", timeout=60)
            before = _processor_seconds(bot.process.pid)
            times = _ask(slack, list(itertools.islice(itertools.cycle(asked), wanted.questions)),
                         people, wanted.seconds)  # fmt: skip
            used = _processor_seconds(bot.process.pid) - before
    return _told(slack, wanted, times) | {"bot_processor_seconds": round(used, 2)}


Asked = tuple[str, float, Delivery]


def _ask(
    slack: TimedSlack, questions: Sequence[str], people: Sequence[str], seconds: float
) -> list[Asked]:
    """Ask at even distances whether or not answers come, and wait for these; who waits for what."""
    began, each = time.monotonic(), seconds / len(questions)

    def ask(number: int) -> Asked:
        time.sleep(max(0.0, began + number * each - time.monotonic()))
        user, question, at = people[number % len(people)], questions[number], time.monotonic()
        say = slack.direct_message if number % 2 else slack.mention
        ts, delivery = say(user, question)
        return ts, at, delivery

    with ThreadPoolExecutor(2 * len(people)) as pool:
        asked = list(pool.map(ask, range(len(questions))))
    slack._wait(lambda: [ts for ts, *_ in asked if ts in slack.posts], len(asked), 60, "answers")
    return asked


def _told(slack: TimedSlack, wanted: Load, asked: Sequence[Asked]) -> dict[str, Any]:
    took = sorted(1000 * (slack.posts[ts][0] - at) for ts, at, _ in asked)
    texts = [call.args["text"] for call in slack.calls if call.method in _POSTED]
    return {
        "questions": wanted.questions,
        "people": wanted.people,
        "seconds": wanted.seconds,
        "answered": sum(ts in slack.posts for ts, *_ in asked),
        "posted_twice": sum(len(slack.posts[ts]) > 1 for ts, *_ in asked),
        "turned_away": sum("ask again" in text or "ask this one again" in text for text in texts),
        "delivered_again": sum(delivery.attempts > 1 for *_, delivery in asked),
        "ack_max_ms": round(max(1000 * delivery.seconds for *_, delivery in asked)),
        "event_to_post_p50_ms": round(took[len(took) // 2]),
        "event_to_post_p95_ms": round(took[int(len(took) * 0.95)]),
        "event_to_post_max_ms": round(took[-1]),
    }


@contextmanager
def _unchecked() -> Any:
    """A stand-in that does not check blocks: on two cores, that would slow the bot beside it."""
    with mock.patch.object(block_kit, "message_problems", return_value=[]):
        yield


def _beside(data: Path, place: Path) -> Path:
    """The same papers in a folder of their own, so that the bot's memory stays with the run."""
    folder = place / "data"
    folder.mkdir(mode=0o700)
    for file in data.iterdir():
        if not file.name.startswith("slack.db"):
            (folder / file.name).symlink_to(file.resolve())
    return folder


def _processor_seconds(process: int) -> float:
    """What a process has used so far."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():  # not Linux
        return 0.0
    fields = told.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def both(data: Path, asked: Sequence[str]) -> dict[str, Any]:
    """By Socket Mode, which is how most run it, and beside it by HTTP."""
    return {**load(data, asked, Load()), "http": load(data, asked, Load(http=True))}


if __name__ == "__main__":
    print(json.dumps(both(Path(sys.argv[1]), json.load(sys.stdin))))
