"""What a paper asks a body to do or says it has done, with the standing its kind gives it."""

from collections.abc import Sequence
from dataclasses import replace

from index.records import Block, Decision, FrontPage, ReportKind, Standing
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
    return tuple(_of_record(each, front) for each in found) if kind == "decision" else found


def _of_record(decision: Decision, front: FrontPage) -> Decision:
    """A decision record's numbers are those of its points, not of minutes."""
    minute = None if decision.minute == decision.label else decision.minute
    standing = _proposed(decision.standing) if _is_proposed(front) else decision.standing
    return replace(decision, minute=minute, standing=standing)


def _is_proposed(front: FrontPage) -> bool:
    return front.draft or (front.title or "").casefold().startswith("proposed decision")


def _proposed(standing: Standing) -> Standing:
    return "proposed" if standing == "resolved" else standing
