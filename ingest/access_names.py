"""The marks that close a paper by the name of its file, its folder or its address."""

from ingest.access_signs import sign

_PAPERS = (
    r"(?:papers?|pages?|reports?|items?|agendas?|minutes|append(?:ix|ices)|sessions?|annex(?:es)?)"
)
_ENDS = rf"(?:(?![a-z])|(?={_PAPERS}))"
_NOT_WASTE = r"(?! (?:waste|shredding|reporting))"
_NOT_RATES = r"(?! (?:accommodation|from (?:business|council|vat)|dwellings?|propert|cells?\b))"
_NOT_RULES = r"(?! information (?:\w+ )?(?:rules|policy|guidance|guide))"
# "Local Plan Part 2", "Constitution Part 2 – Articles", "Part 2 of the Act".
_NOT_PLANS = r"(?<!local plan )(?<!neighbourhood plan )(?<!constitution )"
_NOT_LAND = r"(?! (?:byways?|parking|roads?|streets?|covenants?|zones?|funds?|reserves?|access)\b)"
NAME_MARKS = (
    sign("confidential", rf"(?<![a-z])(?<!non )(?<!not )confidential{_ENDS}{_NOT_WASTE}"),
    sign(
        "exempt",
        rf"(?<![a-z])(?<!non )(?<!not )(?<!vat )(?<!tax )exempt{_ENDS}{_NOT_RATES}{_NOT_RULES}",
    ),
    sign("exempt", rf"(?<![a-z])(?<!not )restricted(?![a-z]){_NOT_LAND}"),
    sign(
        "exempt", rf"(?<![a-z]){_NOT_PLANS}p(?:ar)?t ?(?:2|ii|b|two)(?![a-z\d])(?! of (?:\d|the ))"
    ),
    sign("exempt", rf"(?<![a-z])pinks?(?: {_PAPERS})?$"),
    sign("exempt", rf"(?<![a-z])(?:pink|private|closed|secret) {_PAPERS}(?![a-z])"),
    # "Item 9 - NFP.docx", "Item 7 - private.pdf", "confappendix.pdf", "conf report.pdf".
    sign("exempt", rf"(?<![a-z])(?:nfp|private)(?: {_PAPERS})?$"),
    sign("confidential", rf"(?<![a-z])conf ?{_PAPERS}(?![a-z])"),
    sign("exempt", r"(?<![a-z])not ?for ?(?:publication|circulation)(?![a-z])"),
    sign("exempt", r"(?<![a-z])(?:official ?sensitive|in camera|legally privileged)(?![a-z])"),
    sign("exempt", r"(?<![a-z])(?:commercial in confidence|commercially sensitive|embargoed)"),
    sign("exempt", r"(?<![a-z])(?:eithriedig|cyfrinachol|nid i w gyhoeddi)(?![a-z])"),
)
