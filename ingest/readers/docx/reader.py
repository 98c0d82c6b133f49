"""Word documents: the paragraphs and tables of a DOCX file, as its print would show them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from index.blacked_out import WARNING as BLACKED_OUT
from ingest.pages import Paper, Properties, Table
from ingest.readers.clean import clean
from ingest.readers.docx.around import margins, unshown
from ingest.readers.docx.body import Body
from ingest.readers.docx.numbering import numbering
from ingest.readers.docx.package import Element, Package, W, value
from ingest.readers.docx.styles import styles
from ingest.readers.left_out import COMMENTS, ELSEWHERE
from ingest.readers.tabbed import Typed, joined_parts

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


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
    warnings, core = _warnings(package, content, body.warnings), _properties(package)
    return Paper(
        "docx",
        parts,
        0,
        replace(core, notes=(*core.notes, *unshown(package, content))),
        warnings=warnings,
        margins=margins(package, content),
        redacted=BLACKED_OUT in warnings,
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
