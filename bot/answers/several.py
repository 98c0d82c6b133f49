"""Several questions in one message: each is offered by itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.frame import Frame
from bot.message import paragraph
from index.language import texts_of_words
from index.question.bare import is_bare
from index.records import Answer

NOTE = (
    "That is more than one question. I have looked for all of it at once; to ask each by itself, "
    "press it below."
)
_FEWEST = 3  # words of a question
_MOST = 5
_ONE = re.compile(r"[^?]+\?(?=\s|$)")
_BEFORE = re.compile(
    r"^(?:\s+|[•*-]|\d{1,2}[.)](?=\s)|(?:and|also|plus|then|(?:first|second|third)ly)\b[\s,:]*)+",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:he|her|him|his|it|its|she|that|their|them|there|these|they|this|those)\b", re.IGNORECASE
)


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a text that can each be asked by itself.

    >>> questions_in("Who leads on parking? And what was decided about bins? When was that?")
    ('Who leads on parking?', 'What was decided about bins?')
    """
    return tuple(dict.fromkeys(_alone(text)))[:_MOST]


def each_offered(answer: Answer, frame: Frame) -> tuple[Answer, Frame]:
    """An answer to several questions, with a word on that, and each of them suggested."""
    several = questions_in(frame.asked.text) if frame.asked else ()
    if len(several) < 2:
        return answer, frame
    spoken = "\n".join(part for part in (frame.spoken, NOTE) if part)
    noted = replace(frame, above=(*frame.above, paragraph(NOTE)), spoken=spoken)
    return replace(answer, suggestions=several), noted


def _alone(text: str) -> Iterator[str]:
    for found in _ONE.finditer(text):
        one = _BEFORE.sub("", found[0]).strip()
        is_long = len(texts_of_words(one)) >= _FEWEST
        if is_long and not _POINTING.search(one) and not is_bare(one):
            yield one[0].upper() + one[1:]
