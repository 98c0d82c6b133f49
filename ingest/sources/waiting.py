"""How long to wait before a server is asked again."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ingest.sources.answers import Answer
from ingest.sources.settings import Reach

# Troubles that may be over in a moment.
PASSING = frozenset({"fetch_timeout", "fetch_unreachable", "fetch_broken"})
_NOTHING_SAID = 2.0  # times the delay, for the first wait


def wait_before(attempt: int, answer: Answer | None, reach: Reach) -> float | None:
    """Seconds to wait after so many attempts; None where a server asks for more than we wait."""
    own = reach.delay * _NOTHING_SAID**attempt
    asked = _asked(answer.said("Retry-After") if answer else None)
    if asked is None:
        return min(own, reach.patience)
    return None if asked > reach.patience else max(own, asked)


def _asked(text: str | None) -> float | None:
    """The seconds that Retry-After asks for, as a number or as a time of day; None if neither."""
    if text is None:
        return None
    if text.strip().isdecimal():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
