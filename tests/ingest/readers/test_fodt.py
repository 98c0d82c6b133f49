"""OpenDocument texts in one file read as the packed ones do."""

import os
import re
from pathlib import Path

import pytest

from index.errors import Unreadable
from ingest.readers.odt import read
from ingest.reading import read_paper
from support.odts import (
    cell,
    flat,
    heading,
    item,
    level,
    listed,
    numbers,
    odt,
    para,
    row,
    span,
    style,
    table,
)
from support.office import SOFFICE, converted
from support.shown import refusal, shown

LEGAL = numbers("L", level("1"), level("i", "(", ")"))
HIDDEN = style("H", '<style:text-properties text:display="none"/>', family="text")
BODY = (
    heading("Purpose", 1)
    + listed(
        item(para("To agree"), listed(item(para("the plan")))), item(para("To note")), style="L"
    )
    + f"<text:p>The lease {span('of Zebrafinch', 'H')}was agreed: £5 – “both” ✓.</text:p>"
    + table(
        row(cell(para("Area")), cell(para("Lead"))), row(cell(para("Parks")), cell(para("Roe")))
    )
)
MARGIN = (
    "<style:master-page><style:header><text:p>NOT FOR PUBLICATION</text:p></style:header>"
    "</style:master-page>"
)
META = "<dc:title>Parks Plan</dc:title><meta:creation-date>2024-03-05T09:00:00</meta:creation-date>"
DEEP = "<text:list><text:list-item>" * 3000 + "</text:list-item></text:list>" * 3000
DECLARED = b"<?xml version='1.0'?>"
LAUGHS = b"<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"


def test_a_flat_text_reads_as_the_packed_one() -> None:
    one = read(flat(BODY, LEGAL + HIDDEN, masters=MARGIN, meta=META))
    other = read(odt(BODY, LEGAL + HIDDEN, masters=MARGIN, meta=META))
    assert one == other
    assert shown(one) == [
        "Purpose", "1. To agree", "(i) the plan", "2. To note",
        "The lease was agreed: £5 – “both” ✓.", (("Area", "Lead"), ("Parks", "Roe")),
    ]  # fmt: skip
    assert one.margins == ("NOT FOR PUBLICATION",)
    assert one.properties.title == "Parks Plan"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_what_libreoffice_saves_flat_reads_as_what_it_packs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "flat"
    folder.mkdir(exist_ok=True)
    paper = folder / "plan.odt"
    if not paper.exists():
        paper.write_bytes(odt(BODY, LEGAL + HIDDEN, meta=META))
    made = [converted([paper], kind, folder / kind)["plan"] for kind in ("odt", "fodt")]
    packed, flattened = (read(Path(path).read_bytes()) for path in made)
    assert flattened == packed
    assert shown(packed)[1:3] == ["1. To agree", "(i) the plan"]


@pytest.mark.parametrize(
    "before", [b"", b"\n\n", b"\xef\xbb\xbf", b"<!-- a <b> -->", b"\r\n<?xml version='1.0'?>"]
)
def test_a_flat_text_needs_no_declaration(before: bytes) -> None:
    data = before + flat(BODY, LEGAL + HIDDEN).removeprefix(DECLARED)
    assert read_paper(data, "plan.fodt") == read(flat(BODY, LEGAL + HIDDEN))


def test_a_flat_text_is_known_by_its_root_whatever_its_prefix_and_type() -> None:
    plain = flat(para("The lease was agreed.")).removeprefix(DECLARED)
    other = re.sub(rb"([</ ]|xmlns:(?=office=))office(?=[:=])", rb"\1o-f.1", plain)
    untyped = plain.replace(b"office:mimetype=", b'text:note="1>0" office:was=')
    for data in (other, untyped):
        assert shown(read_paper(data, "plan.fodt")) == ["The lease was agreed."]


def test_pictures_of_any_size_are_passed_over() -> None:
    picture = "<office:binary-data>" + "QUJD\n" * 4_000_000 + "</office:binary-data>"
    framed = f"<text:p><draw:frame><draw:image>{picture}</draw:image></draw:frame>Agreed.</text:p>"
    assert shown(read(flat(framed))) == ["Agreed."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (flat(para("Agreed") * 50)[:1500], "corrupt"),
        (flat(para()), "no_text"),
        (flat(DEEP), "corrupt"),
        (flat(para("Agreed")).replace(b"office:text>", b"office:drawing>"), "corrupt"),
    ],
)  # fmt: skip
def test_hostile_and_damaged_flat_texts_are_refused(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


@pytest.mark.parametrize("declared", [DECLARED, b"", b"\n<!-- saved -->\n"])
@pytest.mark.parametrize(
    "doctype",
    [
        LAUGHS,
        f'<!DOCTYPE d [<!ENTITY b SYSTEM "file://{__file__}">]>'.encode(),
        b"<!DOCTYPE d [<!ENTITY b '<office:document>]>'> <!-- ]> -->]>\n",
        b'<!DOCTYPE office:document SYSTEM "office.dtd">',
    ],
)
def test_a_flat_text_that_brings_entities_is_refused(doctype: bytes, declared: bytes) -> None:
    plain = flat("<text:p>&b;</text:p>").removeprefix(DECLARED)
    data = declared + doctype + plain
    assert refusal(data) == "corrupt"
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.reason == "corrupt"


def test_a_flat_text_over_the_limit_is_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.odt.flat.MAX_PART_BYTES", 1000)
    assert refusal(flat(para("Agreed") * 50)) == "too_big"
