"""Figures as a JSON document, and as tables for a terminal or a page of Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from index.evaluation.asking import Asked
from index.evaluation.figures import Figures, Share, by_kind, figures_of

_NAMES = {
    "hit_1": "evidence cited first (hit@1)",
    "hit_3": "evidence among three (hit@3)",
    "hit_5": "evidence among five (hit@5)",
    "paper_5": "the right paper among five",
    "baseline_hit_1": "plain full-text search, hit@1",
    "baseline_hit_5": "plain full-text search, hit@5",
    "answered_with_evidence_first": "of “answered”: evidence first",
    "refused_though_answerable": "“no answer” though the papers answer",
    "right_refusals": "not “answered”: paper not held, or nonsense",
    "right_refusals_of_facts": "not “answered”: topic held, fact not",
    "right_standing": "standing right",
    "verbatim": "every excerpt verbatim",
}
HALVES = ("develop", "report")


def document(asked: Sequence[Asked]) -> dict[str, object]:
    """`evaluate --json`: figures of each half and kind, and how each question went."""
    return {
        "halves": {half: _half_document(_half(asked, half)) for half in HALVES},
        "questions": [_question(one) for one in asked],
    }


def _half_document(asked: Sequence[Asked]) -> dict[str, object]:
    kinds = {kind: _plain(found) for kind, found in by_kind(asked).items()}
    return {**_plain(figures_of(asked)), "by_kind": kinds}


def _plain(figures: Figures) -> dict[str, object]:
    shares = {name: getattr(figures, name) for name in _NAMES}
    told = {name: {"count": s.count, "of": s.of, "share": s.share} for name, s in shares.items()}
    return {**asdict(figures), **told}


def _question(one: Asked) -> dict[str, object]:
    return {
        "id": one.question.id,
        "half": one.question.half,
        "kind": one.question.kind,
        "understood_as": one.answer.kind,
        "missing": one.question.missing,
        "status": one.answer.status,
        "rank": one.rank,
        "paper_rank": one.paper_rank,
        "baseline_rank": one.baseline_rank,
        "right_standing": one.right_standing,
        "verbatim": one.is_verbatim,
        "evidence_lost": one.is_lost,
        "cpu_ms": round(one.cpu_ms, 1),
    }


def tables(asked: Sequence[Asked]) -> Iterator[str]:
    """The lines of a page that tells the figures, in Markdown."""
    halves = {half: figures_of(_half(asked, half)) for half in HALVES}
    yield f"| | {' | '.join(f'{h} ({f.questions})' for h, f in halves.items())} |"
    yield "|---|---|---|"
    for name, said in _NAMES.items():
        yield _row(said, [_say(getattr(found, name)) for found in halves.values()])
    yield _row("mean reciprocal rank", [str(found.mrr) for found in halves.values()])
    yield _row("the same, plain search", [str(found.baseline_mrr) for found in halves.values()])
    times = [f"{found.cpu_ms_p50} / {found.cpu_ms_p95} ms" for found in halves.values()]
    yield _row("processor time, p50 / p95", times)
    yield from ("", "| kind | questions | hit@1 | hit@5 | plain hit@1 |", "|---|---|---|---|---|")
    for kind, found in by_kind(_half(asked, "report")).items():
        shares = (found.hit_1, found.hit_5, found.baseline_hit_1)
        yield _row(kind, [str(found.questions), *map(_say, shares)])


def _half(asked: Sequence[Asked], half: str) -> list[Asked]:
    return [one for one in asked if one.question.half == half]


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _say(share: Share) -> str:
    return f"{share.share:.2f} ({share.count}/{share.of})" if share.share is not None else "none"
