"""Line breaks: where lines end, and which of them begin something of their own."""

import re
from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
_ENDS = ".:;!?"


def lines_of(text: str) -> list[str]:
    """The lines of a text file. Unlike ``str.splitlines`` it takes U+0085 for Windows' "…".

    >>> lines_of("one\\r\\ntwo\\n")
    ['one', 'two', '']
    """
    return _LINE_END.split(text)


def broken(text: str) -> Iterator[str]:
    """The lines of a paragraph that a writer broke on purpose, none of them empty.

    A line that begins with a small letter goes on with the one before, unless that had ended.

    >>> list(broken("Jane Roe\\nHead of Parks")), list(broken("to note\\nthe report"))
    (['Jane Roe', 'Head of Parks'], ['to note the report'])
    """
    paragraph: list[str] = []
    for line in text.split("\n"):
        if paragraph and line.strip() and _goes_on(paragraph[-1], line):
            paragraph.append(line.strip())
            continue
        if paragraph:
            yield " ".join(paragraph)
        paragraph = [line] if line.strip() else []
    if paragraph:
        yield " ".join(paragraph)


def _goes_on(above: str, line: str) -> bool:
    if "\t" in above or "\t" in line:
        return False
    return line.lstrip()[0].islower() and above.rstrip()[-1] not in _ENDS
