"""The marks that close a paper as forms and other laws word them: a label and its value, mostly."""

from ingest.access_marks import BLANK, CLOSED_WORD
from ingest.access_signs import Sign, sign

_SHUT = r"(?:exempt|confidential|private|restricted|official\W{0,3}sensitive)"
_NO = r"(?!(?:no|none|n/?a|nil|not\s+applicable|public|open)\b)"
_PART = r"(?!.*\b(?:append|annex|enclos|attach|background|schedule\b(?!\s*\d))\w*)"
_LABEL = (
    r"(?:type|nature|status|session|privacy|confidentiality|sensitivity|decision|report|marking"
    r"|classification|gsc|foia?|freedom\s+of\s+information|handling)"
)
_OF_LAW = (
    r"(?=.*\b(?:schedule\s*6|section\s*4[02])\b)(?=.*(?:northern\s+ireland|\(\s*n\.?i\.?\s*\)))"
)

CLOSED: tuple[Sign, ...] = (
    # Northern Ireland: Schedule 6 to the Local Government Act (Northern Ireland) 2014.
    sign("exempt", rf"^{_OF_LAW}.*\b(?:exempt|restricted|confidential|private)\b"),
    # "The public and press are likely to be excluded from the meeting during this item."
    sign(
        "exempt",
        r"\b(?:public|press)\b[^.;]{0,60}(?<!not )(?<!not be )\bexcluded\b[^.;]{0,60}"
        r"\bthis\s+(?:item|report|paper|matter)\b",
    ),
)
CLOSED_LINE: tuple[Sign, ...] = (
    # "Type of report: Private", "Confidentiality: Exempt", "GSC: OFFICIAL - SENSITIVE".
    sign(
        "exempt",
        rf"{_PART}(?:[\w/]+\s+){{0,4}}?{_LABEL}(?:\s+(?:of|for|act|status|type)\b(?:\s+\w+)?)*"
        rf"\s*[:–-]+\s*{_SHUT}(?:\s+(?:report|item|paper|session|key|commercial|personal|decision))?\W*",
    ),
    sign(
        "exempt",
        r"[\w ]{0,60}[:–-]+\s*official\W{0,3}sensitive\b"
        r"(?:\s*[\[(:–-].{0,80}|(?:\s+(?:commercial|personal|legal|locsen|information))*\W*)",
    ),
    # "FOI status: Closed", "Disclosable under FOI: No"; "FOI implications: No" is no mark.
    sign(
        "exempt",
        r"(?!.*\b(?:implication|request|issue|consideration|exempt)\w*\b)[\w\s()]{0,60}"
        r"\b(?:foia?|freedom\s+of\s+information)\b[^:?]{0,40}[:?]"
        r"\s*(?:no(?=\W*$)|closed\b|not\s+(?!applicable)).*",
    ),
    # "Appears in Part: II", "Part A/B: B", "Agenda Part II – Item 7".
    sign(
        "exempt",
        r"(?:\w+\s+){0,3}part(?:\s*(?:a|1|i)\s*(?:/|or)\s*(?:part\s*)?(?:b|2|ii))?\s*[:?]"
        r"\s*(?:part\s*)?(?:2|ii|b|two)\W*",
    ),
    sign("exempt", r"(?:\w+\s+){1,2}in\s+part\s*:?\s*(?:part\s*)?(?:2|ii|b|two)\W*"),
    sign("exempt", r"report\s+in\s*:\s*part\s*(?:2|ii|b|two)\W*"),
    sign("exempt", r"agenda\s+part\s*(?:2|ii|b|two)\b\W+(?:agenda\s+)?item\b.{0,20}"),
    # "Reason for exempt status: commercially sensitive", "Paras 1 & 2 exempt".
    sign(
        "exempt",
        rf"reasons?\s+for\s+(?:exempt|confidential|private)\w*\s+\w+\s*[:?]\s*{_NO}(?!{BLANK})\S.*",
    ),
    sign("exempt", r"para(?:graph)?s?\.?\s*\(?\d[\d\s,&]*(?:and\s+\d+\s*)?\)?\s*exempt\b.{0,40}"),
    sign("exempt", r"(?:private|closed)\s+(?:meeting|business)\s*[–:(-]+\s*reg\w*\.?\s*\d.*"),
    sign("exempt", r"(?:private|closed|exempt)\s+session\s+(?:item|report|paper|business)s?\W*"),
    sign(
        "exempt", r"(?:items?|reports?|papers?|matters?|business)\s+in\s+(?:confidence|camera)\W*"
    ),
    sign("exempt", r"[^.]{0,60}\bin\s+camera\W*|n\.?f\.?p\W*|pink\s+(?:papers?|pages?)\b.{0,40}"),
    sign("confidential", r"(?:strictly\s+)?(?:private\s+and\s+)?confidential\s+until\b.{0,80}"),
    # "DRAFT – CONFIDENTIAL", "Legal advice – privileged and confidential".
    sign(
        "confidential",
        rf"{_PART}(?!.*\bno[nt]\b)[^.:?]{{2,40}}\s*[–(-]+\s*(?:strictly\s+)?"
        r"(?:(?:private|privileged)\s+(?:and|&)\s+)?confidential\W*",
    ),
    sign(
        "confidential",
        r"without\s+prejudice(?:\s+(?:and|&|/)\s+(?:private\s+and\s+)?confidential)?\W*",
    ),
    sign("confidential", r"legal(?:ly)?\s+(?:professional\s+)?privileged?(?:\s+\w+){0,3}\W*"),
    sign("exempt", rf"(?:the\s+)?{CLOSED_WORD}\s+(?:section|part)\s+of\s+the\s+agenda\b.{{0,60}}"),
)
