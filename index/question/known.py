"""What the catalogue holds that helps to read a question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from index.question.spelling import Spelling


@dataclass(frozen=True, slots=True)
class Known:
    """The names, abbreviations and words of the papers held.

    ``newest`` has the day of each body's newest meeting: "the last meeting" is understood by it.
    Without ``spelling`` no word is corrected.
    """

    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    abbreviations: Mapping[tuple[str, ...], frozenset[tuple[str, ...]]] = field(
        default_factory=dict
    )
    newest: Mapping[str, date] = field(default_factory=dict)
    spelling: Spelling | None = None
