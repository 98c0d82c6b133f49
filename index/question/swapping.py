"""Like for like: "and for payroll?" puts payroll where the question before has what is like it.

A time takes the place of the time, a council of the council, a body of the body, and a person of
the person. Other words take the place of what stands after the same preposition, or shares a word
with them ("band C" of "band D"), or is a name where they are; failing these, of the last thing that
is asked about. Where two would do as well, nothing is swapped.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from index.language import stem, words
from index.question.asks import PREPOSITION
from index.question.bare import YEAR_BESIDE
from index.question.forms import MONTHS
from index.question.known import Known
from index.question.names import council_named, is_name_of, places_in
from index.question.parts import Part, parts_of, subject_of

# What leads to the matter asked about, rather than to where, when or by whom.
_TOPICAL: Final = ("", "about", "on", "for", "of", "regarding", "re", "concerning")
_BELONGING: Final = ("with", "between")  # leads to what belongs to the matter
_TITLED: Final = re.compile(
    r"\b(?i:cllr|councillor|mr|mrs|ms|miss|dr|rev|lord|lady|sir)s?\b\.? [A-Z]"
)


@dataclass(frozen=True, slots=True)
class Swapping:
    """What is known for reading a question and its fragment."""

    known: Known
    today: date

    def swapped(self, frame: str, fragment: str) -> str | None:
        """A question with its parts swapped for those of a fragment; None if that is not clear."""
        if role := _ROLE.fullmatch(fragment):
            return _with_role(frame, role["role"])
        leads = {part.lead for part in parts_of(frame, self.known, self.today)}
        read: str | None = frame
        for new in _joined(fragment, self._parts(fragment), leads):
            read = self._with(read, new) if read else None
        return read

    def _parts(self, fragment: str) -> list[Part]:
        """The parts of a fragment: a body's name is one by itself."""
        match = _NAME_ALONE.fullmatch(fragment)
        if match and any(is_name_of(match["name"], body) for body in self.known.bodies):
            name = "full council" if match["name"].casefold() == "council" else match["name"]
            return [Part(name, 0, 0, (match["lead"] or "").strip().lower(), "body")]
        if YEAR_BESIDE.fullmatch(fragment):
            return [Part(fragment, 0, len(fragment), sort="time")]
        found = parts_of(fragment, self.known, self.today)
        return found or [_led(fragment)]

    def _with(self, frame: str, new: Part) -> str | None:
        parts = parts_of(frame, self.known, self.today)
        if new.sort == "words":
            return _with_words(frame, subject_of(frame, self.known, self.today), new)
        like = [part for part in parts if part.sort == new.sort]
        if new.sort == "council":
            like = self._councils(frame)
        if len({part.text.casefold() for part in like}) > 1:
            return None
        if YEAR_BESIDE.fullmatch(new.text) and not any(_YEAR.search(one.text) for one in like):
            return None
        if new.sort == "time" and like:
            return _put(frame, like[0], replace(new, text=_with_year(new.text, like[0].text)))
        return _put(frame, like[0], new) if like else _appended(frame, new)

    def _councils(self, frame: str) -> list[Part]:
        """The councils of a question, each by the longest words that name it."""
        whole = council_named(frame, self.known.councils)
        named = [*([whole] if whole else []), *places_in(frame, self.known.councils)]
        found: list[Part] = []
        for one in sorted(named, key=lambda one: one.start - one.end):
            if not any(part.start < one.end and one.start < part.end for part in found):
                found.append(Part(frame[one.start : one.end], one.start, one.end, "", "council"))
        return [replace(part, end=part.end - _possessive(part.text)) for part in found]


def _joined(fragment: str, news: Sequence[Part], leads: set[str]) -> Iterator[Part]:
    """New parts, each of which has its like: "the former bank at 14 Market Place" may be one."""
    before: Part | None = None
    for new in news:
        if before and before.sort == new.sort == "words" and new.lead not in leads:
            before = replace(before, text=fragment[before.start : new.end], end=new.end)
            continue
        if before:
            yield before
        before = new
    if before:
        yield before


def _led(fragment: str) -> Part:
    """A fragment of which no part is known, with its preposition apart."""
    match = _LED.match(fragment)
    lead = match[1].lower() if match else ""
    return Part(fragment[match.end() :] if match else fragment, 0, len(fragment), lead)


_LED: Final = re.compile(rf"({PREPOSITION})\s+(?=\w)", re.IGNORECASE)


# "The vice chair": of the body or matter whose chair was asked for.
_POST = r"(?:chair\w*|convener|leader|lead officer|portfolio holder|clerk|secretary|treasurer)"
_ROLE: Final = re.compile(
    rf"(?:the |its |their )?(?P<role>(?:vice|deputy)(?:[ -]{_POST})?|{_POST})", re.IGNORECASE
)
_ROLE_ASKED: Final = re.compile(
    rf"\b(?P<verb>who (?:chairs|leads|heads|runs))\b|\bthe (?P<post>{_POST})(?= (?:of|for|on)\b)",
    re.IGNORECASE,
)


def _with_role(frame: str, role: str) -> str | None:
    """A question for another post of the same body or matter; None if it asks for no post."""
    asked = _ROLE_ASKED.search(frame)
    if not asked:
        return None
    if asked["verb"]:
        return f"{frame[: asked.start()]}who is the {role} of{frame[asked.end() :]}"
    post = f" {asked['post']}" if role.lower() in ("vice", "deputy") else ""
    return f"{frame[: asked.start()]}the {role}{post}{frame[asked.end() :]}"


