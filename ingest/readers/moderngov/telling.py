"""What an XML or JSON file is, by how it begins: one of ModernGov's answers, or something else."""

import re

from index.errors import Unreadable

_ROOT = re.compile(
    r"\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!DOCTYPE\s+)?(?:[A-Za-z_][\w.-]*:)?(?P<name>[A-Za-z_][\w.-]*)",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"\s*<\?xml[\s?]", re.IGNORECASE)
_READ = frozenset({"meeting", "getmeetings", "getmeetingsbydate", "committees"})
_WRAPPERS = frozenset({"envelope", "string"})
_COUNCILLORS = frozenset({"councillorsbyward", "councillorsbywardid", "memberlist"})
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*(?:\"|\}\s*\]?\s*$)")
_OURS = re.compile(r"\"[@_-]?(?:meetingid|meetingdate|committees?|committeetitle)\"", re.IGNORECASE)
_SAVE = (
    "Of ModernGov's answers, those to GetMeeting, GetMeetings and GetCommittees are read; of "
    "anything else, save the paper itself as DOCX or PDF, and ingest that."
)


def is_xml(text: str) -> bool:
    """Whether a text is XML: it says so, or begins as one of ModernGov's answers does."""
    return bool(_DECLARED.match(text)) or _root(text) in _READ | _COUNCILLORS | {"envelope"}


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does.

    >>> [is_json(text) for text in ('{"a": 1}', '[{"a": 1}]', "[1] See below", "{draft}")]
    [True, True, False, False]
    """
    return bool(_JSON.match(text))


def refuse_other_xml(text: str) -> None:
    """Raise Unreadable ("unsupported") unless XML begins as one of ModernGov's answers does."""
    name = _root(text)
    known = name in _READ | _WRAPPERS or name.endswith(("response", "result"))
    if not known:
        raise unsupported(name, "xml")


def refuse_other_json(text: str) -> None:
    """Raise Unreadable ("unsupported") if JSON has none of the names ModernGov's answers have."""
    if not _OURS.search(text):
        raise unsupported("", "json")


def unsupported(name: str, kind: str) -> Unreadable:
    """The refusal of an answer by what it is called; None of what is in it is told."""
    if name in _COUNCILLORS:
        what = "a list of councillors with their addresses and telephones, which are not kept"
    elif name == "attachment":
        what = "ModernGov's note of a document, and not the document"
    else:
        what = f"{'an' if kind == 'xml' else 'a'} {kind.upper()} file that holds no paper"
    return Unreadable("unsupported", f"The file is {what}. {_SAVE}")


def _root(text: str) -> str:
    match = _ROOT.match(text)
    return match["name"].casefold() if match else ""
