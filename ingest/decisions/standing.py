"""What a paper asks a body to do or says it has done, with the standing its kind gives it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.records import Block, Decision, FrontPage, ReportKind
from ingest.decisions.recommendations import recommendations
from ingest.decisions.resolutions import resolutions


def decisions(
    text: str, blocks: Sequence[Block], kind: ReportKind, front: FrontPage
) -> tuple[Decision, ...]:
    """A paper's decisions, in order; each is the text at its span.

    Minutes and decision records resolve; any other paper recommends, whatever its words: that a
    report speaks of what was agreed elsewhere makes it no record of it. A decision record still
    in draft, or one that is headed as proposed, only proposes.
    """
    if kind not in ("minutes", "decision"):
        return recommendations(text, blocks, report=kind == "report")
    found = resolutions(text, blocks)
    if kind == "minutes":
        return found
    proposed = front.draft or _proposes(blocks)
    in_record = found or recommendations(text, blocks)
    return tuple(_of_record(each, proposed=proposed) for each in in_record)


def _of_record(decision: Decision, *, proposed: bool) -> Decision:
    """A decision record's numbers are those of its points, not of minutes."""
    minute = None if decision.minute == decision.label else decision.minute
    return replace(decision, minute=minute, standing="proposed" if proposed else decision.standing)


def _proposes(blocks: Sequence[Block]) -> bool:
    """Whether a record, or a heading in it, calls what it holds a proposed decision."""
    return any(_PROPOSED.match(block.words) for block in blocks)


_PROPOSED = re.compile(r"\W*proposed\s+(?:[\w-]+\s+){0,2}decisions?\b", re.IGNORECASE)
