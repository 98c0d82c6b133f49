"""The text of a web page that is nested too deeply to be parsed, line by line."""

from collections.abc import Iterator
from html.parser import HTMLParser

from ingest.pages import Para
from ingest.readers.clean import clean
from ingest.readers.tabbed import Typed

_INLINE = {
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "u", "wbr",
}  # fmt: skip
_UNREAD = {"script", "style", "template", "noscript", "noframes", "head", "title", "del"}


class _Lines(HTMLParser):
    """Gathers text, with a line end at every tag that is not part of a sentence."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread: str | None = None

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in _UNREAD and self._unread is None:
            self._unread = tag
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in (self._unread, "body"):
            self._unread = None
        if tag not in _INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if self._unread is None:
            self.pieces.append(data.replace("\n", " "))


def flat_paragraphs(markup: str) -> Iterator[Typed]:
    """A paragraph for each run of text between tags, in order; time grows only with length."""
    lines = _Lines()
    lines.feed(markup)
    lines.close()
    for line in "".join(lines.pieces).split("\n"):
        if text := clean(line):
            yield Typed(Para(text), blank=True)
