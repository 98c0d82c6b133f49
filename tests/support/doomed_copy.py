"""Run in a process of its own: a backup, or a restoring, that is killed when it reaches a step.

python doomed_copy.py STEP backup|restore DATA BACKUP; it says "ready" before it begins. A STEP that
there is not is never reached: then the process is killed from outside, or lives.
"""

import sys
from pathlib import Path

from index import steps
from index.backup import back_up
from index.restoring import restore
from support.doomed_ingest import Doom


def main(step: str, work: str, data: Path, backup: Path) -> None:
    steps.reached = Doom(step, 1).reached  # type: ignore[assignment]
    print("ready", flush=True)
    if work == "backup":
        back_up(data, backup, slack=True)
    else:
        restore(data, backup)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
