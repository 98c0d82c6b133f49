"""Mails with papers attached: each attachment as a member, and the mail's text if it is a paper."""

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage

from index.errors import Unreadable
from ingest.access import access_of
from ingest.access_mails import refuse_closed_attachments
from ingest.frontpage.kinds import kind_of
from ingest.limits import MAX_ATTACHMENTS
from ingest.packed.member import Member, Unpacking
from ingest.packed.names import left_by_systems, safe_name, unique
from ingest.readers.eml.message import attached, message_of, said, texts
from ingest.readers.eml.reader import paper_of, plain_subject
from ingest.structure import structure

_DEEPEST = 5  # mails within each other
_HEADS = ("From", "Date", "Subject", "X-Protective-Marking")
_TEXT = "message.eml"


def unpack(data: bytes, source: str, *, released: bool = False) -> Unpacking | None:
    """What a mail and the mails in it carry; None for one that carries nothing, a paper itself.

    Raises Withheld for a mail whose own text is marked as closed, with all that it carries, unless
    it was ``released``, and Unreadable: "encrypted", "corrupt", and "bomb" for too many parts.
    """
    message = message_of(data)
    if not attached(message)[0]:
        return None
    mail = _Mail(source, released)
    mail.open(message)
    if not mail.found:
        return None  # nothing but mails within mails, without a word that is kept: a paper itself
    names = unique(safe_name(name, n) for n, (name, _) in enumerate(mail.found, 1))
    every = zip(names, mail.found, strict=True)
    kept = [Member(name, content) for name, (_, content) in every if not left_by_systems(name)]
    return Unpacking(iter(kept), mail.said())


@dataclass(slots=True)
class _Mail:
    """What is found on the way through a mail and those in it."""

    source: str
    released: bool
    found: list[tuple[str, bytes]] = field(default_factory=list)
    files: int = 0
    passed_over: int = 0
    notes: int = 0

    def open(self, message: EmailMessage, within: str = "", depth: int = 0) -> None:
        """Gather a mail's text, if it is a paper, and all that is attached."""
        inside, passed_over = attached(message)
        if self._is_paper(message) or (within and not inside):
            self._add(within + _TEXT, _alone(message))
        else:
            self.notes += 1
        self.passed_over += passed_over
        for number, each in enumerate(inside, 1):
            name = each.name or f"attachment {number}"
            if each.mail is None:
                self.files += 1
                self._add(within + name, each.data)
            elif depth < _DEEPEST:
                self.open(each.mail, f"{within}{name.replace('/', ' ')}/", depth + 1)
            else:
                raise _too_much()

    def said(self) -> str:
        """The ledger's sentence."""
        files = "1 file" if self.files == 1 else f"{self.files} files"
        parts = "1 part was" if self.passed_over == 1 else f"{self.passed_over} parts were"
        note = " Its text is a covering note, and was not kept." if self.notes else ""
        over = f" {parts} passed over: signatures, pictures." if self.passed_over else ""
        return f"A mail with {files}.{note}{over}"

    def _is_paper(self, message: EmailMessage) -> bool:
        """Whether a mail's own text is a paper and no covering note; raises Withheld if closed."""
        paper = paper_of(message)
        _, blocks = structure(paper)
        kind = kind_of(blocks, {})
        around = [*paper.margins, plain_subject(message), *paper.properties.notes]
        if not self.released:
            access_of(self.source, blocks, around, kind)
            if attached(message)[0]:
                refuse_closed_attachments(plain_subject(message), [b.words for b in blocks])
        return kind != "other"

    def _add(self, name: str, data: bytes) -> None:
        self.found.append((name, data))
        if len(self.found) > MAX_ATTACHMENTS:
            raise _too_much()


def _alone(message: EmailMessage) -> bytes:
    """A mail of the same head and text, to which nothing is attached."""
    made = EmailMessage(policy.default.clone(cte_type="8bit"))
    for name in _HEADS:
        if value := said(message, name):
            made[name] = value
    parts = texts(message)
    if any(kind == "html" for kind, _ in parts):
        made.set_content("\n".join(_as_page(parts)), subtype="html", charset="utf-8")
    else:
        made.set_content("\n\n".join(content for _, content in parts), charset="utf-8")
    return made.as_bytes()


def _as_page(parts: list[tuple[str, str]]) -> Iterator[str]:
    for kind, content in parts:
        yield content if kind == "html" else f"<pre>{html.escape(content)}</pre>"


def _too_much() -> Unreadable:
    return Unreadable(
        "bomb", "The mail has far more parts than a mail should. Save its papers apart."
    )
