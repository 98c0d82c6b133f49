"""A paper's title: what it labels as such, or the heading that is nothing else."""

import re

from index.records import Block
from ingest.frontpage.bodies import body_named
from ingest.frontpage.field_names import fact_of
from ingest.frontpage.front import Front
from ingest.frontpage.signed import is_signed
from ingest.sections import section_of

_LONGEST_TITLE = 250  # characters
# Lines on a front page that are neither a fact nor the title.
_PASSING = re.compile(
    r"(?:part\s+(?:[12ab]|i{1,2})\b.*|.*\bopen to the public\b.*|page\s.*"
    r"|(?:agenda\s+)?item\b.{0,20}"
    r"|for (?:general release|publication|decision|information)\b.*|not for publication.*|report"
    r"|(?:public|committee|cabinet|council|officer|executive|delegated)?\s*report"
    r"|report\s+(?:no|number|ref)\b.*|public document pack|cover report"
    r"|(?:approved|draft)?\s*minutes"
    r"|draft|public|appendix\s+\w+|decision details|agenda|confidential|exempt"
    r"|(?:public|open|exempt|confidential)\s+(?:report|item|paper)(?:\s*[(?].*)?"
    r"|not\s+(?:exempt|confidential)\b.{0,40}"
    r"|(?:is|does)\s+(?:this|the)\s+(?:report|item|paper|decision)\b.{0,80}\?.{0,40}"
    r"|(?:executive )?decision (?:notice|record)"
    r"|.*@.*|https?:.*|\W*)",
    re.IGNORECASE,
)

# "Item 8: Bus franchising", where the paper has no other heading.
_ITEM = re.compile(
    r"(?:agenda\s+)?item(?:\s+n(?:o\.?|umber))?\s*:?\s*\d+\w?\s*[:.–-]\s*(?P<title>[A-Z].{3,})",
    re.IGNORECASE,
)


# What follows this line is a meeting's business, and no title.
_WHO_CAME = re.compile(
    r"(?:(?:members|councillors)\s+)?(?:present|sederunt|in\s+attendance)\s*(?::|$)|apologies\b",
    re.IGNORECASE,
)


def title_of(front: Front) -> str | None:
    """The title as printed: labelled, the opening line of minutes or an agenda, or a heading."""
    stated = front.first("title")
    if stated:
        return stated
    minutes = next((o.words for o in front.opening("minutes")), None)
    agenda = next((o.words for o in front.opening("agenda") if o.words), None)
    return minutes or agenda or _item_title(front) or _printed_title(front)


def _item_title(front: Front) -> str | None:
    """What stands beside the number of the one item that the front page names."""
    found = [match for block in front.blocks if (match := _ITEM.fullmatch(block.words.strip()))]
    return found[0]["title"] if len(found) == 1 else None


def _printed_title(front: Front) -> str | None:
    """The first heading that is nothing else; failing that, the first short line that is."""
    taken = {f.block for f in front.fields} | {o.block for o in front.openings}
    free = [
        block
        for number, block in enumerate(front.blocks[: _until_who_came(front)])
        if number not in taken and _may_be_title(block) and not is_signed(front.blocks, number)
    ]
    headings = [block for block in free if block.kind == "heading"]
    short = [b for b in free if b.kind == "paragraph" and b.label is None and len(b.words) <= 150]
    return next((b.words.strip(" *_") for b in (*headings, *short[:1])), None)


def _until_who_came(front: Front) -> int:
    lines = (number for number, b in enumerate(front.blocks) if _WHO_CAME.match(b.words))
    return next(lines, len(front.blocks))


def _may_be_title(block: Block) -> bool:
    text = block.words.strip(" *_")
    if len(text) > _LONGEST_TITLE:
        return False
    passing = _PASSING.fullmatch(text) or section_of(text) or fact_of(text) or body_named(text)
    sentence = text.endswith((".", ":", ";", ","))
    return block.kind != "row" and not passing and not sentence
