"""Old Word documents come out as Word shows them, or are refused by name."""

import os
import shutil
import time
from pathlib import Path

import pytest

from index.errors import Withheld
from ingest.packs.reading import read_papers
from ingest.pages import Paper
from ingest.readers.doc import programs
from ingest.readers.lacking import NUMBERING_LOST
from ingest.readers.left_out import DELETED, HIDDEN
from ingest.reading import read_paper
from ingest.workers.exchange import Refused, Task
from ingest.workers.pool import reading_pool
from ingest.workers.process import Reading
from support.docxs import complete, para, row, run, table
from support.office import SOFFICE, converted
from support.shown import refusal, shown
from support.waiting import PATIENCE, until

TESTS = Path(__file__).parents[2]
ANTIWORD = shutil.which("antiword")
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_antiword = pytest.mark.skipif(ANTIWORD is None, reason="antiword is not installed")

PAGE = """<html><head><title>Parking</title></head><body><h1>Shared Parking</h1>
<ol><li>To seek approval.</li><li>To note the costs of £300 – “both” lots.</li></ol>
<h2>Recommendations</h2><ol start="3"><li>It is recommended that Cabinet:<ol type="i">
<li>approve the plan;</li><li>delegate the letting.</li></ol></li></ol>
<table border="1"><tr><td>Finance</td><td>✓</td><td>Law</td><td></td></tr>
<tr><td>People</td><td></td><td>Equality</td><td>✓</td></tr></table></body></html>"""
TABLE = (("Finance", "✓", "Law", ""), ("People", "", "Equality", "✓"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all test processes of one run share what has been converted."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "old-word"


def old(folder: Path, name: str, content: bytes, reading: str | None = None) -> bytes:
    """A paper as LibreOffice saves it for old Word."""
    place = folder / Path(name).stem
    place.mkdir(parents=True, exist_ok=True)
    paper = place / name
    if not paper.exists():
        paper.write_bytes(content)
    return converted([paper], "doc", place, reading=reading)[paper.stem].read_bytes()


def parking(folder: Path) -> bytes:
    return old(folder, "parking.html", PAGE.encode(), "HTML (StarWriter)")


def sealed(data: bytes) -> bytes:
    """The file with the bit set that says that its text is under a password."""
    head = data.index(b"\xec\xa5", 512) + 11
    return data[:head] + bytes([data[head] | 1]) + data[head + 1 :]


def texts(paper: Paper) -> str:
    return "\n".join(map(str, shown(paper)))


@needs_office
def test_numbers_tables_and_headings_are_as_word_shows_them(folder: Path) -> None:
    paper = read_paper(parking(folder), "parking.doc")
    assert paper.format == "doc"
    assert shown(paper) == [
        "Shared Parking",
        "1. To seek approval.",
        "2. To note the costs of £300 – “both” lots.",
        "Recommendations",
        "3. It is recommended that Cabinet:",
        "i. approve the plan;",
        "ii. delegate the letting.",
        TABLE,
    ]
    assert [part.heading for part in paper.parts[:1]] == [1]  # type: ignore[union-attr]
    assert paper.warnings == ()


@needs_office
def test_what_word_hides_is_left_out_and_headers_are_kept_apart(folder: Path) -> None:
    document = complete(
        para("The lease was agreed.")
        + para("The canary Zebrafinch is hidden.", run_properties="<w:vanish/>")
        + "<w:p><w:del w:id='1' w:author='a' w:date='2025-01-01T00:00:00Z'>"
        + run("The canary Zebrafinch is deleted.")
        .replace("w:t>", "w:delText>")
        .replace("<w:t ", "<w:delText ")
        + "</w:del></w:p>"
        + table(row("Area", "Lead"), row("Parks", "Jane Roe"))
    )
    paper = read_paper(old(folder, "hidden.docx", document), "hidden.doc")
    assert "The lease was agreed." in texts(paper)
    assert "Zebrafinch" not in texts(paper)
    assert set(paper.warnings) == {HIDDEN, DELETED}


@needs_office
@pytest.mark.parametrize("share", [0.05, 0.5])
def test_a_document_cut_short_is_corrupt(folder: Path, share: float) -> None:
    whole = parking(folder)
    assert refusal(whole[: int(len(whole) * share)], "parking.doc") == "corrupt"


@needs_office
def test_rubbish_under_a_documents_head_is_not_read_as_text() -> None:
    head = bytearray(OLE2 + bytes(504)) + "WordDocument".encode("utf-16-le").ljust(512, b"\0")
    rubbish = bytes(head) + b"\xec\xa5\xc1\x00" + b"The words of nobody. " * 400
    assert refusal(rubbish, "paper.doc") == "corrupt"


def test_a_document_without_a_head_is_corrupt() -> None:
    assert refusal(OLE2 + "WordDocument".encode("utf-16-le") + bytes(2000)) == "corrupt"


@needs_office
def test_a_document_under_a_password_is_encrypted(folder: Path) -> None:
    assert refusal(sealed(parking(folder)), "parking.doc") == "encrypted"


@needs_office
@needs_antiword
def test_without_libreoffice_antiword_reads_and_says_what_is_lost(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "antiword").symlink_to(str(ANTIWORD))
    monkeypatch.setattr(programs, "FOLDERS", [str(tmp_path)])
    paper = read_paper(parking(folder), "parking.doc")
    assert shown(paper) == [
        "Shared Parking",
        "To seek approval.",
        "To note the costs of £300 – “both” lots.",
        "Recommendations",
        "It is recommended that Cabinet:",
        "approve the plan;",
        "delegate the letting.",
        TABLE,
    ]
    assert paper.warnings == (NUMBERING_LOST,)
    assert refusal(parking(folder)[:4000], "parking.doc") == "corrupt"


@needs_office
@needs_antiword
def test_marks_in_headers_are_seen_though_antiword_leaves_headers_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "antiword").symlink_to(str(ANTIWORD))
    monkeypatch.setattr(programs, "FOLDERS", [str(tmp_path)])
    body = "".join(para(f"Paragraph {n} goes on about the lakes and parks.") for n in range(80))
    header = para("NOT FOR PUBLICATION by virtue of paragraph 3 – Part 1")
    data = old(folder, "header.docx", complete(body, header=header))
    paper = read_paper(data, "header.doc")
    assert "NOT FOR PUBLICATION" not in texts(paper)
    assert any("NOT FOR PUBLICATION by virtue" in margin for margin in paper.margins)
    with pytest.raises(Withheld):
        read_papers(data, "header.doc")
    assert read_papers(parking(folder), "parking.doc").reports[0].access == "public"


@needs_office
def test_a_short_document_is_read(folder: Path) -> None:
    data = old(folder, "short.docx", complete(para("The lease was agreed.")))
    assert shown(read_paper(data, "short.doc")) == ["The lease was agreed."]


@needs_office
def test_without_either_program_it_is_said_what_to_install(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "FOLDERS", [str(tmp_path)])
    assert refusal(parking(folder), "parking.doc") == "needs_libreoffice"


def test_no_document_may_run_fetch_or_follow_anything(tmp_path: Path) -> None:
    office = tmp_path / "office"
    office.write_text("#!/bin/sh\ncp profile/user/registrymodifications.xcu kept\necho $* > line\n")
    office.chmod(0o700)
    (tmp_path / "paper.doc").write_bytes(b"")
    assert programs.as_docx(str(office), tmp_path / "paper.doc", "MS Word 97") is None
    choices = (tmp_path / "kept").read_text()
    assert '"MacroSecurityLevel" oor:op="fuse"><value>3<' in choices
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in choices
    assert f"-env:UserInstallation=file://{tmp_path}/profile" in (tmp_path / "line").read_text()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into Linux's /proc")
def test_a_word_processor_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    data = OLE2.ljust(512, b"\0") + b"\xec\xa5\xc1\x00".ljust(512, b"\0")
    data += "WordDocument".encode("utf-16-le") + f"\n{tmp_path}".encode()
    with reading_pool(1, Reading("support.slow_office:read", (TESTS,))) as pool:
        started = time.monotonic()
        reply = pool.read(Task("/papers/old.doc", None), data)
        assert isinstance(reply, Refused)
        assert reply.code == "timeout"
        assert time.monotonic() - started < PATIENCE
        number, place = (tmp_path / "number").read_text().split()
        until(lambda: not _runs(number), "the child's end")
        assert not Path(place).exists()


def _runs(process: str) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
