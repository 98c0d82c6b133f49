"""What can be wrong with the stand-in Slack: late, cut off, or no JSON at all."""

from dataclasses import dataclass, field

from aiohttp import web


@dataclass(frozen=True)
class Slow:
    """The call is carried out, and answered so many seconds later."""

    seconds: float


@dataclass(frozen=True)
class Cut:
    """The connection ends without an answer; ``done`` says whether the call was carried out."""

    done: bool = False


Fault = web.Response | Slow | Cut


def a_page() -> web.Response:
    """A page of HTML, as a proxy or a Slack in trouble sends, with no JSON in it."""
    return web.Response(text="<html><h1>Slack is having a moment</h1>", content_type="text/html")


def limited(seconds: int) -> web.Response:
    """Too many calls."""
    said = {"ok": False, "error": "ratelimited"}
    return web.json_response(said, status=429, headers={"Retry-After": str(seconds)})


@dataclass
class Faults:
    """What is wrong with the next calls of each method, in their order."""

    coming: dict[str, list[Fault]] = field(default_factory=dict)

    def add(self, method: str, fault: Fault) -> None:
        self.coming.setdefault(method, []).append(fault)

    def take(self, method: str) -> Fault | None:
        waiting = self.coming.get(method)
        return waiting.pop(0) if waiting else None
