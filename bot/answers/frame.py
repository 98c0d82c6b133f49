"""What stands around an answer in Slack: what its buttons ask again, and what is said above it."""

from dataclasses import dataclass

from slackblocks import Block

from bot.answers.asked import Asked


@dataclass(frozen=True, slots=True)
class Frame:
    """An answer's surroundings; by itself it has no buttons but those of its citations."""

    asked: Asked | None = None  # what the buttons under the answer ask again
    answer_id: str | None = None  # under which the answer is remembered
    handover: str | None = None  # the name of those to whom a question may be handed
    standings: tuple[str, ...] = ()  # each citation's, where more is known than it tells itself
    above: tuple[Block, ...] = ()  # such as who shared it
    spoken: str = ""  # what is above, in words


ALONE = Frame()
