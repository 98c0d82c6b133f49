"""Our own papers in each format that is read without another program's help, small and by name."""

from collections.abc import Iterator
from pathlib import Path

from support import docxs, moderngov, odts, packed, pdfs, rtfs
from support.forms import forms_in

ROOT = Path(__file__).resolve().parents[2]
_FORMS = ROOT / "tests" / "ingest" / "forms"
_OPENING = ("EXHAM BOROUGH COUNCIL", "MINUTES OF A MEETING OF THE CABINET HELD ON 8 JULY 2025")
_MINUTES = "\n\n".join((
    *_OPENING, "Present: Councillors Jane Roe (Chair) and Adam Doe.", "1. PARKS",
    "RESOLVED that:", "(i) £5,000 be spent – “at once” – on parks;", "(ii) the lease be granted.",
))  # fmt: skip
_MARKED = (
    "---\ntitle: Lease\n---\n# Report to Cabinet\n\n## Recommendations\n\n1. That the *lease* be\n"
    "   granted.\n2. That it be noted.\n\n<!-- not\n\nyet -->\n| Ward | Cost |\n|---|--:|\n"
    "| East | £40 |\n\nContact Officer: Ann Pike, Head of Parks\n"
)
_PAGE = (
    "<title>Lease</title><nav>Home</nav><main><h1>Decision notice</h1><p>Decision maker: Cabinet"
    "<p style='display:none'>Draft<ol type=i><li>That the lease be granted<li>That it end</ol>"
    "<table><tr><th>Ward<th>Cost<tr><td rowspan=2>East<td>£40<tr><td>£50</table></main>"
)


def samples() -> Iterator[tuple[str, bytes]]:
    """Every paper by a name that stays: the samples, the typed forms, and one of each format."""
    for path in sorted((ROOT / "samples").rglob("*.*")):
        yield path.relative_to(ROOT).as_posix(), path.read_bytes()
    for path in sorted(_FORMS.glob("*.txt")):
        for form in forms_in(path):
            yield f"{path.stem}/{form.name}.txt", form.text.encode()
    yield from _typed()
    yield from _packed()


def _typed() -> Iterator[tuple[str, bytes]]:
    yield "made/utf-8.txt", _MINUTES.encode()
    yield "made/cp1252.txt", _MINUTES.encode("cp1252")
    yield "made/utf-16.txt", b"\xff\xfe" + _MINUTES.encode("utf-16-le")
    yield "made/tabs.txt", b"Costs of the parks\n\nWard\tCost\nEast\t40\nWest\t50\n"
    yield "made/bars.txt", b"Costs of the parks\n\n| Ward | Cost |\n|---|---|\n| East | 40 |\n"
    yield "made/marked.md", _MARKED.encode()
    yield "made/page.html", _PAGE.encode()
    yield "made/paper.rtf", rtfs.rtf("".join(_rich(_MINUTES)))
    meeting = moderngov.meeting(moderngov.item("1", "Parks", "<p>RESOLVED that it be agreed.</p>"))
    yield "made/meeting.xml", meeting.xml()
    yield "made/meeting.json", meeting.json()
    yield "made/paper.pdf", pdfs.pdf(pdfs.typed(*_OPENING))


def _rich(text: str) -> Iterator[str]:
    yield from map(rtfs.para, text.split("\n\n"))
    yield r"{\v Hidden}{\deleted Deleted}\par "
    yield rtfs.row("Ward", "Cost") + rtfs.row("East", "40")


def _packed() -> Iterator[tuple[str, bytes]]:
    body = "".join(odts.para(line) for line in _MINUTES.split("\n\n")) + odts.listed(
        odts.item(odts.para("To plant trees"), odts.listed(odts.item(odts.para("soon")))), style="L"
    )
    body += odts.table(*(odts.row(*map(odts.cell, map(odts.para, row))) for row in _COSTS))
    styles = odts.numbers("L", odts.level("1"), odts.level("i", "(", ")"))
    yield "made/paper.odt", odts.odt(body, styles)
    yield "made/paper.fodt", odts.flat(body, styles)
    words = "".join(docxs.para(line) for line in _MINUTES.split("\n\n"))
    yield "made/paper.docx", docxs.docx(words)
    yield "made/papers.zip", packed.archive({"a.txt": _MINUTES.encode(), "b.md": _MARKED.encode()})
    yield "made/paper.eml", _mail()


def _mail() -> bytes:
    return packed.mail("The minutes are attached.", {"a.txt": _MINUTES.encode()}).as_bytes()


_COSTS = (("Ward", "Cost"), ("East", "£40"), ("West", "£50"))
