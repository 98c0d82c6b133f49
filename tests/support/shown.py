"""What a reader gave, short enough to be compared by eye."""

from index.errors import Unreadable
from ingest.pages import Paper, Para
from ingest.reading import read_paper

Row = tuple[str, ...]


def shown(paper: Paper) -> list[str | tuple[Row, ...]]:
    """Paragraphs as their text behind the label or bullet that is computed; tables as rows."""
    return [_line(part) if isinstance(part, Para) else part.rows for part in paper.parts]


def words(paper: Paper) -> list[str]:
    """Every word of a paper, computed labels and bullets left out."""
    texts = (
        [part.text] if isinstance(part, Para) else [cell for row in part.rows for cell in row]
        for part in paper.parts
    )
    return [word for text in texts for piece in text for word in piece.split()]


def refusal(data: bytes, name: str = "paper") -> str:
    """The reason for which a file is not read."""
    try:
        read_paper(data, name)
    except Unreadable as error:
        return error.reason
    return "read"


def _line(para: Para) -> str:
    mark = "•" if para.bullet else para.label
    return f"{mark} {para.text}" if mark else para.text
