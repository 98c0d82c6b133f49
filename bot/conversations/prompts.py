"""What is suggested in an empty conversation: questions that the papers held do answer."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from slack_sdk import WebClient

from bot.desk import Desk
from bot.text import clip
from index.errors import TownClerkError
from index.library import Library
from index.records import Answer, DecisionFound, DecisionQuery

Prompt = dict[str, str]

HELP: Prompt = {"title": "How to ask", "message": "help"}
MAX_TITLE = 60
LONGEST_ABBREVIATION = 5
LONGEST_NAME = 60  # of a body, a service or a subject that is put into a question
TRIED = 12  # of each kind: enough to find one that is answered, and soon done

# Headings of every meeting, and of parts of a paper, tell nobody what was decided on.
_ROUTINE = re.compile(
    r"""(?:recommend|resol|decision|minutes|apolog|declaration|disclosure|interest|chair|election
    |appointment|exclusion|press\b|public\b|urgent|any\sother|business|matters\sarising|dates?\sof
    |next\s|agm\b|annual\s(?:general\s)?meeting|meeting|agenda|appendix|background|introduction
    |conclusion|petition|questions?\b|report\sof|present\b|attendance|notice\sof)""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = re.compile(r"[<>@*`_~|\n\t]")


def suggest(desk: Desk, client: WebClient, channel: str) -> None:
    """Suggest questions in a direct message; help alone where no papers are held."""
    try:
        prompts = prompts_for(desk.papers.library(), desk.today())
    except TownClerkError:
        prompts = (HELP,)
    client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=list(prompts))


def prompts_for(library: Library, today: date) -> tuple[Prompt, ...]:
    """At most four prompts, made again when an ingest has brought other papers, or the next day."""
    return _prompts(library, library.catalogue.generation(), today)


@lru_cache(maxsize=4)
def _prompts(library: Library, _generation: int, today: date) -> tuple[Prompt, ...]:
    kinds = (_latest_meeting, _lead, _subject)
    found = (next(kind(library, today), None) for kind in kinds)
    return (*(prompt for prompt in found if prompt), HELP)


def _latest_meeting(library: Library, today: date) -> Iterator[Prompt]:
    """What a body decided last, the body that met last first."""
    dated = [one for one in library.status().by_body if one.body and one.newest]
    for one in sorted(dated, key=lambda one: one.newest or date.min, reverse=True)[:TRIED]:
        body, newest = one.body or "", one.newest
        prompt = _prompt(f"Latest from {body}", f"What did {body} decide at its latest meeting?")

        def is_of_it(answer: Answer, body: str = body, newest: date | None = newest) -> bool:
            fronts = [citation.report.front for citation in answer.citations]
            return all((front.body, front.meeting_date) == (body, newest) for front in fronts)

        if _is_sayable(body) and _answers(library, prompt, today, is_of_it):
            yield prompt


def _lead(library: Library, today: date) -> Iterator[Prompt]:
    """Who answers for a service; of those that are called a lead or an officer, the newest."""
    for word in ("Lead", "Officer"):
        areas = (one.lead.area for one in library.catalogue.leads_called(word))
        for area in islice(dict.fromkeys(filter(None, areas)), TRIED):
            prompt = _prompt(f"Lead for {area}", f"Who is the lead for {area}?")
            if _is_sayable(area) and _answers(library, prompt, today):
                yield prompt


def _subject(library: Library, today: date) -> Iterator[Prompt]:
    """What was decided about something lately; what was resolved first."""
    newest = library.decisions(DecisionQuery(limit=100))
    recent = sorted(newest, key=lambda one: one.decision.standing != "resolved")
    by_subject: dict[str, DecisionFound] = {}
    for one in recent:
        by_subject.setdefault(_subject_of(one), one)
    for subject, found in islice(by_subject.items(), TRIED):
        prompt = _prompt(f"Decided: {subject}", f"What was decided about {subject}?")

        def cites_it(answer: Answer, found: DecisionFound = found) -> bool:
            return found.report.report_id in {one.report.report_id for one in answer.citations}

        if subject and _answers(library, prompt, today, cites_it):
            yield prompt


def _subject_of(found: DecisionFound) -> str:
    """What a decision is about, as its heading or its report's title says; "" if neither does."""
    title = found.report.front.title if found.report.kind == "report" else None
    for said in (title, found.decision.heading):
        words = (said or "").strip(" .:")
        if _is_sayable(words) and not _ROUTINE.match(words):
            return _as_in_a_sentence(words)
    return ""


def _as_in_a_sentence(heading: str) -> str:
    """A heading without its capital, unless that is a name's or an abbreviation's.

    >>> [_as_in_a_sentence(heading) for heading in ("Allotment rents", "Mill Lane", "ICT")]
    ['allotment rents', 'Mill Lane', 'ICT']
    """
    if heading.isupper() and len(heading) > LONGEST_ABBREVIATION:
        return heading.lower()
    first, *others = heading.split()
    is_plain = first[1:].islower() and others and all(word.islower() for word in others)
    return heading[0].lower() + heading[1:] if is_plain else heading


def _is_sayable(name: str) -> bool:
    """Whether a name from a paper can stand in a question, and in Slack, as it is."""
    return 3 <= len(name) <= LONGEST_NAME and not _MARKS.search(name)


def _prompt(title: str, message: str) -> Prompt:
    return {"title": clip(title, MAX_TITLE), "message": message}


def _answers(
    library: Library,
    prompt: Prompt,
    today: date,
    fits: Callable[[Answer], bool] = lambda _: True,
) -> bool:
    """Whether the library answers a prompt, and from where it should."""
    answer = library.ask(prompt["message"], today=today)
    return answer.status == "answered" and bool(answer.citations) and fits(answer)
