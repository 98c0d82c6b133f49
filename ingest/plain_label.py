"""A printed label or heading as it is compared with others, however it is spelt."""

import re

_ENDS = " \t\n\r\xa0:?*_.–-"
_EITHER_NUMBER = re.compile(r"\((?:s|es|ren)\)")
_NUMBERED = re.compile(r"[\d.()]+\s+")
_PLURAL = re.compile(r"(?<=[a-rt-z]{3})s(?!\S)")


def plain_label(label: str) -> str:
    """A label as compared: lower case, singular, no colon, no brackets round a plural."""
    text = _EITHER_NUMBER.sub("", label.casefold()).replace("’", "'").replace("_", " ")
    if numbered := _NUMBERED.match(text):
        text = text[numbered.end() :]
    return " ".join(_PLURAL.sub("", text.strip(" *_").rstrip(_ENDS)).split())
