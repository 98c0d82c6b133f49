"""What buttons and forms carry: a little JSON, which Slack gives back when they are used."""

import json
from typing import Any

MOST = 2000  # characters of a button's value; a view's private_metadata may have 3,000


def packed(**fields: Any) -> str | None:
    """The fields as a button carries them; None where they are too long for one."""
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text if len(text) <= MOST else None


def unpacked(text: str | None) -> dict[str, Any]:
    """The fields that a button carries; none where they are not ours, as from an older version."""
    try:
        fields = json.loads(text or "{}")
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
