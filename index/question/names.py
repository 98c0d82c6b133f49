"""Whether words that somebody says name a body or a council that is held."""

from index.language import stem, words


def is_name_of(said: str, full: str) -> bool:
    """Whether every word said stands in the full name.

    "Council", or "full council", is the meeting of all members, not any body with that word.

    >>> is_name_of("cabinet", "Executive Cabinet"), is_name_of("cabinet", "Council")
    (True, False)
    >>> is_name_of("full council", "Council"), is_name_of("council", "Youth Council Panel")
    (True, False)
    """
    asked = [word.text.casefold() for word in words(said)]
    if asked[-2:] in (["full", "council"], ["council"]) and len(asked) < 3:
        return full.casefold().removeprefix("full ").endswith("council")
    held = {stem(word.text) for word in words(full)}
    wanted = {stem(word) for word in asked if word not in ("the", "of")}
    return bool(wanted) and wanted <= held
