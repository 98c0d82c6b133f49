"""Answers, decisions and status as a person reads them at a terminal."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from index.doors import printable
from index.records import (
    Answer,
    Block,
    Citation,
    Decision,
    DecisionFound,
    Lead,
    ReportFacts,
    Run,
    RunItem,
    Standing,
    Status,
)
from index.wording import (
    STANDING_IN_WORDS,
    say_date,
    say_meeting,
    say_report,
    say_searched,
    say_source,
)

_COLOURS: dict[Standing, str] = {
    "resolved": "green",
    "recommended": "yellow",
    "proposed": "yellow",
    "reported": "cyan",
}


def show_answer(answer: Answer, console: Console) -> None:
    """The headline, then each excerpt, numbered, with its source and standing."""
    console.print(Text(_lines(answer.headline), style="bold"), soft_wrap=True)
    for number, citation in enumerate(answer.citations, 1):
        console.print()
        console.print(_citation(number, citation))
    if answer.status != "answered":
        console.print()
        console.print(Text(say_searched(answer.searched), style="dim"))
    for suggestion in answer.suggestions:
        console.print(Text(f"Try: {_lines(suggestion)}", style="dim"))


def _citation(number: int, citation: Citation) -> RenderableType:
    source = Text(f"[{number}] ", style="bold")
    source.append(STANDING_IN_WORDS[citation.standing], style=_COLOURS[citation.standing])
    source.append(f" · {_lines(say_source(citation))}", style="dim")
    return Group(Padding(Text(_lines(citation.excerpt)), (0, 0, 0, 4)), source)


def show_decisions(found: Iterable[DecisionFound], console: Console) -> None:
    """Decisions, newest meeting first, each with its standing."""
    for one in found:
        label = f"{one.decision.label} " if one.decision.label else ""
        source = Text(STANDING_IN_WORDS[one.decision.standing])
        source.stylize(_COLOURS[one.decision.standing])
        source.append(f" · {label}{_lines(say_report(one.report))}", style="dim")
        console.print(source)
        console.print(Padding(Text(_lines(one.decision.text)), (0, 0, 1, 4)))


def show_status(status: Status, console: Console) -> None:
    """Coverage by body, freshness, and the last run."""
    newest = say_date(status.newest_meeting) if status.newest_meeting else "no dated meeting"
    console.print(
        f"{status.reports} papers, {status.decisions} decisions and recommendations, "
        f"{status.passages} passages; newest meeting: {newest}."
    )
    console.print(f"Withheld: {status.withheld}. Could not be read: {status.failed}.")
    if status.last_run:
        console.print(say_run(status.last_run))
    table = _table("Council", "Body", "Papers", "Newest meeting")
    for one in status.by_body:
        newest = say_date(one.newest) if one.newest else "–"
        table.add_row(_cell(one.council), _cell(one.body), str(one.reports), newest)
    console.print(table)


def say_run(run: Run) -> str:
    """One ingest in one sentence."""
    counts = ", ".join(
        f"{count} {name}"
        for name in ("added", "changed", "unchanged", "removed", "withheld", "failed")
        if (count := getattr(run, name))
    )
    return f"Run {run.run}, {run.started}, {run.state}: {counts or 'nothing to do'}."


def show_items(items: Iterable[RunItem], console: Console) -> None:
    """Sources by name, with what became of each and why."""
    for item in items:
        code = f" [{item.code}]" if item.code else ""
        console.print(Text(f"{printable(item.source)}: {item.outcome}{code} {item.message or ''}"))


def show_reports(reports: Iterable[ReportFacts], console: Console) -> None:
    """Every report in one line each."""
    table = _table("Meeting", "Kind", "Title", "Source")
    for report in reports:
        cells = (say_meeting(report.front), report.kind, report.front.title, report.source)
        table.add_row(*(_cell(cell) for cell in cells))
    console.print(table)


def show_facts(facts: dict[str, object], console: Console) -> None:
    """The front page, each fact on a line; what the paper does not say is a dash."""
    table = _table("Front page", "")
    for name, value in facts.items():
        table.add_row(name.replace("_", " "), _cell(None if value is None else str(value)))
    console.print(table)


def show_blocks(blocks: Iterable[Block], console: Console) -> None:
    """The text as understood: headings bold, numbers apart, rows with their cells divided."""
    for block in blocks:
        words = _lines(block.words).replace("\t", " │ ")
        line = Text(f"{block.label or '':>8}  ", style="cyan")
        line.append(words, style="bold" if block.kind == "heading" else "")
        console.print(line, soft_wrap=True)


def show_extracted(decisions: Iterable[Decision], leads: Iterable[Lead], console: Console) -> None:
    """The decisions and the people found in a paper."""
    for decision in decisions:
        label = decision.label or decision.minute or ""
        console.print(Text(f"{decision.standing} {label}: {_lines(decision.text)}"))
    for lead in leads:
        parts = (lead.relation, lead.area, lead.name, lead.post, lead.organisation)
        console.print(Text(printable(" · ".join(part for part in parts if part))))


def _table(*headings: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _cell(text: str | None) -> str | Text:
    return Text(printable(text)) if text else "–"


def _lines(text: str) -> str:
    """A text made safe line by line, so that a list keeps its lines and a row its columns."""
    return "\n".join("   ".join(map(printable, line.split("\t"))) for line in text.split("\n"))
