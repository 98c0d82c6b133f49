"""A question as we understand it: what kind, about which words, within which filters."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from index.language import STOP_WORDS, Word, stem, stems, words
from index.question.hints import Times, times_in
from index.question.kinds import kind_of
from index.question.names import is_name_of
from index.question.vocabulary import asking_stems, same_as, soft_stems
from index.question.when import Days, is_of_time
from index.records import Filters, QuestionKind

MOST_TERMS = 120  # of a text pasted whole; nobody else should have to wait for it
LONGEST_PHRASE = 6  # words; long forms of abbreviations are seldom longer


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: its stem, and other phrases (as stems) that mean the same here."""

    asked: str
    stem: str
    soft: bool = False
    ways: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue holds that helps to read a question."""

    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    abbreviations: Mapping[tuple[str, ...], frozenset[tuple[str, ...]]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked. ``terms`` hold every word that is searched for, in the asker's order.

    ``days`` are those it speaks of, if it names any: papers of then are looked at first.
    """

    text: str
    kind: QuestionKind
    terms: tuple[Term, ...]
    filters: Filters
    days: Days | None = None

    @property
    def names_subject(self) -> bool:
        """Whether any term names what the question is about."""
        return any(not term.soft for term in self.terms)

    @property
    def subject(self) -> tuple[Term, ...]:
        """The terms that name what the question is about.

        If none does, all but those that ask for a kind of value; failing those, all.
        """
        hard = tuple(term for term in self.terms if not term.soft)
        said = tuple(term for term in self.terms if term.stem not in asking_stems())
        return hard or said or self.terms


def understand(text: str, known: Known, today: date) -> Question:
    """Read a question. Its words are only ever words: never query syntax, SQL or mark-up."""
    plain = " ".join(text.split())
    kind = kind_of(plain)
    times = times_in(plain, kind, today)
    filters, rest = _filters_said(plain, kind, known, times)
    terms = tuple(islice(_terms(rest, known), MOST_TERMS))
    return Question(plain, kind, terms, filters, times.hint)


def _filters_said(text: str, kind: QuestionKind, known: Known, times: Times) -> tuple[Filters, str]:
    """The filters a question says in words, and the question without them."""
    since, until = times.limit or (None, None)
    text = text[: times.cut[0]] + " " + text[times.cut[1] :]
    body, text = _body_said(text, kind, known.bodies)
    council, text = _council_said(text, known.councils)
    return Filters(council=council, body=body, since=since, until=until), text


# The last word of a body's name. "Executive Cabinet" has one head, its last. "The council" alone
# is whoever we are, and no body.
_HEADS = r"cabinet|committee|sub-?committee|board|panel|forum|executive|commission"
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


def _body_said(text: str, kind: QuestionKind, bodies: Sequence[str]) -> tuple[str | None, str]:
    """A body named as the one that acted or met, and the question without it."""
    for head in _HEAD.finditer(text):
        start = _start_of_name(text, head, bodies)
        if start is None or (start == head.start() and _is_any(head.group())):
            start = _start_of_unheld(text, head) or start
        if start is None:
            continue
        before, after = text[:start], text[head.end() :]
        if _acts(before, after, kind):
            return text[start : head.end()], before + " " + after
    return None, text


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


def _council_said(text: str, councils: Sequence[str]) -> tuple[str | None, str]:
    """A council named in full or with "council" after its place, and the question without it."""
    for council in sorted(councils, key=len, reverse=True):
        place = re.escape(council.split()[0])
        for name in (re.escape(council), rf"{place}(?: \w+)? council"):
            if match := re.search(rf"\b{name}\b(?:['’]s)?", text, re.IGNORECASE):
                return council, text[: match.start()] + " " + text[match.end() :]
    return None, text


def _terms(text: str, known: Known) -> Iterator[Term]:
    """The words to search for, each once, with the other ways of saying it."""
    found = [word for word in words(text) if _is_searched(word)]
    roots = [stem(word.text) for word in found]
    ways = _ways(tuple(roots), known)
    seen: set[str] = set()
    for i, (word, root) in enumerate(zip(found, roots, strict=True)):
        if root in seen:
            continue
        seen.add(root)
        soft = root in soft_stems() or is_of_time(word.text)
        yield Term(word.text, root, soft=soft, ways=ways[i])


def _is_searched(word: Word) -> bool:
    # "IT" and "US" in capitals are names, not grammar.
    capitals = len(word.text) > 1 and word.text.isupper() and word.text not in {"AND", "THE", "NOT"}
    return capitals or word.text.casefold() not in STOP_WORDS


def _ways(roots: tuple[str, ...], known: Known) -> list[frozenset[tuple[str, ...]]]:
    """For each stem, the phrases that may stand for it or for a longer phrase it belongs to."""
    ways = [frozenset[tuple[str, ...]]() for _ in roots]
    for size in range(1, min(LONGEST_PHRASE, len(roots)) + 1):
        for at in range(len(roots) - size + 1):
            phrase = roots[at : at + size]
            others = same_as(phrase) | known.abbreviations.get(phrase, frozenset())
            for i in range(at, at + size):
                ways[i] |= others
    return ways


def phrase_of(text: str) -> tuple[str, ...]:
    """A name or abbreviation as the stems it is looked up by."""
    return stems(text) or tuple(stem(word.text) for word in words(text))
