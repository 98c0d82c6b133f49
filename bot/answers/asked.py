"""A question as it was put in Slack: its words, what came before it, and who reads the answer."""

from dataclasses import dataclass, field

from index.records import Filters


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one person; ``conversation`` has what they asked before it, oldest first."""

    text: str
    user: str
    conversation: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    private: bool = False  # only the asker sees the answer, and may share it
    called: bool = True  # put to the bot; if not, said in one of its threads, maybe to a colleague
