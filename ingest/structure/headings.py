"""Which lines are headings, which are signatures, and which are text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from ingest.frontpage import field_names
from ingest.sections import item_in
from ingest.structure import labels, lexicon
from ingest.structure.lines import Line
from ingest.structure.tables import Row

Shape = Literal["heading", "signature", "text"]  # a signature, or what stands below one

_VALUE = re.compile(r":\s*\S")
_REFERENCE = re.compile(r"\S*(?:[\d_@]|/\S*/)\S*")
_CAPTION = re.compile(r"(?:Table|Figure|Chart|Graph|Map|Plan) \d")
_INITIALS = re.compile(r"[A-Z]{1,2}|[A-Z]{2}[a-z]|[B-DF-HJ-NP-TV-Z]{3}")
_YEAR_OR_CASE = re.compile(r"\b(?:(?:19|20)\d\d(?:[/-]\d\d)?|\d\d/\d+/[A-Z]+)(?!\w)")
_DAY = re.compile(
    r"(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?\d{1,2} ?(?:st|nd|rd|th)?"
    r"(?: day of)? [a-z]+,? \d{4}\b.{0,20}"
)
_SENTENCE_END = (".", ";", ",", "!", "…")


def shapes(parts: Sequence[Line | Row], *, marked: bool = False) -> list[Shape]:
    """What each line is; rows are text. ``marked`` formats say themselves what their headings are.

    Where a paper makes use of that, titles are guessed only from their numbers.
    """
    found = [_shape_by_itself(part) for part in parts]
    for place, part in enumerate(parts):
        if isinstance(part, Line) and _signs(parts, place):
            found[place] = "signature"
    levels = sum(isinstance(part, Line) and part.level is not None for part in parts)
    only_numbered = marked and levels >= 3
    for place, part in enumerate(parts):
        if found[place] == "text" and isinstance(part, Line):
            found[place] = _shape_among(parts, found, place, only_numbered)
    return _with_items(parts, _like_their_siblings(parts, found))


def _with_items(parts: Sequence[Line | Row], found: list[Shape]) -> list[Shape]:
    """Where a paper is about several items, "Item 6: Bus shelters" is the heading of each.

    One such line alone says where on an agenda the paper itself stands.
    """
    lines = {n: part.text for n, part in enumerate(parts) if isinstance(part, Line)}
    numbers = {place: item_in(text) for place, text in lines.items()}
    if len({*numbers.values()} - {None}) > 1:
        for place in filter(numbers.get, numbers):
            found[place] = "heading"
    return found


def as_marked(parts: Sequence[Line | Row]) -> list[Shape]:
    """Exactly the headings that the source itself has, whatever they say: nothing is guessed."""
    levels = (part.level if isinstance(part, Line) else None for part in parts)
    return ["text" if level is None else "heading" for level in levels]


def _like_their_siblings(parts: Sequence[Line | Row], found: list[Shape]) -> list[Shape]:
    """Where half a series of numbers are headings, as in minutes, so are all that may be."""
    read = {n: labels.readings(p.text) for n, p in enumerate(parts) if isinstance(p, Line)}
    series = {n: readings[0].series for n, readings in read.items() if readings}
    numbered = Counter(series.values())
    heading = Counter(name for n, name in series.items() if found[n] == "heading")
    for place, name in series.items():
        line = parts[place]
        most = heading[name] >= 2 and 2 * heading[name] >= numbered[name]
        if most and found[place] == "text" and isinstance(line, Line):
            found[place] = "heading" if _could_be_title(line, line.text) else "text"
    return found


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
    if words == part.text and (lexicon.is_front_line(words) or _is_fact(words)):
        return "text"
    by_format = part.level is not None and _could_be_marked(words)
    known = _in_capitals(part, words) or _is_known(part, words)
    return "heading" if by_format or known else "text"


def _is_fact(words: str) -> bool:
    """Whether words are a label of the front page with its value, such as "Ward: All"."""
    label, colon, value = words.partition(":")
    return bool(colon and value.strip()) and field_names.fact_of(label) is not None


def _could_be_marked(words: str) -> bool:
    """Numbered paragraphs are set in heading styles too, and names and captions in bold type."""
    if len(words) > 200 or words[0].islower() or "@" in words:
        return False
    if _CAPTION.match(words) or _DAY.fullmatch(words):
        return False
    if len(words.split()) > 14 and words.endswith((".", ";", ":")):
        return False
    return not (lexicon.is_name_and_post(words) or _is_initials(words))


def _is_initials(words: str) -> bool:
    """Whether words are only the initials of those who are to act, as minutes have at the side."""
    return all(_INITIALS.fullmatch(word) for word in re.split(r"[\s/&,+]+", words))


def _in_capitals(line: Line, words: str) -> bool:
    plain = words.replace("(s)", "")
    if plain != plain.upper() or len(plain) > 150 or plain.endswith(_SENTENCE_END):
        return False
    letters = sum(letter.isalpha() for letter in plain)
    if letters < max(3, 2 * _figures(plain)) or (words == line.text and _is_initials(plain)):
        return False
    value = words == line.text and _VALUE.search(plain)
    return not (value or "£" in plain or _in_brackets(plain) or _REFERENCE.fullmatch(plain))


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


def _shape_among(
    parts: Sequence[Line | Row], found: Sequence[Shape], place: int, only_numbered: bool
) -> Shape:
    """A short title without a full stop, standing alone before text, is a heading as well."""
    line = parts[place]
    if not isinstance(line, Line):
        return "text"
    numbered = bool(labels.readings(line.text))
    if numbered and _heads_its_number(parts, place):
        return "heading" if _could_be_title(line, line.text.rstrip(" :")) else "text"
    if not _could_be_title(line, line.text) or (only_numbered and not numbered):
        return "text"
    title = line.gap and _is_papers_title(parts, found, place)
    return "heading" if title or _stands_alone(parts, found, place, numbered) else "text"


def _stands_alone(
    parts: Sequence[Line | Row], found: Sequence[Shape], place: int, numbered: bool
) -> bool:
    line = parts[place]
    above = found[place - 1] if place else "heading"
    if not isinstance(line, Line) or not line.gap:
        return False
    if above == "heading":
        # "5. None" is what stands under its heading, not a heading.
        return not numbered and (
            _is_papers_title(parts, found, place) or _introduces(parts, found, place)
        )
    if _is_value_of(_text_at(parts, place - 1)):
        return False
    if _is_papers_title(parts, found, place):
        return True
    return not _is_fragment(parts[place - 1]) and _introduces(parts, found, place)


def _heads_its_number(parts: Sequence[Line | Row], place: int) -> bool:
    """Whether a numbered title stands above the first number within its own: 12 above 12.1."""
    own = labels.readings(_text_at(parts, place))[0].parts
    own = own[:-1] if len(own) > 1 and own[-1] == 0 else own
    below = labels.readings(_text_at(parts, place + 1))[:1]
    return any(reading.parts == (*own, 1) for reading in below)


def _is_value_of(above: str) -> bool:
    """Whether the line above is a label whose value stands on the next, such as "Report of:"."""
    return above.endswith(":") and len(above) < 40


def _could_be_title(line: Line, text: str) -> bool:
    read = labels.readings(text)
    if line.bullet or labels.bullet(text) or (read and not read[0].numeric):
        return False
    words = words_of(replace(line, text=text))
    if not words[:1].isupper() or len(words) > 80 or len(words.split()) > 10:
        return False
    if words == text and (":" in words or lexicon.is_front_line(words)):
        return False
    return not (_is_person(words) or _is_prose(words) or _CAPTION.match(words))


def _is_person(words: str) -> bool:
    known = lexicon.is_titled(words) or lexicon.is_post(words) or lexicon.is_name_and_post(words)
    return known or _is_initials(words)


def _is_prose(words: str) -> bool:
    """Dates, amounts and addresses are no titles; nor are sentences, stop or no stop."""
    ended = words.endswith((*_SENTENCE_END, ":", "-", "–", '"', "”"))
    if ended or lexicon.is_outcome(words) or lexicon.is_sentence(words):
        return True
    figures = _figures(_YEAR_OR_CASE.sub("", words)) > 2 or "@" in words or "£" in words
    return figures or bool(_REFERENCE.fullmatch(words) or _DAY.fullmatch(words))


def _is_fragment(part: Line | Row) -> bool:
    """Whether a line is one of a run of short ones, such as a list of names or an address."""
    return isinstance(part, Line) and len(part.text) < 60 and not part.text.endswith((".", ":"))


def _is_papers_title(parts: Sequence[Line | Row], found: Sequence[Shape], place: int) -> bool:
    """Whether a title stands between the lines of the front page and the first heading."""
    following = place + 1 < len(parts) and found[place + 1] == "heading"
    if not following or found.index("heading") <= place:
        return False
    above = parts[place - 1] if place else None
    front = not isinstance(above, Line) or _is_front(above.text)
    return front and not _is_value_of(_text_at(parts, place - 1))


def _is_front(text: str) -> bool:
    return lexicon.is_front_line(text) or ":" in text or any(c.isdigit() for c in text)


def _introduces(parts: Sequence[Line | Row], found: Sequence[Shape], place: int) -> bool:
    """Whether what follows is a paragraph or a list, rather than another short line."""
    if place + 1 >= len(parts):
        return False
    below = parts[place + 1]
    if isinstance(below, Row):
        return True
    if found[place + 1] != "text":
        return False
    own, next_own = labels.readings(_text_at(parts, place)), labels.readings(below.text)
    if own and next_own and own[0].series == next_own[0].series:
        return False
    if below.bullet or labels.bullet(below.text):
        return len(_text_at(parts, place).split()) <= 6
    captioned = _CAPTION.match(below.text) is not None
    return captioned or len(below.text) > 60 or below.text.endswith((".", ":")) or bool(next_own)
