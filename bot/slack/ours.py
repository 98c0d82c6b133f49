"""Only what comes from our workspace, for our app, is listened to."""

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import BoltContext, BoltResponse

from bot.slack.sign_in import SignedIn

log = logging.getLogger(__name__)

Middleware = Callable[..., BoltResponse]


def only_ours(signed_in: SignedIn) -> Middleware:
    """A middleware for Bolt that drops what another workspace or app sends.

    It is acknowledged, as Slack would only send it again.
    """

    def check(
        body: dict[str, Any],
        context: BoltContext,
        next: Callable[[], BoltResponse],  # noqa: A002
    ) -> BoltResponse:
        if is_ours(body, context.team_id, signed_in):
            return next()
        log.warning("dropped a request of type %s: not of this workspace or app", body.get("type"))
        return BoltResponse(status=200)

    return check


def is_ours(body: dict[str, Any], team: str | None, signed_in: SignedIn) -> bool:
    """Whether a request is for our app, where both say which, and for our workspace."""
    app = body.get("api_app_id")
    is_our_app = app is None or signed_in.app is None or app == signed_in.app
    return is_our_app and team == signed_in.team
