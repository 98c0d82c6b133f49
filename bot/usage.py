"""How to ask: the words of help."""

from bot.message import Message, message, paragraph, small
from bot.text import clip

MAX_PROBLEM = 1000  # characters of what was wrong, which may quote what somebody typed

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
/decisions by Planning Committee last month – or: in May 2023
/decisions resolved by Cabinet 5 – the newest five; or: recommended
Words and limits go in any order; the number comes last."""

TOWNCLERK = """\
/townclerk ask who is responsible for procurement? – an answer only you can see
/townclerk follow procurement in Cabinet – hear of new decisions, once after each ingest
/townclerk following – what you follow; unfollow procurement stops it, forget me stops all
/townclerk status – what is held and how fresh it is
/townclerk help – this page"""

ADMINISTRATORS = """\
/townclerk ingest – read all known papers again, after a confirmation
/townclerk withdraw harbour-lease.pdf why it names a child – take a paper out for good
/townclerk gaps – questions without an answer, and what seems to be missing"""

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
    return _help(problem, f"{TOWNCLERK}\nFor administrators:\n{ADMINISTRATORS}")


def _help(problem: str, usage: str) -> Message:
    parts = [part for part in (clip(problem, MAX_PROBLEM), usage) if part]
    return message("\n".join(parts), [paragraph(part) for part in parts], outcome="help")
