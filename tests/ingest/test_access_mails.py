"""A mail that calls what is attached to it closed is withheld with all of it."""

from email.message import EmailMessage

import pytest

from index.errors import Withheld
from ingest.packed.mails import unpack

NOTE = "Dear all,\n\nThe papers are here.\n\nRegards"


def mail(subject: str, text: str) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"] = subject, "a@b.example"
    made.set_content(text)
    made.add_attachment(b"Report to Cabinet", maintype="text", subtype="plain", filename="quay.txt")
    return made.as_bytes()


CLOSED = [
    ("RE: Part 2 item", NOTE), ("Exempt report - quay", NOTE), ("Not for publication: quay", NOTE),
    ("Cabinet papers (confidential)", NOTE), ("Fwd: Confidential: quay", NOTE),
    ("Quay", "Please find attached the exempt report for Tuesday."),
    ("Quay", "Attached is the confidential appendix."),
    ("Quay", "The exempt minutes are attached."),
    ("Quay", "Please find enclosed the Part 2 agenda."),
    ("Quay", "Please note that the attached report is confidential."),
    ("Quay", "The attached is not for publication."), ("Quay", "Attached are the pink papers."),
    ("Quay", "I attach the report, which is exempt under paragraph 3."),
]  # fmt: skip
OPEN = [
    ("Cabinet agenda", NOTE), ("Private sector housing policy", "Attached is the policy."),
    ("Confidential waste", "Please find attached the report on confidential waste."),
    ("Quay", "Please find attached the open report; the exempt report will follow."),
    ("Quay", "The agenda is attached. The exempt appendix will be sent separately."),
    ("Quay", "Attached is the non-exempt report."), ("Local Plan Part 2", "The plan is attached."),
    ("Quay", "The exempt appendix is not attached. The report is attached."),
    ("Cabinet", "I enclose the open minutes, which list the exempt items."),
    ("FOI", "Attached is the policy on confidential information."),
    ("Access to exempt information procedure rules", "Attached are the rules."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "text"), CLOSED)
def test_a_mail_that_calls_its_attachment_closed_is_withheld(subject: str, text: str) -> None:
    with pytest.raises(Withheld) as refused:
        unpack(mail(subject, text), "mail.eml")
    assert refused.value.reason in ("exempt", "confidential")
    assert unpack(mail(subject, text), "mail.eml", released=True) is not None


@pytest.mark.parametrize(("subject", "text"), OPEN)
def test_a_mail_that_speaks_of_closed_papers_elsewhere_is_unpacked(subject: str, text: str) -> None:
    assert unpack(mail(subject, text), "mail.eml") is not None
