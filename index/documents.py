"""Answers, decisions, reports and status as the JSON documents other programs read."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from index.blacked_out import blacked_out
from index.catalogue.links import Linked
from index.context import Context
from index.doubts import sure_of
from index.neutral import short_id
from index.records import (
    Answer,
    Block,
    Citation,
    Decision,
    DecisionFound,
    Filters,
    FrontPage,
    Lead,
    ReportFacts,
)
from index.runs import Run, RunItem, Status
from index.understood import Understood

Document = dict[str, object]


def answer_document(answer: Answer, contexts: Sequence[Context | None] = ()) -> Document:
    """`ask --json`; each citation with its context, where those are given."""
    cited = [_citation(citation) for citation in answer.citations]
    for citation, context in zip(cited, contexts, strict=False):
        citation["context"] = context_document(context) if context else None
    return {
        "question": answer.question,
        "read_as": answer.read_as,
        "status": answer.status,
        "kind": answer.kind,
        "headline": answer.headline,
        "standing": answer.standing,
        "position": list(answer.position),
        "citations": cited,
        "searched": {
            "reports": answer.searched.reports,
            "bodies": answer.searched.bodies,
            "newest": _iso(answer.searched.newest),
            "filters": _filters(answer.searched.filters),
            "words": list(answer.searched.words),
            "corrected": [list(change) for change in answer.searched.corrected],
            "from_conversation": list(answer.searched.from_conversation),
        },
        "suggestions": list(answer.suggestions),
        "took_ms": answer.took_ms,
    }


def context_document(context: Context) -> Document:
    """`show --at --json`, and "context" of `ask --context --json`: what stands around an excerpt.

    ``cut`` has the start of each block that is given in part, for its length.
    """
    return {
        "report": report_document(context.report),
        "start": context.start,
        "end": context.end,
        "before": [_block(block, context.report) for block in context.before],
        "cited": [_block(block, context.report) for block in context.cited],
        "after": [_block(block, context.report) for block in context.after],
        "cut": sorted(context.cut),
    }


def _citation(citation: Citation) -> Document:
    front = citation.report.front
    return {
        "excerpt": citation.excerpt,
        "start": citation.start,
        "end": citation.end,
        "report_id": citation.report.report_id,
        "source": citation.report.source,
        "title": front.title,
        "council": front.council,
        "body": front.body,
        "kind": citation.report.kind,
        "meeting_date": _iso(front.meeting_date),
        "meeting_date_basis": front.meeting_date_basis,
        "paragraph": citation.paragraph,
        "page": citation.page,
        "heading": citation.heading,
        "standing": citation.standing,
        "ocr_confidence": citation.ocr_confidence,
        "blacked_out": blacked_out(citation.excerpt, citation.report),
        "url": citation.report.url,
    }


def decisions_document(found: Iterable[DecisionFound]) -> Document:
    """`decisions --json`."""
    return {"decisions": [decision_row(one) for one in found]}


def decision_row(found: DecisionFound) -> Document:
    """One decision with the report it stands in: a JSON object, or a line of CSV."""
    decision, front = found.decision, found.report.front
    return {
        "text": decision.text,
        "standing": decision.standing,
        "outcome": decision.outcome,
        "title": front.title,
        "council": front.council,
        "body": front.body,
        "meeting_date": _iso(front.meeting_date),
        "meeting_date_basis": front.meeting_date_basis,
        "paragraph": decision.label,
        "minute": decision.minute,
        "source": found.report.source,
        "report_id": found.report.report_id,
        "blacked_out": blacked_out(decision.text, found.report),
        "ocr_confidence": sure_of(found),
    }


def report_document(report: ReportFacts, same_as: Iterable[str] = ()) -> Document:
    """A report's front-page facts: one of `reports --json`, and "report" of `show --json`.

    ``same_as`` are the ids of the other copies held of the same paper, the one cited first.
    """
    return {
        "report_id": report.report_id,
        "source": report.source,
        "kind": report.kind,
        **_front_page(report.front),
        "access": report.access,
        "pages": report.pages,
        "chars": report.chars,
        "warnings": list(report.warnings),
        "same_as": list(same_as),
    }


def _front_page(front: FrontPage) -> Document:
    return asdict(front) | {"meeting_date": _iso(front.meeting_date)}


def shown_document(shown: Understood) -> Document:
    """`show --json`: one paper as it was understood."""
    same_as = (other.report_id for other in shown.same_as)
    return {
        "report": report_document(shown.report, same_as),
        "also_at": list(shown.also_at),
        "blocks": [_block(block, shown.report) for block in shown.blocks],
        "decisions": [
            {
                **_decision(decision),
                "decided_by": [_linked(one) for one in shown.decided_by.get(number, ())],
                "decides": [_linked(one) for one in shown.decides.get(number, ())],
            }
            for number, decision in enumerate(shown.decisions)
        ],
        "people": [_person(lead) for lead in shown.leads],
    }


def _linked(linked: Linked) -> Document:
    """A decision of another paper; ``whole_item`` says that it is linked to its item only."""
    decision, report = linked.decision, linked.report
    return {
        "report_id": report.report_id,
        "source": report.source,
        "minute": decision.minute,
        "label": decision.label,
        "standing": decision.standing,
        "outcome": decision.outcome,
        "meeting_date": _iso(report.front.meeting_date),
        "whole_item": linked.whole_item,
    }


def _block(block: Block, report: ReportFacts) -> Document:
    return {
        "kind": block.kind,
        "label": block.label,
        "label_inferred": block.label_inferred,
        "text": block.text,
        "heading": block.heading,
        "page": block.page,
        "start": block.start,
        "end": block.end,
        "columns": list(block.columns),
        "ocr_confidence": report.sure_of(block.page, block.start, block.end),
    }


def _decision(decision: Decision) -> Document:
    return {
        "text": decision.text,
        "standing": decision.standing,
        "outcome": decision.outcome,
        "label": decision.label,
        "minute": decision.minute,
        "heading": decision.heading,
        "page": decision.page,
        "mover": decision.mover,
        "seconder": decision.seconder,
        "votes": decision.votes,
        "reasons": decision.reasons,
        "alternatives": decision.alternatives,
        "start": decision.start,
        "end": decision.end,
    }


def _person(lead: Lead) -> Document:
    return {
        "name": lead.name,
        "post": lead.post,
        "organisation": lead.organisation,
        "relation": lead.relation,
        "area": lead.area,
        "contact": lead.contact,
        "start": lead.start,
        "end": lead.end,
    }


def status_document(status: Status) -> Document:
    """`status --json`."""
    return {
        "reports": status.reports,
        "passages": status.passages,
        "decisions": status.decisions,
        "withheld": status.withheld,
        "failed": status.failed,
        "newest_meeting": _iso(status.newest_meeting),
        "generation": status.generation,
        "last_run": run_document(status.last_run) if status.last_run else None,
        "by_body": [
            {
                "council": one.council,
                "body": one.body,
                "reports": one.reports,
                "newest": _iso(one.newest),
            }
            for one in status.by_body
        ],
    }


def run_document(run: Run) -> Document:
    """One ingest: its number, state, times and counts."""
    return asdict(run)


def item_document(item: RunItem) -> Document:
    """One line of the ledger; of a withheld source with the ``id`` that it is called elsewhere."""
    return asdict(item) | ({"id": short_id(item.source)} if item.outcome == "withheld" else {})


def _filters(filters: Filters) -> Document:
    said = {name: value for name, value in asdict(filters).items() if value is not None}
    return {n: _iso(v) if isinstance(v, date) else v for n, v in said.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
