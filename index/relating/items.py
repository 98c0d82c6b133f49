"""Items: decisions of one paper that stand together on one matter, with what names it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from index.records import Decision, ReportFacts, Standing
from index.relating.names import Name, name_of, wording_of


@dataclass(frozen=True, slots=True)
class Paper:
    """A dated paper with its decisions and its text."""

    facts: ReportFacts
    decisions: tuple[Decision, ...]
    text: str

    @property
    def is_on_one_matter(self) -> bool:
        """Whether its title names all it is about: minutes are on many matters."""
        return self.facts.kind in ("report", "decision")


@dataclass(frozen=True, slots=True)
class Item:
    """Decisions of one standing on one matter; ``numbers`` are their places in the paper."""

    report: ReportFacts
    standing: Standing
    numbers: tuple[int, ...]
    decisions: tuple[Decision, ...]
    named: str  # the title or heading
    setting: str = ""  # the text it stands in, from the end of the item before

    @property
    def name(self) -> Name:
        """The stems that name the matter."""
        return name_of(self.named)

    @property
    def wording(self) -> Name:
        """The stems of what was decided."""
        return wording_of(" ".join(decision.text for decision in self.decisions))

    @property
    def day(self) -> date:
        """The day of the meeting; the first of all days if that is unknown."""
        return self.report.front.meeting_date or date.min


def asked_in(paper: Paper) -> list[Item]:
    """What a paper recommends, matter by matter."""
    return [item for item in _items(paper) if item.standing == "recommended"]


def resolved_in(paper: Paper) -> list[Item]:
    """What a paper records as decided, matter by matter; only minutes and decision records do."""
    facts = paper.facts
    if facts.kind not in ("minutes", "decision") or facts.front.proposed:
        return []
    return [item for item in _items(paper) if item.standing == "resolved"]


def _items(paper: Paper) -> Iterator[Item]:
    numbered = list(enumerate(paper.decisions))
    if paper.is_on_one_matter:
        numbered.sort(key=lambda one: one[1].standing)
    before = 0
    for (_, heading, _), together in groupby(numbered, key=partial(_matter_of, paper)):
        found = list(together)
        named = paper.facts.front.title if paper.is_on_one_matter else heading
        end = max(decision.end for _, decision in found)
        setting = paper.text[before:end] if not paper.is_on_one_matter else ""
        yield _item(paper.facts, found, (named or "", setting))
        before = end


def _item(
    facts: ReportFacts,
    found: Sequence[tuple[int, Decision]],
    said: tuple[str, str],
) -> Item:
    numbers = tuple(number for number, _ in found)
    decisions = tuple(decision for _, decision in found)
    return Item(facts, decisions[0].standing, numbers, decisions, *said)


def _matter_of(paper: Paper, one: tuple[int, Decision]) -> tuple[Standing, str | None, str | None]:
    """What decisions on one matter have in common."""
    decision = one[1]
    if paper.is_on_one_matter:
        return decision.standing, None, None
    return decision.standing, decision.heading, decision.minute
