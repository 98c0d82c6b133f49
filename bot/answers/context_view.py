"""A citation read in context, as a window: the paragraphs around it, and the excerpt marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from slackblocks import Block, RichTextBlock, RichTextSection
from slackblocks.rich_text.elements import RichTextElement

from bot.message import line, link, modal, paragraph, quotation, small, words
from bot.slack.pressed import TooOld
from bot.text import clip, head
from bot.wording import title
from index.context import Context
from index.doubts import doubts
from index.errors import NotShown
from index.library import Library
from index.records import Block as PaperBlock
from index.wording import file_name, say_meeting

TITLE = "Read in context"
MAX_NAME = 300
LONGEST_QUOTE = 5000  # characters
LONGEST_BESIDE = 1500  # of the rest of a paragraph, on either side of what was cited
MOST_BLOCKS = 30  # on either side; more are put together
IN_PART = "(in part) "


def in_context(library: Library, fields: dict[str, Any]) -> dict[str, Any]:
    """The window for the citation that a button's fields name."""
    place = place_in(fields)
    try:
        return context_view(library.context(*place))
    except NotShown as error:
        return not_shown_view(TITLE, str(error))


def place_in(fields: dict[str, Any]) -> tuple[str, int, int]:
    """The report, start and end that a button's fields name; TooOld where they name none."""
    report, start, end = (fields.get(name) for name in ("report", "start", "end"))
    if not (isinstance(report, str) and isinstance(start, int) and isinstance(end, int)):
        raise TooOld("This button is too old to be used. Please ask the question again.")
    return report, start, end


def context_view(found: Context) -> dict[str, Any]:
    """The paper's name, what stands before, what was cited between two lines that say so, and on.

    What was cited is told from the rest by those lines, and by standing in a quote.
    """
    first, last = found.cited[0], found.cited[-1]
    opening = first.text[: max(0, found.start - first.start)]
    closing = last.text[max(0, found.end - last.start) :]
    return modal(
        TITLE,
        [
            *_heading(found),
            *_neighbours(found.before, found.cut),
            *_rest(_tail(opening)),
            paragraph("What was cited, word for word:", bold=True),
            *_quoted(found.excerpt),
            paragraph("What was cited ends here.", bold=True),
            *_rest(head(closing, LONGEST_BESIDE)),
            *_neighbours(found.after, found.cut),
            *_paper(found),
        ],
    )


def not_shown_view(name: str, sentence: str) -> dict[str, Any]:
    """Why a place in a paper is not shown."""
    return modal(name, [paragraph(clip(sentence, 2000))])


def page_address(url: str | None, page: int | None) -> str | None:
    """The address at which to open a paper, at a page of it where the address can say one."""
    if not url or not url.startswith("https://"):
        return None
    is_pdf = "#" not in url and url.partition("?")[0].casefold().endswith(".pdf")
    return f"{url}#page={page}" if page and is_pdf else url


def _heading(found: Context) -> Iterator[Block]:
    report = found.report
    yield paragraph(clip(title(report), MAX_NAME), bold=True)
    place = [
        clip(say_meeting(report.front), 2 * MAX_NAME),
        found.cited[0].heading and f"under “{clip(found.cited[0].heading, MAX_NAME)}”",
        found.cited[0].page and f"page {found.cited[0].page}",
        *doubts(found.excerpt, report, found.ocr_confidence),
    ]
    yield small(" · ".join(part for part in place if part))


def _neighbours(blocks: Sequence[PaperBlock], cut: frozenset[int]) -> Iterator[Block]:
    """The paper's blocks; list items and table rows that follow each other stay together."""
    groups = [list(group) for _, group in groupby(blocks, key=_together)]
    if len(groups) > MOST_BLOCKS:
        groups = [list(blocks)]
    for group in groups:
        lines = [_line(block, block.start in cut) for block in group if block.text.strip()]
        if lines:
            yield RichTextBlock([*lines])


def _together(block: PaperBlock) -> tuple[str, int]:
    return (block.kind, 0) if block.kind in ("item", "row") else (block.kind, block.start)


def _line(block: PaperBlock, in_part: bool) -> RichTextSection:
    said: list[RichTextElement] = [words(IN_PART, italic=True)] if in_part else []
    return line(*said, words(block.text, bold=block.kind == "heading"))


def _quoted(excerpt: str) -> Iterator[Block]:
    if quote := quotation(excerpt, LONGEST_QUOTE):
        yield RichTextBlock([*quote])


def _rest(text: str) -> Iterator[Block]:
    """What else stands in the paragraph that was cited from."""
    if text.strip():
        yield paragraph(text)


def _tail(text: str) -> str:
    """The end of a text, beginning with a whole word where it is cut."""
    if len(text) <= LONGEST_BESIDE:
        return text
    cut = text[-LONGEST_BESIDE:]
    return cut.partition(" ")[2] or cut


def _paper(found: Context) -> Iterator[Block]:
    """How to get to the paper itself."""
    page = found.cited[0].page
    if url := page_address(found.report.url, page):
        yield RichTextBlock(line(link("Open the paper", url)))
    else:
        name = clip(file_name(found.report.source), MAX_NAME)
        yield small(f"No web address of this paper is known. It was read from the file {name}.")
