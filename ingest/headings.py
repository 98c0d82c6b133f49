"""Which lines are headings, which are signatures, and which are text."""

import re
from collections.abc import Sequence
from typing import Literal

from ingest import labels, lexicon
from ingest.lines import Line
from ingest.tables import Row

Shape = Literal["heading", "signature", "text"]  # a signature, or what stands below one

_VALUE = re.compile(r":\s*\S")
_REFERENCE = re.compile(r"\S*(?:[\d_@]|/\S*/)\S*")
_CAPTION = re.compile(r"(?:Table|Figure|Chart|Graph|Map|Plan) \d")
_SENTENCE_END = (".", ";", ",", "!", "…")


def shapes(parts: Sequence[Line | Row]) -> list[Shape]:
    """What each line is; rows are text."""
    found = [_shape_by_itself(part) for part in parts]
    for place, part in enumerate(parts):
        if isinstance(part, Line) and _signs(parts, place):
            found[place] = "signature"
    if sum(isinstance(part, Line) and part.level is not None for part in parts) >= 3:
        return found  # the format marks its headings: no need to guess
    return [_shape_among(parts, found, place) for place in range(len(parts))]


def words_of(line: Line) -> str:
    """A line's text without what may be its label."""
    if line.label:
        return line.text[len(line.label) :].lstrip()
    read = labels.readings(line.text)
    if not read:
        return line.text
    return line.text[labels.mark_length(line.text, read[0]) :].lstrip("-–—: ")


def _shape_by_itself(part: Line | Row) -> Shape:
    if isinstance(part, Row) or part.bullet or labels.bullet(part.text):
        return "text"
    words = words_of(part)
    if not any(letter.isalpha() for letter in words) or lexicon.is_outcome(words):
        return "text"
    by_format = part.level is not None and _could_be_marked(words)
    known = _in_capitals(part, words) or _is_known(part, words)
    return "heading" if by_format or known else "text"


def _could_be_marked(words: str) -> bool:
    """Whole numbered paragraphs are set in heading styles too, for the sake of their numbers."""
    many = len(words.split()) > 14
    return len(words) <= 200 and not (many and words.endswith((".", ";", ":")))


def _in_capitals(line: Line, words: str) -> bool:
    plain = words.replace("(s)", "")
    if plain != plain.upper() or len(plain) > 150 or plain.endswith(_SENTENCE_END):
        return False
    letters = sum(letter.isalpha() for letter in plain)
    return letters >= max(3, 2 * _figures(plain)) and not (
        "£" in plain
        or (words == line.text and _VALUE.search(plain))
        or _in_brackets(plain)
        or lexicon.is_front_line(plain)
        or _REFERENCE.fullmatch(plain)
    )


def _is_known(line: Line, words: str) -> bool:
    listed = labels.readings(line.text)[:1]
    in_a_list = any(not reading.numeric and reading.mark[-1] == ")" for reading in listed)
    # "Minutes of the meeting held on 3 May 2025" is an item if numbered, else the paper's subtitle.
    plain = words != line.text or _figures(words) <= 2
    return plain and not in_a_list and lexicon.is_known_heading(words)


def _figures(words: str) -> int:
    return sum(letter.isdigit() for letter in words)


def _in_brackets(words: str) -> bool:
    return words.startswith("(") and words.endswith(")")


def _signs(parts: Sequence[Line | Row], place: int) -> bool:
    """Whether a line is a name above a post, a post below a name, or both, near the end."""
    if place < len(parts) // 2:
        return False
    line, above, below = (_text_at(parts, place + step) for step in (0, -1, 1))
    if lexicon.is_name_and_post(line) or lexicon.closes(line):
        return True
    named = lexicon.is_name(line) and not lexicon.is_post(line) and lexicon.is_post(below)
    return named or (lexicon.is_post(line) and lexicon.is_name(above))


def _text_at(parts: Sequence[Line | Row], place: int) -> str:
    part = parts[place] if 0 <= place < len(parts) else None
    return part.text if isinstance(part, Line) else ""


def _shape_among(parts: Sequence[Line | Row], found: Sequence[Shape], place: int) -> Shape:
    """A short title without a full stop, standing alone before text, is a heading as well."""
    line = parts[place]
    if found[place] != "text" or isinstance(line, Row) or not _could_be_title(line):
        return found[place]
    above = found[place - 1] if place else "heading"
    if _is_value_of(_text_at(parts, place - 1)) and above != "heading":
        return "text"
    if line.gap and _is_papers_title(parts, found, place):
        return "heading"
    alone = line.gap and (above == "heading" or not _is_fragment(parts[place - 1]))
    if above == "heading" and labels.readings(line.text):
        return "text"  # "5. None" under its heading
    return "heading" if alone and _introduces(parts, found, place) else "text"


def _is_value_of(above: str) -> bool:
    """Whether the line above is a label whose value stands on the next, such as "Report of:"."""
    return above.endswith(":") and len(above) < 40


def _could_be_title(line: Line) -> bool:
    read = labels.readings(line.text)
    if line.bullet or labels.bullet(line.text) or (read and not read[0].numeric):
        return False
    words = words_of(line)
    each = words.split()
    if not words[:1].isupper() or len(words) > 80 or not 1 <= len(each) <= 10:
        return False
    value = words == line.text and ":" in words
    return not (value or _is_person(words) or _is_prose(words) or lexicon.is_front_line(words))


def _is_person(words: str) -> bool:
    return lexicon.is_titled(words) or lexicon.is_post(words) or lexicon.is_name_and_post(words)


def _is_prose(words: str) -> bool:
    """Dates, amounts and addresses are no titles; nor are sentences, stop or no stop."""
    ended = words.endswith((*_SENTENCE_END, ":", "-", "–", '"', "”"))
    if ended or lexicon.is_outcome(words) or lexicon.is_sentence(words):
        return True
    figures = _figures(words) > 2 or "@" in words or "£" in words
    return figures or bool(_REFERENCE.fullmatch(words))


def _is_fragment(part: Line | Row) -> bool:
    """Whether a line is one of a run of short ones, such as a list of names or an address."""
    return isinstance(part, Line) and len(part.text) < 60 and not part.text.endswith((".", ":"))


def _is_papers_title(parts: Sequence[Line | Row], found: Sequence[Shape], place: int) -> bool:
    """Whether a title stands between the lines of the front page and the first heading."""
    if place + 1 >= len(parts) or found[place + 1] != "heading" or "heading" in found[:place]:
        return False
    above = parts[place - 1] if place else None
    return not isinstance(above, Line) or _is_front(above.text)


def _is_front(text: str) -> bool:
    return lexicon.is_front_line(text) or ":" in text or any(c.isdigit() for c in text)


def _introduces(parts: Sequence[Line | Row], found: Sequence[Shape], place: int) -> bool:
    """Whether what follows is a paragraph or a list, rather than another short line."""
    if place + 1 >= len(parts):
        return False
    below = parts[place + 1]
    if isinstance(below, Row):
        return not labels.readings(_text_at(parts, place))
    if found[place + 1] != "text":
        return False
    own, next_own = labels.readings(_text_at(parts, place)), labels.readings(below.text)
    if own and next_own and own[0].series == next_own[0].series:
        return False
    if below.bullet or labels.bullet(below.text):
        return len(_text_at(parts, place).split()) <= 6
    captioned = _CAPTION.match(below.text) is not None
    return captioned or len(below.text) > 60 or below.text.endswith((".", ":")) or bool(next_own)
