"""What LibreOffice makes of a paper reads as the paper does."""

import os
from pathlib import Path
from random import Random

import pytest

from ingest.pages import Paper, Table
from ingest.reading import read_paper
from support.docxs import complete, lists, para, row, table
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
    rows = [list(cells) for part in paper.parts if isinstance(part, Table) for cells in part.rows]
    for cells in rows:
        while cells and not cells[-1]:
            cells.pop()
    return [cells for cells in rows if len(cells) > 1]


def _same(converted_paper: Paper, paper: Paper) -> None:
    if converted_paper.format == "pdf":
        assert words(converted_paper) == words(paper)
        assert _rows(converted_paper) == _rows(paper)
    else:
        assert shown(converted_paper) == shown(paper)


@needs_seeds
@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "html", "pdf"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_read_the_same_in_every_format(seed: Path, kind: str, folder: Path) -> None:
    _same(_read(converted(SEEDS, kind, folder / f"seeds-{kind}")[seed.stem]), _read(seed))


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "html", "pdf"])
def test_tables_typed_with_tabs_read_the_same_in_every_format(kind: str, folder: Path) -> None:
    paper = _saved("typed.txt", TYPED, folder)
    assert len(_rows(_read(paper))) == 9
    _same(_read(converted([paper], kind, folder / f"typed-{kind}")["typed"]), _read(paper))


@pytest.mark.parametrize("kind", ["odt", "rtf", "html", "pdf"])
def test_a_word_document_reads_the_same_in_every_format(kind: str, folder: Path) -> None:
    """Lists that Word numbers, ruled tables, and a table over two pages with a row cut in two."""
    rows = "".join(ROW.format(n) for n in range(1, 25))
    page = _saved("rich.html", RICH.replace("ROWS", rows), folder)
    word = converted([page], "docx", folder / "rich-docx", reading="HTML (StarWriter)")["rich"]
    saved = converted([word], kind, folder / f"rich-{kind}")["rich"]
    assert shown(_read(saved)) == shown(_read(word)) == shown(_read(page))


WORDS = """borough budget car committee costs council delivery lake local officers parking parks
partnership people plan programme report residents review savings service support trees""".split()
LEVELS = (("decimal", "%1.", 720), ("decimal", "%1.%2", 720), ("lowerRoman", "(%3)", 1440))
RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@pytest.mark.parametrize(("space", "spread"), [(0, "left"), (0, "both"), (120, "both")])
def test_a_long_report_reads_the_same_as_word_and_as_pdf(
    space: int, spread: str, folder: Path
) -> None:
    """Some seven pages: numbered paragraphs, tables with and without rules, a running header."""
    path = _saved_report(space, spread, folder)
    saved = _read(converted([path], "pdf", folder / f"report-pdf-{space}-{spread}")[path.stem])
    assert saved.pages > 4
    assert shown(saved) == shown(_read(path))
    assert saved.margins[0] == "Exham Borough Council – Cabinet"


def test_a_long_word_report_reads_the_same_as_opendocument(folder: Path) -> None:
    path = _saved_report(120, "both", folder)
    saved = _read(converted([path], "odt", folder / "report-odt")[path.stem])
    assert shown(saved) == shown(_read(path))
    assert saved.margins[0] == "Exham Borough Council – Cabinet"


def _saved_report(space: int, spread: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"report-{space}-{spread}.docx"
    if not path.exists():
        path.write_bytes(_report(space, spread))
    return path


def _report(space: int, spread: str) -> bytes:
    said = Random(space)
    body = para("Shared Services Review", '<w:pStyle w:val="Title"/>')
    body += (
        table(
            row("Meeting:", "Cabinet", "Date:", "11 March 2026"),
            row("Subject:", "Shared Services Review", "", ""),
            row("Report Of:", "Director of Resources", "", ""),
        )
        + para()
    )
    for section in ("Purpose", "Recommendations", "Background", "Options", "Law"):
        body += _numbered(section, 0, "Heading1")
        for length in (2, 3, 5):
            body += _numbered(_prose(said, length), 1)
            body += "".join(_numbered(_prose(said, 1), 2) for _ in range(length))
        if section == "Options":
            body += _options(said)
    return complete(
        body,
        styles=_styles(space, spread),
        numbering=lists({0: "".join(_level(n, *level) for n, level in enumerate(LEVELS))},
                        {1: (0, "")}),
        header=para("Exham Borough Council – Cabinet"),
        footer="<w:p><w:r><w:t xml:space='preserve'>Page </w:t></w:r>"
        "<w:fldSimple w:instr='PAGE'><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>",
    )  # fmt: skip


def _prose(said: Random, sentences: int) -> str:
    made = (" ".join(said.choices(WORDS, k=said.randint(8, 22))) for _ in range(sentences))
    return " ".join(f"{sentence.capitalize()}." for sentence in made)


def _numbered(text: str, level: int, style: str = "BodyText") -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return para(text, f'<w:pStyle w:val="{style}"/>{numbers}')


def _options(said: Random) -> str:
    rows = (
        row(f"Option {n}", _prose(said, 2), f"£{n},000", "✓" if n % 2 else "") for n in range(1, 16)
    )
    made = table(row("Option", "Description", "Cost", "Agreed?"), *rows)
    rules = f"<w:tblPr><w:tblBorders>{RULES}</w:tblBorders></w:tblPr>"
    return made.replace("<w:tbl>", f"<w:tbl>{rules}") + para("After the options.")


def _level(n: int, kind: str, text: str, indent: int) -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText '
        f'w:val="{text}"/><w:pPr><w:ind w:left="{indent}" w:hanging="720"/></w:pPr></w:lvl>'
    )


def _styles(space: int, spread: str) -> str:
    body = f'<w:spacing w:after="{space}"/><w:jc w:val="{spread}"/>'
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        for name, called, paragraph, letters in (
            ("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="36"/>'),
            ("Heading1", "heading 1", '<w:spacing w:before="240" w:after="120"/>', "<w:b/>"),
            ("BodyText", "Body Text", body, '<w:sz w:val="22"/>'),
        )
    )
