"""What a council may choose about the bot: none of it secret, each with a cautious default."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_YES, _NO = ("yes", "on", "true", "1"), ("", "no", "off", "false", "0")
LONGEST_KEPT = 365  # days
SOCKET_CLIENTS = ("builtin", "websocket")  # the latter needs the extra "sockets"
LOG_FORMS = ("text", "json")


@dataclass(frozen=True, slots=True)
class Choices:
    """Where the bot answers, what it keeps, and whom it tells."""

    channels: frozenset[str] = frozenset()  # ids of those it answers in; any that it is in if none
    threads: bool = False  # whether it answers in its threads without a new mention
    keep_questions_days: int = 30  # the words of questions it could not answer; 0 keeps none
    handover_channel: str | None = None  # where "Ask Democratic Services" sends a question
    handover_name: str = "Democratic Services"
    tell_askers: bool = False  # whether askers hear, once, of a newer decision on what they asked
    health: tuple[str, int] | None = None  # where /healthz, /readyz and /metrics are served
    socket_client: str = SOCKET_CLIENTS[0]


def choices_in(said: Mapping[str, str]) -> Choices:
    """The choices that the environment makes; those it makes wrongly are as if not made."""
    return Choices(
        channels=frozenset(listed(said.get("TOWNCLERK_CHANNELS", ""))),
        threads=_is_yes(said.get("TOWNCLERK_THREADS", "")),
        keep_questions_days=int(said.get("TOWNCLERK_KEEP_QUESTIONS_DAYS") or 30),
        handover_channel=said.get("TOWNCLERK_HANDOVER_CHANNEL") or None,
        handover_name=said.get("TOWNCLERK_HANDOVER_NAME") or "Democratic Services",
        tell_askers=_is_yes(said.get("TOWNCLERK_TELL_ASKERS", "")),
        health=_address(said.get("TOWNCLERK_HEALTH", "")),
        socket_client=said.get("TOWNCLERK_SOCKET_CLIENT") or SOCKET_CLIENTS[0],
    )


def choice_faults(said: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the choices made, each as the rest of a sentence."""
    for channel in listed(said.get("TOWNCLERK_CHANNELS", "")):
        if not _CHANNEL.fullmatch(channel):
            yield f"TOWNCLERK_CHANNELS holds {channel}, which is not a channel's id such as C012AB3"
    handover = said.get("TOWNCLERK_HANDOVER_CHANNEL", "")
    if handover and not _CHANNEL.fullmatch(handover):
        yield f"TOWNCLERK_HANDOVER_CHANNEL is {handover}, not a channel's id such as C012AB3"
    for name in ("TOWNCLERK_THREADS", "TOWNCLERK_TELL_ASKERS"):
        if said.get(name, "").casefold() not in (*_YES, *_NO):
            yield f"{name} is neither yes nor no"
    days = said.get("TOWNCLERK_KEEP_QUESTIONS_DAYS") or "30"
    if not re.fullmatch(r"\d{1,3}", days, re.ASCII) or int(days) > LONGEST_KEPT:
        yield f"TOWNCLERK_KEEP_QUESTIONS_DAYS is no number of days from 0 to {LONGEST_KEPT}"
    if said.get("TOWNCLERK_HEALTH") and not _address(said["TOWNCLERK_HEALTH"]):
        yield "TOWNCLERK_HEALTH is no address such as 127.0.0.1:8080"
    for name, known in (
        ("TOWNCLERK_SOCKET_CLIENT", SOCKET_CLIENTS),
        ("TOWNCLERK_LOG", LOG_FORMS),
    ):
        if said.get(name) and said[name] not in known:
            yield f"{name} is none of {', '.join(known)}"
    if len(said.get("TOWNCLERK_HANDOVER_NAME", "")) > LONGEST_NAME:
        yield f"TOWNCLERK_HANDOVER_NAME is longer than {LONGEST_NAME} characters"


LONGEST_NAME = 40  # of what fits a button
_CHANNEL = re.compile(r"[CG][A-Z0-9]+")


def listed(text: str) -> list[str]:
    """What is listed with commas or blanks between."""
    return [part for part in re.split(r"[,\s]+", text) if part]


def _is_yes(text: str) -> bool:
    return text.casefold() in _YES


def _address(text: str) -> tuple[str, int] | None:
    host, _, port = text.rpartition(":")
    if not host or not re.fullmatch(r"\d{1,5}", port, re.ASCII) or int(port) > 65535:
        return None
    return host.strip("[]"), int(port)
