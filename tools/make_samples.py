"""Makes the sample papers that are PDF and DOCX from the plain sources in tools/samples.

    python tools/make_samples.py [SOURCE…]

Needs LibreOffice. A source is named for what it becomes, `cabinet/report.pdf.txt`; it opens with
`key: value` lines (title, author, header), a line `---`, then one paragraph a line:

    # Title           ## Heading          ### Small heading
    1. numbered paragraph, (i) and a. below it        1.1 section, (a) below it
    - bullet          | a | table |       plain paragraph with **bold** in it

The numbers in a source only say the level: LibreOffice counts. `//` in a cell is a line break. The
first row of a table is its heading row, if a row `|---|` follows it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "samples"
SAMPLES = ROOT / "samples"

# Each mark with its list style and level; sections are numbered headings with 1.1 below them.
_MARKS = (
    (re.compile(r"\d+\.\d+ (.*)"), "Sections", 2),
    (re.compile(r"\(a\) (.*)"), "Sections", 3),
    (re.compile(r"\d+\. (.*)"), "Paragraphs", 1),
    (re.compile(r"\([ivx]+\) (.*)"), "Paragraphs", 2),
    (re.compile(r"[a-z]\. (.*)"), "Paragraphs", 3),
    (re.compile(r"- (.*)"), "Bullets", 1),
)
# Any fixed time does: what matters is that no file says when and where it was made.
_FIXED_TIME = (2026, 1, 1, 0, 0, 0)
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>LibreOffice</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A paper as written: what it becomes, its properties and its lines."""

    target: Path
    properties: dict[str, str]
    lines: tuple[str, ...]


def main(names: list[str]) -> None:
    """Make the named sources, or all of them."""
    paths = [Path(name).resolve() for name in names] or sorted(SOURCES.rglob("*.*.txt"))
    for path in paths:
        source = read_source(path)
        make(source)
        print(source.target.relative_to(ROOT))


def read_source(path: Path) -> Source:
    """A source file's properties and lines."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    properties = dict(line.split(": ", 1) for line in head.splitlines())
    lines = tuple(line for line in body.splitlines() if line.strip())
    target = SAMPLES / path.relative_to(SOURCES).with_suffix("")
    return Source(target, properties, lines)


def make(source: Source) -> None:
    """Write the paper in the format that its name asks for."""
    suffix = source.target.suffix.removeprefix(".")
    with tempfile.TemporaryDirectory() as folder:
        flat = Path(folder) / f"{source.target.stem}.fodt"
        flat.write_text(document(source), encoding="utf-8")
        convert(flat, suffix)
        made = flat.with_suffix(f".{suffix}")
        if suffix == "docx":
            forget_maker(made)
        source.target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, source.target)


def convert(flat: Path, suffix: str) -> None:
    """Have LibreOffice write the document beside its source, with a profile of its own."""
    profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/townclerk_samples"
    command = ["soffice", profile, "--headless", "--norestore", "--convert-to", suffix]
    subprocess.run(  # noqa: S603
        [*command, "--outdir", str(flat.parent), str(flat)],
        check=True,
        capture_output=True,
        env={**os.environ, "TZ": "UTC"},
    )


def document(source: Source) -> str:
    """The whole paper as flat OpenDocument XML."""
    template = Template((SOURCES / "page.fodt").read_text(encoding="utf-8"))
    words = {key: escape(source.properties.get(key, "")) for key in ("title", "author", "header")}
    sections = any(re.match(r"\d+\.\d+ ", line) for line in source.lines)
    return template.substitute(words, body=counted("\n".join(parts(source.lines, sections))))


def counted(body: str) -> str:
    """The body with each style's first list as the one that the later ones count on from."""
    for style in {style for _mark, style, _level in _MARKS}:
        body = body.replace(f'text:continue-list="{style}"', f'xml:id="{style}"', 1)
    return body


def parts(lines: tuple[str, ...], sections: bool) -> Iterator[str]:
    """Each paragraph and table as XML; adjoining lines that begin with a bar are one table."""
    for is_table, group in groupby(lines, lambda line: line.startswith("|")):
        if is_table:
            yield table(list(group))
        else:
            yield from (paragraph(line, sections) for line in group)


def paragraph(line: str, sections: bool) -> str:
    """One line as a title, heading, list item or plain paragraph."""
    if heading := re.match(r"(#+) (.*)", line):
        return _heading(len(heading[1]) - 1, heading[2], sections)
    for mark, style, level in _MARKS:
        if item := mark.fullmatch(line):
            return _item(f"<text:p>{inline(item[1])}</text:p>", style, level)
    return f'<text:p text:style-name="Standard">{inline(line)}</text:p>'


def _heading(level: int, words: str, sections: bool) -> str:
    if level == 0:
        return f'<text:p text:style-name="Title">{inline(words)}</text:p>'
    style = f'text:style-name="Heading_20_{level}" text:outline-level="{level}"'
    heading = f"<text:h {style}>{inline(words)}</text:h>"
    return _item(heading, "Sections", 1) if sections and level == 1 else heading


def _item(content: str, style: str, level: int) -> str:
    """A list item on its own, which counts on from those of its style before it."""
    opening = f'<text:list text:style-name="{style}" text:continue-list="{style}">'
    inner = "<text:list><text:list-item>" * (level - 1)
    closing = "</text:list-item></text:list>" * level
    return f"{opening}<text:list-item>{inner}{content}{closing}"


def table(lines: list[str]) -> str:
    """A ruled table, its heading row marked as one."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    headed = len(rows) > 1 and set("".join(rows[1])) == {"-"}
    body = [rows[0], *rows[2:]] if headed else rows
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    made = [_row(row, "HeaderCell" if headed and row is rows[0] else "Cell") for row in body]
    if headed:
        made[0] = f"<table:table-header-rows>{made[0]}</table:table-header-rows>"
    opening = f'<table:table table:style-name="Table">{columns}'
    return f"{opening}{''.join(made)}</table:table>"


def _row(cells: list[str], style: str) -> str:
    inside = [cell.replace(" // ", "\n") for cell in cells]
    if style == "HeaderCell":
        inside = [f"**{cell}**" for cell in inside]
    made = (
        f'<table:table-cell table:style-name="{style}">'
        f'<text:p text:style-name="InCell">{inline(cell)}</text:p>'
        "</table:table-cell>"
        for cell in inside
    )
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def inline(words: str) -> str:
    """Words as XML, with bold and line breaks."""
    bold = r'<text:span text:style-name="Bold">\1</text:span>'
    marked = re.sub(r"\*\*(.+?)\*\*", bold, escape(words))
    return marked.replace("\n", "<text:line-break/>")


def forget_maker(path: Path) -> None:
    """Take out of a DOCX what names the program's build, the machine and the hour."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["docProps/app.xml"] = _APPLICATION.encode()
    core = members["docProps/core.xml"].decode()
    members["docProps/core.xml"] = re.sub(
        r"<dcterms:(created|modified)\b.*?</dcterms:\1>", "", core
    ).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _FIXED_TIME), data, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main(sys.argv[1:])
