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
    r"(?:append|annex|enclos|attach|items?\s+\d))"
)
_PART_2 = r"part\s*(?:2|ii|b|two)\b"
_CLOSED_WORD = (
    rf"(?:exempt|confidential|restricted|private|closed|official\W{{0,3}}sensitive|{_PART_2})"
)
_PARA = r"\bpara(?:graph)?s?(?:\(s\))?\.?"

# Marks that close a paper wherever they stand on its front page or head a page of it. Schedule 12A
# of the Local Government Act 1972 lists exempt information (in Scotland Schedule 7A of the Act of
# 1973); section 100A(3) defines confidential.
CLOSED = (
    _sign("exempt", r"\bnot\s+for\s+(?:general\s+)?(?:publication|release|public\b)"),
    _sign("exempt", r"\bnot\s+(?:open\s+)?to\s+(?:be\s+)?(?:the\s+)?(?:published|public)\b"),
    _sign("exempt", r"\bclosed\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b"),
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
        r"\b(?:public\s+(?:is|are|will\s+be)|public\s+(?:is|are)\s+likely\s+to\s+be)"
        r"\s+excluded\s+(?:during|for|from)\b.{0,40}\bthis\s+(?:item|report|paper)\b",
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
        rf"(?:exempt|restricted|private|confidential)\s*[:–-]+\s+(?!no\b|none\b|n/?a\b){_NOT_A_PART}.*",
    ),
    _sign(
        "exempt",
        r"(?:exempt|restricted|confidential|private)\s+(?:minutes?|report|agenda|paper|decision"
        r"(?:\s+\w+)?)\s+(?:of|to|by|for|from|on)\s(?!.*\b(?:be|is|are|was|were)\b).{0,150}",
    ),
    _sign("exempt", r"official\W{0,3}sensitive\b.{0,80}"),
    _sign("exempt", r"commercial(?:ly)?[\s-]+(?:in[\s-]+confidence|sensitive)\W*"),
    _sign("exempt", r"(?:in\s+)?(?:closed|private)\s+(?:session|report|item|minutes)"),
    _sign("exempt", r"items?\s+in\s+private|restricted\s+circulation"),
    _sign("exempt", r"for\s+(?:members|councillors)[’']?\s+only"),
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
        r"(?:(?:strictly|private (?:and|&)) )?confidential(?: (?:report|item|minutes?|information"
        r"|paper|document|appendix|session))?(?:[\s:–-]+yes\b.*)?",
    ),
)  # fmt: skip
OPEN = (
    _sign("public", r"\bopen\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b"),
    _sign("public", r"^(?:this\s+\w+\s+is\s+)?for\s+(?:general\s+release|publication)\b"),
    _sign("public", r"^(?:public|open)\s+(?:report|item|minutes|document)$"),
    _sign(
        "public", r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b"
    ),
    _sign(
        "public",
        r"^(?:is\s+(?:the|this)\s+\w+\s+)?(?:exempt|confidential|restricted|private)\b[^:?]{0,60}[:?]"
        r"\s*(?:no\b|none\b|n/?a\b|not applicable|nil\b|public\b).*",
    ),
)
# A sentence about some other paper or part: an appendix, a later item, a meeting's later business.
OTHER_PART = re.compile(
    r"\b(?:append(?:ix|ices)|annex(?:es)?|enclosures?|attachments?|following\s+(?:items?|business)"
    r"|(?:during|for|on|consider\w*|discuss\w*|consideration\s+of)\s+(?:the\s+)?(?:agenda\s+)?items?"
    r"|items?\s+of\s+business|remaining\s+business|exclu(?:de|ded|ding|sion)|background\s+papers?)\b",
    re.IGNORECASE,
)
NO = re.compile(r"\W*(?:no|none|n/?a|nil|not applicable|public)\b.{0,40}", re.IGNORECASE)
ANSWER = re.compile(rf"{NO.pattern}|\W*yes\b.{{0,80}}", re.IGNORECASE)
# What speaks of the paper in hand; "the appendix to this report" speaks of the appendix.
THIS_PAPER = re.compile(
    r"(?<!to )(?<!of )(?<!with )(?<!in )(?<!from )"
    r"\bthis\s+(?:report|paper|document|item|decision)\b"
    r"|\breport\s+and\s+(?:its\s+)?append",
    re.IGNORECASE,
)
NAME_MARKS = (
    _sign("confidential", r"(?<![a-z])(?<!non )(?<!not )confidential(?![a-z])"),
    _sign("exempt", r"(?<![a-z])(?<!non )(?<!not )exempt(?![a-z])(?! accommodation)"),
    _sign("exempt", r"(?<![a-z])restricted(?![a-z])(?! (?:byways?|parking|roads?|streets?)\b)"),
    _sign("exempt", r"(?<![a-z])part ?(?:2|ii|b)(?![a-z\d])(?! of \d)"),
    _sign("exempt", r"(?<![a-z])pink(?: (?:papers?|pages?|reports?|items?|agenda|minutes))?$"),
    _sign(
        "exempt",
        r"(?<![a-z])(?:pink (?:papers?|pages?|reports?|items?|agenda)|not for publication)",
    ),
)
# Marks that head a later page or part. "Exempt information" and "Part 2" also head a part of open
# minutes, in which nothing exempt is told, so they do not count there.
PAGE = re.compile(
    r"(?:(?:append(?:ix|ices)|annex|schedule)\s*\w{0,3}\s*[:–(-]*\s*)?"
    r"(?:not\s+for\s+(?:general\s+)?(?:publication|release)\b.{0,150}"
    r"|closed\s+to\s+the\s+(?:press\s+and\s+)?public\b.{0,60}"
    r"|(?P<confidential>(?:strictly\s+)?confidential(?:\s+(?:report|appendix|annex|paper))?)"
    r"|(?:exempt|restricted)(?:\s+(?:report|appendix|annex|paper)\b.{0,60})?)\W*",
    re.IGNORECASE,
)
IS_APPENDIX = re.compile(r"(?i)\W*(?:appendix|annex)\s*\w{0,3}\s*(?:[:–(-].{0,100})?")
APPENDIX = re.compile(r"(?i)\W*(?:append(?:ix|ices)|annex)\b")
# "This report is not exempt", in front of whatever law it names.
NOT_CLOSED = re.compile(
    r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b", re.IGNORECASE
)
# "Exempt: No", "Confidential or exempt? None": up to the next label, which may say yes.
ANSWERED_NO = re.compile(
    rf"\b(?:{_CLOSED_WORD}|exemption|publication|published|public|{_PARA}|schedule)\b[^:?]{{0,150}}[:?]"
    r"\s*(?:no|none|n/?a|nil|not\s+applicable|public|open|part\s+(?:1|i|a))\b"
    r"[^.;:?]*?(?=\s+\w+(?:\s+\w+){0,3}\s*[:?]|[.;]|$)",
    re.IGNORECASE,
)
AGENDA_HEAD = 12  # blocks
PROSE = 300  # characters; a longer block only counts if it speaks of this very paper
