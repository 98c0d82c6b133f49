"""A mail taken apart: what its head says, its text as one reads it, and what is attached."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from index.errors import Unreadable
from ingest.readers.clean import clean
from ingest.readers.decode import declared, decoded

_BAD_HEADS = (ValueError, TypeError, LookupError, AttributeError)  # what bad headers provoke
_NEXT_MAIL = re.compile(rb"\n\r?\nFrom \S+ [^\n]{0,60}\d{4}[^\n]{0,20}\n[\w-]{1,60}:")
_FLOWED = re.compile(r"(?<!^--)(?<!\n--) \r?\n(?![>\r\n]) ?")
_STUFFED = re.compile(r"^ ", re.MULTILINE)
_DEEPEST = 20  # parts within each other
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_NO_PAPERS = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "message/delivery-status", "message/disposition-notification", "text/calendar", "text/vcard",
    "text/x-vcard", "text/x-amp-html", "text/rfc822-headers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attached:
    """A part that is no text of the mail itself: a file, or a mail."""

    name: str
    data: bytes
    mail: EmailMessage | None = None


def message_of(data: bytes) -> EmailMessage:
    """A mail from its bytes.

    Raises Unreadable: "encrypted", "corrupt", or "unsupported" for a mailbox of many.
    """
    plain = _narrow(data)
    if plain.startswith(b"From ") and _NEXT_MAIL.search(plain):
        raise Unreadable(
            "unsupported",
            "The file is a mailbox of several mails. Save each as EML, and ingest that.",
        )
    try:
        message = message_from_bytes(plain, policy=policy.default)
        return _open(message)
    except RecursionError as error:
        raise Unreadable(
            "corrupt", "The mail is damaged. Save it again from the program that received it."
        ) from error


def _narrow(data: bytes) -> bytes:
    """A mail whose heads are of one byte a letter, as they must be; some programs save UTF-16."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:8]
    plain = decoded(data)[0].encode("utf-8", errors="replace") if wide else data
    return plain.removeprefix(b"\xef\xbb\xbf").lstrip()


def _open(message: EmailMessage) -> EmailMessage:
    for part, _ in _leaves(message):
        if part.get_content_type() in _SEALED:
            raise Unreadable(
                "encrypted", "The mail is encrypted. Save its papers apart, and ingest those."
            )
    return message


def said(message: EmailMessage, name: str) -> str:
    """A header as it is read; empty where it is missing or broken."""
    with suppress(*_BAD_HEADS):
        return clean(str(message.get(name) or ""))
    return ""


def sender(message: EmailMessage) -> str | None:
    """The sender's name; an address is kept out of it."""
    name = clean(parseaddr(said(message, "From"))[0])
    return name if name and not set(name) & {"@", "\N{REPLACEMENT CHARACTER}"} else None


def day(message: EmailMessage) -> date | None:
    """The day on which the mail was written."""
    try:
        return parsedate_to_datetime(said(message, "Date")).date()
    except _BAD_HEADS:
        return None


def texts(message: EmailMessage) -> list[tuple[str, str]]:
    """The mail's own text, in its order: "html" or "plain", and the text of each part."""
    return [
        (part.get_content_subtype(), _text(part)) for part in _chosen(message, 0) if _is_text(part)
    ]


def attached(message: EmailMessage) -> tuple[list[Attached], int]:
    """The files and mails in a mail, and how many parts were passed over as being no papers."""
    found: list[Attached] = []
    passed_over = 0
    for part, seen in _leaves(message):
        if part.get_content_maintype() == "message" and part.is_multipart():
            inner = part.get_payload(0)
            found.append(Attached(_name(part) or said(inner, "Subject"), b"", inner))  # type: ignore[arg-type]
        elif _is_no_paper(part, seen=seen):
            passed_over += 1
        elif not _is_text(part):
            found.append(Attached(_name(part), _bytes(part)))
    return found, passed_over


def _leaves(
    part: EmailMessage, depth: int = 0, *, seen: bool = False
) -> Iterator[tuple[EmailMessage, bool]]:
    """Each part that holds no others, and whether it is shown within the text."""
    if part.get_content_maintype() != "multipart" or part.get_content_type() in _SEALED:
        yield part, seen
        return
    if depth > _DEEPEST:
        raise RecursionError
    related = part.get_content_subtype() == "related"
    for inner in part.iter_parts():
        yield from _leaves(inner, depth + 1, seen=seen or related)  # type: ignore[arg-type]


def _chosen(part: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    """The parts that are shown: of alternatives the richest, of related ones the first."""
    if part.get_content_maintype() != "multipart":
        yield part
        return
    inner: list[EmailMessage] = [*part.iter_parts()] if depth < _DEEPEST else []  # type: ignore[list-item]
    if part.get_content_subtype() == "alternative":
        inner = sorted(inner, key=_richness)[-1:]
    elif part.get_content_subtype() == "related":
        inner = inner[:1]
    for each in inner:
        yield from _chosen(each, depth + 1)


def _richness(part: EmailMessage) -> int:
    """HTML keeps tables and lists, which plain text loses; an empty part says nothing."""
    shown = [each for each in _chosen(part, 0) if _is_text(each) and _text(each).strip()]
    return len(shown) and 1 + any(each.get_content_subtype() == "html" for each in shown)


def _is_text(part: EmailMessage) -> bool:
    """Whether a part is text of the mail itself, and no file."""
    kind = part.get_content_type()
    return kind in ("text/plain", "text/html") and not _name(part) and not part.is_attachment()


def _is_no_paper(part: EmailMessage, *, seen: bool) -> bool:
    """Whether a part is a signature, an invitation, or a picture that is shown in the text."""
    picture = part.get_content_maintype() == "image"
    inside = seen or not part.is_attachment() or part.get("Content-ID") is not None
    return part.get_content_type() in _NO_PAPERS or (picture and inside)


def _text(part: EmailMessage) -> str:
    data = _bytes(part)
    named = declared(data, str(part.get_content_charset() or ""))
    text = decoded(data)[0] if named is None else named
    flows = str(part.get_param("format") or "").casefold() == "flowed"
    return _unflowed(text, drop=part.get_param("delsp") == "yes") if flows else text


def _unflowed(text: str, *, drop: bool) -> str:
    """A text whose lines go on in the next where a space ends them (RFC 3676)."""
    broken = _FLOWED.sub("" if drop else " ", text)
    return _STUFFED.sub("", broken)


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name(part: EmailMessage) -> str:
    with suppress(*_BAD_HEADS):
        return clean(part.get_filename() or "")
    return ""
