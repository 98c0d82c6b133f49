"""Papers as a person reads them at a terminal: the list of all, and one as it was understood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from index.catalogue.links import Linked
from index.doors import printable
from index.records import Block, Decision, Lead, ReportFacts
from index.terminal import COLOURS, cell, lines, table
from index.understood import Understood
from index.wording import STANDING_IN_WORDS, file_name, say_date, say_page, say_report

_LABEL = 8  # characters before a paragraph
_COPIES = 2  # of a paper, named in the list
_WIDEST = 12  # columns of a table that is drawn as one


def show_reports(
    reports: Sequence[ReportFacts], same_as: Mapping[str, Sequence[str]], console: Console
) -> None:
    """Every report by its meeting, kind and file, within a hundred columns."""
    names = _short_names(reports)
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for heading, width in (("Meeting", 11), ("Body", 20), ("Kind", 8), ("Title", 28), ("File", 28)):
        shown.add_column(heading, max_width=width, overflow="fold")
    for report in reports:
        others = [names[other] for other in same_as.get(report.report_id, ()) if other in names]
        shown.add_row(*_row(report, names[report.report_id], others))
    console.print(shown)
    if any(report.front.meeting_date_basis == "inferred" for report in reports):
        console.print("* The date is inferred; `townclerk show` says how.")


def _row(report: ReportFacts, name: str, others: Sequence[str]) -> Iterator[str | Text]:
    front = report.front
    day = front.meeting_date
    inferred = "*" if front.meeting_date_basis == "inferred" else ""
    yield f"{day.isoformat()}{inferred}" if day else "–"
    yield cell(front.body or front.council)
    yield f"{report.kind} (draft)" if front.draft else report.kind
    yield cell(front.title)
    yield Text(printable(name)).append(_same_as(others), style="dim")


def _same_as(others: Sequence[str]) -> str:
    """The other copies of a paper, below its name; `show` has them all where they are many."""
    if not others:
        return ""
    more = f" and {len(others) - _COPIES} more" if len(others) > _COPIES else ""
    return f"\nsame as {', '.join(map(printable, others[:_COPIES]))}{more}"


def _short_names(reports: Iterable[ReportFacts]) -> dict[str, str]:
    """Each report by its file's name, with its folder where two files have one name."""
    files = {report.report_id: report.source for report in reports}
    number = Counter(map(file_name, files.values()))
    return {
        report_id: file_name(source) if number[file_name(source)] == 1 else _with_folder(source)
        for report_id, source in files.items()
    }


def _with_folder(source: str) -> str:
    return "/".join(PurePosixPath(source.replace("\\", "/")).parts[-2:])


def show_paper(shown: Understood, console: Console) -> None:
    """One paper: what it says of itself, its text, what was decided, and who answers for what."""
    _show_front(shown, console)
    _show_blocks(shown.blocks, shown.report, console)
    _show_decisions(shown, console)
    _show_people(shown.leads, console)


def _show_front(shown: Understood, console: Console) -> None:
    facts = table("Front page", "")
    for name, value in _front_page(shown.report):
        facts.add_row(name, cell(value))
    for place in shown.also_at:
        facts.add_row("Also at", cell(place))
    for other in shown.same_as:
        draft = " (draft)" if other.front.draft else ""
        facts.add_row("Same paper as", cell(f"{other.source}{draft}"))
    for warning in shown.report.warnings:
        facts.add_row("Warning", cell(warning))
    console.print(facts)


def _front_page(report: ReportFacts) -> Iterator[tuple[str, str | None]]:
    """Every fact by its name; what the paper does not say is None."""
    front = report.front
    yield "Title", front.title
    yield "Kind", f"{report.kind}{', proposed' if front.proposed else ''}"
    yield "Draft", _yes_no(front.draft)
    yield "Council", front.council
    yield "Body", front.body
    yield "Meeting date", _say_day(report)
    yield "Item number", front.item_number
    yield "Reference", front.reference
    yield "Decision number", front.decision_number
    yield "Report of", front.report_of
    yield "Introduced by", front.introduced_by
    yield "Author", front.author
    yield "Contact", front.contact
    yield "Wards", front.wards
    yield "Part", _say_part(front.part)
    yield "Key decision", _yes_no(front.key_decision)
    yield "Subject to call-in", _yes_no(front.call_in)
    yield "Access", report.access
    yield "Source", report.source
    yield "Address", report.url
    yield "Report id", report.report_id
    pages = f"{report.pages} pages, " if report.pages else ""
    yield "Length", f"{pages}{report.chars:,} characters"


def _say_day(report: ReportFacts) -> str | None:
    """The day of the meeting, and whether the paper states it."""
    front = report.front
    if front.meeting_date is None:
        return None
    basis = front.meeting_date_basis or "basis not known"
    rule = f": {front.meeting_date_rule}" if front.meeting_date_rule else ""
    return f"{say_date(front.meeting_date)} ({basis}{rule})"


def _say_part(part: int | None) -> str | None:
    said = {1: "1 (open to the public)", 2: "2 (closed)"}
    return said.get(part, str(part)) if part is not None else None


