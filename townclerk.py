"""The front door: the commands of ingest, index and bot, gathered in one `townclerk`."""

import click

from bot.__main__ import cli as bot_commands
from index.__main__ import cli as index_commands
from index.doors import data_option, run_command_line
from ingest.__main__ import cli as ingest_commands


@click.group()
@click.version_option(package_name="townclerk")
@data_option
def cli() -> None:
    """Answers questions from the council's own papers, word for word, with the place cited."""


for group in (ingest_commands, index_commands, bot_commands):
    for command in group.commands.values():
        cli.add_command(command)


def main() -> None:
    """Run one command."""
    run_command_line(cli)


if __name__ == "__main__":
    main()
