"""Whether an answer surely states what was asked; what does not is shown as merely near."""

import re
from collections.abc import Iterator
from typing import Final

from index.answer import demands
from index.answer.attendance import asks_mover
from index.answer.deciders import speaks_of_deciding
from index.answer.inquiry import Finding, Inquiry, Texts
from index.answer.latest import is_newest, speaking
from index.answer.quotation import Span, blocks_in, sentences
from index.language import stem, words
from index.question import Term
from index.records import Citation, QuestionKind
from index.retrieval.aims import aims_of, meets
from index.retrieval.evidence import IN_HEADING, IN_TITLE, IN_WORDS, finders
from index.retrieval.values import Value, dates, durations

ENOUGH_SAID = 0.8  # share of the subject's weight in the excerpt, its heading and its title
ENOUGH_BESIDE = 0.5  # and in the sentence that gives the value, or the one before it
ENOUGH_AIMED = 0.6  # and in an excerpt that gives what the question is after
ENOUGH_ASKED = 0.7  # share of all that was asked, where that is nothing that could be looked for
FEWEST_LISTED = 2  # one thing is no list

# What became of something, as papers say it: "was decided" and "considered" do not tell.
_OUTCOMES: Final = frozenset(
    stem(word)
    for word in """approved agreed accepted adopted granted permitted confirmed carried passed
    supported endorsed noted resolved refused rejected declined dismissed lost defeated deferred
    postponed withdrawn upheld allowed objected awarded appointed""".split()
)
_VALUED: Final[tuple[QuestionKind, ...]] = ("when", "who", "how_much")


def is_sure(inquiry: Inquiry, finding: Finding) -> bool:
    """Whether the first excerpt of a quoted answer states the kind of thing asked, of the thing."""
    is_latest = inquiry.question.kind == "latest"
    first = speaking(inquiry, finding.citations) if is_latest else finding.citations[0]
    if not _is_on_subject(inquiry, first) or not _is_of_paper(inquiry, first):
        return False
    if asks_mover(inquiry.question) and not _moved_by(first, finding.headline):
        return False
    return _gives_kind(inquiry, finding)


def _gives_kind(inquiry: Inquiry, finding: Finding) -> bool:
    """Whether the first excerpt holds the kind of thing that was asked for."""
    first, kind = finding.citations[0], inquiry.question.kind
    if kind in _VALUED:
        return _gives_value(inquiry, first, finding.headline)
    if kind == "list":
        return _lists(inquiry, first)
    if kind == "latest":
        return is_newest(inquiry, finding.citations)
    if kind == "decided":
        return "\t" not in first.excerpt and _tells_outcome(first.excerpt)
    if kind == "yes_no" and speaks_of_deciding(inquiry.question):
        return first.standing == "resolved" or first.report.kind == "other"
    return kind != "other" or _says_as_asked(inquiry, first)


def _says_as_asked(inquiry: Inquiry, first: Citation) -> bool:
    """Whether an excerpt gives what is asked as papers give it, such as a reason for "why".

    What asks for no kind of thing that could be looked for must find nearly all its words.
    """
    asked, own = inquiry.question.text, inquiry.covered((IN_WORDS, first.excerpt))
    if aims_of(asked):
        met = meets(asked, first.heading or "", first.excerpt, first.standing)
        return met == 1.0 and own >= ENOUGH_AIMED
    return own >= ENOUGH_SAID and inquiry.asked_share(first.excerpt) >= ENOUGH_ASKED


def _is_on_subject(inquiry: Inquiry, first: Citation) -> bool:
    said, front = _said_by(inquiry, first), first.report.front
    body = (IN_TITLE, f"{front.body or ''} {front.council or ''}")
    return (
        _is_of_place(inquiry, first)
        and inquiry.covered(*said) >= ENOUGH_SAID
        and inquiry.holds_all(*said, body)
        and demands.are_met(inquiry, (*said, body))
    )


def _is_of_paper(inquiry: Inquiry, first: Citation) -> bool:
    """Whether a citation is of an agenda where one was asked about, and not of a paper on it."""
    return inquiry.question.paper != "agenda" or first.report.kind == "agenda"


def _moved_by(citation: Citation, headline: str) -> bool:
    """Whether an excerpt says of the one named that the motion, not an amendment, was theirs."""
    names = (m["name"] for m in _MOVER.finditer(citation.excerpt))
    is_theirs = any(headline.startswith(name) for name in names)
    return is_theirs and "amendment" not in citation.excerpt.casefold()


# "proposed by Ada Finch", "put forward by the Head of Law"
_MOVER = re.compile(r"\b(?:proposed|put forward) by (?:the )?(?P<name>[A-Z][\w’'.-]*)")


def _said_by(inquiry: Inquiry, citation: Citation) -> Texts:
    return (
        (IN_WORDS, citation.excerpt),
        (IN_WORDS, _columns(inquiry, citation)),
        (IN_HEADING, citation.heading),
        (IN_TITLE, citation.report.front.title),
    )


def _columns(inquiry: Inquiry, citation: Citation) -> str:
    """The headings over the cells of a row."""
    if "\t" not in citation.excerpt:
        return ""
    blocks = inquiry.catalogue.blocks(citation.report.report_id, _span(citation))
    return " ".join(heading for block in blocks for heading in block.columns)


