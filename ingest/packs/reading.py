"""One file's bytes in, its papers out: one, or those of a pack."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from index.part_names import part_name, part_sha256
from index.records import Report
from ingest.packed.opening import unpacking_of
from ingest.packs.appendices import open_part
from ingest.packs.found import Found
from ingest.packs.inheriting import with_agendas_facts
from ingest.packs.judging import Judged, open_pieces
from ingest.packs.splitting import Piece, pieces_of, whole_of
from ingest.pipeline import understand
from ingest.reading import read_paper


def read_papers(
    data: bytes,
    source: str,
    *,
    council: str | None = None,
    body: str | None = None,
    released: bool = False,
) -> Found:
    """The papers of a file, each understood; ``council`` and ``body`` are the operator's word.

    The council said is believed ahead of the paper; the body only where the paper names none.
    Raises Unreadable for what no reader can make out, and Withheld for a file that is not public,
    unless it was ``released``.
    """
    if unpacking := unpacking_of(data, source, released=released):
        return Found((), 0, unpacking=unpacking)
    paper, digest = read_paper(data, source, released=released), sha256(data).hexdigest()
    pieces = pieces_of(paper)
    if not pieces and not released and open_part(paper):
        pieces = [whole_of(paper)]
    if not pieces:
        whole = understand(paper, source, digest, council=council, released=released)
        return Found((_with_body(whole, body),))
    judged = Judged(pieces, len(pieces)) if released else open_pieces(pieces, source)
    about = source, digest, council
    reports = [_understood(piece, *about, released=released) for piece in judged.kept]
    told = _with_agenda(reports)
    return Found(tuple(_with_body(report, body) for report in told), judged.papers)


def _understood(
    piece: Piece, source: str, digest: str, council: str | None, *, released: bool
) -> Report:
    # The file's name may date the meeting that it is for, but not the minutes of the one before.
    name = "" if piece.top.kind == "minutes" else source
    own = part_sha256(digest, piece.place)
    report = understand(piece.paper, name, own, council=council, released=released)
    return replace(report, source=part_name(source, piece.place))


def _with_agenda(reports: Sequence[Report]) -> list[Report]:
    agenda, *others = reports
    if agenda.kind not in ("agenda", "other"):
        return [*reports]
    return [agenda, *(with_agendas_facts(report, agenda) for report in others)]


def _with_body(report: Report, body: str | None) -> Report:
    if not body or report.front.body:
        return report
    return replace(report, front=replace(report.front, body=body))
