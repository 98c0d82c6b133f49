"""A private answer, shown to everyone in the channel by whoever asked."""

from dataclasses import replace

from slack_sdk import WebClient
from slackblocks import RichTextBlock, RichTextUser

from bot.answers.answering import MAX_QUESTION, found, framed
from bot.answers.asked import Asked
from bot.answers.blocks import answer_message
from bot.answers.carried import asked_again, mark_of
from bot.answers.claims import claimed
from bot.answers.frame import Frame
from bot.desk import Desk
from bot.excuses import Told
from bot.message import MAX_TEXT, Message, line, paragraph, sentence, words
from bot.slack.posting import NotPosted, post
from bot.slack.pressed import Pressed, TooOld
from bot.text import clip, shown, unescape

CHANGED = "The answer has changed since it was first given: this is what the papers say now."
NOT_HERE = (
    "I cannot write in this channel, so the answer is not shared. "
    "Invite me with /invite @Town Clerk, then press “Share to channel” again."
)


class NotShared(Told):
    """An answer cannot be shared where it was asked to be."""

    code = "not_shared"


def share(desk: Desk, client: WebClient, press: Pressed) -> Message:
    """Ask again, post the answer for everyone, and tell the one who shared it how it went."""
    asked = asked_again(press.fields, press.user, private=False)
    if asked is None:
        raise TooOld("This answer is too old to be shared. Please ask again.")
    _check_place(desk, press)
    with claimed(desk.memory, f"share {press.channel} {press.message}") as is_first:
        if not is_first:
            raise NotShared("This answer has been shared here already.")
        answer = found(desk, asked)
        has_changed = mark_of(answer) != press.fields.get("mark")
        first = framed(desk, asked, answer, _answer_id(press))
        frame = _shared(first, asked, has_changed=has_changed)
        message = naming("Shared by", asked.user, answer_message(answer, frame))
        try:
            post(client, press.channel, press.thread, message)
        except NotPosted as error:
            raise (NotShared(NOT_HERE) if error.cannot_write else error) from error
    return sentence(f"Shared. {CHANGED}" if has_changed else "Shared.", outcome="shared")


def _check_place(desk: Desk, press: Pressed) -> None:
    """NotShared where there is nobody to share with, or the bot is not to write."""
    if press.is_direct or not press.channel:
        raise NotShared(
            "Nobody else reads this conversation, so there is nobody to share it with. "
            "To share the answer, ask in a channel with: /townclerk ask"
        )
    if desk.choices.channels and press.channel not in desk.choices.channels:
        raise NotShared(
            "I am not to answer in this channel, so the answer is not shared. "
            "An administrator chooses the channels with TOWNCLERK_CHANNELS."
        )


def _answer_id(press: Pressed) -> str | None:
    """The id of the answer that is shared: what others say of it is said of the same."""
    answer_id = press.fields.get("answer")
    return answer_id if isinstance(answer_id, str) else None


def _shared(frame: Frame, asked: Asked, *, has_changed: bool) -> Frame:
    """With who shared it, and the question, which nobody else has read."""
    by = RichTextBlock(line(words("Shared by "), RichTextUser(asked.user)))
    said = [f"Question: {clip(asked.text, MAX_QUESTION)}", *([CHANGED] if has_changed else [])]
    return replace(frame, above=(by, *map(paragraph, said)), spoken="\n".join(said))


def naming(what: str, user: str, message: Message) -> Message:
    """The message with a person named before its words: the one mention that text may have."""
    text = f"{what} <@{user}>. {shown(unescape(message.text), MAX_TEXT - 100)}"
    plainer = message.plainer and replace(message.plainer, text=text)
    return replace(message, text=text, plainer=plainer)
