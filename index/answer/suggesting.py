"""Better questions, each made from what is held so that asking it finds the paper it names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

from index.answer.inquiry import Inquiry, Texts
from index.answer.matters import Matter, matters_of, own_texts
from index.answer.things import names_thing
from index.language import Word, stem, words
from index.question import Question, Term
from index.question.names import is_name_of
from index.records import Filters, Lead, ReportFacts
from index.retrieval.evidence import IN_TITLE, IN_WORDS, Evidence
from index.retrieval.matching import stemmed
from index.wording import say_date

MOST = 2  # questions offered
LOOKED_AT = 5  # papers they are made from, the nearest first
LONGEST = 200  # characters of a question that anyone would ask
NEAR = 0.2  # share of the subject's weight that a passage holds for its paper to be near
AS_NEAR = 0.5  # and of what the nearest holds
ABOUT = 0.4  # and in a matter's own words for it to be on the subject
NAMING = 2  # words that tell a title from others
NEWEST = 20  # decisions looked through where nothing is near


class _Better(NamedTuple):
    """A question, the paper it is to find, and words of that paper that it may be found by.

    ``title`` is that of the paper, where the question names it so.
    """

    text: str
    report: ReportFacts
    texts: Texts = ()
    title: str | None = None


def suggestions(inquiry: Inquiry) -> tuple[str, ...]:
    """The best questions on the nearest papers; on the newest decisions, where there are none."""
    return _sound(inquiry, _on_nearest(inquiry)) or _sound(inquiry, _on_newest(inquiry))


def _sound(inquiry: Inquiry, offered: Iterable[_Better]) -> tuple[str, ...]:
    """The first few questions that lead to their papers, each once."""
    texts = (better.text for better in offered if _is_sound(inquiry, better))
    first: dict[str, None] = {}
    while len(first) < MOST and (text := next(texts, None)):
        first[text] = None
    return tuple(first)


def _on_nearest(inquiry: Inquiry) -> Iterator[_Better]:
    """What may be asked of the nearest papers: the best of each first, then the rest."""
    best = max((one.covered for one in inquiry.evidence), default=0.0)
    near = [one for one in inquiry.evidence if one.covered >= max(NEAR, AS_NEAR * best)]
    nearest: dict[str, Evidence] = {}
    for one in near:
        nearest.setdefault(one.report.report_id, one)
    of_each = [_on_paper(inquiry, one) for one in islice(nearest.values(), LOOKED_AT)]
    for questions in of_each:
        yield from islice(questions, 1)
    yield from chain.from_iterable(of_each)


def _on_paper(inquiry: Inquiry, near: Evidence) -> Iterator[_Better]:
    if inquiry.question.kind == "who":
        yield from _of_leads(inquiry, near.report)
    yield from _of_matters(inquiry, near.report)
    yield from _of_words(inquiry, near)


def _of_leads(inquiry: Inquiry, report: ReportFacts) -> Iterator[_Better]:
    """Who answers for an area that the question speaks of."""
    for found in inquiry.catalogue.leads(report.report_id):
        lead = found.lead
        if (lead.name or lead.post) and lead.area and _speaks_of(inquiry, lead):
            text = f"Who is the {lead.relation} for {lead.area}?"
            yield _Better(text, report, ((IN_WORDS, f"{lead.relation} {lead.area}"),))
            return


def _speaks_of(inquiry: Inquiry, lead: Lead) -> bool:
    subject = inquiry.question.subject
    return any(inquiry.credit(term, (IN_WORDS, lead.area)) > 0 for term in subject)


def _of_matters(inquiry: Inquiry, report: ReportFacts) -> Iterator[_Better]:
    """What was decided or recommended on the matter of a paper that is nearest the subject."""
    covered = [(inquiry.covered(*own_texts(m)), m) for m in matters_of(inquiry, report)]
    best, matter = max(covered, key=lambda one: one[0], default=(0.0, None))
    named = _name_of(matter) if matter and (best >= ABOUT or _is_on_one(report)) else None
    if matter and named and inquiry.covered((IN_WORDS, named)) >= NEAR:
        done = {"resolved": "decided about", "recommended": "recommended on"}.get(matter.standing)
        if done:
            day = report.front.meeting_date
            on = f" on {say_date(day)}" if day else ""
            title = named if _is_on_one(report) else None
            yield _Better(f"What was {done} “{named}”{on}?", report, own_texts(matter), title)


def _name_of(matter: Matter) -> str | None:
    """What a paper itself calls a matter, without its number."""
    on_one = _is_on_one(matter.report)
    named = matter.report.front.title if on_one else matter.decisions[0].heading
    return re.sub(r"^[\W\d]+\s", "", named).strip() if named else None


def _is_on_one(report: ReportFacts) -> bool:
    """Whether a paper is on one matter, which its title names."""
    return report.kind in ("report", "decision")


def _of_words(inquiry: Inquiry, near: Evidence) -> Iterator[_Better]:
    """What a paper says of those words of the question that it has, in its own wording."""
    passage, report = near.passage, near.report
    said = _as_said(inquiry.question, f"{passage.heading or ''} {passage.text}")
    paper = _paper(report)
    if said and paper:
        title = report.front.title if report.kind != "minutes" else None
        texts = ((IN_WORDS, passage.text), (IN_WORDS, passage.heading), (IN_TITLE, title))
        yield _Better(f"What {paper} say about {said}?", report, texts, title)


def _paper(report: ReportFacts) -> str | None:
    """A paper as a question calls it; None where it has neither title nor day to be called by."""
    day = report.front.meeting_date
    if report.kind == "minutes":
        return f"do the minutes of {say_date(day)}" if day else None
    dated = f" of {say_date(day)}" if day else ""
    return f"does “{report.front.title}”{dated}" if report.front.title else None


def _as_said(question: Question, text: str) -> str:
    """The words of the subject that name a thing in a text, as it words them.

    Those side by side stand together, and count if any of them names a thing.
    """
    runs = (run for run in _runs(question, text) if any(names_thing(said, text) for said in run))
    parts = list(dict.fromkeys(" ".join(run) for run in runs))
    said = ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + "".join(parts[-1:])
    return _TWICE.sub("", said)


def _runs(question: Question, text: str) -> list[list[str]]:
    """The words of the subject that a text has, as it words them, by what stands side by side."""
    held = [word for word in words(text) if stemmed(word.text)]  # not grammar
    runs: list[list[str]] = []
    last: int | None = None
    for place, word in enumerate(words(question.text)):
        term = next((t for t in question.subject if t.asked == word.text), None)
        said = _wording(term, held) if term and not word.text.isdigit() else None
        if said and runs and last == place - 1:
            runs[-1].append(said)
        elif said:
            runs.append([said])
        last = place if said else last
    return runs


_TWICE = re.compile(r"\b(\w+) (?=\1\b)", re.IGNORECASE)  # "chief Chief Executive", for "chief exec"


def _wording(term: Term, held: Sequence[Word]) -> str | None:
    """A term as a text has it: the asker's word, or else the text's own for the same thing."""
    stems = [stem(word.text) for word in held]
    if term.stem in stems:
        return re.sub(r"['’]s?$", "", term.asked)
    for way in sorted(term.ways, key=lambda way: (-len(way), way)):
        for at in range(len(stems) - len(way) + 1):
            if tuple(stems[at : at + len(way)]) == way:
                return " ".join(word.text for word in held[at : at + len(way)])
    return None


def _on_newest(inquiry: Inquiry) -> Iterator[_Better]:
    """What the newest meetings decided."""
    wanted = Filters(standing="resolved")
    for found in inquiry.catalogue.decisions(wanted, limit=NEWEST):
        front = found.report.front
        if front.meeting_date is None:
            return
        body, day = front.body or "the council", say_date(front.meeting_date)
        yield _Better(f"What did {body} decide on {day}?", found.report)


def _is_sound(inquiry: Inquiry, better: _Better) -> bool:
    """Whether a question, as it will be read, leads to its paper, and is not the one asked."""
    if len(better.text) > LONGEST or "\n" in better.text:
        return False
    read, asked = inquiry.read(better.text), inquiry.question
    same = [{term.stem for term in q.terms} for q in (read, asked)]
    if same[0] == same[1] and read.filters == asked.filters:
        return False
    if read.corrected or not _admits(read.filters, better.report):
        return False
    if not better.texts:
        return not read.names_subject
    front = better.report.front
    texts = (*better.texts, (IN_TITLE, f"{front.body or ''} {front.council or ''}"))
    if better.title and _held(inquiry, read, ((IN_TITLE, better.title),)) < NAMING:
        return False
    return read.names_subject and _held(inquiry, read, texts) == len(read.subject)


def _held(inquiry: Inquiry, read: Question, texts: Texts) -> int:
    """How many of the words that name a question's subject stand in texts."""
    return sum(inquiry.credit(term, *texts) > 0 for term in read.subject)


_NAMES: Final = ("council", "body")


def _admits(filters: Filters, report: ReportFacts) -> bool:
    """Whether a report passes the filters."""
    front = report.front
    for name in _NAMES:
        said, full = getattr(filters, name), getattr(front, name)
        if said and not (full and is_name_of(said, full)):
            return False
    day = front.meeting_date
    if (filters.since or filters.until) and day is None:
        return False
    in_time = day is None or (filters.since or day) <= day <= (filters.until or day)
    return in_time and filters.kind in (None, report.kind)
