"""What LibreOffice makes of a paper reads as the paper does."""

import os
from pathlib import Path

import pytest

from ingest.pages import Paper, Table
from ingest.reading import read_paper
from support.office import SOFFICE, converted
from support.shown import shown, words

SEEDS = sorted((Path(__file__).parents[4] / "shared" / "seeds").glob("*.txt"))

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_seeds = pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not there")

# A tab wraps a line in the PDF wherever it falls, so that no column stands under another.
TYPED = """
Report of\tMeeting\tDate
The Director of Parks (Introduced by the Executive Member for Parks and for Open Spaces)\tExecutive Cabinet\t10 November

LAKES AND PARKS

1. To seek the approval of the Cabinet for the dredging of both lakes before the end of the spring.
2. To note the multi-agency plan, the cross-cutting work of the sub-group and the co-ordinated bids.
Since 2006 the work has been led by the Friends of the Lakes; it is now to be led by the Council.

Finance\t✓\tCustomer Services\t
Staffing Matters\t✓\tEquality and Diversity\t
Law\t\tNo implications of any kind\t✓

Service Area\tLead Officer\tContact Officer\tCabinet Member
Lakes\tJane Roe Head of Lakes and Rivers Exham CC 01902 555066 jane.roe@exham.example\tAdam Doe Head of Parks 01384 814884 adam.doe@wyeford.example\tCllr Eve Poe Cabinet Member for Finance
Children's Play – Slides\tSee Lead Officer\tFinn Moe Assistant Director - Play 01384 815500\tCllr Ida Noe Cabinet Member for Personnel, Law and Property
Trees\tUma Loe Temporary Tree Manager Exham MBC 0121 569 3097 uma_loe@exham.example\tSee Lead Officer\tCllr Eve Poe Cabinet Member for Finance

- Endorse the plan outlined in paragraph 1 above for both of the lakes and all of the parks named in it.
- Note the costs.
"""  # noqa: E501

RICH = """<html><head><title>Parking</title></head><body><h1>Shared Parking</h1>
<h2>Purpose of report</h2><ol><li>To seek approval for a shared parking service between the three
boroughs, so that residents pay one price and one team looks after all of the car parks.</li>
<li>To note the costs.</li></ol><h2>Recommendations</h2>
<ol start="3"><li>It is recommended that Cabinet:<ol type="i"><li>approve the plan;</li>
<li>delegate the letting of the contract to the Director of Place, in consultation with the Cabinet
Member for Highways and the Section 151 Officer;</li></ol></li></ol><h2>Implications</h2>
<table border="1"><tr><td>Finance</td><td>✓</td><td>Customer Services</td><td></td></tr>
<tr><td>Human Resources</td><td></td><td>Equality and Diversity</td><td>✓</td></tr></table>
<p>After the table.</p><table border="1">ROWS</table><p>£300 – “quoted” text’s end √.</p></body>"""
ROW = (
    "<tr><td>Area {0} of the Council's work</td><td>Officer Number{0}, Procurement Manager, Exham "
    "CC, 01902 555{0} officer{0}@exham.example</td><td>Person Other{0} Head of Something 01384 "
    "8148{0}</td><td>Cllr Member{0} Cabinet Member for Personnel, Law and Property</td></tr>"
)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all test processes of one run share what has been converted."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "converted"


def _saved(name: str, text: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    return path


def _read(path: Path) -> Paper:
    return read_paper(path.read_bytes(), path.name)


def _rows(paper: Paper) -> list[list[str]]:
    """Every row of two cells or more, empty cells at its end left out: paper does not show them."""
    rows = [list(row) for part in paper.parts if isinstance(part, Table) for row in part.rows]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    return [row for row in rows if len(row) > 1]


def _same(converted_paper: Paper, paper: Paper) -> None:
    if converted_paper.format == "pdf":
        assert words(converted_paper) == words(paper)
        assert _rows(converted_paper) == _rows(paper)
    else:
        assert shown(converted_paper) == shown(paper)


@needs_seeds
@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_read_the_same_in_every_format(seed: Path, kind: str, folder: Path) -> None:
    _same(_read(converted(SEEDS, kind, folder / f"seeds-{kind}")[seed.stem]), _read(seed))


@pytest.mark.parametrize("kind", ["docx", "html", "pdf"])
def test_tables_typed_with_tabs_read_the_same_in_every_format(kind: str, folder: Path) -> None:
    paper = _saved("typed.txt", TYPED, folder)
    assert len(_rows(_read(paper))) == 9
    _same(_read(converted([paper], kind, folder / f"typed-{kind}")["typed"]), _read(paper))


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_word_document_reads_the_same_in_every_format(kind: str, folder: Path) -> None:
    """Lists that Word numbers, ruled tables, and a table over two pages with a row cut in two."""
    rows = "".join(ROW.format(n) for n in range(1, 25))
    page = _saved("rich.html", RICH.replace("ROWS", rows), folder)
    word = converted([page], "docx", folder / "rich-docx", reading="HTML (StarWriter)")["rich"]
    saved = converted([word], kind, folder / f"rich-{kind}")["rich"]
    assert shown(_read(saved)) == shown(_read(word)) == shown(_read(page))
