"""The form "Ask the papers": a question and what to limit it to."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from slackblocks import (
    Block,
    DatePicker,
    InputBlock,
    ModalView,
    Option,
    PlainText,
    PlainTextInput,
    StaticSelectMenu,
)

from bot.answers.asked import Asked
from bot.decisions.limits import names_in
from bot.message import small
from bot.text import clip, head, question_in
from index.records import Filters, ReportKind
from index.runs import Status

FORM = "ask_form"
MOST_OPTIONS = 100
MAX_OPTION, MAX_OPTION_VALUE = 75, 150
MAX_QUESTION, MAX_NAME = 500, 150
KINDS: dict[str, ReportKind] = {
    "Reports": "report",
    "Minutes": "minutes",
    "Decision notices and records": "decision",
    "Agendas": "agenda",
}

View = dict[str, Any]


def ask_form(status: Status) -> View:
    """The form, with the councils and bodies that are held to choose from."""
    names = names_in(status)
    councils = names.councils if len(names.councils) > 1 else ()
    blocks = [
        _input("Question", _question(), "Such as: Who is responsible for procurement?"),
        *_named("Council", "council", councils),
        *_named("Committee or other body", "body", names.bodies),
        _input("From", DatePicker("since"), "The first day of meetings to look in", optional=True),
        _input("To", DatePicker("until"), "The last day of meetings to look in", optional=True),
        _input("Kind of paper", _menu("kind", KINDS.items()), optional=True),
        small("The answer comes to you in a direct message from me. Nobody else sees it."),
    ]
    return ModalView(
        "Ask the papers", blocks, close="Cancel", submit="Ask", callback_id=FORM
    ).to_dict()


def faults_in(view: View) -> dict[str, str]:
    """What is wrong in a form as it was submitted, by the field to put it at."""
    said = _said(view)
    faults = {}
    if not re.search(r"\w", question_in(said.get("question") or "")):
        faults["question"] = "Ask a question in words, such as: What was decided on parking?"
    if (since := _day(said, "since")) and (until := _day(said, "until")) and until < since:
        faults["until"] = "This day is before the first one. Choose a later day, or none."
    return faults


def asked_in(view: View, user: str) -> Asked:
    """The question that a form without faults asks."""
    said = _said(view)
    filters = Filters(
        council=_name(said, "council"),
        body=_name(said, "body"),
        since=_day(said, "since"),
        until=_day(said, "until"),
        kind=next((kind for kind in KINDS.values() if kind == said.get("kind")), None),
    )
    # The answer is read in a direct message, where there is nobody to share it with.
    return Asked(question_in(said.get("question") or ""), user, filters=filters)


def _question() -> PlainTextInput:
    return PlainTextInput("question", max_length=MAX_QUESTION, focus_on_load=True)


def _named(label: str, name: str, names: tuple[str, ...]) -> Iterator[Block]:
    """A menu of the names held; a field to write in where they are too many for one."""
    # A name too long for an option still finds its body by the words it begins with.
    values = dict.fromkeys(head(one.strip(), MAX_OPTION_VALUE) for one in names if one.strip())
    if len(values) > MOST_OPTIONS:
        field = PlainTextInput(name, max_length=MAX_NAME)
        yield _input(label, field, "A name, or words of it", optional=True)
    elif values:
        yield _input(label, _menu(name, ((value, value) for value in values)), optional=True)


def _menu(name: str, options: Iterable[tuple[str, str]]) -> StaticSelectMenu:
    return StaticSelectMenu(
        name,
        [Option(PlainText(clip(text, MAX_OPTION), emoji=False), value) for text, value in options],
        placeholder="Any",
    )


def _input(label: str, element: Any, hint: str | None = None, *, optional: bool = False) -> Block:
    """A field, whose block has the name of its element, so that a fault can be put at it."""
    return InputBlock(label, element, block_id=element.action_id, hint=hint, optional=optional)


def _said(view: View) -> dict[str, str | None]:
    """What is in each field, by its name."""
    values = view.get("state", {}).get("values", {})
    return {name: _value(state) for fields in values.values() for name, state in fields.items()}


def _value(state: dict[str, Any]) -> str | None:
    chosen = state.get("selected_option") or {}
    return state.get("value") or chosen.get("value") or state.get("selected_date")


def _name(said: dict[str, str | None], field: str) -> str | None:
    return question_in(said.get(field) or "") or None


def _day(said: dict[str, str | None], field: str) -> date | None:
    text = said.get(field)
    return date.fromisoformat(text) if text else None
