"""PDFs whose objects are packed into a stream, and told of in another (ISO 32000-1, 7.5.7-8)."""

import zlib
from collections.abc import Sequence


def streamed(objects: Sequence[bytes]) -> bytes:
    """Objects as such a file: the first is the catalogue; those with streams stay as they are."""
    out, places = bytearray(b"%PDF-1.5\n"), dict[int, bytes]()
    packed = [n for n, content in enumerate(objects, 1) if not content.endswith(b"endstream")]
    for number, content in enumerate(objects, 1):
        if number not in packed:
            places[number] = _place(1, len(out), 0)
            out += _object(number, content)
    pack, table = len(objects) + 1, len(objects) + 2
    places |= {number: _place(2, pack, n) for n, number in enumerate(packed)}
    places |= {pack: _place(1, len(out), 0)}
    out += _object(pack, _packed(objects, packed))
    start = len(out)
    entries = b"".join(places[number] for number in sorted(places)) + _place(1, start, 0)
    head = b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % (table + 1)
    out += _object(table, _stream(head, bytes(7) + entries))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _packed(objects: Sequence[bytes], numbers: Sequence[int]) -> bytes:
    heads, contents = [], bytearray()
    for number in numbers:
        heads.append(b"%d %d" % (number, len(contents)))
        contents += objects[number - 1] + b"\n"
    first = b" ".join(heads) + b"\n"
    head = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(first))
    return _stream(head, first + contents)


def _place(kind: int, where: int, index: int) -> bytes:
    return bytes([kind]) + where.to_bytes(4, "big") + index.to_bytes(2, "big")


def _object(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, content)


def _stream(head: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content)
    says = b"<<%s/Length %d/Filter/FlateDecode>>" % (head, len(packed))
    return says + b"\nstream\n" + packed + b"\nendstream"
