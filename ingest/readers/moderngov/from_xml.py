"""ModernGov's answers as XML, as its web service sends them."""

import re

from lxml import etree

from index.errors import Unreadable
from ingest.pages import Paper
from ingest.readers.decode import text_of
from ingest.readers.moderngov.answers import paper_of
from ingest.readers.moderngov.node import Node

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_BEFORE_ROOT = re.compile(r"(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*")
_NEVER = re.compile(  # what XML forbids and editors paste: as itself, or by its number
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
_WRAPPERS = 5  # how deep in an envelope of SOAP the answer may lie


def read(data: bytes) -> Paper:
    """The meeting, meetings or committees that a file tells of.

    Raises Unreadable: "corrupt" for what is no XML, nested too deeply, or brings a DTD, whose
    entities could name other files or multiply without end; "too_big"; "unsupported" for XML of
    any other kind. Raises Withheld for a meeting that is not to be shown.
    """
    text, warnings = text_of(data)
    return paper_of(_root(text), "xml", warnings)


def node_of(data: bytes) -> Node:
    """An answer as names and values; raises Unreadable ("corrupt", "too_big")."""
    text, _ = text_of(data)
    return _root(text)


def _root(text: str) -> Node:
    return _node(_unwrapped(_parsed(text)))


def _parsed(text: str) -> etree._Element:
    # Decoded by its bytes, as a page is: what a saved file declares is often no longer so.
    plain = _NEVER.sub(" ", _DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
    before = _BEFORE_ROOT.match(plain)
    if before and plain.startswith("<!", before.end()):
        raise _damaged()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(plain.strip().encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged() from error


def _unwrapped(root: etree._Element) -> etree._Element:
    """The answer itself, out of an envelope of SOAP or a string that holds it."""
    for _ in range(_WRAPPERS):
        if _local(root) == "string" and (root.text or "").lstrip().startswith("<"):
            return _parsed(root.text or "")
        wraps = _local(root) in ("envelope", "body") or _local(root).endswith(
            ("response", "result")
        )
        inner = [child for child in root if _local(child) != "header"]
        if not wraps or len(inner) != 1:
            return root
        root = inner[0]
    return root


def _node(element: etree._Element) -> Node:
    """An element with its attributes and what is in it; the parser has bounded how deep that is."""
    attributes = (Node(_plain(name), str(value)) for name, value in element.attrib.items())
    children = tuple(_node(child) for child in element)
    text = element.text or ""
    return Node(_local(element), text, (*attributes, *children))


def _local(element: etree._Element) -> str:
    return _plain(element.tag)


def _plain(name: object) -> str:
    """A name without its namespace, in lower case."""
    return str(name).rpartition("}")[2].casefold()


def _damaged() -> Unreadable:
    return Unreadable(
        "corrupt", "The XML file is damaged, was cut short or brings a DTD. Fetch or save it again."
    )