def _is_of_place(inquiry: Inquiry, citation: Citation) -> bool:
    """Whether a citation is of a council whose place was named, or speaks of the place itself."""
    question, front = inquiry.question, citation.report.front
    places = [term for term in question.terms if term.place]
    if not places or front.council in question.councils:
        return True
    said = (*_said_by(inquiry, citation), (IN_TITLE, f"{front.body or ''} {front.council or ''}"))
    return any(inquiry.credit(term, *said) > 0 for term in places)


def _gives_value(inquiry: Inquiry, citation: Citation, headline: str) -> bool:
    """Whether the value told stands in a sentence on the subject, or follows upon one.

    A paragraph of sundry news holds dates and sums of all sorts of things. A row is one statement.
    """
    if "\t" in citation.excerpt or not finders(inquiry.question):
        return True
    around = _said_by(inquiry, citation)[1:]
    before = ""
    for sentence in _sentences(citation.excerpt):
        is_told = any(headline.startswith(v) for v in _values(inquiry, sentence))
        if is_told and inquiry.covered((IN_WORDS, before + sentence), *around) >= ENOUGH_BESIDE:
            return True
        before = f"{sentence} "
    return False


def _values(inquiry: Inquiry, sentence: str) -> Iterator[str]:
    asked = inquiry.question
    for finder in finders(asked):
        if finder is durations and asked.kind == "when" and not _HOW_LONG.search(asked.text):
            continue  # "within six months" is no day, unless it is known from when
        yield from (v.text for v in finder(sentence) if not _began(asked.text, sentence, v))


_HOW_LONG = re.compile(r"\bhow (?:long|soon|often)\b|\bperiod\b|\bterm\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|going to|next|due|expected)\b", re.IGNORECASE)


def _began(asked: str, sentence: str, value: Value) -> bool:
    """Whether a value says since when something has been, where it is asked when it will be."""
    since = sentence[: value.start].rstrip().casefold().endswith("since")
    since = since or value.text.casefold().startswith("since")
    return since and _TO_COME.search(asked) is not None


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from (line[start:end] for start, end in sentences(line))


def _lists(inquiry: Inquiry, citation: Citation) -> bool:
    """Whether an excerpt lists several things, and says that they are what was asked for."""
    blocks = blocks_in(inquiry.catalogue.blocks(citation.report.report_id), _span(citation))
    listed = sum(block.kind in ("item", "row") for block in blocks) >= FEWEST_LISTED
    listed = listed or _ENUMERATES.search(citation.excerpt) is not None
    return listed and _names_what(inquiry, citation)


def _span(citation: Citation) -> Span:
    return Span(citation.start, citation.end)


# "the sites are: A, B and C", "A; B", "A, B, C": not the two commas of any long sentence.
_ENUMERATES = re.compile(
    r":[^.:;,]{2,80}[,;]|;[^.;]{2,150}(?:;|\band\b)|(?:,[^.,]{2,40}){2},? and "
)

# "which dates for …", "what planning applications were …": the words that name what is listed.
_WHAT = re.compile(r"\b(?:which|what)\s+(?P<what>[\w’'-]+(?:\s+[\w’'-]+)?)", re.IGNORECASE)


def _names_what(inquiry: Inquiry, citation: Citation) -> bool:
    """Whether an excerpt holds what is to be listed: the word after "which", or days for dates."""
    match = _WHAT.search(inquiry.question.text)
    named = {stem(word.text) for word in words(match["what"])} if match else set[str]()
    terms = [t for t in inquiry.question.terms if stem(t.asked) in named and not t.place]
    if any(term.stem in _DATES for term in terms):
        days = [value for value in dates(citation.excerpt) if _OF_MONTH.search(value.text)]
        return len(days) >= FEWEST_LISTED
    return not terms or any(_are_called(inquiry, citation, term) for term in terms)


def _are_called(inquiry: Inquiry, citation: Citation, term: Term) -> bool:
    """Whether what is listed is called so: by its lead-in or headings, or by the items themselves.

    A resolution that mentions "the nine streets" in one of its points lists no streets.
    """
    blocks = blocks_in(inquiry.catalogue.blocks(citation.report.report_id), _span(citation))
    items = [block.text for block in blocks if block.kind in ("item", "row")]
    _, columns, heading, title = _said_by(inquiry, citation)
    leading = [(IN_WORDS, block.text) for block in blocks if block.kind not in ("item", "row")]
    # The heading of what is decided names the matter, and not its points.
    above = [columns, *leading, *([heading, title] if citation.standing == "reported" else [])]
    if inquiry.credit(term, *above) > 0:
        return True
    return sum(inquiry.credit(term, (IN_WORDS, item)) > 0 for item in items) >= FEWEST_LISTED


_OF_MONTH = re.compile(r"\d\D*[A-Za-z]{3}")  # "3 May 2026", not "in 2026" or "2026/27"
_DATES: Final = frozenset(stem(word) for word in ("dates", "days"))


def _tells_outcome(text: str) -> bool:
    return any(stem(word.text) in _OUTCOMES for word in words(text))
