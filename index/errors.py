"""Everything that can go wrong and that a person can do something about.

    TownClerkError            a sentence, a stable code and an exit status
    ├── BadSettings           a setting is missing or wrong
    ├── DataFolderUnusable    the data folder cannot be made, read or written
    ├── BackupFailed          a backup cannot be made, or cannot be put back
    ├── NothingIngested       a question was asked before any paper was read
    ├── Locked                another ingest is running
    ├── BadQuestions          a set of questions to score answers by is not as it should be
    ├── NoSuchSource          a file, folder or report that is not there
    ├── NotShown              a place in a paper that is gone, closed or not as it was
    ├── Unreadable            one paper could not be read; the others go on
    └── Withheld              one paper is exempt, or may be; its text is kept out

The sentence says what happened and what to do next. It never quotes a paper.
"""

from typing import ClassVar


class TownClerkError(Exception):
    """A sentence for the person, a stable code for programs, an exit status for the shell."""

    code: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 1


class BadSettings(TownClerkError):
    """A setting is missing or wrong."""

    code = "bad_settings"


class DataFolderUnusable(TownClerkError):
    """The data folder cannot be made, read or written. ``reason`` tells why, as "disk_full"."""

    code = "data_folder"

    def __init__(self, message: str, reason: str = "data_folder") -> None:
        """Say in a sentence what is wrong and what to do; ``reason`` is its stable code."""
        super().__init__(message)
        self.reason = reason


class BackupFailed(TownClerkError):
    """A backup could not be made or put back. ``reason`` tells why, as "bad_backup"."""

    code = "backup_failed"

    def __init__(self, message: str, reason: str) -> None:
        """Say in a sentence what is wrong and what to do; ``reason`` is its stable code."""
        super().__init__(message)
        self.reason = reason


class NothingIngested(TownClerkError):
    """A question was asked before any paper was read."""

    code = "nothing_ingested"


class Locked(TownClerkError):
    """Another ingest is running."""

    code = "locked"


class BadQuestions(TownClerkError):
    """A set of questions to score answers by is not as it should be."""

    code = "bad_questions"


class NoSuchSource(TownClerkError):
    """A file, folder or report that is not there."""

    code = "no_such_source"


class NotShown(TownClerkError):
    """A place in a paper cannot be shown: it is gone, closed to the public, or not as it was."""

    code = "not_shown"


class Unreadable(TownClerkError):
    """One paper could not be read. ``reason`` is its code in the ledger, such as "encrypted"."""

    def __init__(self, reason: str, message: str) -> None:
        """Name the reason by its stable code, and say in a sentence what to do about it."""
        super().__init__(message)
        self.reason = reason


class Withheld(TownClerkError):
    """One paper is exempt or confidential, or may be. ``reason`` is its code in the ledger."""

    def __init__(self, reason: str, message: str) -> None:
        """Name the reason by its stable code; the message holds no word of the paper."""
        super().__init__(message)
        self.reason = reason
