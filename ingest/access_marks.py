"""The marks by which papers are closed to the public, or said to be open to it."""

import re

from ingest.access_signs import sign

# "Exempt information: Yes – Appendix 2" closes the appendix and leaves the paper open.
_NOT_A_PART = (
    r"(?!\W*(?:in\s+part|part(?:ly|ially)?)?\W*(?:(?:in|at|see|only)\s+)?(?:the\s+)?"
    r"(?:append|annex|enclos|attach|items?\s+\d)(?!.*\band\s+(?:the|this|main|covering)\s+report\b))"
)
_PART_2 = r"part\s*(?:2|ii|b|two)\b"
CLOSED_WORD = (
    rf"(?:exempt|confidential|restricted|private|closed|official\W{{0,3}}sensitive|{_PART_2})"
)
_YES = r"(?:yes\b|y(?=\W*$|\s*[(,;–-]))"
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
    sign(
        "exempt",
        r"\bnot[\s-]*for[\s-]*(?:general\s+)?"
        r"(?:publication|release|public\b|(?:the\s+)?press\s*(?:and|or|&|/)\s*public\b)",
    ),
    sign(
        "exempt",
        r"\bnot\s+(?:be\s+)?(?:available|accessible)\s+(?:to|for)\s+(?:the\s+)?"
        r"(?:press\s+(?:and|or)\s+)?(?:public|publication)\b",
    ),
    sign(
        "exempt",
        r"\bthis\s+(?:report|item|paper|matter)\s+(?:is|are|will|may|must|should|shall)\b[^.;]{0,60}"
        r"\bin\s+(?:private|camera|closed\s+session|the\s+absence\s+of\s+the\s+(?:press|public))\b",
    ),
    sign("exempt", r"\bnot\s+(?:open\s+)?to\s+(?:be\s+)?(?:the\s+)?(?:published|public)\b"),
    sign("exempt", r"\bclosed\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b"),
    sign("exempt", r"\bnot\s+for\s+(?:disclosure|(?:onward\s+|wider\s+|general\s+)?circulation)\b"),
    sign("exempt", rf"\bby\s+(?:virtue|reason)\s+of\b[^.]{{0,80}}{_PARA}\s*\(?\d"),
    sign("exempt", rf"{_PARA}\s*\(?\d[^.]{{0,60}}\bschedule\s*(?:12\s*A|7\s*A)\b"),
    sign("exempt", rf"\bschedule\s*(?:12\s*A|7\s*A)\b[^.]{{0,60}}{_PARA}\s*\(?\d"),
    sign(
        "exempt",
        r"\bthis\s+is\s+an?\s+(?:exempt|private|restricted|closed|(?:strictly\s+)?confidential)"
        r"\s+(?:report|item|paper|document)\b",
    ),
    sign(
        "exempt",
        r"\bthis\s+(?:report|item|paper)\s+is\s+(?:to\s+be\s+\w+\s+in\s+)?private\b",
    ),
    sign(
        "exempt",
        r"\bpublic\s+(?:(?:is|are|will|should|must|may)\s+)?(?:likely\s+to\s+)?(?:be\s+)?"
        r"excluded\s+(?:during|for|from)\b.{0,60}\bthis\s+(?:item|report|paper)\b",
    ),
    sign("exempt", r"\b(?:contains?|containing|includes?)\s+exempt\s+information\b"),
    sign(
        "exempt",
        r"\b(?:is|are)\s+(?:wholly\s+|partly\s+)?exempt"
        r"(?:\s+(?:from\s+(?:publication|disclosure)|under|by|within|information|for|category)\b|\W*$)",
    ),
    sign("confidential", r"\b(?:contains?|containing|is|are)\s+(?:strictly\s+)?confidential\b"),
    sign(
        "exempt",
        r"\b(?:contains?|containing|is|are)\s+(?:subject\s+to\s+)?legal(?:ly)?\s+"
        r"(?:professional\s+)?privileged?\b",
    ),
    sign("confidential", r"\bsection\s+100A\s*\(\s*[23]\s*\)"),
)
# Marks that close it only as a line of their own: the words also occur as subjects.
CLOSED_LINE = (
    # "Exempt/Confidential: Part B (…)", "Is this report exempt? Yes", "Part 1/Part 2: Part 2".
    sign(
        "confidential",
        rf"(?:is\s+\w+\s+\w+\s+)?confidential\b[^:?]{{0,60}}[:?]\s*{_YES}{_NOT_A_PART}.*",
    ),
    sign(
        "exempt",
        rf".{{0,150}}?\b(?:{CLOSED_WORD}|exemption)\b[^:?]{{0,60}}[:?]"
        rf"\s*(?:{_YES}|(?:{CLOSED_WORD}|{_PARA}|categor(?:y|ies))\b){_NOT_A_PART}.*",
    ),
    # "Status: Exempt", "Access to information: Private report".
    sign(
        "exempt",
        r"(?:\w+\s+){0,2}(?:status|classification|publication|access|information|category|marking"
        rf"|sensitivity)\s*[:–-]+\s*(?:(?:wholly|part(?:ly)?)\s+)?{CLOSED_WORD}(?:\s+(?:and|&)\s+{CLOSED_WORD})?"
        r"(?:\s+(?:report|item|information|paper|document|session|business))?"
        rf"{_NOT_A_PART}\s*(?:[^\w\s].*|(?:by|under|paras?|paragraphs?)\b(?!.*\bappend).*)?",
    ),
    sign(
        "exempt",
        r"(?:\w+\s+){0,2}(?:status|classification|publication|access|marking)\s*[:–-]+\s*"
        r"(?:not\s+(?:open|public|published|for\s+(?:publication|the\s+public))|non-public)\b.{0,80}",
    ),
    # "Exclusion of the public: Yes, paragraph 3".
    sign(
        "exempt",
        r"exclu(?:sion|de)\s+(?:of\s+)?(?:the\s+)?(?:press\s+and\s+)?public\b[^:?]{0,60}[:?]"
        rf"\s*(?:yes\b|{_PARA}).*",
    ),
    # "Restricted: the public will be excluded", "EXEMPT MINUTES of the Cabinet".
    sign(
        "exempt",
        rf"(?:exempt|restricted|private|confidential)\s*[:–-]+\s+(?!{_NO}){_NOT_A_PART}.*",
    ),
    sign(
        "exempt",
        r"(?:exempt|restricted|confidential|private)\s+(?:minutes?|report|agenda|paper|decision"
        r"(?:\s+\w+)?)\s+(?:of|to|by|for|from|on)\s(?!.*\b(?:be|is|are|was|were)\b).{0,150}",
    ),
    # "Exempt report: sale of the quay"
    sign(
        "exempt",
        r"(?:exempt|restricted|confidential|private)\s+(?:report|paper|item|appendix)"
        r"\s*(?::|[–-]\s)(?!\W*(?:no|none|n/?a)\b).{0,150}",
    ),
    # "Reason for exemption: 3", "If exempt, state the paragraph: 3", "Exempt paragraph: 3".
    sign(
        "exempt",
        r"(?:\w+\s+){0,2}(?:(?:reasons?|categor(?:y|ies)|grounds?|basis)\s+(?:for|of)\s+(?:the\s+)?exempt\w*"
        r"|exempt(?:ion)?\s+(?:categor(?:y|ies)|reasons?|grounds?|paragraphs?|paras?)"
        r"|if\s+(?:exempt|confidential|private)\b[^:?]{0,60})(?:\(s\))?"
        rf"\s*[:?]\s*(?!{_NO}){_NOT_A_PART}[^\s–—_.-].*",
    ),
    # "For publication: No", "Is this report open to the public? No".
    sign(
        "exempt",
        r"(?!.*\b(?:not|date|questions?|participation|speak\w*)\b)(?![^:?]*\bexclu)(?:.{0,80}\b)?(?:publication|public|publish(?:ed)?|press|open)\b[^:?]{0,40}[:?]"
        r"\s*(?:no(?=\W*$|\s*[.,;(–-])|n(?=\W*$)|false\b|closed\b|excluded\b|not\s+(?!applicable)).*",
    ),
    sign("exempt", r"official\W{0,3}sensitive\b.{0,80}|strictly\s+private\W*"),
    sign("exempt", r"(?:top\s+)?secret|embargoed\b.{0,80}|in\s+confidence|closed"),
    sign("exempt", r"(?:press\s+and\s+)?public\s+(?:to\s+be\s+)?excluded\b.{0,60}"),
    sign("exempt", r"(?:the\s+)?press\s+and\s+public\s+will\s+be\s+excluded\s+for\s+this\b.*"),
    sign(
        "confidential",
        r"(?:subject\s+to\s+)?(?:legal(?:ly)?\s+(?:professional\s+)?privileged?)"
        r"(?:\s+(?:and|&)\s+confidential)?(?:\s+(?:advice|report|document))?\W*",
    ),
    sign("exempt", r"commercial(?:ly)?[\s-]+(?:in[\s-]+confidence|sensitive|confidential)\W*"),
    sign("exempt", rf"{_PART_2}(?:\s*[:–(-]+\s*(?:agenda\s+)?|\s+agenda\s+)item\b.{{0,20}}"),
    # "Item 9 – Sale of land (Exempt category 3)"
    sign(
        "exempt",
        r"(?!.*\b(?:append|annex|enclos|attach|background|schedule)).{3,150}"
        r"[(\[](?:exempt|confidential|not\s+for\s+publication)"
        r"(?:\W+(?:categor|para|report|item|information|under|by)\w*[^)\]]{0,60})?[)\]]\W*",
    ),
    sign("exempt", r"(?:in\s+)?(?:closed|private)\s+(?:session|report|item|minutes)"),
    sign("exempt", rf"[^.]{{3,80}}\W*[(\[–-]\s*{CLOSED_WORD}\s+(?:session|meeting)\W*"),
    sign("exempt", r"items?\s+in\s+private|restricted\s+circulation(?:\s*[:–(-].*)?"),
    # "Blue paper – exempt", "Private (Exempt) Session", "Cabinet (Private Session)".
    sign(
        "exempt",
        r"(?:pink|blue|green|yellow|buff|gold|lilac|salmon|grey)\s+(?:papers?|pages?|reports?)"
        rf"\s*[:–(-]+\s*{CLOSED_WORD}\b.{{0,80}}",
    ),
    sign(
        "exempt",
        rf"{CLOSED_WORD}\s*\(\s*{CLOSED_WORD}\s*\)(?:\s+(?:report|item|session|paper|minutes|business))?\W*",
    ),
    sign(
        "exempt",
        r"(?:(?:to\s+be|for)\s+(?:considered|heard|held|discussed|taken|determined|consideration)\s+)?"
        r"in\s+(?:private|camera|closed\s+session|committee|the\s+absence\s+of\s+the\s+(?:press|public).{0,30})"
        r"(?:\s+session)?(?:\s*[:–-].{0,80})?",
    ),
    sign("exempt", r"(?:for\s+)?(?:members|councillors)[’']?(?:\s+eyes)?\s+only"),
    sign("exempt", rf"exempt\s+(?:from\s+disclosure|by\s+categor\w+|categor\w+)\b{_NOT_A_PART}.*"),
    sign(
        "exempt",
        r"(?:wholly |partly |part )?exempt(?: (?:report|item|information|minutes?|paper|appendix"
        r"|document|from publication|business|agenda|session|or confidential\b.*))?"
        r"(?:[\s:–(,-]+(?:yes|paras?(?:graphs?)?\b.*|categor\w+\b.*|under\b.*))?[)\s.]*",
    ),
    sign("exempt", r"(?:agenda\s+)?part\s+(?:2|ii|b|two)\b(?:\s+(?:report|item|agenda|minutes))?"),
    sign(
        "exempt",
        rf"{_PART_2}(?:\s+(?:report|item|agenda|minutes))?\s*[:–(-]+"
        r"\s*(?:private|exempt|closed|confidential)\b.*",
    ),
    sign("exempt", r"(?:restricted|private|pink paper|pink report|in camera)s?"
          r"(?:\s+(?:report|item|session|minutes|paper|document))?"),
    sign(
        "confidential",
        r"(?:strictly\s+)?(?:private\s*(?:and|&|/|,|-)?\s*)?confidential(?:\s+(?:report|item"
        r"|minutes?(?:\s+book)?|information|paper|document|appendix|session|draft|agenda|briefing"
        r"|business|annexe?|memo(?:randum)?|record|schedule|addendum|supplement)s?)?"
        r"(?:[\s:–,-]+(?:yes|not\s+for|members?|paragraph|do\s+not|commercial)\b.*)?",
    ),
)  # fmt: skip
OPEN = (
    sign(
        "public",
        r"(?<!not )\bopen\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b(?!\s*[:?]\s*no\b)",
    ),
    sign(
        "public",
        r"^(?:this\s+\w+\s+is\s+)?for\s+(?:general\s+release|publication)\b(?!\s*[:?]\s*no\b)",
    ),
    sign("public", r"^(?:public|open)\s+(?:report|item|minutes|document)$"),
    sign("public", r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b"),
    sign(
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
PLAIN_ANSWER = re.compile(rf"\W*(?:{_PLAIN_NO}.{{0,40}}|{_YES}.{{0,80}})", re.IGNORECASE)
ANSWER = re.compile(rf"\W*(?:{_NO}.{{0,40}}|{_YES}.{{0,80}})", re.IGNORECASE)
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
    r"|\bconsideration\s+of\s+this\s+(?:report|item|paper)\b|\breport\s+and\s+(?:its\s+)?append"
    r"|\bappend\w+\s+and\s+(?:(?:the|main|covering)\s+)*report\b",
    re.IGNORECASE,
)
# Marks that head a later page or part. "Exempt information" and "Part 2" also head a part of open
# minutes, in which nothing exempt is told, so they do not count there.
PAGE = re.compile(
    rf"{_PART_2}\W+(?:{CLOSED_WORD}\s+)?minutes\b.{{0,80}}|(?:{_PART_2}\s+)?minutes\s*[:–(-]+\s*{CLOSED_WORD}\b.{{0,80}}"
    r"|(?:(?:append(?:ix|ices)|annex|schedule)\s*\w{0,3}\s*[:–(-]*\s*)?"
    r"(?:not[\s-]*for[\s-]*(?:general\s+)?(?:publication|release)\b.{0,150}"
    r"|closed\s+to\s+the\s+(?:press\s+and\s+)?public\b.{0,60}"
    r"|(?P<confidential>(?:strictly\s+)?(?:private\s*(?:and|&)\s*)?confidential"
    r"(?:\s+(?:report|appendix|annexe?|paper|draft|addendum|supplement|record)"
    r"(?:\s+(?:to|of)\s+(?:the|this)\s.{0,60})?)?|confidential\s+minutes?\b.{0,80})"
    r"|(?:exempt|restricted|closed|private)\s+(?:report|appendix|annex|paper|minutes?)\b.{0,80}"
    r"|official\W{0,3}sensitive\b.{0,60}"
    r"|(?-i:PRIVATE)|exempt|restricted)\W*"
    # "Appendix C – Confidential: valuation"
    rf"|(?:append(?:ix|ices)|annexe?|schedule)\s*\w{{0,3}}\s*[:–(-]+\s*{CLOSED_WORD}\s*[:–(-].{{0,80}}",
    re.IGNORECASE,
)
# A part of a report that is closed; in minutes such words also head what was resolved in private.
PART = re.compile(
    rf"{_PART_2}\W+(?:{CLOSED_WORD}|not\s+for\s+publication)(?!.*\bof\s+the\s+act\b).{{0,80}}",
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
    rf"(?:\b(?:{CLOSED_WORD}|exemption)\b[^:?]{{0,150}}[:?]"
    rf"\s*(?:yes\s*/\s*no\s*[:–-]\s*)?{_NO}"
    rf"|\b(?:not\s+for\s+publication|{_PARA}|schedule)\b[^:?]{{0,150}}[:?]\s*{_PLAIN_NO})"
    r"[^.;:?]*?(?=\s+\w+(?:\s+\w+){0,3}\s*[:?]|[.;]|$)",
    re.IGNORECASE,
)
AGENDA_HEAD = 12  # blocks
PROSE = 300  # characters; a longer block only counts if it speaks of this very paper
