"""Papers of meetings in a few words: what a report recommends, and what minutes resolve."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from index.records import Block, Decision, FrontPage, Report, ReportKind, Standing

JUNE = date(2024, 6, 4)

# A heading or None, a label or None, and the words.
Line = tuple[str | None, str | None, str]


def asking(source: str, title: str, asks: Sequence[str], **front: Any) -> Report:
    """A report to Cabinet on 4 June 2024 whose recommendations are labelled (i), (ii), …"""
    numerals = ("(i)", "(ii)", "(iii)", "(iv)", "(v)")
    lines = [("Recommendations", numerals[n], text) for n, text in enumerate(asks)]
    return _paper(source, "report", lines, "recommended", {"title": title, **front})


def minutes(source: str, lines: Sequence[Line], **front: Any) -> Report:
    """Minutes of Cabinet on 4 June 2024: each line is resolved, under its heading's minute."""
    return _paper(source, "minutes", lines, "resolved", {"title": "Minutes", **front})


def record(source: str, title: str, words: str, **front: Any) -> Report:
    """A decision record of 4 June 2024."""
    return _paper(
        source, "decision", [("Decision", None, words)], "resolved", {"title": title, **front}
    )


def told(source: str, kind: ReportKind, text: str, **front: Any) -> Report:
    """A paper of Cabinet on 4 June 2024 that is one paragraph, and decides nothing."""
    return _paper(source, kind, [(None, None, text)], None, front)


def _paper(
    source: str,
    kind: ReportKind,
    lines: Sequence[Line],
    standing: Standing | None,
    front: dict[str, Any],
) -> Report:
    blocks, decisions, start = [], [], 0
    headings = list(dict.fromkeys(heading for heading, _, _ in lines))
    for heading, label, words in lines:
        above = f"{heading}\n" if heading else ""
        start += len(above)
        end = start + len(words)
        blocks.append(Block("paragraph", words, start, end, label=label, heading=heading))
        if standing:
            minute = str(headings.index(heading) + 1) if kind == "minutes" else None
            decisions.append(
                Decision(words, standing, start, end, start, None, label, minute, heading)
            )
        start = end + 1
    text = "\n".join(f"{heading}\n{words}" if heading else words for heading, _, words in lines)
    said = {"body": "Cabinet", "meeting_date": JUNE, "meeting_date_basis": "stated", **front}
    sha256 = hashlib.sha256(repr((source, text, said)).encode()).hexdigest()
    facts = FrontPage(**said)
    return Report(source, sha256, kind, text, tuple(blocks), facts, tuple(decisions))
