"""Follow-ups: a question read with its subject from the questions asked before it.

Each earlier question is itself read in the light of those before it, so that subjects are carried
from step to step. What is read is a question that stands by itself: the subject, then what the
asker said of it ("Parking charges: who proposed it?"), or the question before with one part
swapped for what is like it. Where that would be a guess, nothing is read.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from index.language import stem, words
from index.question.known import Known
from index.question.parts import Part, done_to, subject_of, topic_of
from index.question.referring import Referring, refers
from index.question.swapping import Swapping
from index.question.understanding import Question, understand

TURNS_READ = 6  # earlier questions looked at, the last ones
LONGEST = 600  # characters of a question that may follow up, or be followed up; not a text pasted

# What is asked of the very thing that the answer before cited.
OfCited = Literal["date", "mover"]
# The persons that the answer to a question names.
Named = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it is read. ``read_as`` is None where it stands by itself.

    ``about`` is the earlier question whose subject it has, and ``of_cited`` what it asks of that
    question's answer. ``unclear`` is the word whose meaning is not clear, empty where none is said;
    None where all is clear.
    """

    text: str
    read_as: str | None = None
    about: str | None = None
    of_cited: OfCited | None = None
    unclear: str | None = None
    fuller: tuple[str, ...] = ()  # questions that would be clear
    understood: Question | None = None  # what is said, understood by itself, where it stands so

    @property
    def question(self) -> str:
        """What is asked, with its subject."""
        return self.read_as or self.text

    def is_carried(self, word: str) -> bool:
        """Whether a word is from an earlier question, and not of the asker's own in this one."""
        own = {stem(one.text) for one in words(self.text)}
        return self.read_as is not None and not own & {stem(one.text) for one in words(word)}

    @property
    def subject(self) -> str:
        """The question that a later one takes its subject from: a date leaves it as it was."""
        return self.about if self.of_cited == "date" and self.about else self.question


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is needed to read one question after another."""

    known: Known
    today: date
    named: Named

    def read(self, question: str, earlier: Sequence[str] = ()) -> Turn:
        """A question as it is read after earlier ones, the oldest first."""
        before: Turn | None = None
        for said in earlier[-TURNS_READ:] if TURNS_READ else ():
            turn = self._read(said, before)
            if turn.unclear is None and not _THANKS.fullmatch(said) and self._has_subject(turn):
                before = turn
        return self._read(question, before)

    def _has_subject(self, turn: Turn) -> bool:
        is_short = len(turn.subject) <= LONGEST
        return is_short and bool(subject_of(turn.subject, self.known, self.today))

    def _read(self, said: str, before: Turn | None) -> Turn:
        text = " ".join(said.split())
        question = understand(text, self.known, self.today)
        referring = refers(question, follows=before is not None)
        if referring.how == "stands" or len(text) > LONGEST:
            return Turn(text, understood=question)
        if before is None:
            return Turn(text, unclear=referring.word, fuller=_fuller(referring))
        if referring.how == "swap":
            return self._swapped(text, referring, before)
        if referring.how == "person":
            return self._of_person(text, referring, before)
        return self._of_thing(text, referring, before)

    def _swapped(self, text: str, referring: Referring, before: Turn) -> Turn:
        read = Swapping(self.known, self.today).swapped(before.subject, referring.said)
        if read is None:
            return Turn(text, unclear=referring.said, fuller=_fuller(referring))
        return Turn(text, read_as=read, about=before.subject)

    def _of_person(self, text: str, referring: Referring, before: Turn) -> Turn:
        names = _names_in(before.subject) or self.named(before.subject)
        if len(names) != 1:
            return Turn(text, unclear=referring.word, fuller=_fuller(referring, names))
        return Turn(text, read_as=f"{names[0]}: {referring.said}", about=before.subject)

    def _of_thing(self, text: str, referring: Referring, before: Turn) -> Turn:
        parts = subject_of(before.subject, self.known, self.today)
        several = () if referring.plural else _several(before.subject, parts)
        of_cited = _of_cited(referring.said, before.subject)
        if several and of_cited != "date":
            return Turn(text, unclear=referring.word, fuller=_fuller(referring, several))
        topic = topic_of(before.subject, parts)
        if _ONLY_ASKS.fullmatch(referring.said):  # "why?" is of what was done, too
            topic = f"{topic} {done_to(before.subject)}".rstrip()
        read = f"{topic[0].upper()}{topic[1:]}: {referring.said}"
        return Turn(text, read_as=read, about=before.subject, of_cited=of_cited)


_THANKS: Final = re.compile(
    r"\W*(?:(?:many|ok|okay|great|hi|hello|hey|thanks|thank|thx|you|cheers|ta|brilliant|perfect"
    r"|lovely|help|please|pls)\W*)+",
    re.IGNORECASE,
)

_ONLY_ASKS: Final = re.compile(r"(?:why|when|where|how|how come|who by|by whom)\W*", re.IGNORECASE)

# --- What is asked of what was cited ---

_POINTER = r"(?:it|that|this|they|these|those|we|you|(?:the|that|this) \w+)"
_DONE = (
    r"(?:reported|decided|decide|agreed|agree|approved|approve|resolved|recommended|discussed"
    r"|considered|minuted|noted|said|published|presented|put|happen|happened|made|take place"
    r"|taken|refused|rejected|deferred|written|dated|tabled|voted on|passed|proposed|seconded)"
)
_WHEN = r"(?:when|(?:on |at |in )?(?:what|which) (?:date|day|meeting|month|year)|how long ago)"
_DATE = re.compile(
    rf"^{_WHEN}(?: (?:was|were|did|has|have|is|are) {_POINTER})?"
    rf"(?: (?:been|was|were|did|have|be))*(?: {_DONE})*(?: (?:from|of|on|at|in|it|that))?\W*$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|did|has|have|had|who \w+ed|what happened|outcome|decision)\b", re.IGNORECASE
)
_MOVED = re.compile(
    r"\bwho\b.*\b(?:propose[drs]?|proposers?|moved?|movers?|seconde[dr]|seconds?)\b", re.IGNORECASE
)


def _of_cited(said: str, before: str) -> OfCited | None:
    """Whether a question asks when what was cited was, or who moved it."""
    is_bare = re.fullmatch(rf"{_WHEN}\W*", said, re.IGNORECASE)
    if _DATE.match(said) and (not is_bare or _PAST.search(before)):
        return "date"
    return "mover" if _MOVED.search(said) else None


# --- What is not clear ---

_JOINED: Final = re.compile(r"\s*(?:,\s*)?(?:and|or|&)\s+(?:the\s+)?")
# "Elm Road and Oak Road"; "health and safety" is one thing.
_TWO: Final = re.compile(
    r"(?P<first>[A-Z]\S* (?:[A-Z]\S* )*?(?P<kind>[A-Z]\S+)) (?:and|or|&) "
    r"(?P<second>(?:[A-Z]\S* )+(?P=kind))\b"
)


def _several(text: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """The things that "it" might mean, where two are named side by side."""
    named = [part for part in parts if part.sort in ("words", "council")]
    for one, other in pairwise(named):
        if one.sort == other.sort and _JOINED.fullmatch(text, one.end, other.start):
            return one.text, other.text
    pairs = (_TWO.search(part.text) for part in named)
    return next(((pair["first"], pair["second"]) for pair in pairs if pair), ())


_NAME: Final = re.compile(
    r"\b(?i:cllr|councillor|mr|mrs|ms|miss|dr|rev)\.? (?:[A-Z][\w'’-]+ ?){1,3}"
)


def _names_in(text: str) -> tuple[str, ...]:
    """The persons that a text names by their titles."""
    found = (re.sub(r"['’]s?$", "", match.group().strip()) for match in _NAME.finditer(text))
    return tuple(dict.fromkeys(found))


_EXAMPLE: Final = "The parking charges"


def _fuller(referring: Referring, things: Sequence[str] = ()) -> tuple[str, ...]:
    """Questions that would be clear: of each thing that may be meant, or of one as an example."""
    said = referring.said.strip()
    if referring.how == "swap":
        return (f"The whole question, such as: What was decided {_asked(said)}?",)
    if things:
        return tuple(f"{thing[0].upper()}{thing[1:]}: {said}" for thing in things[:2])
    example = "Councillor Jane Roe" if referring.how == "person" else _EXAMPLE
    return (f"The subject first, such as: {example}: {said}",)


def _asked(fragment: str) -> str:
    """A fragment as it may end a question: "for payroll" as "about payroll"."""
    if re.match(r"(?:in|at|by|since|before|after|during|from)\b", fragment, re.IGNORECASE):
        return fragment
    return "about " + re.sub(r"^(?:for|about|on|of|with) ", "", fragment, flags=re.IGNORECASE)
