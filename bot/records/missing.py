"""What is missing, as plain data: answers, minutes and papers, and what was of little use."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.records.record import DAYS_WITHOUT_WORDS, Kept, Record
from index.language import texts_of_words
from index.library import Library
from index.relating.minutes import MinutesGaps
from index.runs import RunItem
from index.wording import say_report


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that was not answered, in its newest words, and how often it was asked."""

    question: str
    status: str  # "related" if the papers at least speak of it
    times: int
    newest: date


@dataclass(frozen=True, slots=True)
class Useless:
    """A question, or a paper cited, and how many found the answers to be of no use, and why."""

    what: str
    not_useful: int
    useful: int
    reasons: dict[str, int]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """All that is known to be missing. Words of questions are there only where they are kept."""

    days: int  # that questions are looked back on
    words_are_kept: bool
    answers: dict[str, int]  # by status
    questions: tuple[Unanswered, ...]
    minutes: tuple[MinutesGaps, ...]
    failed: dict[str, int]  # papers by reason
    withheld: dict[str, int]
    useless_papers: tuple[Useless, ...]
    useless_answers: tuple[Useless, ...]


def what_is_missing(library: Library, record: Record | None, keep: int, today: date) -> Missing:
    """What is missing from a library; ``record`` is of the questions kept for ``keep`` days."""
    days = keep or DAYS_WITHOUT_WORDS
    kept = record.kept() if record else []
    items = library.catalogue.failures()
    return Missing(
        days=days,
        words_are_kept=bool(keep),
        answers=record.counts(today - timedelta(days=days)) if record else {},
        questions=tuple(_unanswered(kept)),
        minutes=library.minutes_gaps(today),
        failed=_reasons(items, "failed"),
        withheld=_reasons(items, "withheld"),
        useless_papers=tuple(_useless_papers(library, kept)),
        useless_answers=tuple(_useless_answers(kept)),
    )


def _unanswered(kept: Iterable[Kept]) -> list[Unanswered]:
    """The questions not answered, the most frequent first, then the newest."""
    same: dict[str, list[Kept]] = defaultdict(list)
    for one in kept:  # the newest first
        if one.words and one.status in ("related", "no_answer"):
            same[_key(one.words)].append(one)
    found = [
        Unanswered(ones[0].words or "", ones[0].status, len(ones), ones[0].day)
        for ones in same.values()
    ]
    return sorted(found, key=lambda one: (-one.times, -one.newest.toordinal(), one.question))


def _useless_papers(library: Library, kept: Iterable[Kept]) -> list[Useless]:
    """The papers held whose citing was found to be of no use."""
    citing: dict[str, list[Kept]] = defaultdict(list)
    for one in kept:
        for report_id in one.cited:
            citing[report_id].append(one)
    said = _said(library, citing)
    return _most([_useless(said[i], ones) for i, ones in citing.items() if i in said])


def _useless_answers(kept: Iterable[Kept]) -> list[Useless]:
    """The questions whose answers were found to be of no use."""
    same: dict[str, list[Kept]] = defaultdict(list)
    for one in kept:
        if one.words:
            same[_key(one.words)].append(one)
    return _most([_useless(ones[0].words or "", ones) for ones in same.values()])


def _useless(what: str, ones: Iterable[Kept]) -> Useless:
    votes = [vote for one in ones for vote in one.votes]
    not_useful = sum(not vote.useful for vote in votes)
    reasons = Counter(reason for vote in votes for reason in vote.reasons)
    remarks = tuple(vote.remark for vote in votes if vote.remark)
    return Useless(what, not_useful, len(votes) - not_useful, dict(reasons.most_common()), remarks)


def _most(found: Iterable[Useless]) -> list[Useless]:
    """Those of no use to anybody, the worst first."""
    worst = [one for one in found if one.not_useful]
    return sorted(worst, key=lambda one: (one.useful - one.not_useful, -one.not_useful, one.what))


def _said(library: Library, report_ids: Iterable[str]) -> dict[str, str]:
    """Those of the reports that are held, in words."""
    found = library.catalogue.facts(report_ids)
    return {report_id: say_report(facts) for report_id, facts in found.items()}


def _reasons(items: Iterable[RunItem], outcome: str) -> dict[str, int]:
    codes = Counter(item.code or "unknown" for item in items if item.outcome == outcome)
    return dict(codes.most_common())


def _key(words: str) -> str:
    """What is the same of two wordings that differ in case and marks alone."""
    return " ".join(texts_of_words(words.casefold()))
