"""Mails: the paragraphs and tables of a mail's own text, below its subject."""

import re
from collections.abc import Iterable
from email.message import EmailMessage

from ingest.pages import Paper, Para, Properties, Table
from ingest.readers import html, text
from ingest.readers.clean import clean
from ingest.readers.eml.message import day, message_of, said, sender, texts

# What programs put below every mail, whatever it holds: it says nothing of the paper.
_STANDING = re.compile(
    r"\b(?:e-?mail|message|communication|transmission)\b.{0,300}\b(?:confidential|privileged)\b"
    r".{0,600}\b(?:recipients?|addressees?|addressed|intended|solely)\b"
    r"|\b(?:recipients?|addressees?|addressed|intended|solely)\b.{0,600}\b(?:e-?mail|message)\b"
    r".{0,300}\b(?:confidential|privileged)\b",
    re.IGNORECASE | re.DOTALL,
)
_LEFT_OUT = "The standing notice below the mail was left out."
_MARKING = ("X-Protective-Marking", "X-Classification", "Keywords", "Comments")
# The names of sensitivity labels: "MSIP_Label_…_Name=Official-Sensitive; …".
_LABELS, _LABEL = "msip_labels", re.compile(r"_Name=([^;]{1,100})")
_SUBJECT = re.compile(r"^(?:(?:re|fwd?|fw)\s*:\s*)+", re.IGNORECASE)


def read(data: bytes) -> Paper:
    """The text of a mail, its subject as a heading; what is attached is not looked at.

    How its sender marked it goes to ``margins``. Raises Unreadable: "encrypted", "corrupt" or
    "too_big".
    """
    return paper_of(message_of(data))


def paper_of(message: EmailMessage) -> Paper:
    """The same of a mail that has been taken apart."""
    papers = [_read(kind, content) for kind, content in texts(message)]
    body, left_out = _without_notices(part for paper in papers for part in paper.parts)
    subject = said(message, "Subject")
    head = [Para(subject, heading=1)] if subject and body else []
    warnings = [warning for paper in papers for warning in paper.warnings]
    return Paper(
        "eml",
        (*head, *body),
        properties=Properties(
            subject or None, sender(message), day(message), notes=_notes(message)
        ),
        warnings=tuple(dict.fromkeys([*warnings, *left_out])),
        margins=(*_marks(message), *(margin for paper in papers for margin in paper.margins)),
        redacted=any(paper.redacted for paper in papers),
    )


def plain_subject(message: EmailMessage) -> str:
    """The subject without "Re:" and "Fwd:"."""
    return _SUBJECT.sub("", said(message, "Subject"))


def _read(kind: str, content: str) -> Paper:
    data = content.encode("utf-8", errors="replace")
    return html.read(_undeclared(data)) if kind == "html" else text.read(data)


def _undeclared(page: bytes) -> bytes:
    """A page that has been decoded: what it declares its letters to be is past."""
    return re.sub(
        rb"(<meta[^>]{0,300}charset\s*=\s*[\"']?)[\w-]{1,40}", rb"\1utf-8", page, flags=re.I
    )


def _without_notices(
    parts: Iterable[Para | Table],
) -> tuple[list[Para | Table], tuple[str, ...]]:
    every = list(parts)
    kept = [part for part in every if isinstance(part, Table) or not _STANDING.search(part.text)]
    return kept, (_LEFT_OUT,) if len(kept) < len(every) else ()


def _marks(message: EmailMessage) -> tuple[str, ...]:
    """What mail programs make of "Sensitivity: Private" and the like: a mark over the mail."""
    normal = said(message, "Sensitivity").casefold() in ("", "normal")
    return () if normal else ("CONFIDENTIAL",)


def _notes(message: EmailMessage) -> tuple[str, ...]:
    named = _LABEL.findall(said(message, _LABELS))
    return tuple(filter(None, map(clean, (*(said(message, n) for n in _MARKING), *named))))
