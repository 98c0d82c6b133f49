"""What a file is, by what is in it and never by its name."""

import io
import re
import zipfile
import zlib

from index.errors import Unreadable
from ingest.limits import MAX_BYTES, MAX_ZIP_MEMBERS
from ingest.markup import root_of
from ingest.pages import Format
from ingest.readers.decode import decoded
from ingest.readers.markdown import is_markdown
from ingest.readers.moderngov import telling
from ingest.wrecks import ends_as_web_page, refuse_office_wreck, refuse_wreck

_HEAD = 1 << 18  # bytes of a text that tell what it is
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_FOREIGN = re.compile("[\u0250-\u1fff\u2800-\ud7ff\ue000-\ufaff]")  # not used in English or Welsh
_SAVE_AS = "Open it in the program it was made with, save it as DOCX or PDF, and ingest that."
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_OTHERS = (  # how files begin that hold no text we can read
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x78\x9f\x3e\x22", "what Outlook sends in place of attachments (winmail.dat)"),
    (b"Rar!", "an archive, and no ZIP"),
    (b"7z\xbc\xaf", "an archive, and no ZIP"),
    (b"\x1f\x8b", "an archive, and no ZIP"),
    (b"BEGIN:VCALENDAR", "a calendar"),
    (b"BEGIN:VCARD", "somebody's address, which is not kept"),
)
_IN_ZIP = (  # the member that tells what a zip is
    ("xl/workbook.xml", "a spreadsheet"),
    ("xl/workbook.bin", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("Index/Document.iwa", "a Pages, Numbers or Keynote document"),
    ("AndroidManifest.xml", "a program"),
    ("META-INF/MANIFEST.MF", "a program"),
    ("[Content_Types].xml", "an Office file"),
)
_IN_DOCX = re.compile(r"word/document\d*\.xml")  # Word on the web may number it
_ODT = "opendocument.text"
_IN_MIMETYPE = (
    ("opendocument.spreadsheet", "a spreadsheet"),
    ("opendocument", "an OpenDocument file"),
    ("epub", "an e-book"),
)
_SAYING = ("mimetype", "META-INF/manifest.xml")  # the members that say what an OpenDocument is
_DAMAGE = (  # what a zip that was spoilt on the way may raise
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError,
    RuntimeError, NotImplementedError,
)  # fmt: skip
_HEAD_OF_MAIL = re.compile(
    r"\ufeff?\s{0,9}(?:From [^\n]*\n)?(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII
)
_ONLY_IN_MAILS = re.compile(
    r"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|Content-T[\w-]+)\s*:"
    r"|^Date:\s*(?:\w{3},\s*)?\d{1,2}\s+\w{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|[A-Z]{2,5})\b",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE = r"\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)*"
_FLAT = re.compile(r"\bmimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.([\w-]{1,40})")
_OF_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:"
_HTML = re.compile(
    rf"(?:\s*<\?xml[^>]{{0,200}}>)?{_BEFORE}<(?:!doctype\s+html|html[\s>])|{_BEFORE}<(?:head|title|meta"
    r"|link|base|style|script|noscript|body|frameset|main|header|footer|nav|aside|article|section|div"
    r"|address|blockquote|figure|details|h[1-6]|p|a|b|i|u|br|hr|center|font|span|small|strong"
    r"|em|img|iframe|table|tbody|tr|td|ul|ol|li|dl|pre|form|label)[\s/>]",
    re.IGNORECASE,
)


def sniff(data: bytes) -> Format:
    """The format of a file's content.

    Raises Unreadable: "empty", "too_big", "encrypted" (a Word file with a password), "corrupt" (a
    damaged zip) or "unsupported" (named as what it is, with what to do about it).
    """
    if not data:
        raise Unreadable("empty", "The file is empty. Fetch or save it again.")
    if len(data) > MAX_BYTES:
        raise Unreadable(
            "too_big",
            f"The file is larger than {MAX_BYTES >> 20} MB. Split it and ingest the parts.",
        )
    if _RTF.match(data[:1024]):
        return "rtf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(data)  # before PDF: one that is packed as it is may stand near the beginning
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _in_text(data)


def _in_zip(data: bytes) -> Format:
    names, mimetype = _listing(data)
    if any(map(_IN_DOCX.fullmatch, names)):
        return "docx"
    if _ODT in mimetype:
        return "odt"
    for member, what in _IN_ZIP:
        if member in names:
            raise _unsupported(what)
    for kind, what in _IN_MIMETYPE:
        if kind in mimetype:
            raise _unsupported(what)
    refuse_office_wreck(data)
    return "zip"


def _listing(data: bytes) -> tuple[frozenset[str], str]:
    """The names in a zip, and how its ``mimetype`` member begins; if it has none, its manifest."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            if len(names) > MAX_ZIP_MEMBERS:
                raise Unreadable("bomb", "The file unpacks to too many parts to be a paper.")
            said = next((name for name in _SAYING if name in names), None)
            if said is None:
                return names, ""
            with archive.open(said) as member:
                return names, member.read(1_000).decode("ascii", errors="ignore")
    except _DAMAGE as error:
        raise _damaged() from error


def _in_text(data: bytes) -> Format:
    if data.startswith(_OLE2):
        return _in_ole2(data)
    text, _ = decoded(data[:_HEAD])
    if marked := _in_marks(text):
        return marked
    for beginning, what in _OTHERS:
        if data.lstrip().startswith(beginning):
            raise _unsupported(what)
    refuse_wreck(data)
    if not _is_text(text):
        raise _unsupported("neither text nor any kind of paper that can be read")
    if ends_as_web_page(data):
        return "html"
    return "md" if is_markdown(text) else "txt"


def _in_marks(text: str) -> Format | None:
    """The format of a text that begins with marks of its kind; None of any other text."""
    if _is_mail(text):
        return "eml"
    if _HTML.match(text):
        return "html"
    if flat := _flat_kind(text):
        return _flat(flat)
    if telling.is_xml(text):
        telling.refuse_other_xml(text)
        return "xml"
    if telling.is_json(text):
        telling.refuse_other_json(text)
        return "json"
    return None


def _is_mail(text: str) -> bool:
    """Whether a text begins with the head of a mail: a memo has "To:" and "From:" as well."""
    head = _HEAD_OF_MAIL.match(text)
    return head is not None and _ONLY_IN_MAILS.search(head[0]) is not None


def _flat_kind(text: str) -> str | None:
    """What an OpenDocument in one file says that it is; None of any other text."""
    root = root_of(text)
    if root is None or root.name != "document":
        return None
    said = _FLAT.search(root.said)
    return said[1] if said else "text" if _OF_OFFICE in root.said else None


def _flat(kind: str) -> Format:
    """The format of an OpenDocument that is not packed; templates of texts are texts."""
    if not kind.startswith("text"):
        raise _unsupported("a spreadsheet" if kind == "spreadsheet" else "an OpenDocument file")
    return "odt"


def _in_ole2(data: bytes) -> Format:
    """Old Word files, and new ones under a password, are both boxes of streams with names."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(
            "encrypted", "The file has a password. Save a copy without one and ingest that."
        )
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "__substg1.0_".encode("utf-16-le") in data:
        raise Unreadable(
            "unsupported", "The file is an Outlook message (MSG). Save it as EML, and ingest that."
        )
    if _is_cut_short(data):
        raise _damaged()
    raise _unsupported("an old Office file")


def _is_cut_short(data: bytes) -> bool:
    """Whether the sector that names the streams of an OLE2 file lies behind its end."""
    first, size = int.from_bytes(data[48:52], "little"), 4096 if data[30:31] == b"\x0c" else 512
    return len(data) < (first + 2) * size


def _is_text(text: str) -> bool:
    """Whether it could be English: a stray NUL is dirt, one code in twenty is a program."""
    controls = len(_CONTROLS.findall(text.rstrip("\x00")))
    foreign = len(_FOREIGN.findall(text))
    return (controls <= 8 or controls * 20 < len(text)) and foreign * 4 <= len(text)


def _damaged() -> Unreadable:
    return Unreadable("corrupt", "The file is damaged or was cut short. Fetch or save it again.")


def _unsupported(what: str) -> Unreadable:
    return Unreadable("unsupported", f"The file is {what}. {_SAVE_AS}")
