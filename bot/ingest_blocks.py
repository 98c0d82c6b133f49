"""Ingests and coverage as Block Kit: pure functions from ledger records to messages."""

from collections.abc import Iterator, Sequence

from slackblocks import Block

from bot.message import Message, message, paragraph, small
from bot.text import clip
from bot.wording import counted
from index.records import BodyCoverage, Run, RunItem, Status
from index.wording import file_name, say_date

MOST_NAMED = 40
MOST_BODIES = 15
MAX_LINE = 200


def progress_words(run: Run) -> str:
    """How far an ingest is, in one line."""
    met = run.added + run.changed + run.unchanged + run.withheld + run.failed
    of = f" of {run.total:,}" if run.total is not None else ""
    trouble = f", {run.failed:,} could not be read" if run.failed else ""
    return f"Ingest {run.run} is running: {met:,}{of} papers met{trouble}."


def finished_message(run: Run, kept_out: Sequence[RunItem]) -> Message:
    """What an ingest did, and which papers failed or were withheld, each by name and reason."""
    heading = f"Ingest {run.run} is done: {_tally(run)}."
    lines = [_named(item) for item in kept_out[:MOST_NAMED]]
    if len(kept_out) > MOST_NAMED:
        lines.append(f"… and {len(kept_out) - MOST_NAMED:,} more: `townclerk failures` lists them.")
    blocks: list[Block] = [paragraph(heading, bold=True)]
    if lines:
        blocks.append(paragraph("\n".join(lines)))
    return message("\n".join([heading, *lines]), blocks, outcome="ingested")


def _tally(run: Run) -> str:
    counts = {
        "added": run.added,
        "changed": run.changed,
        "unchanged": run.unchanged,
        "removed": run.removed,
        "withheld": run.withheld,
        "failed": run.failed,
    }
    return ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items())


def _named(item: RunItem) -> str:
    """A source that was kept out: its name, outcome, code and what to do about it."""
    reason = f" ({item.code})" if item.code else ""
    what = f": {item.message}" if item.message else ""
    return clip(f"• {file_name(item.source)} – {item.outcome}{reason}{what}", MAX_LINE)


def status_message(status: Status) -> Message:
    """What is held and how fresh it is, and how the last ingest went."""
    lines = [*coverage_lines(status), _last_run(status.last_run)]
    blocks: list[Block] = [paragraph(lines[0], bold=True), *map(paragraph, filter(None, lines[1:]))]
    if status.withheld or status.failed:
        blocks.append(small(_kept_out(status)))
    return message("\n".join(filter(None, [*lines, _kept_out(status)])), blocks, outcome="status")


def coverage_lines(status: Status) -> list[str]:
    """How many papers are held, how fresh, and of which bodies."""
    newest = f", the newest of {say_date(status.newest_meeting)}" if status.newest_meeting else ""
    lines = [
        f"I hold {counted(status.reports, 'paper')} with {counted(status.decisions, 'decision')} "
        f"and recommendations{newest}."
    ]
    if bodies := list(_bodies(status.by_body)):
        lines.append("\n".join(bodies))
    return lines


def _bodies(coverage: Sequence[BodyCoverage]) -> Iterator[str]:
    for body in coverage[:MOST_BODIES]:
        names = [name for name in (body.body or "body not stated", body.council) if name]
        newest = f", newest {say_date(body.newest)}" if body.newest else ""
        yield clip(f"• {', '.join(names)}: {counted(body.reports, 'paper')}{newest}", MAX_LINE)
    if len(coverage) > MOST_BODIES:
        yield f"… and {len(coverage) - MOST_BODIES:,} more bodies."


def _last_run(run: Run | None) -> str:
    if run is None:
        return ""
    when = (run.finished or run.started)[:16].replace("T", " ")
    if run.state == "running":
        return progress_words(run)
    ended = "finished" if run.state == "finished" else "broke off"
    return f"Ingest {run.run} {ended} at {when} UTC: {_tally(run)}."


def _kept_out(status: Status) -> str:
    if not status.withheld and not status.failed:
        return ""
    return (
        f"{status.withheld:,} withheld as exempt or unclear; {status.failed:,} could not be read."
    )
