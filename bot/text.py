"""Slack's message text: as a person would read it on the way in, and made harmless on the way out.

Slack writes links, mentions and dates between angle brackets, and escapes ``&``, ``<`` and ``>``
in what people type (docs.slack.dev, "Formatting message text").
"""

import re

_MARKED = re.compile(r"<([^<>\s][^<>]*)>")
_NAME = r":(?:[+-]1|100|1234|\d{0,2}[a-z_][\w+'&-]{0,99}):"
_EMOJI = re.compile(rf"(?<![\w:])(?:{_NAME})+(?!\w)")  # ":wave:", and not the colons of "10:30:00"
# "*bold*", "_slanted_", "~struck~" and "`code`"; not what stands within a word, or by itself.
_STYLED = re.compile(r"(?<![\w*_~`])[*_~`]{1,6}(?=\S)|(?<=\S)[*_~`]{1,6}(?![\w*_~`])")


def question_in(text: str) -> str:
    """What was asked: links as their words; no mentions, no names of emoji, single spaces.

    No paper knows whoever is called into a conversation, so a mention is no word to look for.

    >>> question_in("<@UC> is the <https://x.gov.uk/a|waste plan> &lt;draft&gt; agreed?")
    'is the waste plan <draft> agreed?'
    """
    return " ".join(_EMOJI.sub(" ", unescape(_MARKED.sub(_as_words, text))).split())


def has_emoji(text: str) -> bool:
    """Whether Slack's text names an emoji."""
    return _EMOJI.search(text) is not None


def unstyled(text: str) -> str:
    """What somebody wrote in a message, without the marks that make it bold, slanted or code.

    >>> unstyled("*What* was _decided_ on `harbour_lease`, 2 * 3?")
    'What was decided on harbour_lease, 2 * 3?'
    """
    return _STYLED.sub("", text)


def _as_words(match: re.Match[str]) -> str:
    target, _, label = match[1].partition("|")
    if target.startswith(("@", "#")) or (target.startswith("!") and "date^" not in target):
        return " "
    return label or target


def unescape(text: str) -> str:
    """Text as it was typed.

    >>> unescape("R&amp;D &lt;draft&gt; &amp;lt;")
    'R&D <draft> &lt;'
    """
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """Text that Slack shows as it is: it can mention nobody and link nowhere.

    >>> escape("<!channel> R&D")
    '&lt;!channel&gt; R&amp;D'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def visible(text: str) -> str:
    """Text without control characters, which nobody sees and Slack refuses; never empty.

    >>> visible("rents\\x0c of 2024"), visible("\\x00")
    ('rents of 2024', ' ')
    """
    return _CONTROLS.sub("", text) or " "


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clip(text: str, limit: int) -> str:
    """At most ``limit`` characters, cut after a whole word where there is one, and marked "…".

    >>> clip("the waste contract", 12)
    'the waste…'
    """
    return text if len(text) <= limit else f"{head(text, limit - 1)}…"


def head(text: str, limit: int) -> str:
    """The beginning of a text, unaltered: at most ``limit`` characters, ending on a whole word.

    >>> head("the waste contract", 12)
    'the waste'
    """
    if len(text) <= limit:
        return text
    cut = text[:limit]
    # A word longer than half the room is cut through; anything shorter is left out whole.
    whole = re.match(r".*\S(?=\s)", text[: limit + 1], re.DOTALL)
    return whole[0] if whole and len(whole[0]) > limit // 2 else cut


def shown(text: str, limit: int) -> str:
    """Escaped text of at most ``limit`` characters; an escape is never cut in two.

    >>> shown("a & b & c", 8)
    'a &amp;…'
    """
    text, room = visible(text), limit
    while len(escaped := escape(clip(text, max(room, 1)))) > limit:
        room -= max(1, (len(escaped) - limit) // 5)
    return escaped
