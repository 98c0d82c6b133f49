"""How to ask: the words of help, and the App Home page."""

from typing import Any

from slackblocks import Block, HeaderBlock

from bot.ingest_blocks import coverage_lines
from bot.message import Message, home, message, paragraph, small
from index.records import Status

ASKING = """\
Ask me about the council's papers, in your own words:
• Who is responsible for procurement?
• What was decided about the library hours?
• What did Cabinet recommend on parking charges since April 2023?
Mention me in a channel, or write to me directly. I quote the papers word for word and say where."""

DECISIONS = """\
/decisions – the newest decisions and recommendations
/decisions about parking charges
/decisions about parking charges by Cabinet since April 2023 until June 2023
/decisions by Planning Committee 5 – the newest five"""

TOWNCLERK = """\
/townclerk ask who is responsible for procurement? – an answer only you can see
/townclerk status – what is held and how fresh it is
/townclerk ingest – read all known papers again (administrators)
/townclerk help – this page"""

PROMISE = (
    "Every excerpt is word for word. A recommendation is not a decision. "
    "Check the paper before you rely on it."
)


def asking_help() -> Message:
    """How to put a question."""
    return message(ASKING, [paragraph(ASKING), small(PROMISE)], outcome="help")


def decisions_help(problem: str = "") -> Message:
    """How to list decisions, after what was wrong with the request, if anything was."""
    return _help(problem, DECISIONS)


def townclerk_help(problem: str = "") -> Message:
    """What /townclerk can do, after what was wrong with the request, if anything was."""
    return _help(problem, TOWNCLERK)


def _help(problem: str, usage: str) -> Message:
    parts = [part for part in (problem, usage) if part]
    return message("\n".join(parts), [paragraph(part) for part in parts], outcome="help")


def home_view(status: Status | None, problem: str = "") -> dict[str, Any]:
    """The App Home page; ``problem`` says why there is no status."""
    held = coverage_lines(status) if status else [problem]
    blocks: list[Block] = [HeaderBlock("Ask the council's papers"), paragraph(ASKING)]
    blocks += [HeaderBlock("Commands"), paragraph(f"{DECISIONS}\n{TOWNCLERK}")]
    blocks += [HeaderBlock("What I hold"), *(paragraph(line) for line in held if line)]
    return home([*blocks, small(PROMISE)])
