"""Which meetings a site lists no more, as far as its answers of this run can tell."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.catalogue import KnownSource, MetSource
from ingest.intake.finding import Finding
from ingest.links import Link
from ingest.sources.wanted import Wanted, day_told
from ingest.sources.windows import Window
from ingest.workers.exchange import Refused


@dataclass(slots=True)
class Listing:
    """The lists of meetings that were asked for in a window, and how fully they were answered."""

    window: Window
    meetings: int = 0
    _answered: set[str] = field(default_factory=set)
    _is_whole: bool = True

    def heard(self, lister: str, links: Sequence[Link] | None) -> list[Link]:
        """The meetings of a list that are to be read, or to be shut; None where it failed.

        One without a day is read where all others lie in the window, as none else was asked for.
        """
        told = [link for link in links or () if link.kind == "meeting"]
        days = [link.day for link in told if link.day]
        honoured = all(map(self.window.holds, days))
        if links is None or not honoured or not all(link.target for link in told):
            self._is_whole = False
        self._answered.add(lister)
        within = [link for link in told if link.target and self._is_asked(link, honoured)]
        self.meetings += len(within)
        return within

    def lost(self, known: Mapping[str, KnownSource], met: Collection[str]) -> list[KnownSource]:
        """The meetings known before that are listed no more; none unless every list was whole."""
        if not self._is_whole:
            return []
        return [
            source
            for name, source in sorted(known.items())
            if name not in met
            and source.met.listed_by in self._answered
            and source.code != "withdrawn"
            and self.window.holds(day_told(source.met.told))
        ]

    def holds(self, meeting: Link) -> bool:
        """Whether a meeting is held in the window."""
        return self.window.holds(meeting.day)

    def _is_asked(self, link: Link, honoured: bool) -> bool:
        return self.holds(link) or (honoured and link.day is None)


def not_listed(meeting: Wanted) -> Finding:
    """A meeting that is listed no more, and of which its site does not say what became."""
    met = MetSource(meeting.address.text, meeting.root, told=meeting.told())
    message = (
        "The website lists this meeting no more and gives no answer about it. Look at the website: "
        "if it is to go, withdraw it. Nothing was taken out."
    )
    return Finding(replace(met, listed_by=meeting.listed_by), _failed("not_listed", message))


def nothing_listed(met: MetSource, count: int) -> Finding:
    """What is told of a site that lists no meeting at all where some were."""
    were = "1 meeting was" if count == 1 else f"{count} meetings were"
    message = (
        f"The website lists no meeting in these days now, though {were} read from it before. "
        "Look at the website: if they are to go, withdraw them. Nothing was taken out."
    )
    return Finding(met, _failed("nothing_listed", message), is_paper=False)


def _failed(code: str, message: str) -> Refused:
    return Refused("failed", code, message)
