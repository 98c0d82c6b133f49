"""Whether two files hold one paper: a PDF and a web page of it, a draft and what was approved."""

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import unquote

from index.records import FrontPage, ReportFacts
from index.relating.names import likeness, name_of, same_body, same_council, same_day
from index.relating.prints import RUN, words_in

ENOUGH = 30  # runs of words; a text of fewer says too little to be told by its words
SHARE = 0.7  # of the shorter minutes' runs that stand in the other's
# An annual meeting and an ordinary one are often held on one evening, and have half in common.
SHARE_OF_OTHER_SORT = 0.9
# Other papers of one day may be made from one form, and are one only if nearly all is the same.
SHARE_OF_FORMS = 0.95
SHORT = 60  # words; what is no longer may only point to the paper itself

Runs = frozenset[int]


@lru_cache(maxsize=256)
def runs_of(text: str) -> Runs:
    """A text's runs of words, as numbers that hold for this process."""
    words = words_in(text.casefold())
    return frozenset(run_of(words, n) for n in range(len(words) - RUN + 1))


def run_of(words: Sequence[str], n: int) -> int:
    """The run of words that begins with one."""
    return hash(tuple(words[n : n + RUN]))


def may_be_copies(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether two papers say the same of themselves, as far as they say it."""
    first, second = one.front, other.front
    if one.kind != other.kind or not same_day(first, second):
        return False
    if not (same_council(first, second) and same_body(first, second)):
        return False
    return one.kind == "minutes" or _one_matter(one, other)


def _one_matter(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether papers other than minutes, of which a meeting has many, have one title and number."""
    first, second = one.front, other.front
    titled = likeness(name_of(first.title or ""), name_of(second.title or ""))
    return titled == 1.0 and same_number(first, second)


def same_number(first: FrontPage, second: FrontPage) -> bool:
    """Whether two papers may be of one number, and both propose or neither does."""
    for name in ("reference", "item_number", "decision_number"):
        said = {getattr(first, name), getattr(second, name)} - {None}
        if len(said) > 1:
            return False
    return first.proposed == second.proposed


_SORT = re.compile(r"annual|agm\b|egm\b|extra-?ordinary|special|emergency", re.IGNORECASE)


def are_alike(one: ReportFacts, other: ReportFacts, texts: tuple[str, str]) -> bool:
    """Whether the texts of two papers are of one: most of the shorter stands in the other."""
    smaller, larger = sorted(map(runs_of, texts), key=len)
    if len(smaller) < ENOUGH:
        return False
    shared = len(smaller & larger)
    if one.kind != "minutes":
        return shared >= SHARE_OF_FORMS * len(larger)
    share = SHARE if _sort(one) == _sort(other) else SHARE_OF_OTHER_SORT
    return shared >= share * len(smaller)


def _sort(facts: ReportFacts) -> set[str]:
    """What sort of meeting the title says it was, where it was no ordinary one."""
    return {match.casefold() for match in _SORT.findall(facts.front.title or "")}


def is_short(text: str) -> bool:
    """Whether a text is so short that it may only point to the paper itself.

    >>> is_short("The minutes are linked below.")
    True
    """
    return len(text) < SHORT * 20 and len(words_in(text)) <= SHORT


def points_to(page: bytes, source: str) -> bool:
    """Whether a page, as published, names the file of another source.

    >>> points_to(b"file: /minutes/2008-07-08.pdf", "assets/minutes/2008-07-08.pdf")
    True
    """
    name = re.split(r"[/\\]", unquote(source).casefold().partition("#")[0])[-1]
    if "." not in name.strip("."):
        return False
    published = unquote(page.decode("utf-8", "replace")).casefold()
    return re.search(rf"(?<![\w.-]){re.escape(name)}(?!\.?[\w-])", published) is not None


Rank = tuple[bool, bool, bool, int, int, int, str]


def rank(facts: ReportFacts, decisions: int) -> Rank:
    """Orders the copies of one paper, the one to cite first: approved, full, and with its facts.

    One of a known day goes before those of none: it is found by its day too.
    """
    front = facts.front
    unsaid = [front.council, front.body].count(None)
    doublings = facts.chars.bit_length()
    undated = front.meeting_date is None
    return front.draft, undated, decisions == 0, -doublings, unsaid, -facts.chars, facts.report_id
