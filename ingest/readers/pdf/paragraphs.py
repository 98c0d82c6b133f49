"""Paragraphs of a PDF from its lines: which line goes on with which, and how far apart they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.page_tops import opens_a_page
from ingest.readers.labels import (
    is_label,
    opens_bullet,
    opens_initial,
    opens_item,
    opens_tight_item,
)
from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.measure import Measure
from ingest.readers.pdf.tables import PageTable

_APART = 1.25  # of the usual pitch: from here on, a reader sees white space
_BLANK = 1.6  # of the usual pitch: from here on, an empty line
_SHORTEST = 13.0  # type sizes: some thirty letters; no margin breaks a shorter line
_STOPS = ".:;!?"


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    gap: bool = True  # white space above
    blank: bool = True  # so much that an empty line stands there


def paragraphs(
    found: Iterable[Line | PageTable], setting: Measure
) -> Iterator[Paragraph | PageTable]:
    """The lines as paragraphs, in order; a table parts what stands before it from what follows."""
    now: Paragraph | None = None
    for item in found:
        if isinstance(item, Line) and now and _goes_on(now.lines, item, setting):
            now.lines.append(item)
            continue
        if now:
            yield now
        if isinstance(item, PageTable):
            now = None
            yield item
        else:
            now = Paragraph([item], *_white_space(now, item, setting))
    if now:
        yield now


def _white_space(above: Paragraph | None, line: Line, setting: Measure) -> tuple[bool, bool]:
    """Whether there is white space above a line, and whether it is as high as a line."""
    if above is None:
        return True, True
    last = above.lines[-1]
    step = last.y - line.top
    if last.page != line.page:
        apart = not _meet_at_page_end(last, line, setting)
        return apart, apart
    pitch = max(setting.pitch(last), setting.pitch(line))
    return not 0 < step < _APART * pitch, not 0 < step < _BLANK * pitch


def _goes_on(lines: list[Line], line: Line, setting: Measure) -> bool:
    """Whether a line belongs to the paragraph of the lines above it."""
    last = lines[-1]
    if abs(last.size - line.size) > 0.1 * last.size or _is_item(lines, line, setting):
        return False
    if _is_row_below(lines[0], line) or last.x1 - last.x0 < _SHORTEST * last.size:
        return False
    full = _is_full(last, line, setting)
    if last.page != line.page:
        if opens_a_page(line.text) or setting.parts(last.page, line.page):
            return False
        ended = last.text[-1] in _STOPS
        under = _hangs(lines) and abs(line.x0 - last.x0) < 2
        return full and (not ended or under or _meet_at_page_end(last, line, setting))
    if not 0 < last.y - line.top < _APART * setting.pitch(last) or _is_indented(lines, line):
        return False
    return full or _runs_on(last, line, setting)


def _is_row_below(first: Line, line: Line) -> bool:
    """Whether a line has its cells under those of the row above it, so that it is the next row.

    Where tabs are counted, text that runs on may come to stand there by chance.
    """
    if first.tabs_at.step is not None or len(line.cells) < 2 or len(first.cells) < 2:
        return False
    return all(abs(first.cells[n].x0 - line.cells[n].x0) < 2 for n in (0, 1))


def _is_full(last: Line, line: Line, setting: Measure) -> bool:
    """Whether the first word of a line would not have fitted on the line above it."""
    start = last.x1 + setting.space * last.size
    if line.tabs_at.fits(line.x0) and line.x0 > last.x0:
        start = max(start, line.tabs_at.next(last.x1))
    return start + line.cells[0].first > setting.end(last)


def _runs_on(last: Line, line: Line, setting: Measure) -> bool:
    """Whether a sentence runs on from a line that is nearly full."""
    if len(last.cells) + len(line.cells) > 2 and not _is_under_text(last, line):
        return False
    end = setting.end(last)
    near = last.x1 > end - 0.25 * (end - last.x0)
    runs_on = line.text[0].islower() and last.text[-1] not in _STOPS
    return near and (runs_on or last.text[-1] == ",")


def _is_under_text(last: Line, line: Line) -> bool:
    """Whether a line begins just under the text of a list item, whose label stands out."""
    if len(last.cells) < 2 or len(line.cells) > 1 or last.bold != line.bold:
        return False
    return is_label(last.cells[0].text) and abs(last.cells[1].x0 - line.x0) < 2


def _is_item(lines: list[Line], line: Line, setting: Measure) -> bool:
    """Whether a line opens a list item; a dash at the start of a line may be one in a sentence."""
    last, listed = lines[-1], opens_bullet(lines[0].text)
    if opens_tight_item(line.text):
        return last.text[-1] in _STOPS or opens_tight_item(lines[0].text)
    if not opens_item(line.text):
        return False
    in_sentence = opens_bullet(line.text) or opens_initial(line.text)
    ended = last.text[-1] in _STOPS or last.text.endswith((" and", " or"))
    return ended or listed or not (in_sentence and _is_full(last, line, setting))


def _is_indented(lines: list[Line], line: Line) -> bool:
    """Whether a line stands in, or out, from a paragraph whose left edge is known."""
    if len(lines) < 2:
        return False
    edge = lines[-1].x0
    if _hangs(lines) and line.x0 < edge - 3:
        return True
    return line.x0 - edge > 0.5 * line.size and not line.tabs_at.fits(line.x0)


def _hangs(lines: list[Line]) -> bool:
    """Whether a list item's lines stand in from its label."""
    edge = lines[-1].x0
    straight = len(lines) > 1 and all(abs(other.x0 - edge) < 2 for other in lines[1:])
    labelled = opens_item(lines[0].text) or opens_tight_item(lines[0].text)
    return straight and labelled and lines[0].x0 < edge - 3


def _meet_at_page_end(last: Line, line: Line, setting: Measure) -> bool:
    """Whether one line is the last that its page has room for, and the other the first."""
    pitch = setting.pitch(last)
    at_end = last.y <= setting.bottom + 0.5 * pitch
    return line.page == last.page + 1 and at_end and line.y >= setting.top - 0.4 * pitch
