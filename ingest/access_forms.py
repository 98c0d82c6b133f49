"""The marks that close a paper as forms and other laws word them: a label and its value, mostly."""

import re

from ingest.access_marks import BLANK, CLOSED_WORD
from ingest.access_signs import Sign, sign

_SHUT = r"(?:exempt|confidential|private|restricted|official\W{0,3}sensitive)"
_NO = r"(?!(?:no|none|n/?a|nil|not\s+applicable|public|open)\b)"
_PART = r"(?!.*\b(?:append|annex|enclos|attach|background|schedule\b(?!\s*\d))\w*)"
_OF_MONEY = r"(?!.*\b(?:vat|tax|call|rates?|fees?|duty)\b)"
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
    sign(
        "exempt",
        r"\bexempt\s+(?:by|under|within)\b[^.;]{0,60}\bpara(?:graph)?s?\b\.?\s*\(?\d",
    ),
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
    # "Level of confidentiality: High"; "Agenda Item 12E", where E marks the exempt items.
    sign(
        "exempt",
        r"(?:\w+\s+){0,2}confidentiality(?:\s+(?:level|rating))?\s*[:–-]+"
        r"\s*(?:very\s+)?(?:high|medium|strict)(?:ly)?\W*",
    ),
    sign("exempt", r"agenda\s+item(?:\s+no\.?)?\s*:?\s*\d{1,2}(?-i:E)\W*"),
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
    # "DRAFT – CONFIDENTIAL", "Agenda item 12 – Exempt", "Item 12 (Private)".
    sign(
        "confidential",
        rf"{_PART}{_OF_MONEY}(?!.*\bno[nt]\b)[^.:?]{{2,150}}\s*[–(-]+\s*(?:strictly\s+)?"
        r"(?:(?:private|privileged)\s+(?:and|&)\s+)?(?:confidential|exempt|restricted)\W*",
    ),
    sign(
        "exempt",
        rf"{_PART}[^.:?]{{2,150}}[(\[](?:private|restricted)(?:\s+(?:report|item))?[)\]]\W*",
    ),
    sign(
        "exempt",
        rf"{_PART}[\w ]{{2,60}}:\s*(?:exempt|confidential|private)\s+(?:report|item|paper)\W*",
    ),
    sign("exempt", r"not\s+protectively\s+marked\W+(?:exempt|confidential|restricted)\W*"),
    # "This report is in Part II of the agenda", "This meeting will be held in private".
    sign(
        "exempt",
        r"(?:this|the)\s+(?:report|item|paper)\s+(?:is|will\s+be)\s+(?:to\s+be\s+)?"
        r"(?:\w+\s+)?in\s+part\s*(?:2|ii|b|two)\b.*",
    ),
    sign(
        "exempt",
        r"(?:(?:this|the)\s+(?:meeting|item|report)\s+)?will\s+be\s+(?:held|considered|heard|taken)"
        r"\s+in\s+(?:private|closed\s+session)\b.*",
    ),
    sign(
        "exempt",
        r"items?\s+(?:for\s+the\s+(?:private|exempt|closed|confidential)\s+part\b|to\s+be\s+\w+\s+in"
        r"\s+(?:private|closed)\b).{0,60}",
    ),
    sign("exempt", rf"{_SHUT}\s+(?:agenda\s+item|briefing(?:\s+(?:note|paper))?)s?\W*"),
    sign("exempt", r"do\s+not\s+publish\b.{0,60}|not\s+to\s+be\s+made\s+public\W*"),
    sign("exempt", r"publish(?:able|\s+on\s+(?:the\s+)?website)\s*[:?]\s*no\W*"),
    sign("exempt", r"for\s+the\s+eyes\s+of\b.{0,40}\bonly\W*"),
    sign("exempt", r"(?:staff|policy|commercial|management)\W{0,3}in\W{1,3}confidence\W*"),
    sign("exempt", r"(?-i:PROTECT)(?:\W+(?:personal|commercial|staff|policy|management))?\W*"),
    sign("exempt", r"restricted\s*\(.{0,40}\)\W*|official_sensitive\W*"),
    sign("exempt", r"(?:operationally|law\s+enforcement)\s+sensitive\b.{0,60}"),
    sign("exempt", r"section\s*100A\s*\(\s*4\s*\)\s+exempt.*"),
    sign(
        "exempt",
        r"exempt\s+(?:by\s+(?:virtue|reason)\s+of|under|pursuant\s+to)\s+(?:the\s+)?(?:reg|section"
        r"|para|schedule|local|police|part)\w*\b.{0,150}",
    ),
    sign("exempt", rf"reasons?\s+for\s+(?:confidentiality|privacy)\s*[:?]\s*{_NO}(?!{BLANK})\S.*"),
    sign(
        "confidential",
        r"without\s+prejudice(?:\s+(?:and|&|/)\s+(?:private\s+and\s+)?confidential)?\W*",
    ),
    sign("confidential", r"legal(?:ly)?\s+(?:professional\s+)?privileged?(?:\s+\w+){0,3}\W*"),
    sign("exempt", rf"(?:the\s+)?{CLOSED_WORD}\s+(?:section|part)\s+of\s+the\s+agenda\b.{{0,60}}"),
)
# What papers are exempt from besides publication: "Exempt from call-in: Yes".
OTHER_EXEMPTION = re.compile(
    r"^(?!.*\b(?:publi\w*|para\w*|schedule|disclos\w*|confidential\w*)\b)"
    r".*\bexempt(?:ion|ed)?\s*(?:(?:\w+\s+){0,3}from|(?:\w+\s*){0,2}[:?])\s*[^.;]{0,60}"
    r"\b(?:call[\s-]*in|standing\s+orders?|procurement|registration|licensing|vat|tax|rates"
    r"|contract\s+(?:procedure|standing|rules?)|financial\s+(?:regulations|procedure))\b",
    re.IGNORECASE,
)
