"""What the bot's tests are given: the bot and the Slack it serves."""

from dataclasses import dataclass
from pathlib import Path

from slack_bolt import App

from bot.desk import Desk
from support.bot_process import BotProcess
from support.slack import StandInSlack


@dataclass(frozen=True)
class Town:
    """The real bot, running, and the Slack it serves."""

    slack: StandInSlack
    bot: BotProcess
    data: Path


@dataclass(frozen=True)
class Office:
    """The Bolt app in this process, and the Slack it is signed in to."""

    slack: StandInSlack
    app: App
    desk: Desk
