"""What is packed in archives and mails, as the reading process finds it."""

import io
import zipfile
from email.message import EmailMessage

import pytest

from index.errors import Unreadable, Withheld
from ingest.packed.member import Member
from ingest.packed.opening import unpacking_of
from ingest.reading import read_paper
from support.docxs import docx, para
from support.odts import odt
from support.packed import CLOSED, archive, mail, minutes, sealed
from support.shown import shown

A, B = minutes("Lakes"), minutes("Trees")


def members(data: bytes, source: str = "papers.zip") -> list[Member]:
    unpacking = unpacking_of(data, source)
    assert unpacking is not None
    return list(unpacking.members)


def names(data: bytes) -> list[str]:
    return [member.name for member in members(data)]


def said(data: bytes, source: str = "mail.eml") -> str:
    unpacking = unpacking_of(data, source)
    return unpacking.said if unpacking else ""


def refused(data: bytes, source: str = "papers.zip") -> str:
    try:
        unpacking_of(data, source)
    except (Unreadable, Withheld) as error:
        return error.reason
    return "opened"


def test_each_file_of_an_archive_is_a_member() -> None:
    data = archive({"a.txt": A, "Minutes/": b"", "Minutes/b.txt": B})
    assert members(data) == [Member("a.txt", A), Member("Minutes/b.txt", B)]
    assert said(data) == "An archive of 2 files."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\Papers\\a.txt", "Papers/a.txt"),
        ("a/./b//c.txt", "a/b/c.txt"),
        ("new\nline\x1b[2J.txt", "new line [2J.txt"),
        ("turned\u202etxt.exe", "turned txt.exe"),
        ("Crèche – £5.txt", "Crèche – £5.txt"),
        ("x" * 400 + ".txt", "x" * 296 + ".txt"),
        ("..", "file 1"),
    ],
)
def test_a_members_name_leads_nowhere_and_can_be_shown(name: str, expected: str) -> None:
    assert names(archive({name: A})) == [expected]


def test_a_macs_name_is_read_as_the_letters_it_is() -> None:
    data = archive({"CrXXche.txt": A}).replace(b"CrXXche", "Crèche".encode())
    assert names(data) == ["Crèche.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_told_apart() -> None:
    data = archive({"a.txt": A, "a.txt\0": B, "../a.txt": A})
    assert names(data) == ["a.txt", "a (2).txt", "a (3).txt"]


def test_what_systems_leave_beside_papers_is_passed_over() -> None:
    files = {"__MACOSX/._a.txt": b"x", "Thumbs.db": b"x", ".DS_Store": b"x", "~$a.docx": b"x"}
    assert names(archive({**files, "a.txt": A})) == ["a.txt"]
    assert refused(archive(files)) == "empty"


def _bomb() -> bytes:
    return archive({"a.txt": A, "zeros.txt": bytes(300 << 20)})


def _claims(size: int) -> bytes:
    """An archive whose list says that a file unpacks to so much."""
    data = bytearray(archive({"a.txt": A}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive({}), "empty"),
        (archive({"Minutes/": b""}), "empty"),
        (_bomb(), "bomb"),
        (_claims(0xFFFFFFF0), "bomb"),
        (archive({f"{n}.txt": b"" for n in range(5_001)}), "bomb"),
        (archive({"a.txt": A * 40, "b.txt": B * 40})[:600], "corrupt"),
        (sealed(archive({"a.txt": A, "b.txt": B})), "encrypted"),
    ],
)
def test_hostile_sealed_and_damaged_archives_are_refused(data: bytes, reason: str) -> None:
    assert refused(data) == reason


def test_an_archive_of_too_much_in_all_is_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.packed.zips.MAX_UNPACKED", 2 * len(A))
    assert refused(archive({"a.txt": A, "b.txt": A})) == "opened"
    assert refused(archive({"a.txt": A, "b.txt": A, "c.txt": A})) == "bomb"


@pytest.mark.parametrize(
    "name", ["minutes.docx", "minutes.odt", "https://a.gov.uk/minutes.pdf?x=1"]
)
def test_an_archive_that_is_called_a_paper_is_none(name: str) -> None:
    data = archive({"a.txt": A})
    assert unpacking_of(data, name) is None
    with pytest.raises(Unreadable) as error:
        read_paper(data, name)
    assert error.value.reason == "unsupported"


@pytest.mark.parametrize("data", [docx(para("Agreed")), odt("<text:p>Agreed</text:p>"), A])
def test_a_paper_is_not_taken_for_an_archive(data: bytes) -> None:
    assert unpacking_of(data, "papers.zip") is None


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("a.txt", A)
    return out.getvalue()


def _spoilt() -> bytes:
    data = bytearray(archive({"a.txt": A, "b.txt": B}))
    data[60] ^= 0xFF
    return bytes(data)


