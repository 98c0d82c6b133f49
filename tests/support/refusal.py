"""How the stand-in Slack says no."""

from typing import Any


class Refused(Exception):
    """A call that Slack refuses: its code, what makes the call unfit, and what else it says."""

    def __init__(self, code: str, *reasons: str, **more: Any) -> None:
        super().__init__(code, *reasons)
        self.code, self.reasons, self.more = code, reasons, more
