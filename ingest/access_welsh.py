"""The marks that close a paper to the public in Welsh, alone or beside the English ones."""

import re

from ingest.access_marks import CLOSED_WORD
from ingest.access_signs import Sign, sign

_CLOSED = r"(?:eithriedig|esempt|[cg]yfrinachol|preifat)"
_PAPER = r"(?:adroddiad|eitem|papur|cofnodion|gwybodaeth|atodiad|sesiwn|agenda)"
_PUBLISHED = (
    r"(?:i[’']?w\s+(?:g|ch)yhoeddi|ar\s+gyfer\s+(?:ei\s+)?(?:g|ch)yhoeddi"
    r"|ar\s+agor\s+i[’']?r\s+cyhoedd)"
)
_ENGLISH = rf"{CLOSED_WORD}(?:\s+(?:report|item|paper|information|minutes))?"

# "Nid i'w gyhoeddi" is "not for publication"; "mae'r adroddiad yn eithriedig", "is exempt".
CLOSED: tuple[Sign, ...] = (
    sign("exempt", rf"\b(?:nid|ddim|heb)\b[^.;]{{0,40}}\b{_PUBLISHED}"),
    sign("exempt", rf"\badroddiad\s+(?:hwn\s+)?yn\s+(?:un\s+)?{_CLOSED}"),
    # "Wedi'i eithrio rhag ei gyhoeddi" is "exempt from publication"; "paragraff 14 o Atodlen 12A".
    sign("exempt", r"\b(?:wedi\s*[’']?i|ei)\s+(?:h?eithrio)\b[^.;]{0,40}\b(?:g|ch)yhoeddi"),
    sign("exempt", r"\bheb\s+(?:fod\s+i[’']?w|ei)\s+(?:g|ch)yhoeddi"),
    sign("exempt", r"\bparagraff(?:au)?\s*\(?\d[^.;]{0,60}\batodlen\s*12\s*A"),
)
# "ADRODDIAD EITHRIEDIG", "EITHRIEDIG / EXEMPT", "Exempt / Eithriedig", "CYFRINACHOL".
CLOSED_LINE: tuple[Sign, ...] = (
    sign(
        "exempt",
        rf"(?:{_ENGLISH}\s*[/|–-]\s*)?(?:{_PAPER}\s+)?{_CLOSED}(?:\s*[/|–-]\s*{_ENGLISH})?\W*",
    ),
)
# What heads a later part: "Atodiad 2 – Eithriedig", "Cofnodion cyfrinachol", "Nid i'w gyhoeddi".
PAGE = re.compile(
    rf"(?:(?:atodiad|rhan|cofnodion)\s*\w{{0,3}}\s*[:–(-]*\s*)?(?:yn\s+)?{_CLOSED}\b\W*.{{0,60}}"
    rf"|(?:atodiad\s*\w{{0,3}}\s*[:–(-]*\s*)?(?:nid|ddim|heb\s+fod)\s+{_PUBLISHED}.{{0,60}}",
    re.IGNORECASE,
)
# "Nid yw'r adroddiad hwn yn eithriedig" is "this report is not exempt".
NOT_CLOSED = re.compile(rf"\b(?:nid|ddim|dim)\b[^.;]{{0,60}}\b{_CLOSED}", re.IGNORECASE)
# "Atodiad 2" is "Appendix 2".
OTHER_PART = re.compile(r"\batodiad(?:au)?\b(?!\s+[cg]yfrinachol\W*$)", re.IGNORECASE)
