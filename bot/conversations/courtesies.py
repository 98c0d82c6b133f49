"""Short replies that are no answers: where to ask, what is not read, that a text was cut."""

from collections.abc import Iterable
from dataclasses import replace

from slackblocks import RichTextBlock, RichTextChannel
from slackblocks.rich_text.elements import RichTextElement

from bot.message import MAX_TEXT, Message, line, message, sentence, small, words
from bot.text import shown, unescape

MOST_CHANNELS = 5
_NOT_HERE = "I do not answer in this channel. Please write to me directly"
_CUT = "That was a long message: I have looked for what its first {} characters ask."


def elsewhere(channels: Iterable[str]) -> Message:
    """Told to somebody who asks in a channel that the council has not chosen."""
    linked: list[RichTextElement] = []
    for channel in sorted(channels)[:MOST_CHANNELS]:
        linked += [
            words(" or " if linked else f"{_NOT_HERE}, or ask in "),
            RichTextChannel(channel),
        ]
    block = RichTextBlock(line(*linked, words(".")))
    text = f"{_NOT_HERE}, or ask in a channel that I answer in."
    return message(text, [block], outcome="elsewhere")


def only_files() -> Message:
    """Told to somebody who sends a file and no words."""
    return sentence(
        "I cannot read files sent to me here, only the council's papers that I hold. What would "
        "you like to know from them?",
        outcome="files",
    )


def only_links() -> Message:
    """Told to somebody who sends an address and no words."""
    return sentence(
        "I do not open links; I search only the council's papers that I hold. What would you like "
        "to know from them?",
        outcome="links",
    )


def welcome() -> Message:
    """The reply to thanks or a greeting."""
    return sentence(
        "Glad to be of use. Ask me about the council's papers whenever you like; “help” tells how.",
        outcome="courtesy",
    )


def stopped() -> Message:
    """Told where an answer was stopped."""
    return sentence("Stopped. Ask again whenever you like.", outcome="stopped")


def silence() -> Message:
    """Nothing, where nobody spoke to the bot."""
    return Message("", outcome="silent")


def of_a_part(answer: Message, characters: int) -> Message:
    """An answer that also says that no more than the beginning of the message was read."""
    note = _CUT.format(characters)
    noted = message(note, [small(note)]).blocks if answer.blocks else ()
    text = shown(f"{note}\n{unescape(answer.text)}", MAX_TEXT)
    plainer = answer.plainer and of_a_part(answer.plainer, characters)
    return replace(answer, text=text, blocks=(*noted, *answer.blocks), plainer=plainer)
