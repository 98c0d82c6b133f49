"""A printed label or heading as it is compared with others, however it is spelt."""

import re

_ENDS = " \t\n\r\xa0:?*_.–-"


def plain_label(label: str) -> str:
    """A label as compared: lower case, singular, no colon, no brackets round a plural."""
    text = re.sub(r"\((?:s|es|ren)\)", "", label.casefold()).replace("’", "'").replace("_", " ")
    text = re.sub(r"^[\d.()]+\s+", "", text)
    text = text.strip(" *_").rstrip(_ENDS)
    words = [re.sub(r"(?<=[a-rt-z]{3})s$", "", word) for word in text.split()]
    return " ".join(words)
