"""The words of a question to search for, each with the other ways of saying it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from index.labels import label_word
from index.language import STOP_WORDS, Word, stem, stems, words
from index.question.asks import AUX, PREPOSITION
from index.question.joined import joined_in
from index.question.known import Known
from index.question.references import label_of, references_in
from index.question.vocabulary import soft_stems
from index.question.ways import Ways, ways_of
from index.question.when import is_of_time

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: its stem, and other phrases (as stems) that mean the same here.

    A soft term shapes the question and names no subject. A ``place`` is that of a council held:
    most of its papers have it in their titles. A ``reference``, such as "23/00145/PPP" or "minute
    36", is one term: its stem is that of a printed label, and the parts of it, side by side, are
    its only way.
    """

    asked: str
    stem: str
    soft: bool = False
    ways: frozenset[tuple[str, ...]] = frozenset()
    place: bool = False
    reference: bool = False


class Marked(NamedTuple):
    """Spans of a question that are read apart: cut out, soft, and names of councils' places.

    Soft are times, and "draft" of a paper: what it says of itself stands in its front page.
    """

    cut: tuple[Span, ...] = ()
    light: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()


def terms_of(text: str, known: Known, marked: Marked) -> Iterator[Term]:
    """The terms of a question, in order, each once. A misspelt word must be read aright before."""
    references = tuple(references_in(text))
    taken = (*marked.cut, *((one.start, one.end) for one in references))
    found = searched(text, taken)
    joined = [one for one in joined_in(text, known.spelling) if not is_in(one[0], taken)]
    said = zip(found, ways_of(text, found, known), strict=True)
    alone = [one for one in said if not _stands_in(one[0], joined)]
    terms = [
        (word.start, _term(word, text, marked, way | _also_spelt(word, known)))
        for word, way in (*alone, *joined)
    ]
    terms += [(one.start, _of_reference(one)) for one in references]
    seen: set[str] = set()
    for _, term in sorted(terms, key=lambda one: one[0]):
        if term.stem not in seen:
            seen.add(term.stem)
            yield term


def _stands_in(word: Word, joined: Iterable[tuple[Word, Ways]]) -> bool:
    return is_in(word, ((one.start, one.end) for one, _ in joined))


def searched(text: str, taken: Iterable[Span] = ()) -> list[Word]:
    """The words that are searched for, outside the spans that are taken; all, if none were left."""
    free = [word for word in words(text) if not is_in(word, taken) and _is_searched(word)]
    shouted = {*_shouted([*words(text)])}
    found = [word for word in free if word not in shouted] or free
    spoken = [*_spoken(text)]
    return [word for word in found if not is_in(word, spoken)] or found


def _shouted(said: Sequence[Word]) -> Iterator[Word]:
    """The words of grammar in a phrase all in capitals: "IT" is a name, in "RUN IT FROM" none."""
    for before, word, after in zip([None, *said], said, [*said[1:], None], strict=False):
        beside = (one.text for one in (before, after) if one)
        if word.text.casefold() in STOP_WORDS and any(map(_in_capitals, beside)):
            yield word


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def is_in(word: Word, spans: Iterable[Span]) -> bool:
    """Whether a word stands in any of some spans."""
    return any(start <= word.start < end for start, end in spans)


# "the council", said of ourselves, before or after what it does: it is in every paper.
_COUNCIL: Final = re.compile(
    r"\b(?:the|our|this) council(?=\W*$|[’'?,.;:)]"
    rf"|\s+(?:{AUX}|{PREPOSITION}|agree|decide|say|think|approve|support|take|get)\b)"
    r"|(?:(?<=\bdid )|(?<=\bhas )|(?<=\bhad )|(?<=\bwill )|(?<=\bdoes ))(?:the|our) council\b"
    r"(?! (?:tax|hous\w+|offices?|leader|officers?|members?)\b)",
    re.IGNORECASE,
)
# Courtesies, which no paper answers to.
_COURTESY: Final = re.compile(
    r"\b(?:us|pls|plz|thanks|thank you|thx|cheers|hi|hello|hey|okay|ok)\b", re.IGNORECASE
)


def _spoken(text: str) -> Iterator[Span]:
    for match in _COUNCIL.finditer(text):
        yield match.span()
    for match in _COURTESY.finditer(text):
        if not match.group().isupper():  # "US" is a name
            yield match.span()


# "wasn't", "can't", "they'll", "what's": grammar, as much as the words they shorten.
_SHORTENED = re.compile(r"(?P<whole>\w+?)(?:n['’]t|['’](?:s|re|ve|ll|d|m))", re.IGNORECASE)
_SHORT = STOP_WORDS | {"ca", "wo", "sha", "ai", "need", "let", "that", "there", "here"}


def _is_searched(word: Word) -> bool:
    # "IT" and "US" in capitals are names, not grammar.
    if _in_capitals(word.text) and word.text not in {"AND", "THE", "NOT"}:
        return True
    small = word.text.casefold()
    shortened = _SHORTENED.fullmatch(small)
    return small not in STOP_WORDS and not (shortened and shortened["whole"] in _SHORT)


# "Cllr Cook": a title says nothing beside a name.
_TITLES = frozenset("cllr cllrs councillor mr mrs ms miss dr rev insp inspector sgt sir pc".split())
_NAME_NEXT = re.compile(r"\.? [A-Z]")


def _term(word: Word, text: str, marked: Marked, ways: frozenset[tuple[str, ...]]) -> Term:
    small = word.text.casefold()
    is_title = small in _TITLES and _NAME_NEXT.match(text, word.end)
    root = stem(word.text)
    return Term(
        word.text,
        root,
        soft=bool(
            root in soft_stems() or is_title or is_of_time(word.text) or is_in(word, marked.light)
        ),
        ways=ways,
        place=is_in(word, marked.places),
    )


def _also_spelt(word: Word, known: Known) -> frozenset[tuple[str, ...]]:
    """The usual spelling of a word that the papers hold, but seldom: papers have slips too."""
    usual = known.spelling.also_spelt(word.text) if known.spelling else None
    return frozenset({(stem(usual),)}) if usual else frozenset()


def _of_reference(said: Word) -> Term:
    parts = tuple(stem(word.text) for word in words(said.text) if _is_searched(word))
    whole = Term(
        said.text, label_word(label_of(said.text)), ways=frozenset({parts}), reference=True
    )
    return whole if len(parts) > 1 else replace(whole, stem=stem(said.text), ways=frozenset())


def phrase_of(text: str) -> tuple[str, ...]:
    """A name or abbreviation as the stems it is looked up by."""
    return stems(text) or tuple(stem(word.text) for word in words(text))
