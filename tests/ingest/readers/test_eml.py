"""Mails as papers: their own text as one reads it, whatever program wrote them."""

from datetime import date
from email.message import EmailMessage

import pytest

from index.errors import Withheld
from ingest.packs.reading import read_papers
from ingest.readers.eml import read
from ingest.sniff import sniff
from support.packed import minutes
from support.shown import refusal, shown

HEAD = b"From: Jane Roe <j.roe@exham.example>\r\nSubject: Lakes\r\nMIME-Version: 1.0\r\n"


def typed(body: str | bytes, kind: str = "text/plain; charset=utf-8", how: str = "8bit") -> bytes:
    """A mail of one part."""
    content = body.encode() if isinstance(body, str) else body
    return (
        HEAD
        + f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\n\r\n".encode()
        + content
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (typed("Agreed: £5 – “both” ✓."), "Agreed: £5 – “both” ✓."),
        (typed("Agreed: £5 – now.".encode("cp1252"), "text/plain; charset=windows-1252"),
         "Agreed: £5 – now."),
        (typed("Agreed: £5 – now.".encode("cp1252"), "text/plain; charset=us-ascii"),
         "Agreed: £5 – now."),
        (typed("Agreed: £5.".encode(), "text/plain; charset=x-unknown"), "Agreed: £5."),
        (typed("Agreed: £5.", "text/plain"), "Agreed: £5."),
        (typed(b"Agreed: =C2=A35 =E2=80=93 now, and so it is=\r\n.", how="quoted-printable"),
         "Agreed: £5 – now, and so it is."),
        (typed(b"QWdyZWVkOiDCozUu", how="base64"), "Agreed: £5."),
        (typed(b"QWdyZWVkOiDCozUu!!", how="base64"), "Agreed: £5."),
        (typed("<p>Agreed: £5.</p>", "text/html; charset=utf-8"), "Agreed: £5."),
        (typed("<meta charset='iso-8859-1'><p>Agreed: £5.</p>", "text/html; charset=utf-8"),
         "Agreed: £5."),
    ],
)  # fmt: skip
def test_the_text_is_decoded_as_the_mail_says_or_as_it_can_only_be(
    data: bytes, expected: str
) -> None:
    assert sniff(data) == "eml"
    assert shown(read(data)) == ["Lakes", expected]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_a_mail_saved_in_wide_letters_is_read(encoding: str) -> None:
    data = typed("The lease was agreed by all.").decode().encode(encoding)
    assert sniff(data) == "eml"
    assert shown(read(data)) == ["Lakes", "The lease was agreed by all."]


def test_of_alternatives_the_one_with_its_tables_is_read() -> None:
    made = EmailMessage()
    made["Subject"] = "Costs"
    made.set_content("East 40")
    page = "<table><tr><td>Ward</td><td>Cost</td></tr><tr><td>East</td><td>40</td></tr></table>"
    made.add_alternative(page, subtype="html")
    assert shown(read(made.as_bytes())) == ["Costs", (("Ward", "Cost"), ("East", "40"))]


def test_an_empty_alternative_says_nothing() -> None:
    made = EmailMessage()
    made.set_content("The lease was agreed.")
    made.add_alternative("", subtype="html")
    assert shown(read(made.as_bytes())) == ["The lease was agreed."]


def test_all_texts_of_a_mail_are_read_in_order() -> None:
    data = HEAD + b"\r\n".join([
        b'Content-Type: multipart/mixed; boundary="B"', b"", b"--B", b"", b"The lease was agreed.",
        b"--B", b"Content-Type: text/html", b"", b"<p>It ends in May.</p>", b"--B--", b"",
    ])  # fmt: skip
    assert shown(read(data)) == ["Lakes", "The lease was agreed.", "It ends in May."]


def test_a_web_page_saved_with_its_pictures_is_read() -> None:
    data = b"\r\n".join([
        b"From: <Saved by a browser>", b"Subject: Minutes", b"MIME-Version: 1.0",
        b'Content-Type: multipart/related; type="text/html"; boundary="B"', b"", b"--B",
        b"Content-Type: text/html", b"Content-Transfer-Encoding: quoted-printable", b"",
        b"<html><h1>Minutes</h1><p>The lease was agreed.</p>", b"--B", b"Content-Type: image/png",
        b"Content-Transfer-Encoding: base64", b"", b"iVBORw0KGgo=", b"--B--", b"",
    ])  # fmt: skip
    assert read_papers(data, "page.mht").unpacking is None
    assert shown(read(data))[-1] == "The lease was agreed."


