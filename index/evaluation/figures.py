"""What a set of asked questions comes to, in figures: of all, and of each kind of question."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from index.evaluation.asking import Asked


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; ``share`` is None where there are none."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return round(self.count / self.of, 3) if self.of else None


@dataclass(frozen=True, slots=True)
class Figures:
    """How well some questions were answered. Ranks count over the questions that have an answer."""

    questions: int
    hit_1: Share
    hit_3: Share
    hit_5: Share
    mrr: float | None  # the mean of 1 over the rank of the evidence, 0 where it is not cited
    paper_5: Share  # the right paper is among five citations
    baseline_hit_1: Share
    baseline_hit_5: Share
    baseline_mrr: float | None
    answered_with_evidence_first: Share  # of the answers said to answer, where one could
    refused_though_answerable: Share  # `no_answer` where the papers do answer
    right_refusals: Share  # not `answered`: no such paper, no sense, or nothing to refer to
    right_refusals_of_facts: Share  # not `answered`: the topic is held and the fact is not
    right_standing: Share
    verbatim: Share
    cpu_ms_p50: float | None
    cpu_ms_p95: float | None


def figures_of(asked: Sequence[Asked]) -> Figures:
    """The figures of some questions."""
    known = [one for one in asked if one.is_answerable]
    ranks, plain = [one.rank for one in known], [one.baseline_rank for one in known]
    answered = [one for one in known if one.answer.status == "answered"]
    times = [one.cpu_ms for one in asked]
    return Figures(
        questions=len(asked),
        hit_1=_within(ranks, 1),
        hit_3=_within(ranks, 3),
        hit_5=_within(ranks, 5),
        mrr=_mrr(ranks),
        paper_5=_within([one.paper_rank for one in known], 5),
        baseline_hit_1=_within(plain, 1),
        baseline_hit_5=_within(plain, 5),
        baseline_mrr=_mrr(plain),
        answered_with_evidence_first=_share(answered, lambda one: one.rank == 1),
        refused_though_answerable=_share(known, lambda one: one.answer.status == "no_answer"),
        right_refusals=_refused(asked, "paper", "nonsense", "reference"),
        right_refusals_of_facts=_refused(asked, "fact"),
        right_standing=_standing(asked),
        verbatim=_share(asked, lambda one: one.is_verbatim),
        cpu_ms_p50=_percentile(times, 50),
        cpu_ms_p95=_percentile(times, 95),
    )


def by_kind(asked: Sequence[Asked]) -> dict[str, Figures]:
    """The figures of each kind of question that the papers answer."""
    known = [one for one in asked if one.is_answerable]
    kinds = sorted({one.question.kind for one in known})
    return {k: figures_of([one for one in known if one.question.kind == k]) for k in kinds}


def _within(ranks: Sequence[int | None], most: int) -> Share:
    return Share(sum(rank is not None and rank <= most for rank in ranks), len(ranks))


def _mrr(ranks: Sequence[int | None]) -> float | None:
    return round(sum(1 / rank for rank in ranks if rank) / len(ranks), 3) if ranks else None


def _share(asked: Iterable[Asked], is_so: Callable[[Asked], bool]) -> Share:
    told = [is_so(one) for one in asked]
    return Share(sum(told), len(told))


def _refused(asked: Iterable[Asked], *missing: str) -> Share:
    lacking = (one for one in asked if one.question.missing in missing)
    return _share(lacking, lambda one: one.answer.status != "answered")


def _standing(asked: Iterable[Asked]) -> Share:
    judged = [one.right_standing for one in asked if one.right_standing is not None]
    return Share(sum(judged), len(judged))


def _percentile(times: Sequence[float], percent: int) -> float | None:
    if len(times) < 2:
        return round(times[0], 1) if times else None
    return round(quantiles(times, n=100, method="inclusive")[percent - 1], 1)
