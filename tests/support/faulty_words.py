"""Word-processor files and web pages that were made to do harm, or came to it."""

import io
import zipfile
from itertools import pairwise

from support.docxs import docx, para, part, run, zipped


def docx_bomb(megabytes: int = 438) -> bytes:
    """A Word document of a megabyte or two that unpacks to so many."""
    out, block = io.BytesIO(), b"<w:p/>" * 174_763  # a megabyte
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as packed:
            packed.write(part("document", "<w:body>").split("</")[0].encode())
            for _ in range(megabytes):
                packed.write(block)
    return out.getvalue()


def docx_lying_bomb() -> bytes:
    """A bomb whose listing says that its part is small."""
    whole = bytearray(docx_bomb(200))
    for signature, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = whole.rindex(signature, 0, whole.rindex(b"word/document.xml") + 1)
        whole[at + place : at + place + 4] = (5_000).to_bytes(4, "little")
    return bytes(whole)


def docx_saying(doctype: str, words: str) -> bytes:
    """A document with a DTD in front and these words in it, entities and all."""
    main = part("document", f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>")
    head, _, rest = main.partition("?>")
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": head + "?>" + doctype + rest}
    )


def docx_of_laughs() -> bytes:
    """Entities that multiply by ten, ten times over."""
    names = "abcdefghij"
    entities = "<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in pairwise(names)
    )
    return docx_saying(f"<!DOCTYPE d [{entities}]>", "&j;")


def docx_of_tables(depth: int = 3_000) -> bytes:
    """Tables within tables."""
    return docx("<w:tbl><w:tr><w:tc>" * depth + para("Agreed") + "</w:tc></w:tr></w:tbl>" * depth)


def docx_under_password() -> bytes:
    """What Word makes of a document under a password: an OLE2 box of streams."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0") + name.ljust(1024, b"\0")


def docx_with_traces() -> bytes:
    """A document with a deletion, an insertion, hidden words and a comment."""
    comment = '<w:comment w:id="1"><w:p><w:r><w:t>commented</w:t></w:r></w:p></w:comment>'
    return docx(
        f"<w:p>{run('The rent is ')}<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
        f"<w:ins>{run('five pounds')}</w:ins>{run(' hidden', '<w:vanish/>')}"
        f'<w:commentReference w:id="1"/>{run(" a week.")}</w:p>',
        comments=comment,
    )


def rtf_nested(depth: int = 100_000) -> bytes:
    """Groups within groups, with nothing in them."""
    return b"{\\rtf1\\ansi " + b"{" * depth + b"}" * depth + b"}"


def html_nested(depth: int = 200_000) -> bytes:
    """Elements within elements, and two lines at the bottom."""
    return b"<div>" * depth + b"The lease was <b>agreed</b>.<p>It ends in May." + b"</div>" * depth
