"""OpenDocument texts written by hand, part by part."""

from xml.sax.saxutils import escape

from support.docxs import zipped

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(
    [f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "style", "text", "table", "meta")]
    + [
        f'xmlns:draw="{_OASIS}drawing:1.0"',
        f'xmlns:fo="{_OASIS}xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_OASIS}svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
        'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
    ]
)
MIMETYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>ENTRIES'
    "</manifest:manifest>"
)


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """A text with this body and automatic styles; ``common``, ``masters``, ``meta`` by name."""
    made = {
        "content.xml": part(
            "document-content",
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>",
        ),
        "styles.xml": part(
            "document-styles",
            f"<office:styles>{parts.get('common', '')}</office:styles>"
            f"<office:master-styles>{parts.get('masters', '')}</office:master-styles>",
        ),
        "meta.xml": part("document-meta", f"<office:meta>{parts.get('meta', '')}</office:meta>"),
    }
    return packed(made)


def flat(body: str, styles: str = "", *, kind: str = "text", **parts: str) -> bytes:
    """The same in one file that is not packed."""
    inside = (
        f"<office:meta>{parts.get('meta', '')}</office:meta>"
        f"<office:styles>{parts.get('common', '')}</office:styles>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:master-styles>{parts.get('masters', '')}</office:master-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    )
    said = f'office:mimetype="{MIMETYPE.removesuffix("text")}{kind}"'
    return (
        f"<?xml version='1.0'?><office:document {_NAMES} {said}>{inside}</office:document>".encode()
    )


def packed(parts: dict[str, str | bytes], sealed: str = "") -> bytes:
    """A zip file of these parts with its mimetype; ``sealed`` is put into each manifest entry."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml">{sealed}'
        "</manifest:file-entry>"
        for name in parts
    )
    manifest = _MANIFEST.replace("ENTRIES", entries)
    return zipped({"mimetype": MIMETYPE, **parts, "META-INF/manifest.xml": manifest})


def part(root: str, inside: str) -> str:
    """A part of a document: its root element and what is inside."""
    return f"<?xml version='1.0'?><office:{root} {_NAMES}>{inside}</office:{root}>"


def para(text: str = "", style: str = "") -> str:
    """A paragraph; tabs and line ends as OpenDocument keeps them."""
    return f"<text:p{_named(style)}>{_kept(text)}</text:p>"


def heading(text: str, level: int = 1, more: str = "") -> str:
    """A heading at an outline level."""
    return f'<text:h text:outline-level="{level}"{more}>{_kept(text)}</text:h>'


def span(text: str, style: str) -> str:
    """Part of a paragraph in a style of its own."""
    return f'<text:span text:style-name="{style}">{_kept(text)}</text:span>'


def listed(*items: str, style: str = "", more: str = "") -> str:
    """A list; plain texts become items of one paragraph, and lists go into the item above."""
    made: list[str] = []
    for one in items:
        if one.startswith("<text:list "):
            made[-1] = made[-1].removesuffix("</text:list-item>") + f"{one}</text:list-item>"
        else:
            made.append(one if one.startswith("<text:list-") else item(para(one)))
    return f"<text:list {_named(style)}{more}>{''.join(made)}</text:list>"


def item(*inside: str, more: str = "") -> str:
    """A list's item."""
    return f"<text:list-item{more}>{''.join(inside)}</text:list-item>"


def numbers(name: str, *levels: str) -> str:
    """A list style: for each level the attributes that number it; "•" for a bullet."""
    return f'<text:list-style style:name="{name}">{_levels(levels, "list")}</text:list-style>'


def outline(*levels: str) -> str:
    """How a document numbers its headings."""
    inside = _levels(levels, "outline")
    return f'<text:outline-style style:name="Outline">{inside}</text:outline-style>'


def _levels(levels: tuple[str, ...], kind: str) -> str:
    return "".join(
        f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•"/>'
        if level == "•"
        else f"<text:{'outline-level-style' if kind == 'outline' else 'list-level-style-number'} "
        f'text:level="{n}" {level}/>'
        for n, level in enumerate(levels, 1)
    )


def level(kind: str, before: str = "", after: str = ".", more: str = "") -> str:
    """The attributes of one level: its number format, and what stands before and after it."""
    return (
        f'style:num-format="{kind}" style:num-prefix="{before}" style:num-suffix="{after}" {more}'
    )


def style(name: str, inside: str = "", *, family: str = "paragraph", more: str = "") -> str:
    """A style of this name."""
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inside}</style:style>'


def cell(*inside: str, more: str = "") -> str:
    """A table's cell."""
    return f"<table:table-cell{more}>{''.join(inside) or para()}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    """A table's row; plain texts become cells."""
    made = (one if one.startswith("<table:") else cell(para(one)) for one in cells)
    return f"<table:table-row{more}>{''.join(made)}</table:table-row>"


def table(*rows: str) -> str:
    """A table."""
    return f"<table:table>{''.join(rows)}</table:table>"


def _named(style: str) -> str:
    return f' text:style-name="{style}"' if style else ""


def _kept(text: str) -> str:
    return escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
