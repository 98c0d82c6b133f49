"""What a way of marking a paper as open or closed is: a pattern, and what it means."""

import re
from dataclasses import dataclass
from typing import Literal

Mark = Literal["public", "exempt", "confidential"]

ROUND = " *_#()[]"  # what may stand round a mark


@dataclass(frozen=True, slots=True)
class Sign:
    """A way of marking a paper, and what it means."""

    mark: Mark
    pattern: re.Pattern[str]


def sign(mark: Mark, pattern: str) -> Sign:
    """A sign that is read in whatever case it is printed."""
    return Sign(mark, re.compile(pattern, re.IGNORECASE))
