"""Evidence from distinct papers: where several files hold one, it is one paper."""

from collections.abc import Mapping, Sequence

from index.catalogue.copies import Copy
from index.retrieval.evidence import Evidence


def of_distinct_papers(
    evidence: Sequence[Evidence], copies: Mapping[str, Copy], *, drafts: bool = False
) -> list[Evidence]:
    """The evidence in order, without what stands in a copy of a paper that is better cited.

    Of the copies found, the one that ranks first is kept. A draft is left out wherever what was
    approved is held: what it alone says was struck out. Where ``drafts`` are asked for, a draft
    found is kept in place of what was approved.
    """
    first: dict[str, tuple[bool, int]] = {}
    for copy in (copies.get(one.report.report_id) for one in evidence):
        if copy and (drafts or not copy.superseded):
            place = _place(copy, drafts=drafts)
            first[copy.cited_id] = min(place, first.get(copy.cited_id, place))
    return [
        one
        for one in evidence
        if not (copy := copies.get(one.report.report_id))
        or first.get(copy.cited_id) == _place(copy, drafts=drafts)
    ]


def _place(copy: Copy, *, drafts: bool) -> tuple[bool, int]:
    return copy.superseded != drafts, copy.rank