def test_heads_are_hints_and_addresses_are_kept_out() -> None:
    data = (
        HEAD
        + b"Date: Tue, 8 Jul 2025 10:00:00 +0100\r\nKeywords: parks\r\n\r\nThe lease was agreed."
    )
    found = read(data).properties
    assert (found.title, found.author, found.created) == ("Lakes", "Jane Roe", date(2025, 7, 8))
    assert found.notes == ("parks",)
    (report,) = read_papers(data, "mail.eml").reports
    assert "example" not in report.text
    assert report.front.meeting_date is None


@pytest.mark.parametrize(
    "head",
    [b"Date: yesterday", b"Date: Tue, 99 Xxx 2025 10:00:00", b"From: j.roe@exham.example",
     b"From: =?utf-8?q?broken", b"Subject: =?x-none?b?!!?=", b"From: \xff\xfe <a@b"],
)  # fmt: skip
def test_broken_heads_are_no_facts(head: bytes) -> None:
    paper = read(b"Message-ID: <1@a>\r\n" + head + b"\r\n\r\nThe lease was agreed.")
    assert shown(paper)[-1] == "The lease was agreed."
    assert (paper.properties.author, paper.properties.created) == (None, None)


def test_the_standing_notice_is_left_out_with_a_warning() -> None:
    notice = (
        "This e-mail and any attachments are confidential and intended solely for the use of the "
        "individual to whom they are addressed."
    )
    paper = read(typed(f"The lease was agreed.\r\n\r\n{notice}\r\n"))
    assert shown(paper) == ["Lakes", "The lease was agreed."]
    assert paper.warnings == ("The standing notice below the mail was left out.",)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"Sensitivity: Private", "confidential"),
        (b"Sensitivity: Company-Confidential", "confidential"),
        (b"Subject: EXEMPT", "exempt"),
        (b"X-Protective-Marking: OFFICIAL-SENSITIVE", "exempt"),
    ],
)
def test_a_mail_marked_by_its_sender_is_withheld_until_it_is_released(
    head: bytes, reason: str
) -> None:
    data = b"Message-ID: <1@a>\r\n" + head + b"\r\n\r\nThe depot will be sold."
    with pytest.raises(Withheld) as refused:
        read_papers(data, "mail.eml")
    assert refused.value.reason == reason
    assert read_papers(data, "mail.eml", released=True).reports[0].text.endswith("sold.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (typed(""), "no_text"),
        (typed(b"MIIB", "application/pkcs7-mime", "base64"), "encrypted"),
        (typed("", 'multipart/encrypted; boundary="B"'), "encrypted"),
        (HEAD + b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n', "no_text"),
        (b"From a Tue Jul  8 10:00:00 2025\n" + typed("One.\n\n").replace(b"\r", b"")
         + b"From b Tue Jul  8 10:00:00 2025\n" + typed("Two.").replace(b"\r", b""), "unsupported"),
    ],
)  # fmt: skip
def test_what_is_no_mail_to_be_read_is_refused(data: bytes, reason: str) -> None:
    assert refusal(data, "mail.eml") == reason


def test_parts_within_parts_without_end_are_damage() -> None:
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="B%d"\r\n\r\n--B%d\r\n' % (n, n)
        for n in range(3000)
    )
    assert refusal(HEAD + parts, "mail.eml") in ("corrupt", "no_text")


def test_a_mail_of_minutes_is_minutes() -> None:
    (report,) = read_papers(typed(minutes("Lakes").decode()), "mail.eml").reports
    assert (report.kind, str(report.front.meeting_date)) == ("minutes", "2025-07-08")
    assert [d.standing for d in report.decisions] == ["resolved"]


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("flowed", "It was \r\nagreed.\r\n\r\n-- \r\nJane", ["It was agreed.", "--", "Jane"]),
        ("flowed; delsp=yes", "The le \r\nase was noted.", ["The lease was noted."]),
        ("flowed", "He asked: \n> Why?\n From here.", ["He asked:", "> Why?", "From here."]),
        ("fixed", "The lease \r\nWas agreed.", ["The lease", "Was agreed."]),
    ],
)  # fmt: skip
def test_lines_that_a_mail_says_go_on_are_joined(kind: str, body: str, expected: list[str]) -> None:
    assert shown(read(typed(body, f"text/plain; charset=utf-8; format={kind}")))[1:] == expected


def test_letters_that_only_spell_others_are_not_believed() -> None:
    body = typed("Agreed \\x41.", "text/plain; charset=unicode_escape")
    assert shown(read(body))[1:] == ["Agreed \\x41."]
