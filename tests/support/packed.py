"""Archives and mails with papers in them."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

MINUTES = (
    "EXHAM BOROUGH COUNCIL\n\nMINUTES OF A MEETING OF THE {body} HELD ON 8 JULY 2025\n\n"
    "Present: Councillors Jane Roe (Chair) and Adam Doe.\n\n1. {matter}\n\n"
    "RESOLVED that the {matter} be approved at a cost of £{cost}.\n"
)
CLOSED = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A\n\n"


def minutes(matter: str, body: str = "PARKS COMMITTEE", cost: int = 500) -> bytes:
    """A short paper that can be asked for by its matter."""
    return MINUTES.format(matter=matter, body=body, cost=cost).encode()


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files; twins may be told apart by a trailing NUL, which is not written."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name.rstrip("\0"), (2025, 7, 8, 0, 0, 0))
            made.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sealed(data: bytes) -> bytes:
    """An archive whose files all say that they are under a password."""
    made = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            made[at + place] |= 1
            at = data.find(mark, at + 1)
    return bytes(made)


def mail(
    text: str, attached: Mapping[str, bytes | EmailMessage] | None = None, **heads: str
) -> EmailMessage:
    """A mail with these files and mails attached; ``Subject="…"`` and the like as heads."""
    made = EmailMessage()
    usual = {"From": "Jane Roe <j.roe@exham.example>", "Subject": "Papers"}
    for name, value in {**usual, **heads}.items():
        made[name.replace("_", "-")] = value
    made["Message-ID"] = "<1@exham.example>"
    made.set_content(text)
    for name, content in (attached or {}).items():
        if isinstance(content, EmailMessage):
            made.add_attachment(content, filename=name)
        else:
            made.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return made
