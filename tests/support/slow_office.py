"""The real reading function, with a word processor that never ends and leaves a child behind.

The document's last line names the file into which the child writes its number.
"""

import stat
from pathlib import Path

from ingest.packs.found import Found
from ingest.packs.reading import read_papers
from ingest.readers.doc import programs

_HANGS = """#!/bin/sh
sh -c 'echo $$ $PWD > {number}; exec sleep 600' &
wait
"""


def read(data: bytes, source: str, *, council: str | None = None, body: str | None = None) -> Found:
    place = Path(data.rpartition(b"\n")[2].decode())
    office = place / "soffice"
    office.write_text(_HANGS.format(number=place / "number"))
    office.chmod(stat.S_IRWXU)
    programs.FOLDERS[:] = [str(place)]
    programs.SECONDS = 1
    return read_papers(data, source, council=council, body=body)
