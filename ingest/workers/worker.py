"""The process that reads papers, one at a time, so that a bad one can harm nothing but itself.

`ingest.workers.process` starts it with a private folder to work in, an empty environment, and
pipes for tasks and replies; it is never told of the data folder.
"""

import errno
import os
import select
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from index.errorlog import stack_of
from index.errors import Unreadable, Withheld
from ingest.limits import MAX_BYTES
from ingest.packed.member import Unpacking
from ingest.packs.found import Found
from ingest.patience import whoever_waits
from ingest.workers.confine import (
    allow_cpu_for_one_document,
    allow_cpu_for_pages,
    confine,
    leave_the_network,
)
from ingest.workers.exchange import (
    MAX_REPLY,
    READY,
    Busy,
    ConnectionEnded,
    Opened,
    Packed,
    Refused,
    Task,
    Understood,
    decode_task,
    encode,
    receive,
    send,
)
from ingest.workers.refusals import NESTED, NO_ROOM, OUT_OF_MEMORY, TOO_DEEP, TOO_MUCH, unforeseen

Read = Callable[..., Found]  # (data, source, *, council, body) -> Found


def serve(reading: str) -> None:
    """Read papers with the function named "module:function" until no more tasks come."""
    tasks, replies = _private_pipes()
    confine()
    try:
        read = _function(reading)
    except Exception as error:  # noqa: BLE001 - a broken installation is told, not guessed at
        send(replies, "\n".join(stack_of(error)).encode())
        return
    leave_the_network()
    _end_with_parent(tasks)
    whoever_waits(lambda pages: _ask_for_time(replies, pages))
    with suppress(ConnectionEnded, BrokenPipeError):
        send(replies, READY)
        while True:
            task = decode_task(receive(tasks, MAX_BYTES))
            for message in _answer(task, receive(tasks, MAX_BYTES), read):
                send(replies, message)
    _end_with_all_it_left()


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output, moved where a library that prints cannot reach them."""
    tasks, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    return tasks, replies


def _end_with_parent(tasks: BinaryIO) -> None:
    """End this process and all it started once the ingest is gone, even in mid-document."""
    pipe = select.poll()
    pipe.register(tasks, 0)  # for nothing but the end of the other side

    def end() -> None:
        pipe.poll()
        _end_with_all_it_left()

    threading.Thread(target=end, daemon=True).start()


def _end_with_all_it_left() -> None:
    with suppress(OSError):
        if Path().samefile(os.environ.get("TMPDIR", "/")):  # not where somebody started it
            shutil.rmtree(Path.cwd(), ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


def _ask_for_time(replies: BinaryIO, pages: int) -> None:
    allow_cpu_for_pages(pages)
    send(replies, encode(Busy(pages)))


def _function(reading: str) -> Read:
    module, name = reading.split(":")
    function: Read = getattr(import_module(module), name)
    return function


def _answer(task: Task, data: bytes, read: Read) -> Iterator[bytes]:
    allow_cpu_for_one_document()
    reply = _reading(task, data, read)
    if isinstance(reply, Unpacking):
        yield from _opened(reply)
    else:
        yield reply if len(reply) <= MAX_REPLY else encode(TOO_MUCH)


def _opened(unpacking: Unpacking) -> Iterator[bytes]:
    """A packed file's members, one at a time, so that they are never all in memory."""
    yield encode(Opened(unpacking.said))
    for member in unpacking.members:
        error = member.refused
        refused = Refused("failed", error.reason, str(error)) if error else None
        yield encode(Packed(member.name, refused))
        yield member.data
    yield b""


def _reading(task: Task, data: bytes, read: Read) -> bytes | Unpacking:
    try:
        more = {"released": True} if task.released else {}
        found = read(data, task.source, council=task.council, body=task.body, **more)
        if found.unpacking:
            return encode(NESTED) if task.packed else found.unpacking
        return encode(Understood(found.reports, found.papers, found.links))
    except Exception as error:  # noqa: BLE001 - whatever a paper provokes costs only that paper
        return encode(_refusal(error))


def _refusal(error: Exception) -> Refused:
    match error:
        case Unreadable():
            return Refused("failed", error.reason, str(error))
        case Withheld():
            return Refused("withheld", error.reason, str(error))
        case MemoryError():
            return OUT_OF_MEMORY
        case RecursionError():
            return TOO_DEEP
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return NO_ROOM
        case _:
            return unforeseen(stack_of(error))
