"""Cases of bad papers: how each is made, and what is to become of it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ingest.workers.exchange import Refused, Reply, Task, Understood
from ingest.workers.pool import Pool

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """A paper with its number in the list of cases, and what comes of reading it."""

    number: str
    name: str
    make: Make
    expected: str  # a refusal's code, several with "or" between, or "read"
    holds: tuple[str, ...] = ()  # what stands in the paper as read
    lacks: tuple[str, ...] = ()  # what stands nowhere in what comes back
    warned: str = ""  # part of a warning
    called: str = "/papers/paper"
    seconds: float = 60


def each(cases: list[Case]) -> pytest.MarkDecorator:
    """One test for each case, named as it is."""
    ids = [f"{case.number}-{case.name}" for case in cases]
    return pytest.mark.parametrize("case", cases, ids=ids)


def outcome(reply: Reply) -> str:
    """What became of a paper, in one word."""
    return reply.code if isinstance(reply, Refused) else "read"


def prove(case: Case, pool: Pool) -> None:
    """Read the paper in a process of its own, and compare all that came of it."""
    reply = pool.read(Task(case.called), case.make())
    assert outcome(reply) in case.expected.split(" or ")
    said = str(reply)
    assert not [words for words in case.lacks if words in said]
    if isinstance(reply, Understood):
        text = "\n".join(report.text for report in reply.reports)
        assert text.strip()
        assert [words for words in case.holds if words in text] == list(case.holds)
        assert case.warned in " ".join(w for report in reply.reports for w in report.warnings)
    elif isinstance(reply, Refused):
        assert reply.message.endswith(".")
        assert not reply.stack
