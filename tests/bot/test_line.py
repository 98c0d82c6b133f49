"""A line is fair between people, has an end, and holds nobody up who only waits for Slack."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from bot.line import Bounds, Line, TooLong

ROOMY = Bounds(thinking=1, sending=1, waiting=100, each=100)


@dataclass(eq=False)
class Job:
    """A job that notes when each of its parts is done."""

    user: str
    name: str
    done: list[str]
    thinking: Callable[[], object] = bool
    sending: Callable[[], object] = bool
    says: bool = True

    def think(self) -> bool:
        self.thinking()
        self.done.append(self.name)
        return self.says

    def send(self) -> None:
        self.sending()
        self.done.append(f"{self.name} sent")


@dataclass
class Hall:
    """Lines that are ended with the test, and what was done in them."""

    done: list[str] = field(default_factory=list)
    lines: list[Line[Job]] = field(default_factory=list)

    def line(self, bounds: Bounds = ROOMY) -> Line[Job]:
        self.lines.append(Line("test", bounds))
        return self.lines[-1]

    def job(self, user: str, name: str = "", **more: Callable[[], object]) -> Job:
        return Job(user, name or user, self.done, **more)  # type: ignore[arg-type]


@pytest.fixture
def hall() -> Iterator[Hall]:
    hall = Hall()
    yield hall
    for line in hall.lines:
        line.shutdown(wait=False)


def test_whoever_waits_has_one_job_done_before_anybodys_second(hall: Hall) -> None:
    line, gate = hall.line(), threading.Event()
    line.join(hall.job("first", thinking=lambda: gate.wait(10)))
    for name in ("a1", "a2", "a3", "b1", "c1", "c2"):
        line.join(hall.job(name[0], name))
    gate.set()
    line.settle()
    thought = [name for name in hall.done if not name.endswith("sent")]
    assert thought == ["first", "a1", "b1", "c1", "a2", "c2", "a3"]


@pytest.mark.parametrize(
    ("before", "refused"),
    [
        (["a"], None),
        (["a", "a"], TooLong(3, own=True)),
        (["a", "b", "b", "c"], TooLong(5, own=False)),
        (["a", "a", "b", "c"], TooLong(3, own=True)),
    ],
)
def test_a_line_has_an_end_for_all_and_for_each(
    hall: Hall, before: list[str], refused: TooLong | None
) -> None:
    line, gate = hall.line(Bounds(thinking=1, sending=1, waiting=4, each=2)), threading.Event()
    started = threading.Event()
    line.join(hall.job("first", thinking=lambda: (started.set(), gate.wait(10))))
    assert started.wait(10)
    for user in before:
        assert line.join(hall.job(user)) is None
    assert line.waiting == len(before)
    assert line.join(hall.job("a", "last")) == refused
    gate.set()
    line.settle()
    assert ("last" in hall.done) == (refused is None)


def test_a_slow_slack_holds_up_no_thinking(hall: Hall) -> None:
    line, slack = hall.line(), threading.Event()
    thought = threading.Event()
    line.join(hall.job("a", sending=lambda: slack.wait(10)))
    line.join(hall.job("b", thinking=thought.set))
    assert thought.wait(10)
    assert "a sent" not in hall.done
    slack.set()
    assert line.settle(10)


def test_a_job_with_nothing_to_say_is_done_when_it_is_thought(hall: Hall) -> None:
    line = hall.line()
    line.join(hall.job("a", says=False))  # type: ignore[arg-type]
    assert line.settle(10)
    assert hall.done == ["a"]


def test_a_job_that_fails_in_spite_of_all_ends_no_thread(hall: Hall) -> None:
    def fail() -> None:
        raise ValueError("of no use to anybody")

    line = hall.line()
    line.join(hall.job("a", thinking=fail))
    line.join(hall.job("b", sending=fail))
    line.join(hall.job("c"))
    assert line.settle(10)
    assert hall.done == ["b", "c", "c sent"]


def test_what_is_not_done_in_time_can_be_looked_at(hall: Hall) -> None:
    line, gate = hall.line(), threading.Event()
    line.join(hall.job("a", thinking=lambda: gate.wait(10)))
    line.join(hall.job("b"))
    assert not line.settle(0.1)
    assert [job.user for job in line.unfinished] == ["a", "b"]
    gate.set()
    assert line.settle(10)
    assert line.unfinished == []
