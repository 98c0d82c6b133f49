"""Names of packed files, made safe: what comes of one is shown and remembered, never opened."""

import re
from collections.abc import Iterable
from itertools import chain, count

_LONGEST = 300  # characters
_DRIVE = re.compile(r"[A-Za-z]:")
_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini", "@eadir"})


def safe_name(name: str, number: int) -> str:
    """A name within its archive: no way out of it, nothing that cannot be seen.

    >>> safe_name("../../etc/pass\\nwd", 1), safe_name("C:\\\\Papers\\\\a.pdf", 1)
    ('etc/pass wd', 'Papers/a.pdf')
    >>> safe_name("..", 7)
    'file 7'
    """
    seen = "".join(letter if letter.isprintable() else " " for letter in name)
    parts = (part.strip() for part in re.split(r"[/\\]", seen))
    kept = [p for p in parts if p not in ("", ".", "..") and not _DRIVE.fullmatch(p)]
    return "/".join(kept)[-_LONGEST:] or f"file {number}"


def left_by_systems(name: str) -> bool:
    """Whether a file is of those that systems and programs leave beside papers.

    >>> [left_by_systems(name) for name in ("__MACOSX/._a.pdf", "x/~$a.docx", "x/a.pdf")]
    [True, True, False]
    """
    parts = name.casefold().split("/")
    return any(part.startswith((".", "~$")) or part in _SYSTEM for part in parts)


def unique(names: Iterable[str]) -> list[str]:
    """The names, each with a number where it was there before.

    >>> unique(["a.pdf", "b.pdf", "a.pdf"])
    ['a.pdf', 'b.pdf', 'a (2).pdf']
    """
    taken: set[str] = set()
    made: list[str] = []
    for name in names:
        stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
        tried = chain([name], (f"{stem} ({n}){dot}{suffix}" for n in count(2)))
        made.append(next(each for each in tried if each not in taken))
        taken.add(made[-1])
    return made
