"""A question as we understand it: what kind, about which words, within which filters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from index.language import Word
from index.question.correcting import Corrected, corrected
from index.question.filters import body_said, draft_said, paper_limited_to, paper_named
from index.question.hints import Spoken, Times, speaks_of_approval, times_in
from index.question.kinds import kind_of
from index.question.known import Known
from index.question.names import Named, council_named, is_name_of, places_in
from index.question.references import references_in
from index.question.terms import Marked, Span, Term, terms_of
from index.question.vocabulary import asking_stems
from index.question.when import Days
from index.records import Filters, QuestionKind, ReportKind

MOST_TERMS = 120  # of a text pasted whole; nobody else should have to wait for it


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked. ``terms`` hold every word that is searched for, in the asker's order.

    Besides the filters, it may hint at what to look at first: papers of some ``days``, of the
    councils whose places it names, or of a kind.
    """

    text: str
    kind: QuestionKind
    terms: tuple[Term, ...]
    filters: Filters
    days: Days | None = None
    corrected: Corrected = ()  # words as asked, and as read
    councils: frozenset[str] = frozenset()  # held, and named or spoken of by their place
    paper: ReportKind | None = None  # the kind of paper that it speaks of
    draft: bool = False  # it speaks of a draft: drafts answer it too
    last_meeting: bool = False  # "at the last meeting": of the body said, or of any

    @property
    def references(self) -> tuple[str, ...]:
        """The reference numbers it names, such as "23/00145/PPP": what has them is meant."""
        return tuple(term.asked for term in self.terms if term.reference)

    @property
    def names_subject(self) -> bool:
        """Whether any term names what the question is about."""
        return any(not term.soft and not term.place for term in self.terms)

    @property
    def subject(self) -> tuple[Term, ...]:
        """The terms that name what the question is about; not the place whose papers are held.

        If none does, all but those that ask for a kind of value; failing those, all.
        """
        hard = tuple(term for term in self.terms if not term.soft)
        named = tuple(term for term in hard if not term.place)
        said = tuple(term for term in self.terms if term.stem not in asking_stems())
        return named or hard or said or self.terms


def understand(text: str, known: Known, today: date) -> Question:
    """Read a question. Its words are only ever words: never query syntax, SQL or mark-up."""
    plain = " ".join(text.split())
    read, changes = corrected(plain, known)
    kind = kind_of(read)
    times = times_in(read, kind, today)
    without_time = _blanked(read, (times.cut,))
    body = body_said(without_time, kind, known.bodies)
    named = council_named(_blanked(without_time, _spans(body)), known.councils)
    places = [*places_in(read, known.councils)]
    draft = draft_said(read)
    marked = Marked(
        cut=(times.cut, *_spans(body), *_spans(named)),
        light=(*map(_span, times.spoken), *_spans(draft)),
        places=tuple(map(_span, places)),
    )
    return Question(
        plain,
        kind,
        tuple(islice(terms_of(read, known, marked), MOST_TERMS)),
        _with_last_meeting(_filters(read, times, body, named), read, known),
        times.hint,
        changes,
        councils=_meant(places, named),
        paper=paper_named(_blanked(read, tuple(_span(one) for one in references_in(read)))),
        draft=draft is not None,
        last_meeting=bool(_LAST_MEETING.search(read)),
    )


def _blanked(text: str, spans: tuple[Span, ...]) -> str:
    """A text with white space for what stands in some spans, so that the rest stays in place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _spans(named: Named | None) -> tuple[Span, ...]:
    return (_span(named),) if named else ()


def _span(said: Named | Spoken | Word) -> Span:
    return said.start, said.end


def _meant(places: Sequence[Named], named: Named | None) -> frozenset[str]:
    """The councils meant: the one that is named, or else those whose places are."""
    return frozenset({named.name}) if named else frozenset(one.name for one in places)


def _filters(text: str, times: Times, body: Named | None, council: Named | None) -> Filters:
    """The filters that a question says in words."""
    since, until = times.limit or (None, None)
    return Filters(
        council=council.name if council else None,
        body=body.name if body else None,
        since=since,
        until=until,
        # Who moved that the minutes be approved stands in later minutes.
        kind=None if speaks_of_approval(text) else paper_limited_to(text),
    )


# "the last meeting", "our most recent full council meeting"
_LAST_MEETING = re.compile(
    r"\b(?:the|our|its|their|\w+['’]s) (?:last|latest|most recent|previous) "
    r"(?:\w+ ){0,3}?meeting\b",
    re.IGNORECASE,
)


def _with_last_meeting(filters: Filters, text: str, known: Known) -> Filters:
    """Filters with the day of the last meeting, where that is meant and known."""
    if not _LAST_MEETING.search(text) or filters.since or filters.until:
        return filters
    body = filters.body
    days = [day for name, day in known.newest.items() if not body or is_name_of(body, name)]
    return replace(filters, since=max(days), until=max(days)) if days else filters
