"""Earlier versions that are kept of papers are judged anew when papers are understood otherwise."""

from pathlib import Path

from index import earlier
from ingest.intake.options import Options
from ingest.workers.exchange import Refused, Task, Understood
from ingest.workers.pool import Pool, reading_pool
from ingest.workers.unpacked import Unpacked


def judge_earlier(folder: Path, options: Options) -> None:
    """Forget those that today's rules keep out; one that cannot be read is tried again next time.

    Each is judged as its source is: by its marks, its name, and what a person let in.
    """
    waiting = earlier.unjudged(folder)
    if not waiting or options.stopping():
        return
    with reading_pool(1, options.reading) as pool:
        for version in waiting:
            if options.stopping():
                return
            _judge(folder, version, pool)


def _judge(folder: Path, version: earlier.Version, pool: Pool) -> None:
    reply = pool.read(Task(version.source), earlier.original(folder, version))
    if isinstance(reply, Refused) and reply.outcome == "failed":
        return
    earlier.settle(folder, version, is_open=_is_open(reply))


def _is_open(reply: Understood | Refused | Unpacked) -> bool:
    """Whether all of a file may be kept: not if a paper in it is left out."""
    return isinstance(reply, Understood) and len(reply.reports) == reply.papers
