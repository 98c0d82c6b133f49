"""Telephone numbers and e-mail addresses, told apart from the words beside them."""

import re

EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
# Nine to twelve figures, grouped or not, or what is called an extension: "01902 555066",
# "+44 (0)121 569 2390", "ext 5270", "Tel: 396200".
_PHONE = re.compile(
    r"(?:\b(?:ext(?:ension|n)?|tel(?:ephone)?(?:\s*no)?|phone|mobile)\b\.?\s*:?\s*)?"
    r"(?<![\w£.,/-])\+?\(?\d[\d()]*(?:[ .-]?[\d()]+){1,4}(?![\w,/]|\.\d)",
    re.IGNORECASE,
)
_EXTENSION = re.compile(
    r"\b(?:(?:ext(?:ension|n)?|tel(?:ephone)?(?:\s*no)?|phone|mobile)\b\.?\s*:?\s*|x)\d[\d ]{2,}\b",
    re.IGNORECASE,
)
# What called the details, once they are gone: "Tel:", "direct line", "(mailto:)", "E:".
_LEFT_OVER = re.compile(
    r"\b(?:e-?mail(?: address)?|tel(?:ephone)?(?: no| number)?|ext|phone|mobile|fax|mailto"
    r"|direct (?:dial|line))\b\.?\s*:?(?=[\s)]|$)"
    r"|(?<!\w)[TEMF]\s?:(?=\s|$)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|<\s*>|(?<=\s)[–—-]\s+(?=[–—-]\s)|\s(?:or|and|on)\s*$")


def split_contact(text: str) -> tuple[str, str | None]:
    """A text without its telephone numbers and e-mail addresses, and those by themselves.

    >>> split_contact("Ann Pike ext 5270, ann.pike@exham.gov.uk")
    ('Ann Pike', 'ext 5270, ann.pike@exham.gov.uk')
    >>> split_contact("Leader of the Council (to June 2011)")
    ('Leader of the Council (to June 2011)', None)
    """
    found = sorted(
        {*_spans(EMAIL, text), *_spans(_EXTENSION, text), *_phone_spans(text)},
        key=lambda span: (span[0], -span[1]),
    )
    kept, details, at = [], [], 0
    for start, end in found:
        if start >= at:
            kept.append(text[at:start])
            if (detail := text[start:end].strip()) not in details:
                details.append(detail)
            at = end
    rest = _LEFT_OVER.sub(" ", " ".join([*kept, text[at:]]))
    if details:
        rest = _EMPTY.sub(" ", " ".join(rest.split()))
    return re.sub(r"\s+([,;)])", r"\1", " ".join(rest.split())).strip(" ,;:|-–/"), (
        ", ".join(details) or None
    )


def _spans(pattern: re.Pattern[str], text: str) -> set[tuple[int, int]]:
    return {match.span() for match in pattern.finditer(text)}


def _phone_spans(text: str) -> set[tuple[int, int]]:
    """Runs of figures long enough to be a telephone number, and not too long."""
    return {
        match.span()
        for match in _PHONE.finditer(text)
        if 9 <= sum(letter.isdigit() for letter in match[0]) <= 13
    }
