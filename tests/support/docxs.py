"""Word documents written by hand, part by part."""

import io
import zipfile
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def part(root: str, inside: str) -> str:
    """A part of a document: its root element and what is inside."""
    return f"<?xml version='1.0'?><w:{root} {_NAMES}>{inside}</w:{root}>"


def docx(body: str, **parts: str) -> bytes:
    """A document with this body; more parts by name: ``numbering=…``, ``styles=…``."""
    more = {f"word/{name}.xml": part(name, inside) for name, inside in parts.items()}
    main = part("document", f"<w:body>{body}</w:body>")
    return zipped({"[Content_Types].xml": _TYPES, "word/document.xml": main, **more})


def run(text: str, properties: str = "") -> str:
    """A run of text; tabs and line ends as Word keeps them."""
    inside = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inside}</w:t></w:r>'


def para(text: str = "", properties: str = "", run_properties: str = "") -> str:
    """A paragraph of one run."""
    inside = run(text, run_properties) if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def listed(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph that a list numbers."""
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return para(text, numbers)


def cell(*paragraphs: str, properties: str = "") -> str:
    """A table's cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or para()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table's row; plain texts become cells."""
    made = (one if one.startswith("<w:tc>") else cell(para(one)) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def levels(*formats: tuple[str, str], start: int = 1) -> str:
    """The levels of a list: for each its number format and its text, such as "%1."."""
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(formats)
    )


def lists(patterns: dict[int, str], numbers: dict[int, tuple[int, str]]) -> str:
    """A numbering part: patterns by id, and lists by id with their pattern and overrides."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{inside}</w:abstractNum>'
        for n, inside in patterns.items()
    )
    concrete = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{pattern}"/>{overrides}</w:num>'
        for n, (pattern, overrides) in numbers.items()
    )
    return abstract + concrete


def style(name: str, *, level: str = "") -> str:
    """A paragraph style "S" of this name, with these properties."""
    inside = f"<w:pPr>{level}</w:pPr>" if level else ""
    return f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{name}"/>{inside}</w:style>'


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}


def complete(body: str, **parts: str) -> bytes:
    """A document that other programs open, too: with ``styles``, ``numbering`` and margins."""
    made = {f"word/{name}.xml": part(_ROOTS[name], inside) for name, inside in parts.items()}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((name, name) for name in parts)]
    )
    types = _TYPES.replace("/>", f'><Default Extension="rels" ContentType="{_PACKED}"/>') + (
        f"{overrides}</Types>"
    )
    related = [(name, f"{name}.xml") for name in parts]
    margins = "".join(
        f'<w:{name}Reference w:type="default" r:id="{name}"/>'
        for name in ("header", "footer")
        if name in parts
    )
    inside = f'<w:body>{body}<w:sectPr xmlns:r="{_RELATIONS}">{margins}{_PAPER}</w:sectPr></w:body>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": _relations(related),
            "word/document.xml": part("document", inside),
            **made,
        }
    )


_PACKED = "application/vnd.openxmlformats-package.relationships+xml"
_PAPER = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1134" w:header="600" w:footer="600"/>'
)


def _relations(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for kind, target in targets
    )
    return f'<Relationships xmlns="{_RELATED}">{inside}</Relationships>'
