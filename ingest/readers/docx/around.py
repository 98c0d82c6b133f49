"""What stands around a Word document's text: margins, pictures' names, and what is stated of it."""

import re
from collections.abc import Iterator

from ingest.readers.clean import clean
from ingest.readers.docx.package import Element, Package, W
from ingest.readers.margins import margin_lines

_VML = "{urn:schemas-microsoft-com:vml}"
_PATH = _VML + "textpath"  # letters drawn along a line: a watermark
_PICTURE = re.compile(r"\{[^}]*/(?:wordprocessingDrawing|drawing\w*/?\w*)\}(?:docPr|cNvPr)")
# Properties that offices add for their marks, as sensitivity labels do.
_OF_MARKS = re.compile(
    r"(?i)class|mark|sensitiv|security|access|confidential|protect|restrict|exempt|MSIP_.*_Name$"
)
_CUSTOM = "docProps/custom.xml"


def margins(package: Package, content: Element) -> tuple[str, ...]:
    """Each line of running headers and footers, and what is printed across the pages, each once.

    Papers are often marked there as exempt, in a line among others or in a watermark.
    """
    around = _around(package)
    across = [path.get("string") or "" for part in (*around, content) for path in part.iter(_PATH)]
    return margin_lines([*map(_lines_of, around), *([text] for text in across)])


def unshown(package: Package, content: Element) -> tuple[str, ...]:
    """What is said of the document and of its pictures: a mark may be a picture, or a property."""
    named = (text for part in (*_around(package), content) for text in _pictures(part))
    return tuple(dict.fromkeys(filter(None, map(clean, (*_stated(package), *named)))))


def _around(package: Package) -> list[Element]:
    names = [*package.names("word/header"), *package.names("word/footer")]
    parts = [package.part(name) for name in names if name.endswith(".xml")]
    return [part for part in parts if part is not None]


def _stated(package: Package) -> Iterator[str]:
    """What properties of a council's own say that may mark the paper, alone and with their name."""
    custom = package.part(_CUSTOM)
    for stated in () if custom is None else custom:
        name, said = stated.get("name") or "", " ".join(map(str, stated.itertext())).strip()
        if said and _OF_MARKS.search(name):
            yield from (said, f"{name}: {said}")


def _pictures(part: Element) -> Iterator[str]:
    for element in part.iter():
        if element.tag == _VML + "shape":
            yield element.get("alt") or ""
        elif isinstance(element.tag, str) and _PICTURE.fullmatch(element.tag):
            yield from (element.get(name) or "" for name in ("descr", "title"))


def _lines_of(root: Element) -> list[str]:
    """The paragraphs of a header or footer, with tabs for tabs and line breaks."""
    runs = (paragraph.iter(W + "t", W + "tab", W + "br") for paragraph in root.iter(W + "p"))
    return [
        "".join((run.text or "") if run.tag == W + "t" else "\t" for run in each) for each in runs
    ]
