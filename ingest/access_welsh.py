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
)
# "ADRODDIAD EITHRIEDIG", "EITHRIEDIG / EXEMPT", "Exempt / Eithriedig", "CYFRINACHOL".
CLOSED_LINE: tuple[Sign, ...] = (
    sign(
        "exempt",
        rf"(?:{_ENGLISH}\s*[/|–-]\s*)?(?:{_PAPER}\s+)?{_CLOSED}(?:\s*[/|–-]\s*{_ENGLISH})?\W*",
    ),
)
# "Nid yw'r adroddiad hwn yn eithriedig" is "this report is not exempt".
NOT_CLOSED = re.compile(rf"\b(?:nid|ddim|dim)\b[^.;]{{0,60}}\b{_CLOSED}", re.IGNORECASE)
# "Atodiad 2" is "Appendix 2".
OTHER_PART = re.compile(r"\batodiad(?:au)?\b(?!\s+[cg]yfrinachol\W*$)", re.IGNORECASE)