def _yes_no(said: bool | None) -> str | None:
    return None if said is None else ("yes" if said else "no")


def _show_blocks(blocks: Sequence[Block], report: ReportFacts, console: Console) -> None:
    """The text with its pages, headings and numbers; rows that belong together as a table."""
    page = None
    for (is_row, at, columns), together in groupby(_without_heads(blocks), key=_kept_together):
        found = list(together)
        if at is not None and at != page:
            console.print(Rule(say_page(report, at), align="left", style="dim"))
            page = at
        if is_row and len(found[0].cells) <= _WIDEST:
            _show_table(found, columns, console)
        else:
            for block in found:
                _show_block(block, console)
        _show_unsure(found, report, console)
    if any(block.label_inferred for block in blocks):
        console.print("* The file itself had lost this number.")


def _without_heads(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the rows that only head the columns of the next."""
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        heads = block.kind == "row" and following is not None and block.cells == following.columns
        if not heads:
            yield block


def _kept_together(block: Block) -> tuple[bool, int | None, tuple[str, ...]]:
    return block.kind == "row", block.page, block.columns


def _show_block(block: Block, console: Console) -> None:
    mark = "*" if block.label_inferred else ""
    line = Text(f"{(block.label or '') + mark:>{_LABEL}}  ", style="cyan")
    words = lines(block.words).replace("\t", " │ ")
    line.append(words, style="bold" if block.kind == "heading" else "")
    console.print(line, soft_wrap=True)


def _show_unsure(blocks: Sequence[Block], report: ReportFacts, console: Console) -> None:
    """The figures of some blocks that OCR may have misread, each with how sure it was."""
    said = [
        f"{printable(block.text[start - block.start : end - block.start])} ({sure} % sure)"
        for block in blocks
        for start, end, sure in report.unsure
        if block.start <= start < block.end
    ]
    if said:
        line = f"{' ' * (_LABEL + 2)}May be misread: {', '.join(said)}"
        console.print(Text(line, style="dim"), soft_wrap=True)


def _show_table(rows: Sequence[Block], columns: Sequence[str], console: Console) -> None:
    """Rows of one table, each cell under its heading."""
    width = max(len(columns), *(len(row.cells) for row in rows))
    drawn = Table(show_header=bool(columns), header_style="bold", padding=(0, 1))
    for number in range(width):
        drawn.add_column(printable(columns[number]) if number < len(columns) else "")
    for row in rows:
        drawn.add_row(*(Text(lines(one)) for one in row.cells))
    console.print(Padding(drawn, (0, 0, 0, _LABEL + 2), expand=False))


def _show_decisions(shown: Understood, console: Console) -> None:
    if shown.decisions:
        console.print(Rule("Decisions and recommendations", align="left"))
    for number, decision in enumerate(shown.decisions):
        heading = Text(STANDING_IN_WORDS[decision.standing], style=COLOURS[decision.standing])
        heading.append(_place(decision), style="dim")
        console.print(heading, soft_wrap=True)
        console.print(Padding(Text(lines(decision.text)), (0, 0, 0, 4), expand=False))
        linked = [("Decided by", one) for one in shown.decided_by.get(number, ())]
        linked += [("Decides", one) for one in shown.decides.get(number, ())]
        for line in (*_particulars(decision), *(_say_link(how, one) for how, one in linked)):
            console.print(Padding(Text(lines(line), style="dim"), (0, 0, 0, 4), expand=False))


def _place(decision: Decision) -> str:
    said = (
        decision.outcome,
        f"minute {decision.minute}" if decision.minute else None,
        decision.label,
        f"page {decision.page}" if decision.page else None,
        decision.heading,
    )
    return "".join(f" · {printable(part)}" for part in said if part)


def _particulars(decision: Decision) -> Iterator[str]:
    said = {
        "Moved by": decision.mover,
        "Seconded by": decision.seconder,
        "Votes": decision.votes,
        "Reasons": decision.reasons,
        "Alternatives": decision.alternatives,
    }
    yield from (f"{name}: {value}" for name, value in said.items() if value)


def _say_link(how: str, linked: Linked) -> str:
    """What answers a recommendation, or was answered, and where it stands."""
    decision = linked.decision
    said = (
        STANDING_IN_WORDS[decision.standing].lower(),
        decision.outcome,
        f"minute {decision.minute}" if decision.minute else None,
        decision.label,
        say_report(linked.report),
        file_name(linked.report.source),
        "the item as a whole" if linked.whole_item else None,
    )
    return f"{how}: {', '.join(part for part in said if part)}"


def _show_people(leads: Sequence[Lead], console: Console) -> None:
    if not leads:
        return
    console.print(Rule("People", align="left"))
    people = table("Name", "Post", "Organisation", "Relation", "Area", "Contact")
    for lead in leads:
        said = (lead.name, lead.post, lead.organisation, lead.relation, lead.area, lead.contact)
        people.add_row(*map(cell, said))
    console.print(people)
