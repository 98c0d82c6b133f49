"""Sound papers of every format, and any number of spoilt ones made of them, always the same."""

import io
import random
import zipfile
from collections.abc import Callable

from support import faulty_pdfs
from support.docxs import complete, levels, listed, lists, para, row, table, zipped
from support.moderngov import item, meeting
from support.odts import cell as odt_cell
from support.odts import heading, odt
from support.odts import listed as odt_listed
from support.odts import para as odt_para
from support.odts import row as odt_row
from support.odts import table as odt_table
from support.pdfs import pdf, ruled, typed
from support.rtfs import para as rtf_para
from support.rtfs import row as rtf_row
from support.rtfs import rtf

_LINES = faulty_pdfs.LINES
_MAIL = (
    b"From: clerk@exham.example\r\nTo: all@exham.example\r\nSubject: The lease\r\n"
    b"Message-ID: <1@exham.example>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
    b"The lease was agreed.\r\n--b\r\nContent-Type: text/plain\r\n"
    b"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; "
    b'filename="minutes.txt"\r\n\r\nVGhlIGxlYXNlIHdhcyBhZ3JlZWQuCg==\r\n--b--\r\n'
)


def _docx() -> bytes:
    numbers = lists({1: levels(("decimal", "%1."), ("lowerRoman", "(%2)"))}, {1: (1, "")})
    body = "".join(para(line) for line in _LINES) + listed("The rent") + listed("the term", level=1)
    inside = body + table(row("Ward", "Spent"), row("East", "£40"))
    return complete(inside, numbering=numbers, header=para("Exham Borough Council"))


def _odt() -> bytes:
    rows = odt_row(odt_cell(odt_para("Ward")), odt_cell(odt_para("Spent")))
    body = "".join(odt_para(line) for line in _LINES)
    return odt(heading("Report") + body + odt_listed("one", "two") + odt_table(rows))


def _rtf() -> bytes:
    return rtf("".join(rtf_para(line) for line in _LINES) + rtf_row("Ward", "Spent"))


def _html() -> bytes:
    body = "".join(f"<p>{line}</p>" for line in _LINES)
    rows = "<table><tr><th>Ward<th>Spent<tr><td>East<td>&pound;40</table><ol><li>one<li>two</ol>"
    return f"<!DOCTYPE html><html><title>Report</title><body>{body}{rows}</body></html>".encode()


def _text() -> bytes:
    return "\n\n".join((*_LINES, "Ward\tSpent\nEast\t£40\nWest\t£50")).encode()


SEEDS: dict[str, Callable[[], bytes]] = {
    "pdf": lambda: faulty_pdfs.report(3),
    "pdf-table": lambda: pdf(ruled(("Ward", "Spent"), ("East", "40")), typed(*_LINES)),
    "pdf-locked": lambda: pdf(typed(*_LINES), password=""),
    "docx": _docx,
    "odt": _odt,
    "rtf": _rtf,
    "html": _html,
    "txt": _text,
    "md": lambda: b"# Report\n\n- one\n- two\n\n| Ward | Spent |\n|---|---|\n| East | 40 |\n",
    "xml": lambda: meeting(item("1.", "The lease", "<p>RESOLVED to agree.</p>")).xml(),
    "json": lambda: meeting(item("1.", "The lease", "<p>RESOLVED to agree.</p>")).json(),
    "eml": lambda: _MAIL,
    "zip": lambda: zipped({"minutes.txt": _text(), "report.html": _html()}),
    "docx-inside": lambda: _respelt(_docx()),
}


def spoilt(name: str, number: int) -> bytes:
    """The file so spoilt for the numbered time."""
    chance = random.Random(f"{name} {number}")
    data = SEEDS[name]()
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_DEEDS)(data, chance)
    return data


def _respelt(data: bytes) -> bytes:
    """A zip whose parts are not packed, so that spoiling reaches what is in them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200)) if out else 0):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _behead(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(min(len(data), 200) + 1) :]


def _leave_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 10, 500)) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.choice((1, 20, 400))]
    return data[:start] + piece * chance.choice((2, 50, 2_000)) + data[start:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = SEEDS[chance.choice(sorted(SEEDS))]()
    start, end = sorted(chance.randrange(len(other) + 1) for _ in range(2))
    place = chance.randrange(len(data) + 1)
    return data[:place] + other[start:end] + data[place:]


def _swell(data: bytes, chance: random.Random) -> bytes:
    """Put an absurd number in place of one of its digits."""
    digits = [place for place, byte in enumerate(data) if 0x30 <= byte <= 0x39]
    if not digits:
        return data
    place = chance.choice(digits)
    number = chance.choice((b"-1", b"0", b"99999999", b"4294967296", b"9" * 400, b"1e308"))
    return data[:place] + number + data[place + 1 :]


def _tangle(data: bytes, chance: random.Random) -> bytes:
    """Put marks of its own format where none should be."""
    marks = (
        b"<",
        b">",
        b"{",
        b"}",
        b"\\",
        b"\x00",
        b"[",
        b"]",
        b"(",
        b"<<",
        b">>",
        b"\n",
        b"|",
        b"--",
    )
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(marks) * chance.choice((1, 3, 3_000)) + data[place:]


_DEEDS = (_flip, _flip, _cut, _behead, _leave_out, _repeat, _splice, _swell, _tangle)