_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)(?:([/–-])(\d{2}))?(?![\d/])")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})$", re.IGNORECASE)


def _with_year(new: str, old: str) -> str:
    """A time with the year that the time before it names: "in June" after "in May 2019"."""
    year = _YEAR.search(old)
    if not year:
        return new
    if YEAR_BESIDE.fullmatch(new):
        step = 1 if re.search("following|next|after", new, re.IGNORECASE) else -1
        last = f"{year[2]}{(int(year[3]) + step) % 100:02}" if year[2] else ""
        return f"{int(year[1]) + step}{last}"
    return f"{new} {year[1]}" if _MONTH.search(new) and not year[2] else new


def _possessive(text: str) -> int:
    """How many letters make a name possessive: two of "Marrowby's"."""
    return len(text) - len(re.sub(r"['’]s?$", "", text))


# "at the Planning Committee", "council": nothing but what a body is called.
_NAME_ALONE: Final = re.compile(
    r"(?P<lead>(?:at|by|for|from|to)\s+)?(?:the\s+)?"
    r"(?P<name>(?:[\w&-]+\s+){0,5}(?:cabinet|committee|board|panel|forum|executive|council))",
    re.IGNORECASE,
)


def _with_words(frame: str, parts: Sequence[Part], new: Part) -> str | None:
    """A question with words swapped for new ones, or with these added where it has none."""
    like = [part for part in parts if part.sort in ("words", "council")]
    bodies = [part for part in parts if part.sort == "body" and " " in part.text]
    if not like and bodies:  # "the planning committee", and now licensing
        like = bodies
    if not like:
        return _appended(frame, new)
    for fitting in _ways(new):
        found = [part for part in like if fitting(part)]
        if len({part.text.casefold() for part in found}) > 1:
            return None
        if found:
            old = _shared(found[0], new)
            return _put(frame, old if old != found[0] else _whole(frame, old, like), new)
    if new.lead and new.lead not in (*_TOPICAL, *_BELONGING):
        return _appended(frame, new)
    topical = [part for part in like if part.lead in _TOPICAL] or like
    alike = [part for part in topical if _is_name(part) == _is_name(new)] or topical
    return _put(frame, _whole(frame, alike[-1], like), new)


def _whole(frame: str, old: Part, parts: Sequence[Part]) -> Part:
    """A part with what belongs to it: "a joint team with Ousterby", "the price of salt"."""
    for part in parts:
        between = frame[old.end : part.at]
        if part.lead in ("of", *_BELONGING) and _NOUN.fullmatch(between):
            old = replace(old, end=part.end)
    return old


def _ways(new: Part) -> tuple[Callable[[Part], bool], ...]:
    """What makes a part like the new words, the surest first."""
    return (
        lambda part: bool(set(part.stems) & set(new.stems)),
        lambda part: _is_person(part) and _is_person(new),
        lambda part: bool(new.lead) and part.lead == new.lead,
        lambda part: _is_name(part) and _is_name(new),
    )


_NOUN: Final = re.compile(r"(?:\s+\w+ing)?\s*")  # nothing, or the end of a noun: "joint working"


def _is_person(part: Part) -> bool:
    return bool(_TITLED.search(part.text))


def _is_name(part: Part) -> bool:
    """Whether a part is written as a name: every word but the small ones has its capital."""
    said = [word.text for word in words(part.text) if len(word.text) > 3]
    return bool(said) and all(word[0].isupper() for word in said)


def _shared(part: Part, new: Part) -> Part:
    """What of a part the new words say in another way: from the word they share, as many words."""
    held = [*words(part.text)]
    first = next((n for n, word in enumerate(held) if stem(word.text) in new.stems), None)
    said = [stem(word.text) for word in words(new.text)]
    if first is None or len(said) < 2:
        return part
    offset = said.index(stem(held[first].text))
    start = max(0, first - offset)
    end = min(len(held), start + len(said))
    return Part(
        part.text[held[start].start : held[end - 1].end],
        part.start + held[start].start,
        part.start + held[end - 1].end,
        part.lead,
        part.sort,
        part.start + held[start].start,
    )


def _put(frame: str, old: Part, new: Part) -> str:
    """A question with a part in another's place; a preposition that differs goes with it."""
    if old.sort == "time" and (new.lead or _RELATIVE.match(new.text)):
        led = f"{new.lead} {new.text}".strip()
        return f"{frame[: old.at]}{led}{frame[old.end :]}"
    return f"{frame[: old.start]}{new.text}{frame[old.end :]}"


def _appended(frame: str, new: Part) -> str:
    """A question with one part more, before its mark."""
    said = frame.rstrip(" ?.!")
    lead = new.lead or _ADDED_BY[new.sort]
    if new.sort == "time" and _RELATIVE.match(new.text):
        lead = new.lead
    return f"{said} {lead} ".rstrip() + f" {new.text}{frame[len(said) :]}"


_ADDED_BY: Final = {"time": "in", "body": "at", "council": "in", "words": "on"}
_RELATIVE: Final = re.compile(r"(?:last|this|next|today|yesterday|\d+ \w+ ago)\b", re.IGNORECASE)
