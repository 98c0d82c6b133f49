"""What a paper asks a body to do or says it has done, with the standing its kind gives it."""

from collections.abc import Sequence
from dataclasses import replace

from index.records import Block, Decision, FrontPage, ReportKind
from ingest.decisions.proposing import PROPOSED, proposes
from ingest.decisions.reasons import with_reasons
from ingest.decisions.recommendations import recommendations
from ingest.decisions.recorded import with_votes
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
    found = tuple(with_votes(text, blocks, resolutions(text, blocks)))
    if kind == "decision":
        found = _of_record(blocks, front, found or recommendations(text, blocks))
    return tuple(with_reasons(text, blocks, found, record=kind == "decision"))


def _of_record(
    blocks: Sequence[Block], front: FrontPage, found: Sequence[Decision]
) -> tuple[Decision, ...]:
    """A decision record's numbers are those of its points, not of minutes."""
    proposed = proposes(blocks, front)
    kept = []
    for each in found:
        minute = None if each.minute == each.label else each.minute
        only = proposed or bool(each.heading and PROPOSED.match(each.heading))
        kept.append(replace(each, minute=minute, standing="proposed" if only else each.standing))
    return tuple(kept)
