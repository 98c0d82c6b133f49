"""Which council a paper is of, and which of its bodies met or decided."""

import re
from collections.abc import Iterable

from index.records import Block
from ingest.frontpage.bodies import body_alone, body_named, clean_body, council_named, in_title_case
from ingest.frontpage.field_names import is_blank
from ingest.frontpage.front import Front

_LOCAL = re.compile(r"\b(?:Parish|Town|Community)\s+Council$", re.IGNORECASE)
_LETTERHEAD = 8  # blocks among which a body may stand by itself


def council_of(front: Front, margins: Iterable[str] = ()) -> str | None:
    """The council that the paper states as a fact or heads its pages with; never guessed.

    ``margins`` are the running headers and footers, of which one council alone may be named.
    """
    if value := front.first("council"):
        return council_named(value) or in_title_case(value)
    for opening in front.openings:
        if opening.council and (opening.kind != "council" or _heads(front, opening.block)):
            return opening.council
    heads = {name for line in margins if (name := council_named(line))}
    return heads.pop() if len(heads) == 1 else None


def _heads(front: Front, number: int) -> bool:
    """Whether a line stands above every fact of the front page, as a letterhead does."""
    telling = (o for o in front.openings if o.kind != "council")
    others = [o.block for o in telling if o.body or o.date or o.kind == "report_of"]
    return number < min([f.block for f in front.fields if not f.filed] + others, default=3)


def body_of(front: Front, council: str | None) -> str | None:
    """Who met: as labelled, as the opening line says, or as a line by itself near the top."""
    for value in (f.value for f in front.all("body") if not is_blank(f.value)):
        name = body_named(value) or in_title_case(clean_body(value))
        if 0 < len(name) <= 100:
            return name
    for opening in front.opening("minutes", "meeting", "agenda", "decisions", "report_to"):
        if opening.body:
            return _in_full(opening.body, council)
    alone = next(filter(None, (_body_alone(b) for b in front.blocks[:_LETTERHEAD])), None)
    of_council = council and any(front.opening("minutes"))
    return alone or (council if of_council else None)


def _in_full(body: str, council: str | None) -> str:
    """The name of a council that calls itself "the Parish Council" below its letterhead.

    A parish has no other council than its own; elsewhere "the Council" is all its members.
    """
    if council is None or not council.casefold().endswith(f" {body.casefold()}"):
        return body
    return council if len(body.split()) > 1 or _LOCAL.search(council) else body


def _body_alone(block: Block) -> str | None:
    """A body named by a line of its own near the top; a council's name there is its letterhead."""
    if block.kind == "row" or block.label or council_named(block.words):
        return None
    return body_alone(block.words)
