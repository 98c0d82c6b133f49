"""What stands around a paper's text: each running header and footer whole, and line by line."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.clean import clean


def margin_lines(margins: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Every running header and footer as one line, and each of its lines, all once.

    A mark such as "EXEMPT" may stand among other lines, and may go on over two of them. Lines are
    parted further by tabs.

    >>> margin_lines([["Cabinet\\tEXEMPT"], ["Page 2"]])
    ('Cabinet EXEMPT', 'Cabinet', 'EXEMPT', 'Page 2')
    """
    texts = (clean(text) for lines in margins for text in _whole_and_parts(lines))
    return tuple(dict.fromkeys(text for text in texts if text))


def _whole_and_parts(lines: Sequence[str]) -> Iterator[str]:
    yield " ".join(lines).replace("\t", " ")
    for line in lines:
        yield from line.split("\t")
