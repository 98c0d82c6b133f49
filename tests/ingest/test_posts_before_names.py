"""A list of who came may put the post first: it is their post all the same, and they came."""

import pytest

from index.records import Block
from ingest.people import leads
from support.papers import heading, lay_out, para, row

_COLUMNS = ("Name", "Role", "Attendance")


def _who(*blocks: Block) -> list[tuple[str | None, str | None, str]]:
    _, laid = lay_out(*blocks, heading("41 Ferry fares", label="41"))
    return [(lead.name, lead.post, lead.relation) for lead in leads(laid, "minutes")]


@pytest.mark.parametrize(
    "blocks",
    [
        (heading("PRESENT"), para("Leader: Cllr Ida Moss"), para("Deputy Leader: Cllr Ted Rook"),
         heading("IN ATTENDANCE"), para("Monitoring Officer: Ann Tarn")),
        (heading("Present"), row("Leader", "Cllr Ida Moss"), row("Deputy Leader", "Cllr Ted Rook"),
         heading("In attendance"), row("Monitoring Officer", "Ann Tarn")),
        (para("Present: the Leader, Cllr Ida Moss; the Deputy Leader, Cllr Ted Rook"),
         para("In attendance: the Monitoring Officer, Ann Tarn")),
        (para("Present: Cllr Ida Moss (Leader), Cllr Ted Rook (Deputy Leader)"),
         para("Officers: Monitoring Officer (Ann Tarn)")),
        (row("Cllr Ida Moss", "Leader", "Present", columns=_COLUMNS),
         row("Cllr Ted Rook", "Deputy Leader", "Present", columns=_COLUMNS),
         row("Ann Tarn", "Monitoring Officer", "In attendance", columns=_COLUMNS)),
    ],
    ids=["lines", "rows", "sentences", "brackets", "columns"],
)  # fmt: skip
def test_who_came_is_present_or_in_attendance_with_the_post(blocks: tuple[Block, ...]) -> None:
    assert _who(*blocks) == [
        ("Cllr Ida Moss", "Leader", "Present"),
        ("Cllr Ted Rook", "Deputy Leader", "Present"),
        ("Ann Tarn", "Monitoring Officer", "In attendance"),
    ]
