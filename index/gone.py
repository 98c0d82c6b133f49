"""What an answer tells of papers that were replaced or removed lately, in fixed words."""

from collections.abc import Iterator
from datetime import date, timedelta

from index.catalogue import Catalogue
from index.catalogue.history import Version
from index.language import stems
from index.part_names import file_of
from index.records import Answer
from index.wording import say_date

_LATELY = timedelta(days=90)  # for so long somebody may remember what the paper said before
_ENOUGH = 2  # words of the question that a title has


def said_of_gone(catalogue: Catalogue, answer: Answer, today: date) -> tuple[str, ...]:
    """That the paper quoted first was replaced; or that one on what was asked was removed."""
    since = today - _LATELY
    if answer.status == "answered":
        return tuple(_replaced(catalogue, answer, since))
    return tuple(_removed(catalogue, answer, since))


def _replaced(catalogue: Catalogue, answer: Answer, since: date) -> Iterator[str]:
    for cited in answer.citations[:1]:
        source = cited.report.source
        names = (source, file_of(source))
        if at := max(map(_day, catalogue.replaced(names, since)), default=None):
            yield (
                f"The paper quoted first was replaced on {say_date(at)}: this is what it says now."
            )


def _removed(catalogue: Catalogue, answer: Answer, since: date) -> Iterator[str]:
    asked = {stem: word for word in answer.searched.words for stem in stems(word)}
    enough = min(_ENOUGH, len(asked))
    if not enough:
        return
    # A stem may end in a letter that the word has not: "librari", of "library".
    parts = [stem[:-1] or stem for stem in asked]
    for version in catalogue.removed_since(since, parts, enough):
        title = set(stems(version.title or ""))
        shared = [word for stem, word in asked.items() if stem in title]
        if len(shared) >= enough:
            words = " and ".join(f"“{word}”" for word in shared)
            yield (
                f"A paper with {words} in its title was removed from its place on "
                f"{say_date(_day(version))}, and is quoted no more."
            )
            return


def _day(version: Version) -> date:
    return date.fromisoformat(version.at[:10])
