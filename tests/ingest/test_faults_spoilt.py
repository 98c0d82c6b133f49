"""Papers spoilt in ways that nobody chose: each is read or refused by name, within its limits."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest

from ingest.workers.exchange import Refused, Task, Understood
from ingest.workers.pool import Pool, reading_pool
from ingest.workers.process import Reading
from support.cases import outcome
from support.spoiling import SEEDS, spoilt

EACH = 25  # spoilt papers made of each sound one
SECONDS = 20  # for any of them
# An error of our own ("internal") is not among them, nor a crash, which no format here has caused.
CODES = {
    "read", "bomb", "corrupt", "empty", "encrypted", "no_text", "too_big", "too_many_pages",
    "type_mismatch", "unsupported", "needs_ocr", "ocr_low_confidence", "needs_libreoffice",
}  # fmt: skip


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with reading_pool(1, Reading(wall_seconds=60)) as pool:
        yield pool


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_sound_paper_is_read_before_it_is_spoilt(pool: Pool, name: str) -> None:
    assert outcome(pool.read(Task("/papers/paper"), SEEDS[name]())) == "read"


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_spoilt_paper_is_read_or_refused_by_name(pool: Pool, name: str) -> None:
    found: Counter[str] = Counter()
    for number in range(EACH):
        begun = time.monotonic()
        reply = pool.read(Task(f"/papers/{number}"), spoilt(name, number))
        found[outcome(reply)] += 1
        assert outcome(reply) in CODES, f"{name} {number}"
        assert time.monotonic() - begun < SECONDS, f"{name} {number}"
        if isinstance(reply, Refused):
            assert reply.message.endswith("."), f"{name} {number}"
        elif isinstance(reply, Understood):
            assert any(report.text.strip() for report in reply.reports), f"{name} {number}"
    assert found.total() == EACH


def test_a_spoilt_paper_is_always_the_same_one() -> None:
    assert spoilt("pdf", 7) == spoilt("pdf", 7)
    assert len({spoilt("pdf", number) for number in range(20)}) > 15
