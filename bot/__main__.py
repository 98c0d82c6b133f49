"""``townclerk serve``, ``manifest``, ``gaps`` and ``doctor``."""

import logging
import os
from pathlib import Path

import click

from index.doors import data_option, pass_folder, print_json, printable, run_command_line


@click.group()
@data_option
def cli() -> None:
    """Answer questions in Slack."""


class _Address(click.ParamType[tuple[str, int]]):
    """HOST:PORT."""

    name = "HOST:PORT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        host, _, port = str(value).rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65535:
            self.fail(f"{value} is not an address such as 127.0.0.1:3000.", param, ctx)
        return host.strip("[]"), int(port)


@cli.command()
@click.option("--http", type=_Address(), help="Take Slack's requests here, not by Socket Mode.")
@pass_folder
def serve(folder: Path, http: tuple[str, int] | None) -> None:
    """Run the Slack bot until it is stopped."""
    # Slack's libraries take half a second to load; no other command should wait for them.
    from bot.logs import set_up
    from bot.serve import serve_by_http, serve_by_socket
    from bot.settings import take_settings

    set_up(os.environ.get("TOWNCLERK_LOG", ""))
    settings = take_settings(os.environ, http=http is not None)
    if http:
        serve_by_http(folder, settings, *http)
    else:
        serve_by_socket(folder, settings)


@cli.command()
@click.option("--http", metavar="ADDRESS", help="The public address for HTTP, https://…")
@click.option(
    "--threads", is_flag=True, help="For TOWNCLERK_THREADS=yes: follow-ups without a mention."
)
def manifest(http: str | None, threads: bool) -> None:
    """Print the Slack app's manifest: Socket Mode, or HTTP at an address."""
    from bot.manifest import manifest as make_manifest

    print_json(make_manifest(http, threads=threads))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_folder
def gaps(folder: Path, as_json: bool) -> None:
    """Say what is missing: questions not answered, minutes, papers; and what was of no use."""
    from bot.records.gap_words import gap_lines
    from bot.records.gaps import gaps_in

    missing = gaps_in(folder, os.environ)
    if as_json:
        print_json(missing)
    else:
        for line in gap_lines(missing):
            click.echo("\n".join(map(printable, line.split("\n"))))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@pass_folder
def doctor(folder: Path, as_json: bool) -> None:
    """Check what the bot needs: settings, data folder, disk and Slack; each with what to do."""
    from bot.doctor.doctor import examine
    from bot.doctor.finding import say

    logging.disable()  # whatever goes wrong is a finding
    findings = [*examine(folder, os.environ)]
    if as_json:
        print_json({"findings": findings})
    for finding in () if as_json else findings:
        click.echo(printable(say(finding)))
    if any(finding.verdict == "fail" for finding in findings):
        raise SystemExit(1)


if __name__ == "__main__":
    run_command_line(cli)
