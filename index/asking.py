"""Questions asked at a terminal, one or one after another, and their answers printed."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click
from rich.console import Console

from index import documents, terminal
from index.context import Context
from index.doors import print_json
from index.errors import NotShown
from index.library import Library
from index.records import Citation, Filters


@dataclass(frozen=True, slots=True)
class Asking:
    """Which papers are asked, and how answers are shown."""

    filters: Filters
    limit: int
    as_json: bool
    in_context: bool


def ask_one(library: Library, question: str, asking: Asking, earlier: Sequence[str]) -> None:
    """Print the answer to a question, asked after ``earlier`` ones."""
    answer = library.ask(question, asking.filters, limit=asking.limit, conversation=earlier)
    contexts = [_context(library, one) for one in answer.citations] if asking.in_context else []
    if asking.as_json:
        print_json(documents.answer_document(answer, contexts))
    else:
        terminal.show_answer(answer, Console(), contexts)


def ask_on(library: Library, asking: Asking, earlier: Sequence[str]) -> None:
    """Print the answer to each question that is typed, asked after those before it."""
    click.echo("Ask a question, or press Enter on an empty line to end.", err=True)
    asked = [*earlier]
    for line in iter(_prompt, ""):
        ask_one(library, line, asking, asked)
        asked.append(line)


def _context(library: Library, cited: Citation) -> Context | None:
    """What stands around a citation; None where it may not be shown: the excerpt still stands."""
    try:
        return library.context(cited.report.report_id, cited.start, cited.end)
    except NotShown:
        return None


def _prompt() -> str:
    """The next question; empty at the end of the input."""
    click.echo("\n? ", nl=False, err=True)
    return sys.stdin.readline().strip()
