"""What administrators do from Slack: each is checked at the time of acting, and written down."""

from slack_sdk import WebClient

from bot.administration.acts import note, refusal
from bot.administration.job import Busy, ingest_job, withdraw_job
from bot.administration.job_blocks import (
    busy_message,
    confirm_message,
    started_message,
    stopping_message,
)
from bot.administration.progress import Progress
from bot.administration.withdrawing import Withdrawal, form, meant, offer, request_in, still_held
from bot.desk import Desk, Reply
from bot.message import Message, sentence
from bot.records.gaps import gap_report
from bot.slack.pressed import OPENED, Pressed, open_view
from index.acts import Doing

INGEST, STOP, WITHDRAW = "start an ingest", "stop an ingest", "take a paper out"
GAPS = "see what is missing"
_HOW = (
    "Say which paper, and why: /townclerk withdraw harbour-lease.pdf why it names a child. "
    "A file name, or words of its title, its body and its year will do."
)


def ask_to_ingest(desk: Desk, user: str, words: str) -> Message:
    """Ask an administrator whether all known papers are to be read again."""
    if refused := refusal(desk, user, INGEST):
        return refused
    if words:
        # A path named from Slack could put any file of the server into the answers.
        return sentence(
            "From Slack, all known papers are read again: say /townclerk ingest and nothing more. "
            "New folders are added on the server with: townclerk ingest FOLDER",
            outcome="bad_source",
        )
    if under_way := desk.jobs.under_way():
        return busy_message(under_way)
    return confirm_message(desk.papers.library().status(), user)


def start_ingest(desk: Desk, client: WebClient, user: str, last_word: Reply | None) -> Message:
    """Start it for whoever confirmed it; ``last_word`` is said where that was."""
    if refused := refusal(desk, user, INGEST):
        return refused
    try:
        desk.jobs.start(ingest_job(user), Progress(client, user, last_word))
    except Busy as busy:
        return busy_message(busy.under_way)
    return started_message()


def cancel_ingest(desk: Desk, user: str) -> Message:
    """Stop the ingest that runs, whoever started it."""
    if refused := refusal(desk, user, STOP):
        return refused
    under_way = desk.jobs.cancel(user)
    what = f"ingest {under_way.run.run}" if under_way.run else "ingest"
    note(desk, Doing("cancel", what, user), "asked to stop")
    return stopping_message()


def offer_to_withdraw(desk: Desk, user: str, words: str) -> Message:
    """The papers that an administrator may mean to take out."""
    if refused := refusal(desk, user, WITHDRAW):
        return refused
    what, why = request_in(words)
    if not what:
        return sentence(_HOW, outcome="help")
    return offer(meant(desk.papers.library(), what), what, why)


def open_withdrawal(desk: Desk, client: WebClient, press: Pressed) -> Message:
    """Show what would go, and ask for the reason; acting on it is checked anew."""
    if not desk.people.is_admin(press.user):
        return refusal(desk, press.user, WITHDRAW) or OPENED
    report, why = str(press.fields.get("report") or ""), str(press.fields.get("why") or "")
    one = still_held(desk.papers.library(), report)
    return open_view(client, press, form(one, why)) if one else _gone()


def withdraw(desk: Desk, client: WebClient, user: str, submitted: tuple[str, str]) -> Message:
    """Take out the paper of a form, for the reason given; the end is told in a direct message."""
    if refused := refusal(desk, user, WITHDRAW):
        return refused
    report, why = submitted
    one = still_held(desk.papers.library(), report)
    if one is None:
        return _gone()
    try:
        desk.jobs.start(withdraw_job(user, one.source, why), Withdrawal(client, user, one))
    except Busy as busy:
        return busy_message(busy.under_way)
    return Message("", outcome="withdrawing")


def report_gaps(desk: Desk, user: str) -> Message:
    """What is missing, and that an administrator has seen it."""
    if refused := refusal(desk, user, GAPS):
        return refused
    report = gap_report(desk)
    note(desk, Doing("gap report", who=user), "shown")
    return report


def _gone() -> Message:
    return sentence("This paper is not held any more, so nothing was done.", outcome="not_found")
