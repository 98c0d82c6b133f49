"""What a question says besides its subject, and an answer to it must say too."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from index.answer.inquiry import Inquiry, Texts
from index.language import stem, words
from index.retrieval.matching import holds_phrase, stemmed

# A total is no part, and an average no total.
_QUALIFIERS: Final = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "total totals altogether overall combined sum aggregate",
        "average mean typical median",
        "maximum most highest upper limit cap",
        "minimum least lowest",
        "net",
        "gross",
    )
)
_SELDOM: Final = frozenset(stem(word) for word in ("most", "least", "sum", "limit", "cap", "mean"))


def are_met(inquiry: Inquiry, said: Texts) -> bool:
    """Whether texts say every name, period and qualifier that a question does."""
    texts, asked = [text for _, text in said if text], inquiry.question.text
    return (
        all(_is_named(name, texts) for name in _names(asked))
        and _are_qualified(asked, texts)
        and (inquiry.question.kind != "how_much" or _are_of_years(asked, texts))
    )


# "Local Plan", "Mill Lane"; not the first word of a question, nor a title before a name.
_NAME = re.compile(r"(?<!^)(?<![.?!:] )\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")


def _names(asked: str) -> Iterator[tuple[str, ...]]:
    for match in _NAME.finditer(asked):
        yield tuple(stem(word.text) for word in words(match.group()))


def _is_named(name: tuple[str, ...], texts: Iterable[str]) -> bool:
    """Whether some text says a name as one, or its initials, or none says all of its words."""
    initials = "".join(part[0] for part in name)
    held = [stemmed(text) for text in texts]
    return any(holds_phrase(one, name) or initials in one for one in held) or not all(
        any(part in one for one in held) for part in name
    )


def _are_qualified(asked: str, texts: Iterable[str]) -> bool:
    wanted = {stem(word.text) for word in words(asked)} - _SELDOM
    said = {stem(word.text) for text in texts for word in words(text)}
    return all(group & said for group in _QUALIFIERS if group & wanted)


# A municipal year: "2021/22".
_YEAR = re.compile(r"\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b")


def _are_of_years(asked: str, texts: Iterable[str]) -> bool:
    """Whether texts say every municipal year asked about: figures of another look the same."""
    said = " ".join(texts)
    return all(
        re.search(rf"\b(?:{first}|{first[2:]})\s?[/–-]\s?(?:20)?{last}\b", said)
        for first, last in _YEAR.findall(asked)
    )
