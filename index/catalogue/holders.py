"""Which sources are packed in which: by their names, and by what the file they name gave."""

from collections.abc import Iterator, Mapping

from index.catalogue.sources import KnownSource


def holder(name: str, known: Mapping[str, KnownSource]) -> str | None:
    """The file that a source is packed in; a file may have a name that only looks so."""
    wholes = (whole for whole in _before_marks(name) if whole in known)
    return next((whole for whole in wholes if not known[whole].is_searchable), None)


def on_their_own(known: Mapping[str, KnownSource]) -> dict[str, KnownSource]:
    """The sources that are packed in none."""
    return {name: each for name, each in known.items() if holder(name, known) is None}


def _before_marks(name: str) -> Iterator[str]:
    at = name.find("#")
    while at > 0:
        yield name[:at]
        at = name.find("#", at + 1)
