"""The limits that a question says in words: a body that acts or meets, a kind of paper."""

import re
from collections.abc import Sequence

from index.language import words
from index.question.names import Named, is_name_of
from index.records import QuestionKind, ReportKind

# The last word of a body's name. "Executive Cabinet" has one head, its last. "The council" alone
# is whoever we are, and no body.
# A chief executive is no body.
_HEADS = (
    r"cabinet|committee|sub-?committee|board|panel|forum|commission"
    r"|(?<!chief )(?<!account )(?<!sales )executive"
)
# Heads that alone name no one body: "did the licensing committee" is not any committee.
_ANY = frozenset("committee sub-committee subcommittee board panel forum commission".split())
# A cabinet member who decides alone is not the cabinet.
_HEAD = re.compile(
    rf"\b(?:full council|(?:{_HEADS})\b(?! (?:(?:{_HEADS})|members?)\b))", re.IGNORECASE
)
LONGEST_NAME = 6  # words before the head
# Where a body acts or meets, it limits the search: "did cabinet", "by the panel", "cabinet agreed".
_ACTS_BEFORE = re.compile(
    r"\b(did|has|have|had|was|were|by|at|from|before|to|of|does|do|will|that)( the| an?)?\s*$", re.I
)
_ACTS_AFTER = re.compile(
    r"^\W*(have |has |had )?(decid|agree|approv|resolv|endors|vot|not(e|ed)\b|recommend|reject"
    r"|refus|defer|consider|discuss|say|said|think|ask|minutes|decision|meeting)", re.I
)  # fmt: skip


def body_said(text: str, kind: QuestionKind, bodies: Sequence[str]) -> Named | None:
    """A body named as the one that acted or met."""
    for head in _HEAD.finditer(text):
        start = _start_of_name(text, head, bodies)
        if start is None or (start == head.start() and _is_any(head.group())):
            start = _start_of_unheld(text, head) or start
        if start is None:
            continue
        if _acts(text[:start], text[head.end() :], kind):
            return Named(text[start : head.end()], start, head.end())
    return None


def _is_any(head: str) -> bool:
    return head.casefold() in _ANY


# "did the allotments panel agree …": a body that plainly acts, though no paper of it is held.
_UNHELD = re.compile(r"\b(?:did|has|had|does|will|by)\s+(?:the\s+)?((?:[\w&-]+\s+){1,3})$", re.I)


def _start_of_unheld(text: str, head: re.Match[str]) -> int | None:
    match = _UNHELD.search(text[: head.start()])
    return match.start(1) if match and _ACTS_AFTER.search(text[head.end() :]) else None


def _acts(before: str, after: str, kind: QuestionKind) -> bool:
    """Whether a body acts or meets here, rather than being what is asked about."""
    if kind == "who":
        return bool(re.search(r"\b(by|at) (the )?$", before, re.IGNORECASE))
    return bool(_ACTS_BEFORE.search(before) or _ACTS_AFTER.search(after))


def _start_of_name(text: str, head: re.Match[str], bodies: Sequence[str]) -> int | None:
    """Where a known body's name begins, taking as many words before its head as belong to it."""
    offered = [*words(text[: head.start()])][-LONGEST_NAME:]
    starts = [word.start for word in offered if word.text.casefold() != "the"] + [head.start()]
    return next(
        (at for at in starts if any(is_name_of(text[at : head.end()], body) for body in bodies)),
        None,
    )


# --- Kinds of paper ---

_PAPERS: tuple[tuple[ReportKind, str], ...] = (
    ("minutes", r"minutes"),
    ("decision", r"decision (?:notice|record|sheet)s?|notices? of decisions?"),
    ("agenda", r"agendas?"),
    ("report", r"reports?|papers?"),
)
_BEFORE = r"\b(?:in|from|per|according to|what (?:do|did|does|is in|was in)|see) (?:\S+ ){0,5}?"
_LIMITING = tuple(
    (kind, re.compile(_BEFORE + rf"(?:{name})\b", re.IGNORECASE)) for kind, name in _PAPERS[:3]
)
_NAMED = tuple((kind, re.compile(rf"\b(?:{name})\b", re.IGNORECASE)) for kind, name in _PAPERS)
_DRAFT = re.compile(r"\bdraft (?:\w+ ){0,2}(?:minutes|reports?|papers?|agenda)\b", re.IGNORECASE)
# "the meeting minutes and …": ten minutes are no paper.
_TIMED = re.compile(r"\b(?:\d+|few|five|ten|fifteen|twenty|thirty) minutes\b", re.IGNORECASE)


def paper_limited_to(text: str) -> ReportKind | None:
    """The kind of paper to look in: "in the minutes", "the decision notice says"; seldom any.

    >>> paper_limited_to("what do the minutes say of bins"), paper_limited_to("a report on bins")
    ('minutes', None)
    """
    plain = _TIMED.sub(" ", text)
    return next((kind for kind, pattern in _LIMITING if pattern.search(plain)), None)


def paper_named(text: str) -> ReportKind | None:
    """The kind of paper that a text speaks of at all.

    >>> paper_named("who wrote the report on bins"), paper_named("a walk of ten minutes")
    ('report', None)
    """
    plain = _TIMED.sub(" ", text)
    return next((kind for kind, pattern in _NAMED if pattern.search(plain)), None)


def draft_said(text: str) -> Named | None:
    """The word "draft" where a text asks for a draft of a paper: "the draft minutes"."""
    match = _DRAFT.search(text)
    return Named("draft", match.start(), match.start() + len("draft")) if match else None
