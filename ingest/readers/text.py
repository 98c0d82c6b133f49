"""Plain text: a paragraph a line, or a block where the lines were broken at a margin."""

from collections.abc import Iterator
from itertools import pairwise
from operator import or_

from ingest.pages import Paper, Para
from ingest.readers.clean import clean
from ingest.readers.decode import text_of
from ingest.readers.labels import opens_item
from ingest.readers.lines import lines_of
from ingest.readers.tabbed import Typed, parts_of

_NARROWEST, _WIDEST = 40, 132  # margins at which programs break lines
_HYPHENATES = ("and", "or", "to")  # "pre- and post-16": the hyphen hangs and keeps its space


def read(data: bytes) -> Paper:
    """The paragraphs and tabbed tables of a plain text file in any encoding a council uses."""
    text, warnings = text_of(data)
    return Paper("txt", tuple(parts_of(paragraphs(text))), warnings=warnings)


def paragraphs(text: str) -> Iterator[Typed]:
    """Paragraphs, tabs still in them; the lines of a paragraph joined if the text is wrapped."""
    lines = lines_of(text)
    margin = wrapped_at(lines)
    blank = True
    for paragraph in joined(lines, margin):
        if clean(paragraph):
            yield Typed(Para(paragraph, gap=blank), blank)
        blank = not clean(paragraph)


def wrapped_at(lines: list[str]) -> int | None:
    """The width at which a program broke the lines; None where people ended them.

    A broken line is one to which the next line's first word could not have been added; and where a
    program breaks lines, sentences run on from one to the next.
    """
    widest = max((len(line.rstrip()) for line in lines), default=0)
    followed = [pair for pair in pairwise(lines) if _may_run_on(*pair)]
    full = [is_full(line, after, widest) for line, after in followed]
    on = [_runs_on(line, after) for line, after in followed]
    explained = sum(map(or_, full, on))
    if not _NARROWEST <= widest <= _WIDEST or not any(full) or not any(on):
        return None
    return widest if explained >= 0.6 * len(followed) else None


def _may_run_on(line: str, after: str) -> bool:
    """Whether two lines could be of one paragraph."""
    tabbed = "\t" in line.strip() or "\t" in after.strip()
    return bool(line.strip() and after.strip()) and not (tabbed or opens_item(after.strip()))


def _runs_on(line: str, after: str) -> bool:
    """Whether a sentence runs on from one line to the next."""
    return after.lstrip()[0].islower() and line.rstrip()[-1] not in ".:;!?"


def is_full(line: str, after: str, margin: int) -> bool:
    """Whether the first word of the line after would not have fitted within the margin."""
    return len(line.rstrip()) + 1 + len(after.split()[0]) > margin


def joined(lines: list[str], margin: int | None) -> Iterator[str]:
    """The lines, those joined that a margin broke; empty lines are kept."""
    if margin is None:
        yield from lines
        return
    paragraph = ""
    for line, before in zip(lines, ["", *lines], strict=False):
        if paragraph and _continues(before, line, margin):
            paragraph = join(paragraph, line)
            continue
        if paragraph:
            yield paragraph
        paragraph = line.rstrip()
        if not paragraph:
            yield ""
    if paragraph:
        yield paragraph


def _continues(before: str, line: str, margin: int) -> bool:
    if not _may_run_on(before, line):
        return False
    return is_full(before, line, margin) or _runs_on(before, line)


def join(text: str, line: str) -> str:
    """Two lines of one paragraph as one: a word broken at its own hyphen is made whole.

    >>> join("a long-", "term plan"), join("pre-", "and post-16"), join("the", "plan")
    ('a long-term plan', 'pre- and post-16', 'the plan')
    """
    first, second = text.rstrip(), line.strip()
    hyphened = len(first) > 1 and first[-1] == "-" and first[-2].isalpha()
    if hyphened and second[:1].islower() and second.split()[0] not in _HYPHENATES:
        return first + second
    return f"{first} {second}"
