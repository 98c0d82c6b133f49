"""The parts of a question that name something: what it is about, its times, its body.

"What did Cabinet agree on parking charges in May?" has the parts "parking charges", after "on";
"Cabinet", which acts; and "May", after "in".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from index.language import STOP_WORDS, Word, stem, words
from index.question.asks import AUX, PREPOSITION
from index.question.bare import is_bare, is_of_something, naming
from index.question.filters import body_said
from index.question.hints import times_in
from index.question.kinds import kind_of
from index.question.known import Known
from index.question.names import Named, council_named, places_in
from index.question.references import references_in
from index.question.terms import Span, searched
from index.question.vocabulary import soft_stems
from index.question.when import is_of_time

Sort = Literal["words", "time", "body", "council"]

LAST_MEETING: Final = re.compile(
    r"\bthe (?:last|latest|most recent|previous) (?:\w+ ){0,3}?meeting\b", re.IGNORECASE
)
_PREPOSITION: Final = re.compile(rf"(?:{PREPOSITION}|re|regarding|concerning)", re.IGNORECASE)
_DETERMINER = frozenset("the a an our this that these those any some".split())
_TITLES = frozenset("cllr councillor mr mrs ms miss dr rev lord lady sir".split())
_BODIES = frozenset("council committee board panel trust".split())  # end many a name
_JOINS = frozenset(("and", "or", "&"))
# What a sentence sets between its parts; a stroke or hyphen within a word parts nothing.
_PARTING = re.compile(r"[,;:.?!()–—]|\s-\s")
_SUBJECT = r"(?:we|they|you|members|councillors|officers|(?:the |our )?council|anyone|anybody)"
_IRREGULAR = r"(?:bought|built|cut|held|let|lost|made|met|paid|put|sent|shut|sold|taken|won)"
# Where English has its verb: "who leads …", "did we scrap …"; the matter itself comes after it.
_VERB: Final = re.compile(
    rf"\bwho(?: also| else| currently| now)? (?!{AUX}\b)(?P<who>\w+)"
    rf"|\b{AUX} {_SUBJECT} (?!(?:{PREPOSITION}|{AUX})\b)(?P<ours>\w+)"
    r"|\bwho(?:['’]s| is| was| are| were| will be)(?: \w+ly)? (?P<ing>\w+ing)\b"
    rf"|\b(?:who|(?:which|what) \w+) {AUX} (?P<done>\w+ed)(?=\W*$)"
    rf"|\b(?:how (?:much|many)|what|who) {AUX} (?:\w+ly )?(?P<passive>\w+ed)(?= \w)"
    rf"|\b{AUX}(?: (?!{AUX}\b)[\w'’-]+)+? (?P<last>\w\w+(?<!e)ed|{_IRREGULAR})(?=\W*$)",
    re.IGNORECASE,
)
# "did Cabinet settle on …": the word after a body that acts.
_AFTER_BODY: Final = re.compile(rf"\s+(?!(?:{PREPOSITION}|{AUX}|and|or)\b)(\w+)(?=\s+\w)")
# "Which firm …" and "who is the chair of …": what is asked for, and not what it is asked of.
_ASKED_FOR: Final = re.compile(
    r"\b(?:which|what|whose)$|\bwho(?:['’]s| is| was| are| were| will be)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question: its span, the preposition that leads it in, and its sort."""

    text: str
    start: int
    end: int
    lead: str = ""
    sort: Sort = "words"
    at: int = 0  # where its preposition begins

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words, grammar left out."""
        return tuple(stem(w.text) for w in words(self.text) if w.text.lower() not in STOP_WORDS)


def parts_of(text: str, known: Known, today: date) -> list[Part]:
    """The parts of a question, in order.

    >>> [part.text for part in parts_of("How much did the pool roof cost?", Known(), date.today())]
    ['the pool roof']
    """
    marked = [_with_lead(text, part) for part in _marked(text, known, today)]
    named = [_with_lead(text, part) for part in _named(text, marked)]
    found = [*marked, *(_sorted(part, text, known) for part in named)]
    return sorted(found, key=lambda part: part.start)


def subject_of(text: str, known: Known, today: date) -> list[Part]:
    """The parts of a question without what it asks for: "the hall" of "who is the chair of …"."""
    parts = parts_of(text, known, today)
    bare = [part for part in parts if part.sort == "words" and is_bare(part.text)]
    parts = [part for part in parts if part not in bare] or parts
    if kind_of(text) != "who":
        return parts
    named = [part for part in parts if part.sort in ("words", "council")]
    asked = [part for part in named if _ASKED_FOR.search(text[: part.start].rstrip())]
    return [part for part in parts if part not in asked or len(named) == len(asked)]


def done_to(text: str) -> str:
    """What was done to the subject, where a question ends with it: "closed" of "was it closed?"."""
    found = (match["last"] for match in _VERB.finditer(text) if match["last"])
    return next(found, "")


def topic_of(text: str, parts: list[Part]) -> str:
    """Parts of a text as one phrase, to set before a question: "bins in May at Cabinet"."""
    said = ""
    end = 0
    for part in sorted(parts, key=lambda part: part.sort != "words"):
        lead = _LEADS.get(part.sort) or part.lead
        adjoins = part.sort != "words" or not text[end : part.at].strip()
        if said and not adjoins:
            said += f", {part.text}"
        elif said or part.sort in ("time", "body"):
            said += f" {lead} {part.text}" if lead else f"{',' if said else ''} {part.text}"
        else:
            said = part.text
        end = part.end
    return said.strip()


_LEADS: Final = {"body": "at", "council": "in"}


def _marked(text: str, known: Known, today: date) -> Iterator[Part]:
    """The times of a question, and the body that acts or meets."""
    kind = kind_of(text)
    meeting = LAST_MEETING.search(text)
    if meeting:
        yield Part(meeting[0], *meeting.span(), sort="time")
    for one in times_in(text, kind, today).spoken:
        if not meeting or not meeting.start() <= one.start < meeting.end():
            yield Part(text[one.start : one.end], one.start, one.end, sort="time")
    body = _body_in(text, known)
    if body and not (meeting and meeting.start() <= body.start < meeting.end()):
        yield Part(body.name, body.start, body.end, sort="body")


def _body_in(text: str, known: Known) -> Named | None:
    """The body that acts or meets; failing that, one whose whole name stands anywhere."""
    acting = body_said(text, kind_of(text), known.bodies)
    if acting:
        return acting
    for name in sorted(known.bodies, key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if match and (" " in name or name.casefold() == "cabinet"):
            return Named(match[0], match.start(), match.end())
    return None


def _named(text: str, marked: list[Part]) -> Iterator[Part]:
    """Runs of words that name something, outside the marked parts."""
    taken = [(part.start, part.end) for part in marked]
    hard = _hard(text, taken)
    verbs = [*_verbs(text, marked)]
    without_verbs = [*_runs(text, hard, [*taken, *verbs])]
    for run in without_verbs if without_verbs or marked else _runs(text, hard, taken):
        yield Part(text[run[0].start : run[-1].end], run[0].start, run[-1].end)


def _verbs(text: str, marked: list[Part]) -> Iterator[Span]:
    """Where verbs stand, as far as their place tells: after "who", after "we", after a body."""
    for match in _VERB.finditer(text):
        yield match.span(match.lastgroup or 0)
    for part in marked:
        after = _AFTER_BODY.match(text, part.end) if part.sort == "body" else None
        if after and not part.lead:
            yield after.span(1)


def _hard(text: str, taken: list[Span]) -> set[int]:
    """Where the words start that name something; failing hard ones, soft ones that may."""
    references = {one.start for one in references_in(text)}
    found = [word for word in searched(text, taken) if not is_of_time(word.text)]
    hard = {word.start for word in found if stem(word.text) not in soft_stems()}
    return (hard | references) or {word.start for word in naming(found)}


def _runs(text: str, hard: set[int], taken: list[Span]) -> Iterator[list[Word]]:
    """Words that stand together, from one that names something to the last that does."""
    run: list[Word] = []
    end = 0
    for word in words(text):
        parted = _PARTING.search(text, end, word.start) or _is_grammar(word, run)
        is_taken = any(start <= word.start < stop for start, stop in taken)
        if parted or is_taken:
            yield from _trimmed(text, run, hard)
            run = []
        if not is_taken and (run or not _is_grammar(word, run)):
            run.append(word)
        elif word.text.lower() in _DETERMINER and not is_taken:
            run = [word]
        end = word.end
    yield from _trimmed(text, run, hard)


def _is_grammar(word: Word, run: list[Word]) -> bool:
    """Whether a word parts runs: any word of grammar, but for "and" between two names."""
    small = word.text.lower()
    if run and small in _JOINS:
        return False
    is_name = len(word.text) > 1 and word.text.isupper()
    return bool(small in STOP_WORDS or _PREPOSITION.fullmatch(small)) and not is_name


def _trimmed(text: str, run: list[Word], hard: set[int]) -> Iterator[list[Word]]:
    """A run without the soft words at its ends, as far as they are no part of what it names.

    The last may be a verb, as in "did the pool roof cost"; else it ends a name, as in "local plan".
    """
    may_be_verb = bool(run) and bool(_ENDS_IN_AUX.search(text, 0, run[0].start))
    while run and run[-1].start not in hard and _is_plain(run[-1]):
        if not (may_be_verb or is_of_something(run[-1])) and len(run) > 1:
            break
        may_be_verb = may_be_verb and run[-1].text.endswith("ly")
        run = run[:-1]
    kept = [*run] if any(word.start in hard for word in run) else []
    while kept and kept[0].start not in hard and _is_plain(kept[0]):
        kept = kept[1:]
    if kept:
        yield [run[0], *kept] if run[0].text.lower() in ("the", "a", "an") else kept


_ENDS_IN_AUX: Final = re.compile(rf"\b{AUX}\s+$", re.IGNORECASE)


def _is_plain(word: Word) -> bool:
    """Whether a word is neither a name, nor the title before one."""
    return word.text.islower() and word.text not in _TITLES | _BODIES


def _with_lead(text: str, part: Part) -> Part:
    """A part with the preposition that stands before it."""
    before = [*words(text[: part.start])]
    while before and before[-1].text.lower() in _DETERMINER:
        before.pop()
    if not before or not _PREPOSITION.fullmatch(before[-1].text):
        return replace(part, at=part.start)
    if _PARTING.search(text, before[-1].end, part.start):
        return replace(part, at=part.start)
    return replace(part, lead=before[-1].text.lower(), at=before[-1].start)


def _sorted(part: Part, text: str, known: Known) -> Part:
    """A part that is a council, or the place of one, as such."""
    if part.sort != "words":
        return part
    named = [*places_in(text, known.councils)]
    whole = council_named(text, known.councils)
    spans = [(one.start, one.end) for one in (*named, *([whole] if whole else []))]
    outside = [
        word
        for word in words(part.text)
        if not any(start <= word.start + part.start < end for start, end in spans)
        and word.text.lower() not in STOP_WORDS | {"council"}
    ]
    if outside or not spans:
        return part
    name = re.sub(r"['’]s?$", "", part.text)
    return replace(part, text=name, end=part.start + len(name), sort="council")
