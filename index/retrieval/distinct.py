"""Evidence from distinct papers: where several files hold one, it is one paper."""

from collections.abc import Mapping, Sequence

from index.catalogue.copies import Copy
from index.retrieval.evidence import Evidence


def of_distinct_papers(evidence: Sequence[Evidence], copies: Mapping[str, Copy]) -> list[Evidence]:
    """The evidence in order, without what stands in a copy of a paper that is better cited.

    Of the copies found, the one that ranks first is kept. A draft is left out wherever what was
    approved is held: what it alone says was struck out.
    """
    first: dict[str, int] = {}
    for one in evidence:
        copy = copies.get(one.report.report_id)
        if copy and not copy.superseded:
            first[copy.cited_id] = min(copy.rank, first.get(copy.cited_id, copy.rank))
    return [one for one in evidence if _is_kept(copies.get(one.report.report_id), first)]


def _is_kept(copy: Copy | None, first: Mapping[str, int]) -> bool:
    return copy is None or (not copy.superseded and copy.rank == first[copy.cited_id])
