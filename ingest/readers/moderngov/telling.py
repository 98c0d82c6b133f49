"""What an XML or JSON file is, by how it begins: one of ModernGov's answers, or something else."""

import re

from index.errors import Unreadable
from ingest.markup import Root, root_of

_DECLARED = re.compile(r"\s*<\?xml[\s?]", re.IGNORECASE)
_READ = frozenset({"meeting", "getmeetings", "getmeetingsbydate", "committees"})
_WRAPPERS = frozenset({"envelope", "string"})
_COUNCILLORS = frozenset({"councillorsbyward", "councillorsbywardid", "memberlist"})
# Objects, lists of them, lists of texts, and nothing at all: "[1]" and "{draft}" begin papers too.
_JSON = re.compile(
    r"\s*(?:(?:\[\s*)?\{\s*(?:\"|\}\s*\]?\s*$)|\[\s*(?:\[\s*){0,20}\"(?:[^\"\\]|\\.)*+\"\s*[,\]]"
    r"|(?:null|true|false|undefined)\s*$)"
)
_OURS = re.compile(r"\"[@_-]?(?:meetingid|meetingdate|committees?|committeetitle)\"", re.IGNORECASE)
_SAVE = (
    "Of ModernGov's answers, those to GetMeeting, GetMeetings and GetCommittees are read; of "
    "anything else, save the paper itself as DOCX or PDF, and ingest that."
)


def is_xml(text: str) -> bool:
    """Whether a text is XML: it says so, or its root can be nothing else.

    >>> [is_xml(text) for text in ('<a xmlns="b">', "<a><b/></a>", "<DRAFT> Minutes", "<meeting/>")]
    [True, True, False, True]
    """
    if _DECLARED.match(text):
        return True
    root = root_of(text)
    return root is not None and (_is_known(root.name) or _can_only_be_xml(root, text))


def _is_known(name: str) -> bool:
    return name in _READ | _COUNCILLORS | {"envelope"}


def _can_only_be_xml(root: Root, text: str) -> bool:
    """Whether a root has a type or a namespace, or is closed where the text ends."""
    return root.doctype or "xmlns" in root.said or text.rstrip().endswith(f"</{root.whole}>")


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does.

    >>> [is_json(text) for text in ('{"a": 1}', '[{"a": 1}]', "[1] See below", "{draft}")]
    [True, True, False, False]
    >>> [is_json(text) for text in ('["a", "b"]', "null", '["Draft" minutes]')]
    [True, True, False]
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
    root = root_of(text)
    return root.name if root else ""
