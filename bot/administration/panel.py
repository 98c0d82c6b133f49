"""What administrators see on the App Home: the ingests, what is kept out, and who did what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slackblocks import ActionsBlock, Block, Button, HeaderBlock, RichTextBlock
from slackblocks.rich_text.elements import RichTextElement

from bot.administration.ingest_blocks import kept_out_lines, run_words, under_way_parts
from bot.administration.job import UnderWay
from bot.administration.job_blocks import cancel_button, read_again_button
from bot.message import line, paragraph, small, words
from bot.slack.persons import Person, line_of, shown_in
from bot.text import clip
from bot.wording import moment
from index.acts import Act
from index.neutral import without_name
from index.runs import Run, RunItem

MOST_NAMED, MOST_ACTS = 10, 5
_MAX_ACT = 200


@dataclass(frozen=True, slots=True)
class Panel:
    """What is being done, how the last ingest went, what is kept out, and the last acts."""

    under_way: UnderWay | None = None
    last_run: Run | None = None
    kept_out: Sequence[RunItem] = ()
    acts: Sequence[Act] = ()


def panel_blocks(panel: Panel) -> Iterator[Block]:
    """The panel, with its buttons; each press is checked anew."""
    yield HeaderBlock("For administrators")
    buttons: list[Button] = []
    if panel.under_way:
        yield line_of(*under_way_parts(panel.under_way), bold=True)
        yield small("Open this tab again to see how far it is.")
        stoppable = panel.under_way.ours and panel.under_way.doing.act == "ingest"
        buttons += [cancel_button()] if stoppable else []
    else:
        yield paragraph(run_words(panel.last_run) or "Nothing has been ingested yet.", bold=True)
        buttons += [read_again_button()] if panel.last_run else []
    buttons.append(_gap_button())
    yield ActionsBlock([*buttons])
    if panel.kept_out:
        yield paragraph("Kept out, as last met:")
        yield paragraph("\n".join(kept_out_lines(panel.kept_out, MOST_NAMED)))
    if panel.acts:
        yield paragraph("Last acts:")
        yield RichTextBlock([line(*_said(act, panel)) for act in panel.acts[:MOST_ACTS]])


def _gap_button() -> Button:
    label = "Show questions without an answer, and missing papers"
    return Button("What is missing", "gap_report", accessibility_label=label)


def _said(act: Act, panel: Panel) -> list[RichTextElement]:
    told = without_name(act.act, act.arguments, panel.kept_out)
    arguments = clip(f" {told}" if told else "", _MAX_ACT)
    end = clip(act.outcome or "not known", _MAX_ACT)
    return [
        words(f"{moment(act.at)}, "),
        shown_in(Person(act.who)),
        words(f": {act.act}{arguments}: {end}\n"),
    ]
