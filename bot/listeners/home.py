"""The App Home page, and what is suggested in an empty conversation."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.administration.home_page import (
    ASK,
    MOST_DECISIONS,
    UNFOLLOW,
    Followed,
    HomePage,
    home_view,
)
from bot.administration.panel import MOST_ACTS, Panel
from bot.answers.ask_form import ask_form
from bot.conversations.prompts import HELP, prompts_for, suggest
from bot.desk import Desk, Request
from bot.excuses import in_slack
from bot.following.follows import Follows
from bot.following.request import stop_message
from bot.message import Message
from bot.slack.pressed import open_view, pressed, privately
from bot.slack.sending import directly
from bot.values import packed
from index.acts import last_acts
from index.errors import TownClerkError
from index.library import Library
from index.records import DecisionQuery
from index.runs import Run


def register(app: App, desk: Desk) -> None:
    """Listen for the opening of either tab, and for the page's own buttons."""
    _on_asking(app, desk)
    _on_unfollowing(app, desk)

    @app.event("app_home_opened")
    def opened(body: dict[str, Any], event: dict[str, Any], client: WebClient) -> None:
        user, channel = event["user"], event.get("channel")

        def show(_: Message) -> None:
            if event.get("tab") == "home":
                refresh(desk, client, user, (event.get("view") or {}).get("hash"))
            elif channel:
                suggest(desk, client, channel)

        key = body.get("event_id") or f"home {user} {body.get('event_time')}"
        desk.take(Request(key, user, "home", lambda: Message("", outcome="shown")), show)


def _on_asking(app: App, desk: Desk) -> None:
    @app.action(ASK)
    def ask(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        ack()
        press = pressed(body)

        def work() -> Message:
            return open_view(client, press, ask_form(desk.papers.library().status()))

        reply = privately(press, client, respond)
        desk.take(Request(press.key, press.user, ASK, work), reply, quick=True)


def _on_unfollowing(app: App, desk: Desk) -> None:
    @app.action(UNFOLLOW)
    def unfollow(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        press = pressed(body)

        def work() -> Message:
            stop_message(desk, press.user, int(press.fields.get("follow") or 0))
            return Message("", outcome="stopped")

        def show(message: Message) -> None:
            if message.text:
                directly(client, press.user)(message)
            refresh(desk, client, press.user)

        desk.take(Request(press.key, press.user, UNFOLLOW, work), show)


def refresh(desk: Desk, client: WebClient, user: str, hash_: str | None = None) -> None:
    """Show somebody their page as it is now; ``hash_`` names the page that it takes the place of.

    Where another has taken that place meanwhile, it is newer and stays.
    """
    try:
        client.views_publish(user_id=user, view=home_view(_page(desk, user)), hash=hash_)
    except SlackApiError as error:
        if error.response.get("error") != "hash_conflict":
            raise


def _page(desk: Desk, user: str) -> HomePage:
    try:
        return _page_of(desk, user, desk.papers.library())
    except TownClerkError as error:
        return HomePage(desk.choices, problem=in_slack(error))


def _page_of(desk: Desk, user: str, library: Library) -> HomePage:
    prompts = prompts_for(library, desk.today())
    status = library.status()
    return HomePage(
        desk.choices,
        status,
        prompts=[one["message"] for one in prompts if one != HELP],
        decisions=library.decisions(DecisionQuery(limit=MOST_DECISIONS)),
        followed=_followed(desk, user),
        panel=_panel(desk, library, status.last_run) if desk.people.is_admin(user) else None,
    )


def _followed(desk: Desk, user: str) -> list[Followed]:
    held = Follows(desk.memory).of(user)
    return [Followed(one.subject.name, packed(follow=one.number) or "") for one in held]


def _panel(desk: Desk, library: Library, last_run: Run | None) -> Panel:
    catalogue = library.catalogue
    return Panel(
        desk.jobs.under_way(),
        last_run,
        catalogue.failures(),
        last_acts(catalogue, MOST_ACTS),
    )
