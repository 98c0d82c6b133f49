"""When a call to Slack is made again, and when that could say something twice."""

import random
import re
import time
from collections.abc import Callable
from http.client import HTTPException
from urllib.error import HTTPError, URLError

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryHandler, RetryState

from bot.slack.sending import PERHAPS_TAKEN, UNREADABLE, code_of

Trouble = Callable[[str], None]

TIMES_TO_POST = 5  # a reply is worth some waiting; a look at who is asking less
TIMES_TO_LOOK = 2
LONGEST_PAUSE = 8.0
LONGEST_WAIT = 120.0  # of what Slack asks for by Retry-After
_PAUSE = 0.5
_NOT_TAKEN = ("ratelimited", "rate_limited", "service_unavailable")
_SAYS = re.compile(r"chat\.(postMessage|postEphemeral|scheduleMessage|startStream|meMessage)")


class Patience(RetryHandler):
    """Makes a call again that Slack did not take; one that it may have taken only if harmless.

    Not taken: 429, 503, "ratelimited", "service_unavailable", and whatever never was sent whole,
    for want of a connection. Perhaps taken: any other 5xx, a page instead of JSON, and a connection
    that was cut or went silent after the call was sent. To look something up, or to set what is
    set already, does no harm twice; to post does, since Slack cannot tell two posts from one.
    """

    def __init__(self, trouble: Trouble) -> None:
        """``trouble`` is told of every failure that is tried again."""
        super().__init__(TIMES_TO_POST)
        self._trouble = trouble

    def can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        """Whether the call is to be made again."""
        harmless = is_harmless(request.url)
        if state.current_attempt >= (TIMES_TO_LOOK if harmless else TIMES_TO_POST):
            return False
        if response is None:
            return error is not None and (harmless or _never_sent(error))
        if _is_not_taken(response):
            return _wished_wait(response) <= LONGEST_WAIT
        return harmless and _is_perhaps_taken(response)

    def prepare_for_next_attempt(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002 - the library names its arguments
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        """Wait as long as Slack asks, or ever longer."""
        self._trouble(f"http_{response.status_code}" if response else type(error).__name__)
        state.next_attempt_requested = True
        if response and _is_not_taken(response) and _wished_wait(response):
            time.sleep(_wished_wait(response) + random.random() / 4)  # noqa: S311 - no secret
        else:
            pause = min(_PAUSE * 2**state.current_attempt, LONGEST_PAUSE)
            time.sleep(pause * (0.75 + random.random() / 2))  # noqa: S311 - no secret
        state.increment_current_attempt()


def is_harmless(url: str) -> bool:
    """Whether a call may be made twice: a method of the Web API that says nothing to anybody."""
    method = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return "." in method and not _SAYS.fullmatch(method)  # a response address has no dot


def is_in_doubt(error: Exception) -> bool:
    """Whether Slack may have taken the call that ended so."""
    if isinstance(error, SlackApiError):
        status = error.response.status_code
        return status not in (429, 503) and (status >= 500 or code_of(error) in PERHAPS_TAKEN)
    if _never_sent(error):
        return False
    return isinstance(error, OSError | HTTPException | ValueError)


def _never_sent(error: Exception) -> bool:
    """urllib has an error of its own for what happens until a request is sent whole."""
    return isinstance(error, URLError) and not isinstance(error, HTTPError)


def _is_not_taken(response: HttpResponse) -> bool:
    return response.status_code in (429, 503) or _code(response) in _NOT_TAKEN


def _is_perhaps_taken(response: HttpResponse) -> bool:
    return response.status_code >= 500 or _code(response) in PERHAPS_TAKEN


def _code(response: HttpResponse) -> str | None:
    """Slack's code for a refusal that came with status 200, unreadable for a page."""
    if response.body is None or response.body.get("ok"):
        return None
    return str(response.body.get("error", UNREADABLE))


def _wished_wait(response: HttpResponse) -> float:
    """The seconds Slack asks to wait; a moment where it asks in no number."""
    named = {name.casefold(): value for name, value in response.headers.items()}
    value = named.get("retry-after", "0")
    said = value[0] if isinstance(value, list) else value
    return float(said) if re.fullmatch(r"\d{1,6}", said, re.ASCII) else 1.0
