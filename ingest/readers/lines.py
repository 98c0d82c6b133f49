"""Line breaks within a paragraph: which begin a line of their own, and which are only typing."""

from collections.abc import Iterator

_ENDS = ".:;!?"


def broken(text: str) -> Iterator[str]:
    """The lines of a paragraph that a writer broke on purpose, none of them empty.

    A line that begins with a small letter goes on with the one before, unless that had ended.

    >>> list(broken("Jane Roe\\nHead of Parks")), list(broken("to note\\nthe report"))
    (['Jane Roe', 'Head of Parks'], ['to note the report'])
    """
    paragraph = ""
    for line in text.split("\n"):
        if paragraph and line.strip() and _goes_on(paragraph, line):
            paragraph = f"{paragraph} {line.strip()}"
            continue
        if paragraph:
            yield paragraph
        paragraph = line if line.strip() else ""
    if paragraph:
        yield paragraph


def _goes_on(text: str, line: str) -> bool:
    if "\t" in text or "\t" in line:
        return False
    return line.lstrip()[0].islower() and text.rstrip()[-1] not in _ENDS