def _half_sealed() -> bytes:
    both, one = archive({"a.txt": A, "b.txt": B}), bytearray(archive({"a.txt": A, "b.txt": B}))
    one[6] |= 1
    one[both.find(b"PK\x01\x02") + 8] |= 1
    return bytes(one)


def _said_smaller() -> bytes:
    """A file that unpacks to more than the archive says."""
    data = bytearray(archive({"a.txt": A * 50, "b.txt": B}))
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (_linked(), {"link.txt": "not_a_file", "a.txt": None}),
        (_spoilt(), {"a.txt": "corrupt", "b.txt": None}),
        (_half_sealed(), {"a.txt": "encrypted", "b.txt": None}),
        (_said_smaller(), {"a.txt": "corrupt", "b.txt": None}),
    ],
)
def test_one_bad_member_spoils_no_other(data: bytes, expected: dict[str, str | None]) -> None:
    found = {m.name: m.refused.reason if m.refused else None for m in members(data)}
    assert found == expected


def test_a_member_over_the_limit_is_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.packed.zips.MAX_BYTES", 100)
    (found,) = members(archive({"a.txt": A}))
    assert found.refused is not None
    assert found.refused.reason == "too_big"


def test_what_is_attached_to_a_mail_is_a_member_and_a_covering_note_is_not() -> None:
    data = mail("Please find the minutes attached.\n\nJane", {"a.txt": A, "b.txt": B}).as_bytes()
    assert members(data, "mail.eml") == [Member("a.txt", A), Member("b.txt", B)]
    assert said(data) == "A mail with 2 files. Its text is a covering note, and was not kept."


def test_a_mail_whose_text_is_a_paper_is_a_member_too() -> None:
    data = mail(A.decode(), {"b.txt": B}, Date="Tue, 8 Jul 2025 10:00:00 +0100").as_bytes()
    first, second = members(data, "mail.eml")
    assert (first.name, second) == ("message.eml", Member("b.txt", B))
    paper = read_paper(first.data, "mail.eml#message.eml")
    assert shown(paper)[:2] == ["Papers", "EXHAM BOROUGH COUNCIL"]
    assert members(data, "mail.eml")[0] == first


def test_mails_in_a_mail_are_opened_and_their_files_named_by_them() -> None:
    inner = mail("See attached.", {"b.txt": B}, Subject="Trees")
    outer = mail("FYI", {"fwd.eml": inner, "a.txt": A})
    assert names(outer.as_bytes()) == ["fwd.eml/b.txt", "a.txt"]


def test_the_text_of_a_mail_in_a_mail_is_kept_where_nothing_is_attached_to_it() -> None:
    inner = mail("The lease was agreed by all who were asked.", Subject="Lease")
    found = members(mail("FYI", {"fwd.eml": inner}).as_bytes(), "mail.eml")
    assert [member.name for member in found] == ["fwd.eml/message.eml"]
    assert shown(read_paper(found[0].data, "x")) == [
        "Lease", "The lease was agreed by all who were asked.",
    ]  # fmt: skip


def test_mails_nested_too_deeply_are_refused() -> None:
    made = mail("See attached.", {"a.txt": A})
    for _ in range(8):
        made = mail("FYI", {"fwd.eml": made})
    assert refused(made.as_bytes(), "mail.eml") == "bomb"


def test_pictures_signatures_and_invitations_are_passed_over() -> None:
    made = mail("See attached.", {"a.txt": A})
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    made.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="s.p7s")
    made.add_attachment(b"x", maintype="text", subtype="calendar", filename="i.ics")
    assert names(made.as_bytes()) == ["a.txt"]
    assert said(made.as_bytes()).endswith(" 3 parts were passed over: signatures, pictures.")


def test_too_many_attachments_are_a_bomb() -> None:
    made = mail("See attached.", {f"{n}.txt": b"x" for n in range(501)})
    assert refused(made.as_bytes(), "mail.eml") == "bomb"


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (mail("See attached.", {"a.txt": A}, Sensitivity="Company-Confidential"), "confidential"),
        (mail(CLOSED + "The depot sale.", {"a.txt": A}), "exempt"),
        (mail("See attached.", {"a.txt": A}, X_Protective_Marking="OFFICIAL-SENSITIVE"), "exempt"),
        (mail("See attached.", {"a.txt": A}, Subject="CONFIDENTIAL"), "confidential"),
        (mail("See attached.", {"fwd.eml": mail(CLOSED, {"a.txt": A})}), "exempt"),
        (mail("See attached.", {"a.txt": A}, Sensitivity="Normal"), "opened"),
        (mail("See attached.\n\nThis e-mail is confidential and is intended solely for the "
              "addressee.", {"a.txt": A}), "opened"),
    ],
)  # fmt: skip
def test_a_mail_that_is_closed_closes_all_that_it_carries(made: EmailMessage, reason: str) -> None:
    assert refused(made.as_bytes(), "mail.eml") == reason


def test_a_mail_without_files_is_a_paper_itself() -> None:
    assert unpacking_of(mail("Agreed.").as_bytes(), "mail.eml") is None
