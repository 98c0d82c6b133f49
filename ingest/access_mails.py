"""What a mail says of the papers that are attached to it: one that is closed shuts them all."""

import re
from collections.abc import Iterable

from index.errors import Withheld

_SHUT = (
    r"(?<!non-)(?<!non )(?<!not )(?:exempt|(?:strictly\s+)?confidential|restricted|private|closed"
    r"|part\s*(?:2|ii|b|two)|not[\s-]for[\s-]publication|pink)"
)
_PAPER = (
    r"(?:(?:cabinet|committee|council|agenda|draft|revised|final)\s+)?(?:reports?|papers?|items?"
    r"|append(?:ix|ices)|annex(?:es)?|minutes?|agendas?|documents?|briefings?|business|information"
    r"|session|version|addendum|supplement)"
)
_SENT = r"(?:attach\w*|enclos\w*|herewith|please\s+find|here\s+(?:is|are))"
# "Attached are the open minutes, which list the exempt items", "… is the policy on exempt papers".
_BETWEEN = r"(?:(?!\b(?:open|public|polic\w+|rules|guid\w+|procedures?|notice)\b)[^.;]){0,80}?"
_CLOSED_PAPER = rf"{_SHUT}\b\)?\s+{_PAPER}\b"
# "RE: Part 2 item", "Cabinet 8 July: exempt appendix", "Sale of the quay (confidential)".
_SUBJECT = re.compile(
    rf"\b{_CLOSED_PAPER}(?!\s+(?:polic|rules|procedure|training|guidance))"
    rf"|[:(\[–-]\s*{_SHUT}\s*[)\]:–-]|[:(\[–-]\s*{_SHUT}\W*$|^\W*{_SHUT}\s*[:–-]",
    re.IGNORECASE,
)
# "Please find attached the exempt report"; "The confidential minutes are attached."
_COVER = re.compile(
    rf"(?<!not )\b{_SENT}\b(?!\s+separately){_BETWEEN}\b{_CLOSED_PAPER}"
    rf"|\b{_CLOSED_PAPER}[^.;]{{0,60}}(?<!not )\b(?:attached|enclosed)\b(?!\s+separately)"
    rf"|\b(?:attach\w*|enclos\w*)[^.;]{{0,60}}\b(?:is|are)\s+(?:all\s+|both\s+|strictly\s+)?{_SHUT}\b",
    re.IGNORECASE,
)
_MESSAGE = (
    "The mail says that what is attached to it is closed to the public, so nothing of it was kept. "
    "If a paper in it is public after all, save that apart and ingest it."
)


def refuse_closed_attachments(subject: str, lines: Iterable[str]) -> None:
    """Raise Withheld, "exempt", where a mail's subject or words call an attachment closed."""
    if _SUBJECT.search(subject) or any(_COVER.search(line) for line in lines):
        raise Withheld("exempt", _MESSAGE)
