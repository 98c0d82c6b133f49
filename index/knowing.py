"""What is held, and what of it helps to read a question, kept until another ingest is published."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from index.catalogue import Catalogue
from index.question import Known, phrase_of
from index.question.spelling import Spelling
from index.runs import BodyCoverage, Status


@lru_cache(maxsize=4)
def coverage(catalogue: Catalogue, _generation: int) -> Status:
    """What is held, counted again after each publication."""
    return catalogue.status()


@lru_cache(maxsize=4)
def known(catalogue: Catalogue, spelling: Spelling, generation: int) -> Known:
    """The names, abbreviations and words held, read again whenever an ingest has published."""
    held = coverage(catalogue, generation).by_body
    councils = sorted({one.council for one in held if one.council})
    bodies = sorted({one.body for one in held if one.body})
    return Known(
        tuple(councils),
        tuple(bodies),
        _both_ways(frozenset(catalogue.meanings())),
        newest=_newest(held),
        spelling=spelling,
    )


@lru_cache(maxsize=2)  # few ingests bring another abbreviation
def _both_ways(
    meanings: frozenset[tuple[str, str]],
) -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Each abbreviation with what it stands for, and the other way round."""
    both_ways: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for short, long in {(phrase_of(a), phrase_of(b)) for a, b in meanings}:
        both_ways[short] = both_ways.get(short, frozenset()) | {long}
        both_ways[long] = both_ways.get(long, frozenset()) | {short}
    return both_ways


def _newest(held: Iterable[BodyCoverage]) -> dict[str, date]:
    """The day of each body's newest meeting."""
    newest: dict[str, date] = {}
    for one in held:
        if one.body and one.newest:
            newest[one.body] = max(one.newest, newest.get(one.body, one.newest))
    return newest
