"""A large made-up library to measure on: reports shuffled from the words of our own samples."""

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from index.records import Block, Decision, FrontPage, Report

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PARAGRAPHS = 12
BODIES = ("Cabinet", "Council", "Scrutiny Committee", "Planning Committee")


def reports(count: int, seed: int = 1) -> Iterator[Report]:
    """Reports of a dozen numbered paragraphs, always the same for the same seed."""
    chance = random.Random(seed)
    words = _words()
    for number in range(count):
        yield _report(number, words, chance)


def questions(count: int, seed: int = 2) -> list[str]:
    """Questions of three to six words, with their grammar words."""
    chance = random.Random(seed)
    words = [word for word in _words() if len(word) > 3]
    openings = ("who leads the", "what was decided on", "how much was the", "when will the", "the")
    return [
        f"{chance.choice(openings)} {' '.join(chance.choices(words, k=chance.randint(2, 4)))}"
        for _ in range(count)
    ]


def _words() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.txt")))
    return [word for text in texts for word in text.split() if word[0].isalnum()]


def _report(number: int, words: list[str], chance: random.Random) -> Report:
    title = " ".join(chance.choices(words, k=5)).title()
    texts = [title, *(f"{n}. {_sentence(words, chance)}" for n in range(1, PARAGRAPHS + 1))]
    blocks, start = [], 0
    for n, text in enumerate(texts):
        mark = 0 if n == 0 else len(f"{n}. ")
        kind = "heading" if n == 0 else "paragraph"
        label = str(n) if n else None
        blocks.append(Block(kind, text, start, start + len(text), mark, label, heading=title))
        start += len(text) + 1
    day = date(2000, 1, 1) + timedelta(days=chance.randrange(9000))
    last = blocks[-1]
    return Report(
        source=f"made-up/{number}.txt",
        sha256=hashlib.sha256(f"{number}".encode()).hexdigest(),
        kind="report",
        text="\n".join(texts),
        blocks=tuple(blocks),
        front=FrontPage(title, None, chance.choice(BODIES), day, "stated"),
        decisions=(Decision(last.text, "recommended", last.start, last.end, last.start),),
    )


def _sentence(words: list[str], chance: random.Random) -> str:
    return " ".join(chance.choices(words, k=chance.randint(40, 100))) + "."
