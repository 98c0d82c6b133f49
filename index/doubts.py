"""What is said beside a quote whose reader must know that it may differ from the paper."""

from collections.abc import Iterator

from index.blacked_out import say_blacked_out
from index.records import DecisionFound, ReportFacts
from index.wording import say_ocr


def unsure_in(found: DecisionFound) -> str:
    """What a reader of a decision must know of its words: that OCR read them, or some are out."""
    return ", ".join(doubts(found.decision.text, found.report, sure_of(found)))


def sure_of(found: DecisionFound) -> int | None:
    """How sure OCR was of a decision's words, percent; None where it did not read them."""
    decision = found.decision
    return found.report.sure_of(decision.page, decision.start, decision.end)


def doubts(quoted: str, report: ReportFacts, sure: int | None) -> Iterator[str]:
    """How sure it is what was quoted, where OCR read it; and whether words are blacked out."""
    if sure is not None:
        yield say_ocr(sure)
    if said := say_blacked_out(quoted, report):
        yield said
