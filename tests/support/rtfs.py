"""Rich Text written by hand: bodies set into a document, and a small writer for any text."""

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}"
    r"{\f3\fcharset204 Arial Cyr;}{\f4\fcharset128 MS Mincho;}{\f5\fcharset2 Wingdings 2;}}"
)
STYLES = (
    r"{\stylesheet{Normal;}{\s1\sbasedon0\outlinelevel0 heading 1;}{\s2\sbasedon0 Heading 2,Part;}"
    r"{\s3\sbasedon2 Ours;}{\s4 Title;}{\s5\outlinelevel2 Council Head;}{\s6\outlinelevel9 heading"
    r" 1;}{\*\cs10 heading 1;}}"
)


def rtf(body: str, *, before: str = "") -> bytes:
    """A document with this body, with fonts and styles and what else stands ``before`` it."""
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{STYLES}{before}{body}}}".encode("latin-1")


def typed(text: str) -> str:
    """Any text as Rich Text: letters outside ASCII as ``\\u`` with a question mark behind."""
    units = text.encode("utf-16-le", "surrogatepass")
    codes = (int.from_bytes(units[n : n + 2], "little") for n in range(0, len(units), 2))
    return "".join(map(_letter, codes))


def para(text: str, layout: str = "") -> str:
    """A paragraph of any text."""
    return rf"\pard\plain{layout} {typed(text)}\par" + "\n"


def row(*cells: str, definition: str = "", right: int = 2000) -> str:
    """A table's row; without a ``definition`` all cells are as wide."""
    edges = definition or "".join(rf"\cellx{right * n}" for n in range(1, len(cells) + 1))
    inside = "".join(rf"\pard\intbl {cell}\cell" for cell in cells)
    return rf"\trowd{edges}{inside}\row" + "\n"


def _letter(code: int) -> str:
    if chr(code) in "\\{}":
        return "\\" + chr(code)
    if 0x20 <= code < 0x7F:
        return chr(code)
    return rf"\u{code if code < 0x8000 else code - 0x10000}?"
