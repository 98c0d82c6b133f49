"""What is missing, in words: bounded, so that a message holds it, and the most important first."""

from collections.abc import Iterable, Iterator
from typing import Final

from slackblocks import Block

from bot.message import Message, message, paragraph
from bot.records.feedback import REASONS
from bot.records.missing import Missing, Unanswered, Useless
from bot.text import clip
from bot.wording import counted
from index.relating.minutes import MinutesGaps, Silence, Unminuted
from index.wording import say_date

MOST_QUESTIONS, MOST_BODIES, MOST_MEETINGS, MOST_USELESS = 12, 8, 5, 6
MOST_REASONS = 8
LONGEST_LINE = 400
LONGEST_WORDS = 160
MAX_NAME = 80

_STATUS: Final = {
    "related": "only spoken of in the papers",
    "no_answer": "nothing found",
}


def gap_message(missing: Missing) -> Message:
    """The gap report, for an administrator."""
    blocks: list[Block] = []
    for heading, lines in sections(missing):
        blocks += [paragraph(heading, bold=True), paragraph("\n".join(lines))]
    return message("\n".join(gap_lines(missing)), blocks, outcome="gaps")


def gap_lines(missing: Missing) -> list[str]:
    """The gap report, line by line, each part after a blank one."""
    lines = [line for heading, lines in sections(missing) for line in ("", heading, *lines)]
    return lines[1:]


def sections(missing: Missing) -> Iterator[tuple[str, list[str]]]:
    """Each part of the report: its heading and its lines."""
    yield f"Questions of the last {counted(missing.days, 'day')}", list(_questions(missing))
    yield "Minutes that may be missing", list(_minutes(missing))
    yield "Papers that were not taken in", list(_papers(missing))
    yield "Answers found to be of no use", list(_useless(missing))


def _questions(missing: Missing) -> Iterator[str]:
    number = missing.answers
    if not number:
        yield "None was asked."
        return
    related, nothing = number.get("related", 0), number.get("no_answer", 0)
    yield (
        f"{counted(sum(number.values()), 'question')}: {number.get('answered', 0):,} answered; "
        f"{related:,} where the papers speak of it but none found says it; "
        f"{nothing:,} where nothing was found."
    )
    if not missing.words_are_kept:
        yield "Their words are not kept here (TOWNCLERK_KEEP_QUESTIONS_DAYS is 0)."
    yield from _most(map(_question, missing.questions), MOST_QUESTIONS, "questions")


def _question(one: Unanswered) -> str:
    times = f", asked {one.times} times" if one.times > 1 else ""
    status = _STATUS.get(one.status, one.status)
    return f"{_quoted(one.question)} – {status}{times}, last on {say_date(one.newest)}"


def _minutes(missing: Missing) -> Iterator[str]:
    if not missing.minutes:
        yield "None that the papers held tell of."
        return
    yield (
        "Told from the days of reports and agendas, and from what later minutes say. A meeting "
        "may have been called off, and a day may be misprinted."
    )
    yield from _most(map(_body, missing.minutes), MOST_BODIES, "bodies")


def _body(gaps: MinutesGaps) -> str:
    names = dict.fromkeys(name for name in (gaps.body, gaps.council) if name)
    who = ", ".join(clip(name, MAX_NAME) for name in names) or "Papers that name no body"
    usual = f", usually every {counted(gaps.usual_days, 'day')}" if gaps.usual_days else ""
    parts = [*map(_meeting, gaps.missing), *map(_silence, gaps.silences)]
    told = "; ".join(parts[:MOST_MEETINGS])
    more = f"; and {len(parts) - MOST_MEETINGS:,} more" if len(parts) > MOST_MEETINGS else ""
    return f"{who} (minutes of {counted(gaps.held, 'meeting')} held{usual}): {told}{more}."


def _meeting(one: Unminuted) -> str:
    told = [
        f"with {counted(one.papers, 'paper')}" if one.papers else "",
        f"named in the minutes of {say_date(one.named_on)}" if one.named_on else "",
    ]
    return f"{say_date(one.day)} ({', '.join(filter(None, told))})"


def _silence(one: Silence) -> str:
    if one.last is None:
        return f"none since {say_date(one.first)}"
    return f"none between {say_date(one.first)} and {say_date(one.last)}"


def _papers(missing: Missing) -> Iterator[str]:
    for said, reasons in (
        ("could not be read", missing.failed),
        ("withheld as exempt, unclear or withdrawn", missing.withheld),
    ):
        told = ", ".join(f"{code} {number:,}" for code, number in [*reasons.items()][:MOST_REASONS])
        yield f"{counted(sum(reasons.values()), 'paper')} {said}{f': {told}' if told else ''}."
    if missing.failed or missing.withheld:
        yield "townclerk failures lists them by name, with what to do."


def _useless(missing: Missing) -> Iterator[str]:
    if not missing.useless_papers and not missing.useless_answers:
        yield "None was marked so."
    yield from _most(map(_found, missing.useless_answers), MOST_USELESS, "questions")
    yield from _most(map(_cited, missing.useless_papers), MOST_USELESS, "papers")


def _found(one: Useless) -> str:
    remark = f". Somebody wrote: {_quoted(one.remarks[0])}" if one.remarks else ""
    return f"{_quoted(one.what)} – {_votes(one)}{remark}"


def _cited(one: Useless) -> str:
    return f"Cited: {clip(one.what, LONGEST_WORDS)} – {_votes(one)}"


def _votes(one: Useless) -> str:
    reasons = ", ".join(
        f"{REASONS.get(reason, reason)} ({number})" for reason, number in one.reasons.items()
    )
    told = f"not useful to {one.not_useful} of {one.not_useful + one.useful}"
    return f"{told}: {reasons}" if reasons else told


def _quoted(text: str) -> str:
    return f"“{clip(' '.join(text.split()), LONGEST_WORDS)}”"


def _most(lines: Iterable[str], limit: int, what: str) -> Iterator[str]:
    """So many lines of a list, and how many more there are."""
    found = list(lines)
    yield from (f"• {clip(line, LONGEST_LINE)}" for line in found[:limit])
    if len(found) > limit:
        yield f"… and {len(found) - limit:,} more {what}: townclerk gaps --json lists them all."
