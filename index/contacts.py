"""Telephone numbers and e-mail addresses, kept out of the words that are searched."""

import re

_EMAIL = re.compile(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[^\s@<>()\[\]]+")

# United Kingdom numbers have ten or eleven digits with the leading 0, nine or ten after +44.
_PHONE = re.compile(
    r"(?<![\w£.,])(?:\+44[\s-]{0,2}(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s()-]{0,2}\d){7,9}(?!\w)"
)

_SAID = re.compile(
    r"\b(?:extension|ext|telephone|tel|phone|mobile|mob|fax)\b(?:\s+(?:no|number)\b)?"
    r"[.:\s]{0,3}(?:\+?\(?\d[\d\s()-]*\d)",
    re.IGNORECASE,
)

# Each with letters of which it holds one, whatever their case: most texts hold none, and are
# soon told from those to look through.
_KINDS = (
    (_EMAIL, ("@",)),
    (_SAID, ("ext", "tel", "phone", "mob", "fax")),
    (_PHONE, ("0", "+44")),
)

_COLUMN = re.compile(
    r"\b(?:ext|extension|tel|telephone|phone|mobile|fax|e-?mail|contact (?:details|number))\b",
    re.IGNORECASE,
)


def without_contacts(text: str) -> str:
    """A text with its e-mail addresses and telephone numbers left out.

    >>> without_contacts("Contact A. Clerk, tel: 01234 567890 or a.clerk@borough.example today")
    'Contact A. Clerk,   or   today'
    >>> without_contacts("Ext 5104, minute 0123, £0.5 million, 2010/11, 01 02 2011")
    ' , minute 0123, £0.5 million, 2010/11, 01 02 2011'
    """
    lowered = text.lower()
    for pattern, signs in _KINDS:
        if any(sign in lowered for sign in signs):
            text = pattern.sub(" ", text)
    return text


def holds_contacts(column: str) -> bool:
    """Whether a table's column is for telephone numbers or e-mail addresses.

    >>> [holds_contacts(c) for c in ("Ext", "Tel. No.", "E-mail", "Report Author", "Context")]
    [True, True, True, False, False]
    """
    return bool(_COLUMN.search(column))
