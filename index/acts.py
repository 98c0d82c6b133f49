"""The trail of what administrators did, for whoever asks who did what."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue import Catalogue, acts
from index.catalogue.acts import Act, Doing
from index.catalogue.connections import FILE_NAME, beside, told, writing
from index.runs import Run
from index.wording import say_counts

__all__ = ["Act", "Doing", "last_acts", "note_act", "say_act", "say_end"]

_ENDS = {"running": "under way", "finished": "done", "aborted": "broken off"}


def note_act(folder: Path, doing: Doing, outcome: str) -> None:
    """Note an act that writes nothing else, even while an ingest goes on.

    Raises NothingIngested, or DataFolderUnusable where it could not be noted.
    """
    with told(folder / FILE_NAME), beside(folder) as db, writing(db):
        acts.note(db, doing, outcome, datetime.now(UTC))


def last_acts(catalogue: Catalogue, limit: int = 20) -> list[Act]:
    """The last acts with what came of each, newest first."""
    return [_with_outcome(catalogue, act) for act in catalogue.acts(limit)]


def say_end(run: Run) -> str:
    """How a run ended, or that it goes on: "done: 3 added, 1 failed"."""
    end = "cancelled" if run.cancelled else _ENDS[run.state]
    counts = say_counts(run.count)
    return f"{end}: {counts}" if counts else end


def say_act(act: Act) -> str:
    """One act in one line."""
    arguments = f" {act.arguments}" if act.arguments else ""
    return f"{act.at} {act.who}: {act.act}{arguments}: {act.outcome}"


def _with_outcome(catalogue: Catalogue, act: Act) -> Act:
    if act.outcome is not None or act.run is None:
        return act
    run = catalogue.run(act.run)
    return replace(act, outcome=say_end(run) if run else None)
