"""What administrators are asked and told of ingests, as Block Kit: pure functions."""

from slackblocks import ActionsBlock, Block, Button, ConfirmationDialogue

from bot.administration.ingest_blocks import progress_words, run_words, tally, under_way_parts
from bot.administration.job import UnderWay
from bot.message import Message, message, paragraph, sentence, small
from bot.slack.persons import Person, told
from bot.wording import counted
from index.runs import Run, Status

READ_AGAIN, CANCEL, LEAVE = "ingest_confirm", "ingest_cancel", "leave_it"
_KEPT = "What it had read is kept and can be asked about; what was held before is held still."


def confirm_message(status: Status, user: str) -> Message:
    """Whether all known papers are really to be read again."""
    files = status.reports + status.failed + status.withheld
    what = f" asks to read all known papers again, {counted(files, 'paper')}, where each was found."
    more = (
        "New, changed and removed papers are taken in; the others stay as they are. Questions are "
        "answered meanwhile, and the ingest can be stopped."
    )
    buttons = ActionsBlock([_read_again(), Button("Leave it", LEAVE)])
    lines = [more, run_words(status.last_run)]
    blocks = [*(small(one) for one in lines if one), buttons]
    return told(Person(user), what, blocks=blocks, outcome="to_confirm")


def read_again_button() -> Button:
    """Read again, where nothing was asked before: Slack asks whether that is meant."""
    ask = ConfirmationDialogue(
        "Read all known papers again?",
        "Each is looked for where it was found. Questions are answered meanwhile.",
        "Read again",
        "Leave it",
    )
    return _read_again(ask)


def cancel_button() -> Button:
    """Stop a running ingest, after Slack has asked whether that is meant."""
    ask = ConfirmationDialogue(
        "Stop the ingest?",
        "What it has read is kept. The next ingest goes on from there.",
        "Stop it",
        "Go on",
    )
    return Button("Cancel", CANCEL, style="danger", confirm=ask, accessibility_label=_CANCEL_LABEL)


_CANCEL_LABEL = "Cancel the ingest that is running"


def started_message() -> Message:
    """That an ingest has begun."""
    return sentence(
        "The ingest has started. I tell you how it goes in a direct message.", outcome="started"
    )


def progress_message(run: Run | None, who: str) -> Message:
    """How far an ingest is, who started it, and a button to stop it."""
    far = progress_words(run) if run else "The ingest is starting."
    buttons = ActionsBlock([cancel_button()])
    return told(f"{far} Started by ", Person(who), ".", blocks=[buttons], outcome="progress")


def busy_message(under_way: UnderWay) -> Message:
    """That something is being done already, by whom; an ingest can be stopped from here."""
    stoppable = under_way.ours and under_way.doing.act == "ingest"
    blocks: list[Block] = [paragraph("Wait for that to end, then ask again.")]
    if stoppable:
        blocks.append(ActionsBlock([cancel_button()]))
    return told(*under_way_parts(under_way), blocks=blocks, outcome="busy")


def stopping_message() -> Message:
    """That an ingest was asked to stop."""
    return sentence(
        "The ingest is being stopped: it finishes the papers in hand first.", outcome="cancel"
    )


def cancelled_message(run: Run | None, by: str) -> Message:
    """That an ingest was stopped, by whom, and what became of what it had read."""
    if run is None:
        return told("The ingest was cancelled by ", Person(by), " before it had begun.")
    what = f"Ingest {run.run} was cancelled by "
    return told(what, Person(by), f": {tally(run)}.", blocks=[paragraph(_KEPT)])


def left_message() -> Message:
    """That the bot stops while the ingest goes on."""
    text = (
        "I am being restarted; what was begun goes on without me. "
        "/townclerk status tells how far it is, and how it ended."
    )
    return message(text, [paragraph(text)], outcome="left")


def _read_again(ask: ConfirmationDialogue | None = None) -> Button:
    label = "Read all known papers again"
    return Button("Read again", READ_AGAIN, style="primary", confirm=ask, accessibility_label=label)
