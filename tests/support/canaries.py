"""Papers with words in them that must be found nowhere: one of every way of being closed."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

from support.docxs import docx, para
from support.moderngov import item, meeting
from support.packed import CLOSED, archive
from support.packs import LINE, agenda, appendix, marked, prose, report
from support.pdfs import LEFT, PITCH, TOP, Page, pdf, typed
from support.scanned import scanned

CANARY = "Zebrafinch"  # in whatever is closed
_VARIED = 15  # bytes: what has fewer kinds of them is found anywhere
_SECRET = f"The offer of {CANARY} Holdings was the higher"
_MARK = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"
_FRONT = "EXHAM BOROUGH COUNCIL\n\nReport to: Cabinet\n\nDate: 8 July 2025\n\n"


def write(folder: Path) -> None:
    """Lay one paper of every kind into a folder; none of their names tells anything."""
    folder.mkdir()
    for name, content in _papers().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def traces(*folders: Path) -> list[str]:
    """The files below these folders that hold the canary, in any case, or bytes of a closed paper.

    What is packed in a file cannot be read in it, so stretches of the file itself are looked for.
    """
    shut = [content for content in _papers().values() if len(content) > 600]
    stretches = {part for content in shut for part in (content[-300:-240], content[200:260])}
    open_ones = {content for name, content in _papers().items() if name.startswith("open")}
    stretches = {part for part in stretches if len(set(part)) > _VARIED}
    stretches -= {part for part in stretches if any(part in each for each in open_ones)}
    return [
        f"{path.name}: {found!r}"
        for path in _files(*folders)
        for found in _in(path.read_bytes(), stretches)
    ]


def _in(kept: bytes, stretches: set[bytes]) -> Iterator[bytes]:
    if CANARY.casefold().encode() in kept.lower():
        yield CANARY.encode()
    if CANARY.encode("utf-16-le").lower() in kept.lower():
        yield CANARY.encode("utf-16-le")
    yield from (part for part in stretches if part in kept)


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def _papers() -> dict[str, bytes]:
    return {
        "open.txt": f"{_FRONT}Title: Gritting\n\n1. {LINE}\n".encode(),
        "front.txt": f"{_FRONT}{_MARK}\n\nTitle: {CANARY}\n\n1. {_SECRET}.\n".encode(),
        "later.html": f"<p>Report to: Cabinet</p><p>Title: Quay</p><p>1. {LINE}</p>"
        f"<h2>APPENDIX B – NOT FOR PUBLICATION</h2><p>{_SECRET}.</p>".encode(),
        "exempt/plain.txt": f"{_FRONT}Title: {CANARY}\n\n1. {_SECRET}.\n".encode(),
        "unclear.md": f"# {CANARY}\n\nPart 1 (Open to the public)\n\nEXEMPT\n\n{_SECRET}.".encode(),
        "confidential.docx": docx(para("CONFIDENTIAL") + para(_SECRET) + para(LINE)),
        "hidden.docx": docx(
            para("Report to: Cabinet") + para(LINE) + para(_SECRET, run_properties="<w:vanish/>")
        ),
        "painted.pdf": pdf(
            typed("Report to: Cabinet", _SECRET, "", *prose(1)).box(50, TOP - PITCH - 4, 300, 14)
        ),
        "white.pdf": pdf(
            typed("Report to: Cabinet", "", *prose(1, 5)).text(LEFT, 300, _SECRET, ink="1 g")
        ),
        "scan.pdf": _blacked_out_scan(),
        "pack.pdf": pdf(
            agenda("Minutes", "Depot", "Park keepers"),
            marked(_closed(), "Agenda Item 2", 2),
            typed(_SECRET, "", *prose(4)),
            marked(report("Park keepers"), "Agenda Item 3", 4),
        ),
        "appendix.pdf": pdf(
            report("Lamps").text(LEFT, 200, "Appendix B is exempt from publication."),
            appendix("B", _MARK, "", _SECRET),
        ),
        "meeting.xml": meeting(
            item("1", "Apologies", "<p>None.</p>"),
            item("2", f"Lease to {CANARY}", f"<p>{_SECRET}.</p>", isrestricted="True"),
        ).xml(),
        "papers.zip": archive(
            {"a.txt": f"{_FRONT}1. {LINE} Twice.\n".encode(),
             "b.txt": f"{_FRONT}{CLOSED}1. {_SECRET}.\n".encode()}
        ),
        "mail.eml": _mail(),
    }  # fmt: skip


def _closed() -> Page:
    return typed(
        _MARK, "", "Report to: Cabinet", "", "Date: 8 July 2025", "", f"Title: {CANARY} sale", "",
        "Report of: Director of Place", "", "1. PURPOSE OF REPORT", "", f"1.1 {_SECRET}.",
    )  # fmt: skip


def _blacked_out_scan() -> bytes:
    lines = ["Report to: Cabinet", _SECRET, *prose(1, 6)]
    page = typed(*lines).box(50, TOP - PITCH - 4, 300, 14)
    return scanned(page, [(LEFT, TOP - n * PITCH, line) for n, line in enumerate(lines) if line])


def _mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Sensitivity"] = "Papers", "a@exham.example", "Confidential"
    mail.set_content(f"{_FRONT}1. {_SECRET}.\n")
    return mail.as_bytes()
