"""Papers that a person looked at: those let in though they are marked, and those withdrawn.

What is let in are bytes, whatever they are called; other bytes at the same place are judged anew.
What is withdrawn are bytes and words: the same words in another file are the same paper.
"""

import hashlib
import re
from collections.abc import Iterable

from sqlite_utils import Database

from index.catalogue import sources
from index.catalogue.rows import insert
from index.catalogue.sources import KnownSource, MetSource
from index.errors import NoSuchSource
from index.records import Report
from index.runs import RunItem

WITHDRAWN = "This paper was withdrawn by an administrator."
_WORDS_WITHDRAWN = "The same words were withdrawn by an administrator in another file."
_WITHHELD = "This paper is exempt, or may be: nothing of it is kept."
_LEAST = 200  # letters: fewer may be the same in papers that have nothing to do with each other


def release(db: Database, known: KnownSource, why: str, when: str) -> None:
    """Remember that these bytes may be let in; wherever they are, they are read again.

    Raises NoSuchSource for what is not kept out, or was withdrawn.
    """
    _refuse_what_is_not_shut(known)
    row = {
        "sha256": known.met.sha256,
        "source": known.met.source,
        "code": known.code,
        "why": why,
        "released": when,
    }
    insert(db, "releases", [row], replacing="sha256")
    db.execute("UPDATE sources SET reader_version = 0 WHERE sha256 = ?", [known.met.sha256])


def released(db: Database) -> frozenset[str]:
    """The hashes of all bytes that are let in."""
    return frozenset(row["sha256"] for row in db.query("SELECT sha256 FROM releases"))


def _is_released(db: Database, sha256: str | None) -> bool:
    """Whether bytes are let in."""
    return any(db.query("SELECT 1 FROM releases WHERE sha256 = ?", [sha256]))


def take_back(db: Database, sha256: str | None) -> None:
    """Let bytes in no longer."""
    db.execute("DELETE FROM releases WHERE sha256 = ?", [sha256])


def withdraw_words(db: Database, source: str) -> None:
    """Remember the words of what a file holds, by a hash, so that they do not come back in another.

    It must still be held.
    """
    sql = """SELECT text FROM reports WHERE report_id IN
        (SELECT report_id FROM sources WHERE source = :source OR part_of = :source)"""
    texts = (row["text"] for row in db.query(sql, {"source": source}))
    rows = [{"words": print_, "source": source} for print_ in set(_prints(texts))]
    insert(db, "withdrawn_words", rows, replacing="words")


def _words_are_withdrawn(db: Database, texts: Iterable[str]) -> bool:
    """Whether any of these texts says just what a withdrawn paper said."""
    sql = "SELECT 1 FROM withdrawn_words WHERE words = ?"
    return any(any(db.query(sql, [print_])) for print_ in _prints(texts))


def why_kept_out(db: Database, met: MetSource, reports: Iterable[Report]) -> tuple[str, str] | None:
    """Why what was met is kept out whatever its papers are marked: a code and a sentence."""
    if sources.is_withdrawn(db, met):
        return "withdrawn", WITHDRAWN
    if _words_are_withdrawn(db, (report.text for report in reports)):
        return "withdrawn", _WORDS_WITHDRAWN
    return None if _is_released(db, met.sha256) else sources.why_shut(db, met)


def line_of(db: Database, met: MetSource, code: str, message: str | None) -> RunItem:
    """What to tell of what is kept out; what was withdrawn is so for good, whatever else it is."""
    if code != "withdrawn" and sources.is_withdrawn(db, met):
        return RunItem(met.source, "withheld", "withdrawn", WITHDRAWN)
    told = WITHDRAWN if code == "withdrawn" else _WITHHELD
    return RunItem(met.source, "withheld", code, message or told)


def _prints(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        letters = re.sub(r"[\W_]+", "", text.casefold())
        if len(letters) >= _LEAST:
            yield hashlib.sha256(letters.encode()).hexdigest()


def _refuse_what_is_not_shut(known: KnownSource) -> None:
    source = known.met.source
    if known.code == "withdrawn":
        raise NoSuchSource(f"{source} was withdrawn for good. Nothing was changed.")
    if known.code == sources.TWIN_WITHHELD:
        raise NoSuchSource(
            f"The same file is withheld at another place: `townclerk failures` lists it. Release "
            f"that, and {source} is read again with it. Nothing was changed."
        )
    if known.met.sha256 is None or not (known.outcome == "withheld" or known.parts):
        raise NoSuchSource(f"{source} is not withheld, so there is nothing to release.")
