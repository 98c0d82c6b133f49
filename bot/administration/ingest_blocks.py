"""Ingests and coverage as Block Kit: pure functions from ledger records to messages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from slackblocks import Block

from bot.administration.job import UnderWay
from bot.message import Message, message, paragraph
from bot.slack.persons import Part, Person, told
from bot.text import clip
from bot.wording import counted, moment
from index.neutral import neutral_title
from index.runs import BodyCoverage, Run, RunItem, Status
from index.wording import file_name, say_date

MOST_NAMED = 35
MOST_BODIES = 15
MAX_LINE = 200
MAX_FILE = 60
MAX_REASON = 250  # with what to do about it


def progress_words(run: Run) -> str:
    """How far an ingest is, in one line."""
    of = f" of {run.total:,}" if run.total is not None else ""
    trouble = f", {run.failed:,} could not be read" if run.failed else ""
    return f"Ingest {run.run} is running: {run.met:,}{of} papers met{trouble}."


def finished_message(run: Run, kept_out: Sequence[RunItem]) -> Message:
    """What an ingest did, and which papers failed or were withheld, each with its reason."""
    heading = f"Ingest {run.run} is done: {tally(run)}."
    lines = kept_out_lines(kept_out, MOST_NAMED)
    blocks: list[Block] = [paragraph(heading, bold=True)]
    if lines:
        blocks.append(paragraph("\n".join(lines)))
    return message("\n".join([heading, *lines]), blocks, outcome="ingested")


def kept_out_lines(kept_out: Sequence[RunItem], most: int) -> list[str]:
    """The papers that failed, by name, then those withheld, by a neutral title.

    What has the same reason stands in one line, with what to do about it.
    """
    chosen = sorted(kept_out, key=lambda item: item.outcome != "failed")
    alike: dict[tuple[str, str | None, str | None], list[str]] = {}
    for item in chosen[:most]:
        names = alike.setdefault((item.outcome, item.code, item.message), [])
        names.append(clip(_called(item), MAX_FILE))
    lines = [_named(names, *reason) for reason, names in alike.items()]
    if len(chosen) > most:
        lines.append(f"… and {len(chosen) - most:,} more: townclerk failures lists them.")
    if any(item.outcome == "withheld" for item in chosen):
        lines.append(_WHICH)
    return lines


_WHICH = (
    "The names of withheld papers are not told in Slack. On the server, townclerk failures says "
    "which each is."
)


def _called(item: RunItem) -> str:
    """A source by its file's name, unless that may tell what is exempt."""
    return neutral_title(item.source) if item.outcome == "withheld" else file_name(item.source)


def tally(run: Run) -> str:
    """How many papers ended how, leaving out how none did."""
    counts = {
        "added": run.added,
        "changed": run.changed,
        "unchanged": run.unchanged,
        "removed": run.removed,
        "withheld": run.withheld,
        "failed": run.failed,
    }
    told = [f"{number:,} {outcome}" for outcome, number in counts.items() if number]
    return ", ".join(told) or "nothing to do"


def _named(names: Sequence[str], outcome: str, code: str | None, message: str | None) -> str:
    """Sources that were kept out: their names, outcome, code and what to do about it."""
    told = Counter(names).items()
    named = ", ".join(name if number == 1 else f"{name} ({number} times)" for name, number in told)
    reason = f" ({code})" if code else ""
    what = f": {message}" if message else ""
    return f"• {named} – {clip(f'{outcome}{reason}{what}', MAX_REASON)}"


def status_message(status: Status, under_way: UnderWay | None = None) -> Message:
    """What is held and how fresh it is, how the last ingest went, and who is at work now."""
    lines = [*coverage_lines(status), run_words(status.last_run) if not under_way else ""]
    lines = [*filter(None, lines), *filter(None, [kept_out_words(status)])]
    blocks: list[Block] = [paragraph(lines[0], bold=True), *map(paragraph, lines[1:])]
    made = message("\n".join(lines), blocks, outcome="status")
    return made if under_way is None else _with(made, under_way_parts(under_way))


def _with(made: Message, parts: Sequence[Part]) -> Message:
    """A message with a line below it that names people."""
    below = told(*parts)
    text = f"{made.text}\n{below.text}"
    return replace(made, text=text, blocks=(*made.blocks, *below.blocks))


def under_way_parts(under_way: UnderWay) -> tuple[Part, ...]:
    """What is being done now, by whom and since when."""
    by = Person(under_way.doing.who), f" since {moment(under_way.since)}."
    if under_way.doing.act != "ingest":
        return f"{_ACTS.get(under_way.doing.act, 'Papers are being changed')} by ", *by
    if under_way.run is None:
        return "An ingest is about to begin, started by ", *by
    return f"{progress_words(under_way.run)} Started by ", *by


_ACTS = {
    "withdraw": "A paper is being taken out",
    "rebuild": "The search index is being built anew",
}


def coverage_lines(status: Status) -> list[str]:
    """How many papers are held, how fresh, and of which bodies."""
    newest = f", the newest of {say_date(status.newest_meeting)}" if status.newest_meeting else ""
    beside = "or recommendation" if status.decisions == 1 else "and recommendations"
    lines = [
        f"I hold {counted(status.reports, 'paper')} with {counted(status.decisions, 'decision')} "
        f"{beside}{newest}."
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


def run_words(run: Run | None) -> str:
    """How the last ingest went, in a sentence; nothing where there was none."""
    if run is None:
        return ""
    if run.state == "running":
        return progress_words(run)
    ended = "was cancelled" if run.cancelled else _ENDED[run.state]
    return f"Ingest {run.run} {ended}, {moment(run.finished or run.started)}: {tally(run)}."


_ENDED = {"finished": "is done", "aborted": "broke off"}


def kept_out_words(status: Status) -> str:
    """How many papers are kept out, and why; nothing where there is none."""
    if not status.withheld and not status.failed:
        return ""
    return (
        f"{status.withheld:,} withheld as exempt, unclear or withdrawn; "
        f"{status.failed:,} could not be read."
    )
