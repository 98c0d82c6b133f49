"""Text that was escaped for HTML, for XML, or for both and more than once, as it was meant."""

import re
from collections.abc import Iterable
from html import unescape
from html.entities import html5

_MOST = 6  # levels; real answers have one or two
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ESCAPED_TAG = re.compile(r"&(?:amp;){0,6}lt;/?[A-Za-z!]")
# No title says "&#39;" and means it; "&amp;" one may: "How to write &amp; in a web address".
_UNMISTAKABLE = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?:apos|nbsp|[lr][sd]quo|[nm]dash|pound|hellip));"
)


def once(text: str) -> str:
    """A text with one level of escapes taken off: the opposite of escaping it once.

    >>> once("Members&amp;#39; R&D &lt;b&gt; &copy")
    'Members&#39; R&D <b> &copy'
    """
    return _REFERENCE.sub(_character, text)


def markup_of(text: str) -> str:
    """HTML as HTML: escapes are taken off until its tags show, and those of its text stay.

    >>> markup_of("&amp;lt;p&amp;gt;Use &amp;amp;amp;amp; here&amp;lt;/p&amp;gt;")
    '<p>Use &amp;amp; here</p>'
    """
    for _ in range(levels_of(text)):
        text = once(text)
    return text


def levels_of(text: str) -> int:
    """How many levels of escapes hide a text's tags; 0 where they show, or it has none."""
    if not _ESCAPED_TAG.search(text):
        return 0
    for level in range(_MOST):
        if _TAG.search(text) or not _ESCAPED_TAG.search(text):
            return level
        text = once(text)
    return _MOST


def fewest_levels(texts: Iterable[str]) -> int:
    """How many levels an answer's own texts are escaped: what its titles will be as well."""
    shown = (text for text in texts if _TAG.search(text) or _ESCAPED_TAG.search(text))
    return min(map(levels_of, shown), default=0)


def plain(text: str, levels: int = 0) -> str:
    """A title or a name, which ModernGov escapes for HTML once beyond what it escapes all text.

    >>> plain("Members&#39; Questions &amp; Motions"), plain("How to write &amp;amp;")
    ("Members' Questions & Motions", 'How to write &amp;')
    >>> plain("Chair&amp;#39;s report")
    "Chair's report"
    """
    for _ in range(1 + levels):
        text = once(text)
    for _ in range(_MOST):
        if not _UNMISTAKABLE.search(text):
            break
        text = once(text)
    return text


def _character(match: re.Match[str]) -> str:
    known = match[0][1] == "#" or match[0][1:] in html5
    return unescape(match[0]) if known else match[0]
