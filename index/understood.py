"""One paper as it was understood, gathered to be shown; and the paper that a name means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import Catalogue
from index.catalogue.links import Linked
from index.errors import NoSuchSource
from index.part_names import file_of
from index.records import Block, Decision, Lead, ReportFacts
from index.runs import TAKEN_IN
from index.wording import file_name

_NAMED = 3  # papers named in a message

Links = Mapping[int, Sequence[Linked]]  # by the place in its paper of the decision they are of


@dataclass(frozen=True, slots=True)
class Understood:
    """A paper with all that was found in it, and how it bears on others.

    ``also_at`` are the other places its very bytes were found at; ``same_as`` are the other files
    of the same paper, the one that is cited first.
    """

    report: ReportFacts
    blocks: tuple[Block, ...]
    decisions: tuple[Decision, ...]
    leads: tuple[Lead, ...]
    decided_by: Links
    decides: Links
    same_as: tuple[ReportFacts, ...]
    also_at: tuple[str, ...] = ()


def understood(catalogue: Catalogue, report: ReportFacts) -> Understood:
    """All that the catalogue knows of a report."""
    report_id = report.report_id
    others = catalogue.same_as(report_id).get(report_id, ())
    facts = catalogue.facts(others)
    return Understood(
        report=report,
        blocks=catalogue.blocks(report_id),
        decisions=catalogue.decisions_of(report_id),
        leads=tuple(found.lead for found in catalogue.leads(report_id)),
        decided_by=_by_number(catalogue.decided_by(report_id)),
        decides=_by_number(catalogue.decides(report_id)),
        same_as=tuple(facts[other] for other in others if other in facts),
        also_at=tuple(sorted(_places_of(catalogue, report_id) - {report.source})),
    )


def _places_of(catalogue: Catalogue, report_id: str) -> set[str]:
    """The files and addresses that a report was read from."""
    return {name for name, each in catalogue.known().items() if each.report_id == report_id}


def _by_number(linked: Iterable[Linked]) -> Links:
    found: dict[int, tuple[Linked, ...]] = {}
    for one in linked:
        found[one.number] = (*found.get(one.number, ()), one)
    return found


def paper_named(catalogue: Catalogue, said: str) -> ReportFacts:
    """The paper that a path, an address, a file name or a report id means.

    Raises NoSuchSource where there is none, or more than one: a file of several papers is no
    paper itself.
    """
    paths = (said, str(Path(said).resolve()))
    exact = next((found for path in paths if (found := catalogue.find_source(path))), None)
    if exact:
        return exact
    ids = set(_called(catalogue, paths).values())
    named = [report for report in catalogue.reports() if report.report_id in ids]
    if len(named) == 1:
        return named[0]
    raise NoSuchSource(_several(said, named) if named else _none(said))


def source_named(catalogue: Catalogue, said: str) -> str:
    """The paper that a name means, or the whole file where it means one of several papers.

    A file in which others are packed is meant by its own name only. Raises NoSuchSource as
    `paper_named` does.
    """
    paths = (said, str(Path(said).resolve()))
    packed = [name for name in _packed(catalogue) if name in paths or file_name(name) == said]
    held = [name for name, each in catalogue.known().items() if each.is_searchable]
    exact = packed if len(packed) == 1 else [path for path in paths if path in held]
    if exact:
        return exact[0]
    named = _called(catalogue, paths)
    files = {file_of(source) for source in named}
    if len(files) == 1 and catalogue.parts_of(*files):
        return files.pop()
    if len(named) == 1:
        return next(iter(named))
    return paper_named(catalogue, said).source


def _packed(catalogue: Catalogue) -> list[str]:
    """The files that were taken in and hold no paper themselves: others are packed in them."""
    known = catalogue.known().items()
    return [name for name, each in known if each.outcome in TAKEN_IN and not each.is_searchable]


def _called(catalogue: Catalogue, paths: tuple[str, str]) -> dict[str, str]:
    """The places of papers held that a name may mean, each with the paper's id."""
    held = {report.source: report.report_id for report in catalogue.reports()}
    held |= {name: each.report_id for name, each in catalogue.known().items() if each.report_id}
    return {name: held[name] for name in sorted(held) if _is_called(name, paths)}


def _is_called(source: str, paths: tuple[str, str]) -> bool:
    """Whether a source has this file name, or is a part of the file of this name or path."""
    if "#" in paths[0] and source.endswith(f"/{paths[0]}"):
        return True
    whole = file_of(source)
    names = {file_name(source), file_name(whole)}
    return paths[0] in names or (whole != source and whole in paths)


def _several(said: str, named: Sequence[ReportFacts]) -> str:
    sources = ", ".join(report.source for report in named[:_NAMED])
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return (
        f"{len(named)} papers are called {said!r}: {sources}{more}. Give one of these paths or a "
        "report id, which `townclerk reports --json` lists."
    )


def _none(said: str) -> str:
    return (
        f"No paper {said!r} is held. `townclerk reports` lists those that are, "
        "`townclerk failures` those that could not be read."
    )
