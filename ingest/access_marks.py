"""The marks by which papers are closed to the public, or said to be open to it."""

import re
from dataclasses import dataclass
from typing import Literal

Mark = Literal["public", "exempt", "confidential"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A way of marking a paper, and what it means."""

    mark: Mark
    pattern: re.Pattern[str]


def _sign(mark: Mark, pattern: str) -> Sign:
    return Sign(mark, re.compile(pattern, re.IGNORECASE))


# "Exempt information: Yes – Appendix 2" closes the appendix and leaves the paper open.
_NOT_A_PART = (
    r"(?!\W*(?:in\s+part|part(?:ly|ially)?)?\W*(?:(?:in|at|see|only)\s+)?(?:the\s+)?"
    r"(?:append|annex|enclos|attach|items?\s+\d)(?!.*\band\s+(?:the|this|main|covering)\s+report\b))"
)
_PART_2 = r"part\s*(?:2|ii|b|two)\b"
_CLOSED_WORD = (
    rf"(?:exempt|confidential|restricted|private|closed|official\W{{0,3}}sensitive|{_PART_2})"
)
_PARA = r"\bpara(?:graph)?s?(?:\(s\))?\.?"
# An answer that nothing closes: not "No. 3", "Public interest test", "Part 1 of Schedule 12A".
_PLAIN_NO = (
    r"(?:no\b(?!\.?\s*\d)(?!\s+(?:publication|disclosure|public\s+access))|n(?=\W|$)"
    r"|none\b(?!\s+of)|n/?a\b|not\s+applicable|nil\b|false\b)"
)
_SAID_OPEN = (
    r"(?:public\b(?!\s+(?:interest|excluded|not|and\s+press))|open\b(?!\s+only)"
    r"|part\s+(?:1|i|a)\b(?![^:?]{0,40}\bschedule\b))"
)
_NO = rf"(?:{_PLAIN_NO}|{_SAID_OPEN})"
BLANK = r"[-–—_.…☐□\s]|\[\s*\]"

# Marks that close a paper wherever they stand on its front page or head a page of it. Schedule 12A
# of the Local Government Act 1972 lists exempt information (in Scotland Schedule 7A of the Act of
# 1973); section 100A(3) defines confidential.
CLOSED = (
    _sign("exempt", r"\bnot\s+for\s+(?:general\s+)?(?:publication|release|public\b)"),
    _sign("exempt", r"\bnot\s+(?:open\s+)?to\s+(?:be\s+)?(?:the\s+)?(?:published|public)\b"),
    _sign("exempt", r"\bclosed\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b"),
    _sign(
        "exempt", r"\bnot\s+for\s+(?:disclosure|(?:onward\s+|wider\s+|general\s+)?circulation)\b"
    ),
    _sign("exempt", rf"\bby\s+(?:virtue|reason)\s+of\b[^.]{{0,80}}{_PARA}\s*\(?\d"),
    _sign("exempt", rf"{_PARA}\s*\(?\d[^.]{{0,60}}\bschedule\s*(?:12\s*A|7\s*A)\b"),
    _sign("exempt", rf"\bschedule\s*(?:12\s*A|7\s*A)\b[^.]{{0,60}}{_PARA}\s*\(?\d"),
    _sign(
        "exempt",
        r"\bthis\s+is\s+an?\s+(?:exempt|private|restricted|closed)\s+(?:report|item|paper)\b",
    ),
    _sign(
        "exempt",
        r"\bthis\s+(?:report|item|paper)\s+is\s+(?:to\s+be\s+\w+\s+in\s+)?private\b",
    ),
    _sign(
        "exempt",
        r"\bpublic\s+(?:(?:is|are|will|should|must|may)\s+)?(?:likely\s+to\s+)?(?:be\s+)?"
        r"excluded\s+(?:during|for|from)\b.{0,60}\bthis\s+(?:item|report|paper)\b",
    ),
    _sign("exempt", r"\b(?:contains?|containing|includes?)\s+exempt\s+information\b"),
    _sign(
        "exempt",
        r"\b(?:is|are)\s+(?:wholly\s+|partly\s+)?exempt"
        r"(?:\s+(?:from\s+(?:publication|disclosure)|under|by|within|information|for|category)\b|\W*$)",
    ),
    _sign("confidential", r"\b(?:contains?|containing|is|are)\s+(?:strictly\s+)?confidential\b"),
    _sign("confidential", r"\bsection\s+100A\s*\(\s*[23]\s*\)"),
)
# Marks that close it only as a line of their own: the words also occur as subjects.
CLOSED_LINE = (
    # "Exempt/Confidential: Part B (…)", "Is this report exempt? Yes", "Part 1/Part 2: Part 2".
    _sign(
        "confidential",
        rf"(?:is\s+\w+\s+\w+\s+)?confidential\b[^:?]{{0,60}}[:?]\s*yes\b{_NOT_A_PART}.*",
    ),
    _sign(
        "exempt",
        rf".{{0,150}}?\b(?:{_CLOSED_WORD}|exemption)\b[^:?]{{0,60}}[:?]"
        rf"\s*(?:yes|{_CLOSED_WORD}|{_PARA}|categor(?:y|ies))\b{_NOT_A_PART}.*",
    ),
    # "Status: Exempt", "Access to information: Private report".
    _sign(
        "exempt",
        r"(?:\w+\s+){0,2}(?:status|classification|publication|access|information|category|marking"
        rf"|sensitivity)\s*[:–-]+\s*(?:wholly\s+)?{_CLOSED_WORD}"
        r"(?:\s+(?:report|item|information|paper|document|session|business|by|under))?"
        rf"{_NOT_A_PART}\s*(?:[^\w\s].*)?",
    ),
    # "Restricted: the public will be excluded", "EXEMPT MINUTES of the Cabinet".
    _sign(
        "exempt",
        rf"(?:exempt|restricted|private|confidential)\s*[:–-]+\s+(?!{_NO}){_NOT_A_PART}.*",
    ),
    _sign(
        "exempt",
        r"(?:exempt|restricted|confidential|private)\s+(?:minutes?|report|agenda|paper|decision"
        r"(?:\s+\w+)?)\s+(?:of|to|by|for|from|on)\s(?!.*\b(?:be|is|are|was|were)\b).{0,150}",
    ),
    # "Reason for exemption: 3", "If exempt, state the paragraph: 3", "Exempt paragraph: 3".
    _sign(
        "exempt",
        r"(?:\w+\s+){0,2}(?:(?:reasons?|categor(?:y|ies)|grounds?|basis)\s+(?:for|of)\s+(?:the\s+)?exempt\w*"
        r"|exempt(?:ion)?\s+(?:categor(?:y|ies)|reasons?|grounds?|paragraphs?|paras?)"
        r"|if\s+(?:exempt|confidential|private)\b[^:?]{0,60})(?:\(s\))?"
        rf"\s*[:?]\s*(?!{_NO}){_NOT_A_PART}[^\s–—_.-].*",
    ),
    # "For publication: No", "Is this report open to the public? No".
    _sign(
        "exempt",
        r"(?!.*\b(?:not|date|questions?|participation|speak\w*)\b)(?:.{0,80}\b)?(?:publication|public|publish(?:ed)?|press|open)\b[^:?]{0,40}[:?]"
        r"\s*(?:no(?=\W*$|\s*[.,;(–-])|n(?=\W*$)|false\b|closed\b|excluded\b|not\s+(?!applicable)).*",
    ),
    _sign("exempt", r"official\W{0,3}sensitive\b.{0,80}"),
    _sign("exempt", r"(?:top\s+)?secret|embargoed\b.{0,80}|in\s+confidence|closed"),
    _sign("exempt", r"(?:press\s+and\s+)?public\s+(?:to\s+be\s+)?excluded\b.{0,60}"),
    _sign("exempt", r"(?:the\s+)?press\s+and\s+public\s+will\s+be\s+excluded\s+for\s+this\b.*"),
    _sign(
        "confidential",
        r"(?:subject\s+to\s+)?(?:legal(?:ly)?\s+(?:professional\s+)?privileged?)"
        r"(?:\s+(?:and|&)\s+confidential)?(?:\s+(?:advice|report|document))?\W*",
    ),
    _sign("exempt", r"commercial(?:ly)?[\s-]+(?:in[\s-]+confidence|sensitive)\W*"),
    _sign("exempt", r"(?:in\s+)?(?:closed|private)\s+(?:session|report|item|minutes)"),
    _sign("exempt", r"items?\s+in\s+private|restricted\s+circulation"),
    _sign(
        "exempt",
        r"(?:(?:to\s+be|for)\s+(?:considered|heard|held|discussed|taken|determined|consideration)\s+)?"
        r"in\s+(?:private|camera|closed\s+session|committee)(?:\s+session)?(?:\s*[:–-].{0,80})?",
    ),
    _sign("exempt", r"(?:for\s+)?(?:members|councillors)[’']?(?:\s+eyes)?\s+only"),
    _sign("exempt", rf"exempt\s+(?:from\s+disclosure|by\s+categor\w+|categor\w+)\b{_NOT_A_PART}.*"),
    _sign(
        "exempt",
        r"(?:wholly |partly |part )?exempt(?: (?:report|item|information|minutes?|paper|appendix"
        r"|document|from publication|business|agenda|session|or confidential\b.*))?"
        r"(?:[\s:–(,-]+(?:yes|paras?(?:graphs?)?\b.*|categor\w+\b.*|under\b.*))?[)\s.]*",
    ),
    _sign("exempt", r"(?:agenda\s+)?part\s+(?:2|ii|b|two)\b(?:\s+(?:report|item|agenda|minutes))?"),
    _sign(
        "exempt",
        rf"{_PART_2}(?:\s+(?:report|item|agenda|minutes))?\s*[:–(-]+"
        r"\s*(?:private|exempt|closed|confidential)\b.*",
    ),
    _sign("exempt", r"(?:restricted|private|pink paper|pink report|in camera)s?"
          r"(?:\s+(?:report|item|session|minutes|paper|document))?"),
    _sign(
        "confidential",
        r"(?:strictly\s+)?(?:private\s*(?:and|&|/|,|-)?\s*)?confidential(?:\s+(?:report|item"
        r"|minutes?(?:\s+book)?|information|paper|document|appendix|session|draft|agenda|briefing"
        r"|business|annexe?|memo(?:randum)?|record|schedule|addendum|supplement)s?)?"
        r"(?:[\s:–,-]+(?:yes|not\s+for|members?|paragraph|do\s+not|commercial)\b.*)?",
    ),
)  # fmt: skip
OPEN = (
    _sign(
        "public",
        r"(?<!not )\bopen\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b(?!\s*[:?]\s*no\b)",
    ),
    _sign(
        "public",
        r"^(?:this\s+\w+\s+is\s+)?for\s+(?:general\s+release|publication)\b(?!\s*[:?]\s*no\b)",
    ),
    _sign("public", r"^(?:public|open)\s+(?:report|item|minutes|document)$"),
    _sign(
        "public", r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b"
    ),
    _sign(
        "public",
        r"^(?:is\s+(?:the|this)\s+\w+\s+)?(?:exempt|confidential|restricted|private)\b[^:?]{0,60}[:?]"
        rf"\s*{_NO}.*",
    ),
)
# A sentence about some other paper or part: an appendix, a later item, a meeting's later business.
OTHER_PART = re.compile(
    r"\b(?:append(?:ix|ices)|annex(?:es)?|enclosures?|attachments?|following\s+(?:items?|business)"
    r"|(?:during|for|on|consider\w*|discuss\w*|consideration\s+of)\s+(?:the\s+)?(?:agenda\s+)?items?"
    r"|items?\s+of\s+business|remaining\s+business|exclu(?:de|ded|ding|sion)|background\s+papers?)\b",
    re.IGNORECASE,
)
PLAIN_NO = re.compile(rf"\W*{_PLAIN_NO}.{{0,40}}|(?:{BLANK})+", re.IGNORECASE)
NO = re.compile(rf"\W*{_NO}.{{0,40}}|(?:{BLANK})+", re.IGNORECASE)
PLAIN_ANSWER = re.compile(rf"\W*(?:{_PLAIN_NO}.{{0,40}}|yes\b.{{0,80}})", re.IGNORECASE)
ANSWER = re.compile(rf"\W*(?:{_NO}.{{0,40}}|yes\b.{{0,80}})", re.IGNORECASE)
# A label whose cell or line holds no value: "Exempt information", "Reason for exemption: –".
NO_VALUE = re.compile(rf"[^:?]{{0,150}}[:?](?:{BLANK})*")
ONLY_A_LABEL = re.compile(
    r"(?:exempt|confidential)(?:\s*(?:/|or|and)\s*(?:exempt|confidential))?\s+(?:information"
    r"|items?|paragraphs?|appendi(?:x|ces)|categor(?:y|ies)|reasons?)(?:\(s\))?\W*",
    re.IGNORECASE,
)
# What speaks of the paper in hand; "the appendix to this report" speaks of the appendix.
THIS_PAPER = re.compile(
    r"(?<!to )(?<!of )(?<!with )(?<!in )(?<!from )"
    r"\bthis\s+(?:report|paper|document|item|decision)\b"
    r"|\bconsideration\s+of\s+this\s+(?:report|item|paper)\b|\breport\s+and\s+(?:its\s+)?append",
    re.IGNORECASE,
)
_PAPERS = (
    r"(?:papers?|pages?|reports?|items?|agendas?|minutes|append(?:ix|ices)|sessions?|annex(?:es)?)"
)
_ENDS = rf"(?:(?![a-z])|(?={_PAPERS}))"
_NOT_WASTE = r"(?! (?:waste|shredding|reporting))"
_NOT_RATES = r"(?! (?:accommodation|from (?:business|council|vat)|dwellings?|propert|cells?\b))"
_NOT_LAND = r"(?! (?:byways?|parking|roads?|streets?|covenants?|zones?|funds?|reserves?|access)\b)"
NAME_MARKS = (
    _sign("confidential", rf"(?<![a-z])(?<!non )(?<!not )confidential{_ENDS}{_NOT_WASTE}"),
    _sign("exempt", rf"(?<![a-z])(?<!non )(?<!not )(?<!vat )(?<!tax )exempt{_ENDS}{_NOT_RATES}"),
    _sign("exempt", rf"(?<![a-z])(?<!not )restricted(?![a-z]){_NOT_LAND}"),
    _sign("exempt", r"(?<![a-z])part ?(?:2|ii|b|two)(?![a-z\d])(?! of \d)"),
    _sign("exempt", rf"(?<![a-z])pinks?(?: {_PAPERS})?$"),
    _sign("exempt", rf"(?<![a-z])(?:pink|private|closed|secret) {_PAPERS}(?![a-z])"),
    _sign(
        "exempt", r"(?<![a-z])(?:not for (?:publication|circulation)|official sensitive|in camera)"
    ),
    _sign("exempt", r"(?<![a-z])(?:commercial in confidence|commercially sensitive|embargoed)"),
)
# Marks that head a later page or part. "Exempt information" and "Part 2" also head a part of open
# minutes, in which nothing exempt is told, so they do not count there.
PAGE = re.compile(
    rf"{_PART_2}\s+minutes\b.{{0,80}}|(?:{_PART_2}\s+)?minutes\s*[:–(-]+\s*{_CLOSED_WORD}\b.{{0,80}}"
    r"|(?:(?:append(?:ix|ices)|annex|schedule)\s*\w{0,3}\s*[:–(-]*\s*)?"
    r"(?:not\s+for\s+(?:general\s+)?(?:publication|release)\b.{0,150}"
    r"|closed\s+to\s+the\s+(?:press\s+and\s+)?public\b.{0,60}"
    r"|(?P<confidential>(?:strictly\s+)?(?:private\s*(?:and|&)\s*)?confidential"
    r"(?:\s+(?:report|appendix|annex|paper|draft))?|confidential\s+minutes?\b.{0,80})"
    r"|(?:exempt|restricted|closed|private)\s+(?:report|appendix|annex|paper|minutes?)\b.{0,80}"
    r"|official\W{0,3}sensitive\b.{0,60}"
    r"|(?-i:PRIVATE)|exempt|restricted)\W*",
    re.IGNORECASE,
)
# A part of a report that is closed; in minutes such words also head what was resolved in private.
PART = re.compile(
    rf"{_PART_2}\W+(?:{_CLOSED_WORD}|not\s+for\s+publication)(?!.*\bof\s+the\s+act\b).{{0,80}}",
    re.IGNORECASE,
)
# The minutes of an earlier private meeting, approved as an item of their own.
APPROVED = re.compile(r"\b(?:approved|confirmed|agreed|correct record|signed)\b", re.IGNORECASE)
LIST_HEADING = re.compile(
    r"(?i)(?:list\s+of\s+)?(?:append\w+|annex\w*|attachments?|enclosures?|background\s+(?:papers|"
    r"documents)|supporting\s+(?:papers|documents))\b.{0,40}"
)
# An entry of such a list: "B – Valuation (exempt by virtue of paragraph 3)".
LISTED = re.compile(
    r"(?i)\W*(?:\w{1,3}\W{1,3})?\w[^()]{2,120}\((?:exempt|confidential|not\s+for|restr).*"
)
IS_APPENDIX = re.compile(r"(?i)\W*(?:appendix|annex)\s*\w{0,3}\s*(?:[:–(-].{0,100})?")
APPENDIX = re.compile(r"(?i)\W*(?:append(?:ix|ices)|annex)\b")
# "This report is not exempt", in front of whatever law it names; "contains no exempt information".
NOT_CLOSED = re.compile(
    r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b"
    r"|\b(?:contains?|includes?|there\s+(?:is|are))\s+no\s+(?:exempt|confidential)\b"
    r"|\b(?:does|do)\s+not\s+(?:contain|include)\s+(?:any\s+)?(?:exempt|confidential)\b"
    r"|\bnone\s+of\s+(?:the\s+information|it|this)\b[^.;]{0,60}\bis\s+(?:exempt|confidential)\b"
    r"|\bneither\s+(?:exempt|confidential)\s+nor\b|^no\s+(?:exempt|confidential)\b",
    re.IGNORECASE,
)
# "Exempt: No", "Confidential or exempt? None": up to the next label, which may say yes.
ANSWERED_NO = re.compile(
    rf"(?:\b(?:{_CLOSED_WORD}|exemption)\b[^:?]{{0,150}}[:?]"
    rf"\s*(?:yes\s*/\s*no\s*[:–-]\s*)?{_NO}"
    rf"|\b(?:not\s+for\s+publication|{_PARA}|schedule)\b[^:?]{{0,150}}[:?]\s*{_PLAIN_NO})"
    r"[^.;:?]*?(?=\s+\w+(?:\s+\w+){0,3}\s*[:?]|[.;]|$)",
    re.IGNORECASE,
)
AGENDA_HEAD = 12  # blocks
PROSE = 300  # characters; a longer block only counts if it speaks of this very paper
