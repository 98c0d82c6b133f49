"""What is said around a list of decisions: what was asked for, how much was looked through."""

from collections.abc import Sequence

from bot.decisions.page import Page
from bot.decisions.table import place_of, standing_of
from bot.message import Message, message, paragraph, small
from bot.text import clip, head
from bot.wording import counted, kind_beside_name, name_beside_meeting
from index.catalogue.coverage import bodies_counted
from index.question.names import is_name_of
from index.records import DecisionFound, DecisionQuery, Filters
from index.runs import BodyCoverage, Status
from index.wording import say_date, say_filters, say_meeting

MAX_NAME = 100
MOST_NAMED = 8  # bodies in a message


def heading(page: Page) -> str:
    """How many decisions follow, or which, and what was asked for."""
    query, number = page.query, len(page.found)
    if query.offset or page.older:
        counts = f"Decisions {query.offset + 1} to {query.offset + number}"
    else:
        counts = counted(number, "decision")
    return f"{counts}, newest first{asked_for(query)}"


def asked_for(query: DecisionQuery) -> str:
    """What the decisions are limited to, in brackets; empty if they are not."""
    subject = clip((query.about or "").strip('“”" '), MAX_NAME)
    about = f"about “{subject}”" if subject else ""
    asked = ", ".join(part for part in (about, say_filters(query.filters)) if part)
    return f" ({clip(asked, 500)})" if asked else ""


def spoken(found: DecisionFound) -> str:
    """A decision in plain words, with its source."""
    said = f"{clip(standing_of(found), MAX_NAME)}: “{head(found.decision.text, 200)}”"
    meeting = clip(say_meeting(found.report.front), MAX_NAME)
    source = (
        clip(name_beside_meeting(found.report), MAX_NAME),
        kind_beside_name(found.report),
        meeting,
        place_of(found),
    )
    return f"{said} – {' · '.join(part for part in source if part)}"


def none_found(page: Page) -> Message:
    """That there are none, what was looked through, and what to try."""
    held = coverage(page.status, page.query.filters)
    text = (
        f"No decisions were found{asked_for(page.query)}. "
        "Try fewer words, another body or an earlier date; /decisions help shows how."
    )
    return message(f"{text}\n{held}", [paragraph(text), small(held)], outcome="no_decisions")


def coverage(status: Status, filters: Filters) -> str:
    """How many papers were looked through, how new they are, and that more may exist."""
    held = [one for one in status.by_body if _fits(one, filters)]
    if not held:
        return _not_held(status, filters)
    newest = max((one.newest for one in held if one.newest), default=None)
    bodies = bodies_counted(held)
    of_bodies = f" of {bodies:,} bodies" if bodies > 1 else ""
    until = f", the newest of {say_date(newest)}" if newest else ""
    papers = counted(sum(one.reports for one in held), "paper")
    return f"Looked through {papers}{of_bodies}{until}. What no paper held records is not listed."


def _not_held(status: Status, filters: Filters) -> str:
    said = " of ".join(name for name in (filters.body, filters.council) if name)
    if not said:
        return "No papers are held."
    names = list(dict.fromkeys(one.body for one in status.by_body if one.body))
    return clip(f"No paper of “{clip(said, MAX_NAME)}” is held. {_some(names)}", 900)


def _some(names: Sequence[str]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    named = "; ".join(clip(name, MAX_NAME) for name in names[:MOST_NAMED])
    return f"Held are papers of: {named}{more}."


def _fits(held: BodyCoverage, filters: Filters) -> bool:
    """Whether a body's papers are within the filters, as far as these name who met."""
    asked = ((filters.council, held.council), (filters.body, held.body))
    return all(
        said is None or (name is not None and is_name_of(said, name)) for said, name in asked
    )
