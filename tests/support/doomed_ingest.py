"""Run in a process of its own: an ingest that is killed the NTH time it reaches a step.

python doomed_ingest.py STEP NTH DATA FOLDER; with NTH 0 it is not killed, and prints how often it
came to each step.
"""

import json
import os
import signal
import sys
import threading
from collections import Counter
from pathlib import Path

from index import steps
from ingest.intake.progress import Silence
from ingest.intake.run import Options, ingest


class Doom:
    """Counts the steps reached, and ends the process at one of them, as a power cut would."""

    def __init__(self, step: str, nth: int) -> None:
        self.fatal = (step, nth)
        self.counts: Counter[str] = Counter()
        self.lock = threading.Lock()

    def reached(self, step: steps.Step) -> None:
        with self.lock:
            self.counts[step] += 1
            if (step, self.counts[step]) == self.fatal:
                os.kill(os.getpid(), signal.SIGKILL)


def main(step: str, nth: int, data: Path, folder: Path) -> None:
    doom = Doom(step, nth)
    steps.reached = doom.reached  # type: ignore[assignment]
    ingest(data, [str(folder)], Options(workers=2), Silence())
    print(json.dumps(doom.counts))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
