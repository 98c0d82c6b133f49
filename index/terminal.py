"""Answers, decisions and status as a person reads them at a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from index.context import Context
from index.doors import printable
from index.doubts import unsure_in
from index.neutral import short_id
from index.records import Answer, Block, Citation, DecisionFound, Standing
from index.runs import Run, RunItem, Status
from index.wording import (
    STANDING_IN_WORDS,
    say_counts,
    say_date,
    say_page,
    say_report,
    say_searched,
    say_source,
)

COLOURS: dict[Standing, str] = {
    "resolved": "green",
    "recommended": "yellow",
    "proposed": "yellow",
    "reported": "cyan",
}


CITED, AROUND = "  ┃ ", "  │ "  # a heavy line beside the paragraphs that an excerpt stands in


def show_answer(answer: Answer, console: Console, contexts: Sequence[Context | None] = ()) -> None:
    """The headline, then each excerpt, numbered, with its source, standing and any context."""
    if answer.read_as:
        console.print(Text(f"Read as: {lines(answer.read_as)}", style="dim"), soft_wrap=True)
    console.print(Text(lines(answer.headline), style="bold"), soft_wrap=True)
    for sentence in answer.position:
        console.print(Text(lines(sentence)), soft_wrap=True)
    for number, citation in enumerate(answer.citations, 1):
        console.print()
        console.print(_citation(number, citation))
        if context := next(iter(contexts[number - 1 : number]), None):
            console.print()
            show_context(context, console)
    if answer.status != "answered" or answer.searched.corrected or answer.read_as:
        console.print()
        console.print(Text(say_searched(answer.searched), style="dim"))
    for suggestion in answer.suggestions:
        console.print(Text(f"Try: {lines(suggestion)}", style="dim"))


def _citation(number: int, citation: Citation) -> RenderableType:
    source = Text(f"[{number}] ", style="bold")
    source.append(STANDING_IN_WORDS[citation.standing], style=COLOURS[citation.standing])
    source.append(f" · {lines(say_source(citation))}", style="dim")
    return Group(Padding(Text(lines(citation.excerpt)), (0, 0, 0, 4)), source)


def show_context(context: Context, console: Console) -> None:
    """The paragraphs an excerpt stands in and those around them, page by page."""
    for line in _context(context):
        console.print(line, soft_wrap=True)


def _context(context: Context) -> Iterator[Text]:
    page, first = None, context.blocks[0]
    if first.kind != "heading" and first.heading:
        yield Text(f"{AROUND}{printable(first.heading)}", style="bold")
    for block in context.blocks:
        if block.page is not None and block.page != page:
            page = block.page
            yield Text(f"{AROUND}{say_page(context.report, page)}", style="dim")
        yield _block(context, block)


def _block(context: Context, block: Block) -> Text:
    """A block beside its line, its label in front, and … where a long one is cut."""
    line = CITED if block in context.cited else AROUND
    shown = f"… {block.text} …" if block.start in context.cut else block.text
    words = lines(shown).replace("\n", f"\n{line}")
    return Text(f"{line}{words}", style="bold" if block.kind == "heading" else "")


def show_decisions(found: Iterable[DecisionFound], console: Console) -> None:
    """Decisions, newest meeting first, each with its standing."""
    for one in found:
        label = f"{one.decision.label} " if one.decision.label else ""
        source = Text(STANDING_IN_WORDS[one.decision.standing])
        source.stylize(COLOURS[one.decision.standing])
        source.append(f" · {label}{lines(say_report(one.report))}", style="dim")
        if said := unsure_in(one):
            source.append(f" · {said}")
        console.print(source)
        console.print(Padding(Text(lines(one.decision.text)), (0, 0, 1, 4)))


def show_status(status: Status, console: Console) -> None:
    """Coverage by body, freshness, and the last run."""
    newest = say_date(status.newest_meeting) if status.newest_meeting else "no dated meeting"
    console.print(
        f"{status.reports} papers, {status.decisions} decisions and recommendations, "
        f"{status.passages} passages; newest meeting: {newest}.",
        soft_wrap=True,
    )
    console.print(f"Withheld: {status.withheld}. Could not be read: {status.failed}.")
    if status.last_run:
        console.print(say_run(status.last_run), soft_wrap=True)
    covered = table("Council", "Body", "Papers", "Newest meeting")
    for one in status.by_body:
        newest = say_date(one.newest) if one.newest else "–"
        covered.add_row(cell(one.council), cell(one.body), str(one.reports), newest)
    console.print(covered)


def say_run(run: Run) -> str:
    """One ingest in one sentence."""
    state = "cancelled" if run.cancelled else run.state
    when = f"{run.started[:16].replace('T', ' ')} UTC"
    return f"Run {run.run}, {when}, {state}: {say_counts(run.count) or 'nothing to do'}."


def show_items(items: Iterable[RunItem], console: Console) -> None:
    """Sources, those withheld by their ids too, with what became of each: one whole line each."""
    for item in items:
        code = f" [{item.code}]" if item.code else ""
        known_as = f" ({short_id(item.source)})" if item.outcome == "withheld" else ""
        said = f"{item.outcome}{code} {item.message or ''}"
        console.print(Text(f"{printable(item.source)}{known_as}: {said}"), soft_wrap=True)


def table(*headings: str) -> Table:
    """A table without lines, whose cells fold and are never cut."""
    made = Table(box=None, header_style="bold", pad_edge=False)
    for heading in headings:
        made.add_column(heading, overflow="fold")
    return made


def cell(text: str | None) -> str | Text:
    """A text as one harmless line of a table; a dash where there is none."""
    return Text(printable(text)) if text else "–"


def lines(text: str) -> str:
    """A text made safe line by line, so that a list keeps its lines and a row its columns."""
    return "\n".join("   ".join(map(printable, line.split("\t"))) for line in text.split("\n"))
