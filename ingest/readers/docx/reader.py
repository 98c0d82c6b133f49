"""Word documents: the paragraphs and tables of a DOCX file, as its print would show them."""

from collections.abc import Iterable, Iterator
from datetime import date

from ingest.pages import Paper, Properties, Table
from ingest.readers.clean import clean
from ingest.readers.docx.body import Body
from ingest.readers.docx.numbering import numbering
from ingest.readers.docx.package import Element, Package, W, value
from ingest.readers.docx.styles import styles
from ingest.readers.left_out import COMMENTS, ELSEWHERE
from ingest.readers.margins import margin_lines
from ingest.readers.tabbed import Typed, joined_parts

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_PATH = "{urn:schemas-microsoft-com:vml}textpath"  # letters drawn along a line: a watermark


def read(data: bytes) -> Paper:
    """The paragraphs, with the numbers Word would print, and the tables of a DOCX file.

    Deleted and hidden text and comments are left out, with a warning; running headers and footers
    go to ``margins``. Raises Unreadable: "corrupt", "bomb" or "encrypted".
    """
    package = Package(data)
    root = package.word("document")
    content = None if root is None else root.find(W + "body")
    if content is None:
        raise package.damaged()
    body = _body(package)
    parts = tuple(joined_parts([*body.parts(content), *_notes(package, body)]))
    warnings = _warnings(package, content, body.warnings)
    return Paper(
        "docx",
        parts,
        0,
        _properties(package),
        warnings=warnings,
        margins=_margins(package, content),
    )


def _body(package: Package) -> Body:
    return Body(styles(package.word("styles")), numbering(package.word("numbering")))


def _notes(package: Package, body: Body) -> Iterator[Typed | Table]:
    """The footnotes and endnotes that the text refers to, in its order."""
    for kind in ("footnote", "endnote"):
        root = package.word(f"{kind}s")
        notes = {} if root is None else {value(n, "id"): n for n in root.iterfind(W + kind)}
        for note_id in [found for named, found in body.notes if named == kind]:
            if note_id in notes:
                yield from body.parts(notes[note_id])


def _warnings(package: Package, content: Element, found: Iterable[str]) -> tuple[str, ...]:
    warnings = sorted(set(found))
    comments = package.word("comments")
    if comments is not None and next(comments.iter(W + "t"), None) is not None:
        warnings.append(COMMENTS)
    if next(content.iter(W + "altChunk", W + "subDoc"), None) is not None:
        warnings.append(ELSEWHERE)
    return tuple(warnings)


def _margins(package: Package, content: Element) -> tuple[str, ...]:
    """Each line of running headers and footers, and what is printed across the pages, each once.

    Papers are often marked there as exempt, in a line among others or in a watermark.
    """
    names = [*package.names("word/header"), *package.names("word/footer")]
    parts = [package.part(name) for name in names if name.endswith(".xml")]
    around = [part for part in parts if part is not None]
    across = [path.get("string") or "" for part in (*around, content) for path in part.iter(_PATH)]
    return margin_lines([*map(_lines_of, around), *([text] for text in across)])


def _lines_of(root: Element) -> list[str]:
    """The paragraphs of a header or footer, with tabs for tabs and line breaks."""
    runs = (paragraph.iter(W + "t", W + "tab", W + "br") for paragraph in root.iter(W + "p"))
    return [
        "".join((run.text or "") if run.tag == W + "t" else "\t" for run in each) for each in runs
    ]


def _properties(package: Package) -> Properties:
    core = package.part("docProps/core.xml")
    if core is None:
        return Properties()
    return Properties(
        title=_core(core, _DC + "title"),
        author=_core(core, _DC + "creator"),
        created=_day(_core(core, _TERMS + "created")),
        notes=tuple(filter(None, (clean(each.text or "") for each in core))),
    )


def _core(core: Element, tag: str) -> str | None:
    found = core.find(tag)
    return clean(found.text or "") or None if found is not None else None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
