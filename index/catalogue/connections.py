"""Connections to the catalogue's file: many that read, one that writes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from queue import Empty, LifoQueue

from sqlite_utils import Database

from index import steps
from index.errors import DataFolderUnusable, NothingIngested, TownClerkError
from index.migrations import catalogue, step_names
from index.troubles import unusable

Tables = Database  # what those who only pass it on call it

FILE_NAME = "catalogue.db"
HALF_RESTORED = f"{FILE_NAME}.part"  # what it is called until a backup is back as a whole

# What does not fit its cache is not put into the folder for temporary files, which may be full.
_IN_MEMORY = "PRAGMA temp_store = MEMORY"
_WRITER_PRAGMAS = (
    _IN_MEMORY,
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -32000",  # 32 MB
)
_BESIDE_PRAGMAS = (
    _IN_MEMORY,
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


class Readers:
    """A pool of read-only connections, each used by one thread at a time.

    There are never more than were needed at once, however many threads come and go.
    """

    def __init__(self, folder: Path) -> None:
        """Open the catalogue; raises NothingIngested or DataFolderUnusable."""
        self.folder = folder
        self._path = folder / FILE_NAME
        self._idle: LifoQueue[Database] = LifoQueue()
        if not self._path.exists():
            raise nothing_in(folder)
        with self.reading() as db:
            _check_tables(db, folder)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A connection that sees one state of the catalogue until it is given back."""
        with told(self._path):
            db = self._borrow()
            try:
                with db.atomic():
                    yield db
            except sqlite3.Error:
                db.close()
                raise
            except BaseException:
                self._idle.put(db)
                raise
            self._idle.put(db)

    def close(self) -> None:
        """Close the connections that nobody is using."""
        while not self._idle.empty():
            self._idle.get_nowait().close()

    def _borrow(self) -> Database:
        try:
            return self._idle.get_nowait()
        except Empty:
            return _open_reader(self._path)


@contextmanager
def reading(folder: Path) -> Iterator[Database]:
    """One state of the catalogue, for whoever looks but once; raises as `Readers` does."""
    with closing(Readers(folder)) as readers, readers.reading() as db:
        yield db


def open_writer(folder: Path) -> Database:
    """The one connection that writes, its tables brought up to date."""
    path = folder / FILE_NAME
    with told(path):
        connection = _connect(str(path))
        try:
            for pragma in _WRITER_PRAGMAS:
                connection.execute(pragma)
            db = Database(connection, execute_plugins=False)
            _refuse_newer(db, folder)
            catalogue.apply(db)
        except BaseException:
            connection.close()
            raise
        return db


@contextmanager
def beside(folder: Path) -> Iterator[Database]:
    """A connection to add a line with while another writes: SQLite has them take turns.

    Raises NothingIngested, or DataFolderUnusable for a catalogue of an earlier version.
    """
    path = folder / FILE_NAME
    if not path.exists():
        raise nothing_in(folder)
    connection = _connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        for pragma in _BESIDE_PRAGMAS:
            connection.execute(pragma)
        db = Database(connection, execute_plugins=False)
        _check_tables(db, folder)
        yield db
    finally:
        connection.close()


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """One transaction: all of it is kept, or none; raises DataFolderUnusable."""
    with told(_file_of(db)):
        # IMMEDIATE, because a transaction that begins by reading cannot always go on to write.
        db.execute("BEGIN IMMEDIATE")
        try:
            with db.atomic():
                yield
            steps.reached("before_commit")
            db.commit()
        except BaseException:
            db.rollback()
            raise
        steps.reached("committed")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """A catalogue that cannot be used is told in a sentence; a mistake of ours stays one."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise unusable(path, error) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
        raise unusable(path, error) from error


def forget_deleted(db: Database) -> None:
    """Leave no copy of deleted pages in the write-ahead log."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _file_of(db: Database) -> Path:
    return Path(next(db.query("PRAGMA database_list"))["file"])


def _open_reader(path: Path) -> Database:
    mode = "immutable=1" if _cannot_change(path) else "mode=ro"
    connection = _connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
    for pragma in (_IN_MEMORY, "PRAGMA busy_timeout = 5000", "PRAGMA query_only = ON"):
        connection.execute(pragma)
    return Database(connection, execute_plugins=False)


def _cannot_change(path: Path) -> bool:
    """Whether it lies complete on a read-only disk, where SQLite cannot make its log's index."""
    on_read_only = os.statvfs(path.parent).f_flag & os.ST_RDONLY
    return bool(on_read_only) and not path.with_name(f"{path.name}-wal").exists()


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    # SQLite lets any thread use a connection so long as no two do at once: the pool sees to that.
    return sqlite3.connect(name, uri=uri, check_same_thread=False)


def _check_tables(db: Database, folder: Path) -> None:
    if not catalogue.applied(db):
        raise nothing_in(folder)
    _refuse_newer(db, folder)
    if catalogue.pending(db):
        raise DataFolderUnusable(
            f"The catalogue in {folder} was made by an earlier version. "
            "Run `townclerk rebuild` once to bring it up to date.",
            "older_version",
        )


def _refuse_newer(db: Database, folder: Path) -> None:
    """A step that is not known here may have changed what any row means."""
    if not {step.name for step in catalogue.applied(db)} <= step_names():
        raise DataFolderUnusable(
            f"The catalogue in {folder} was made by a later version of Town Clerk. Install that "
            "version again, or restore a backup made by this one. Nothing was changed.",
            "newer_version",
        )


def nothing_in(folder: Path) -> TownClerkError:
    """What there is to say of a data folder without a catalogue."""
    if (folder / HALF_RESTORED).exists():
        return DataFolderUnusable(
            f"A backup was being put back into {folder}, and that was broken off: it holds nothing "
            "yet. Run `townclerk restore BACKUP` again, with the same backup or another.",
            "half_restored",
        )
    return NothingIngested(
        f"Nothing has been ingested into {folder.absolute()} yet. Run `townclerk ingest FOLDER` "
        "first, or name another data folder with --data."
    )


def refuse_half_restored(folder: Path) -> None:
    """Nothing else is written into a data folder while a backup is being put back into it."""
    if not (folder / FILE_NAME).exists() and (folder / HALF_RESTORED).exists():
        raise nothing_in(folder)
