"""Of what ModernGov says is closed, no word is kept, not even its title."""

from pathlib import Path

import pytest

from index.checking import disagreements
from index.records import Report
from index.wording import NOT_KEPT
from ingest.intake.progress import Silence
from ingest.intake.run import Options, ingest
from ingest.pipeline import read_report
from support.moderngov import Fields, document, item, linked, meeting

_SECRET = "<p>Zebrawood: the Committee RESOLVED that the zebrawood be sold.</p>"
_OPEN = item("1.", "The pond", "<p>RESOLVED that the pond be dredged.</p>")
_CLOSED = [
    {"isrestricted": "True"},
    {"isrestricted": "true"},
    {"isdisplayallowed": "False"},
    {"restrictionsRef": "3"},
    {"isrestricted": "False", "restrictionsRef": "Paragraph 3"},
    {"isrestricted": "Y"},
    {"agendaitemisrestricted": "True"},
    {"isexempt": "True"},
    {"isdisplayed": "False"},
]


def _everything(report: Report) -> str:
    """All that is kept of a report, in one text."""
    return repr(report).casefold()


@pytest.mark.parametrize("saved", ["xml", "json"])
@pytest.mark.parametrize("closed", _CLOSED)
@pytest.mark.parametrize("number", ["2.", "0"])
def test_no_word_of_a_restricted_item_is_kept(
    saved: str, closed: dict[str, str], number: str
) -> None:
    texts: Fields = {
        "agendatext": _SECRET,
        "decisionnonemptyhtmlbody": _SECRET,
        "commenttext1": "zebrawood",
        "authorusername": "Zebrawood",
        **linked(document("Zebrawood valuation", 9)),
    }
    held = item(number, "Sale of the zebrawood", _SECRET) | texts | closed
    for items in ((held, _OPEN), (_OPEN, held)):
        answer = meeting(*items, decisionpublished="True")
        report = read_report(answer.xml() if saved == "xml" else answer.json(), "answer")
        assert "zebrawood" not in _everything(report)
        assert "Restricted item (left out)" in [block.words for block in report.blocks]
        assert report.warnings[0] == "1 restricted item was left out."
        assert [d.heading for d in report.decisions] == ["The pond"]


@pytest.mark.parametrize("closed", _CLOSED)
def test_no_word_of_a_restricted_document_is_kept(closed: dict[str, str]) -> None:
    papers = linked(document("Open plan", 8), document("Zebrawood plan", 9, **closed))
    report = read_report(meeting(_OPEN | papers).xml(), "answer")
    assert "zebrawood" not in _everything(report)
    assert "Open plan (https://" in report.text


@pytest.mark.parametrize("closed", _CLOSED)
def test_an_agenda_whose_items_are_all_closed_is_open_and_empty(closed: dict[str, str]) -> None:
    held = item("0", "Zebrawood", agendatext=_SECRET) | closed
    report = read_report(meeting(held, held).xml(), "answer")
    assert (report.kind, report.access) == ("agenda", "public")
    assert "zebrawood" not in _everything(report)


def test_a_restricted_item_names_no_body() -> None:
    held = item("1.", "x", refertocommittee="Zebrawood Board", isrestricted="True")
    report = read_report(meeting(held, _OPEN).xml(), "answer")
    assert report.front.body == "Parks Committee"


@pytest.mark.parametrize("closed", [*_CLOSED, {"isminutepublished": "False"}])
def test_an_answer_with_something_closed_in_it_is_not_stored(
    closed: dict[str, str], tmp_path: Path
) -> None:
    held = item("2.", "Sale of the zebrawood", _SECRET) | closed
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "GetMeeting.xml").write_bytes(meeting(_OPEN, held).xml())
    data = tmp_path / "data"
    ingest(data, [str(papers)], Options(workers=1), Silence())
    assert disagreements(data) == []
    stored = b"".join(f.read_bytes() for f in data.rglob("*") if f.is_file()).lower()
    assert b"dredged" in stored
    assert b"that the zebrawood" not in stored


def test_an_answer_with_nothing_closed_in_it_is_stored() -> None:
    assert NOT_KEPT not in read_report(meeting(_OPEN).xml(), "answer").warnings
