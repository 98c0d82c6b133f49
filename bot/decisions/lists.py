"""Lists of decisions as they are asked for: by words, by turning a page, by sharing one."""

from slack_sdk import WebClient

from bot.answers.claims import claimed
from bot.answers.sharing import NotShared
from bot.decisions.blocks import PRIVATE, Showing, decisions_message
from bot.decisions.limits import names_in
from bot.decisions.page import Page, Turn, page_of, turn_in
from bot.decisions.request import NotUnderstood, decision_query
from bot.desk import Desk
from bot.message import Message
from bot.slack.posting import NotPosted, post
from bot.slack.pressed import Pressed, TooOld
from bot.usage import decisions_help

STALE = "This button is too old to be used. Please ask with /decisions again."
NEWER_PAPERS = (
    "Papers were added, changed or withdrawn since this list was begun: going on, you may see a "
    "decision twice or miss one. /decisions begins anew."
)
CHANGED = (
    "Not shared: the papers have changed since you saw the list. This is what it is now; share it "
    "if it is still what you mean."
)
SHARED_HERE = "You shared this list with the channel."


def decisions_for(desk: Desk, request: str, showing: Showing = PRIVATE) -> Message:
    """The decisions a request names; help where it cannot be read."""
    if request and request.casefold().strip(" ?!.") in ("", "help"):
        return decisions_help()
    library = desk.papers.library()
    try:
        query = decision_query(request, desk.today(), names_in(library.status()))
    except NotUnderstood as error:
        return decisions_help(str(error))
    return decisions_message(page_of(library, query), showing)


def turned_to(desk: Desk, press: Pressed) -> Message:
    """The page that a button turns to; TooOld where the button cannot be read."""
    turn, page = _asked_by(desk, press)
    note = "" if page.status.generation == turn.generation else NEWER_PAPERS
    return decisions_message(page, Showing(turn.may_share, note=note))


def share_list(desk: Desk, client: WebClient, press: Pressed) -> Message:
    """Post a list for everyone, as it was seen; then the list without its button to share it."""
    turn, page = _asked_by(desk, press)
    _check_place(desk, press, turn)
    if page.print != turn.print:
        return decisions_message(page, Showing(note=CHANGED))
    with claimed(desk.memory, f"share {press.channel} {press.message} {page.print}") as is_first:
        if is_first:
            try:
                post(client, press.channel, press.thread, _public(page, press))
            except NotPosted as error:
                raise (NotShared(NOT_HERE) if error.cannot_write else error) from error
    return decisions_message(page, Showing(note=SHARED_HERE, is_shared=True))


NOT_HERE = (
    "I cannot write in this channel, so the list is not shared. "
    "Invite me with /invite @Town Clerk, then press “Share to channel” again."
)


def _public(page: Page, press: Pressed) -> Message:
    return decisions_message(page, Showing(shared_by=press.user))


def _check_place(desk: Desk, press: Pressed, turn: Turn) -> None:
    """NotShared where there is nobody to share with, or the bot is not to write."""
    if press.is_direct or not press.channel or not turn.may_share:
        raise NotShared("This list is for you alone. To share one, ask in a channel: /decisions")
    if desk.choices.channels and press.channel not in desk.choices.channels:
        raise NotShared(
            "I am not to answer in this channel, so the list is not shared. "
            "An administrator chooses the channels with TOWNCLERK_CHANNELS."
        )


def _asked_by(desk: Desk, press: Pressed) -> tuple[Turn, Page]:
    turn = turn_in(press.value)
    if turn is None:
        raise TooOld(STALE)
    return turn, page_of(desk.papers.library(), turn.query)
