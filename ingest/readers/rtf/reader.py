"""Rich Text: the paragraphs and tables of an RTF file, as its print would show them."""

from collections.abc import Iterable

from ingest.pages import Paper, Properties, Table
from ingest.readers.clean import clean
from ingest.readers.margins import margin_lines
from ingest.readers.rtf.flow import Flow
from ingest.readers.rtf.interpreter import damaged, interpreted
from ingest.readers.rtf.sinks import Info
from ingest.readers.rtf.state import State
from ingest.readers.rtf.tokens import tokens
from ingest.readers.tabbed import Typed, joined_parts, shown

_BEHIND = "What stands behind the end of the document was left out."


def read(data: bytes) -> Paper:
    """The paragraphs, with the numbers printed before them, and the tables of an RTF file.

    Deleted and hidden text and comments are left out, with a warning; running headers and footers
    go to ``margins``. Raises Unreadable: "corrupt" where braces do not match, "too_big".
    """
    state, end = interpreted(tokens(data))
    rest = data[end:].strip(b"\x00\x1a \t\r\n")
    _refuse_more(rest)
    warnings = state.context.warnings | ({_BEHIND} if rest else set())
    return Paper(
        "rtf", tuple(joined_parts(_parts(state))), 0, _properties(state.info),
        warnings=tuple(sorted(warnings)), margins=_margins(state.margins),
    )  # fmt: skip


def _refuse_more(rest: bytes) -> None:
    """Refuse a file whose text goes on behind its last brace: one brace too many closed it."""
    if b"\\" in rest:
        behind, _ = interpreted(tokens(b"{" + rest + b"}"))
        if behind.body.parts:
            raise damaged()


def _parts(state: State) -> list[Typed | Table]:
    """The body, then the notes that it refers to, in its order."""
    flows = [state.body, *state.footnotes, *state.endnotes]
    return [part for flow in flows for part in flow.parts]


def _margins(flows: Iterable[Flow]) -> tuple[str, ...]:
    """Each line of running headers and footers, once: where papers are often marked as exempt."""
    return margin_lines([line for part in flow.parts for line in _lines_of(part)] for flow in flows)


def _lines_of(part: Typed | Table) -> Iterable[str]:
    """A paragraph; a table's cells."""
    if isinstance(part, Table):
        return [cell for row in part.rows for cell in row]
    return [shown(part)]


def _properties(info: Info) -> Properties:
    return Properties(clean(info.title) or None, clean(info.author) or None, info.created)
