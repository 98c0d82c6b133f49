"""The officer whose report it is, as the front page names them."""

from collections.abc import Iterator, Sequence

from index.records import Block, Lead
from ingest.frontpage.fields import fields_in
from ingest.frontpage.front import front_blocks
from ingest.frontpage.openings import openings
from ingest.people.cells import lead_of, people_in

_RELATION = "Report of"


def reports_officers(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Who is named behind "Report of" on a report's front page, each with their post.

    A post without a name is only said of the report itself.
    """
    front = front_blocks(blocks)
    labelled = [
        (found.value, found.block)
        for found in fields_in(front)
        if found.fact == "report_of" and 0 <= found.block < len(front)
    ]
    said = [(o.words, o.block) for o in openings(front) if o.kind == "report_of" and o.words]
    for words, number in labelled or said:
        block = front[number]
        for person in people_in(words.removeprefix("the ").removeprefix("The ")):
            whole = all(part in block.text for part in (person.name, person.post) if part)
            if whole and person.name:
                yield lead_of(person, _RELATION, None, block)
