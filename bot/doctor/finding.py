"""What a check of the bot finds: how it is, and what to do."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["ok", "note", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. "note" is what cannot be told from here; only "fail" fails."""

    verdict: Verdict
    what: str
    found: str
    todo: str = ""  # where something is to be done


def say(finding: Finding) -> str:
    """A finding in a line.

    >>> say(Finding("warn", "Disk", "1 GB free", "Make room."))
    'warn – Disk – 1 GB free – Make room.'
    """
    parts = (finding.verdict, finding.what, finding.found, finding.todo)
    return " – ".join(part for part in parts if part)
