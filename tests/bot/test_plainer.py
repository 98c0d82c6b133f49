"""What is sent where Slack does not show a message's blocks."""

from collections.abc import Callable

import pytest

from bot.desk import ReplyRefused, send
from bot.message import Message

LIST = Message("In words.", ({"type": "divider"},))
TABLE = Message("In words.", ({"type": "data_table"},), plainer=LIST)


def refusing(refusals: list[str], said: list[Message]) -> Callable[[Message], None]:
    """A reply that Slack refuses as often as there are codes; what was said comes to ``said``."""

    def reply(message: Message) -> None:
        said.append(message)
        if refusals:
            raise ReplyRefused(refusals.pop(0))

    return reply


@pytest.mark.parametrize("code", ["invalid_blocks", "invalid_attachments", "msg_too_long"])
def test_a_table_that_slack_refuses_is_sent_as_a_list_and_then_in_words(code: str) -> None:
    said: list[Message] = []
    send(TABLE, refusing([code, code], said))
    assert said == [TABLE, LIST, Message("In words.")]


def test_what_slack_refuses_for_another_reason_is_not_sent_again() -> None:
    said: list[Message] = []
    send(TABLE, refusing(["expired_url"], said))
    assert said == [TABLE]
