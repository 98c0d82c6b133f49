"""What minutes tell was done without "agreed that": supported, appointed, granted, refused."""

import re

# A title before the sentence's own words: "4 High Street – support was given …".
_TITLE = r"^\W*(?:[^;:]{0,200}?(?:[:–]|\s-)\s+)?"
_WAS = (
    r"\s+(?:was|were)\s+(?:(?:also|then|therefore|duly|formally|unanimously|again|subsequently|both|all"
    r"|noted\s+and|considered\s+and|received\s+and)\s+)*"
)
_BODY = (
    r"(?:(?:[Tt]he\s+)?(?:(?:Full|Community|Parish|Town|City|Borough)\s+)?(?:CC|Council|Cabinet|Board"
    r"|Panel|Executive|Commission|Forum|(?:Planning\s+|Licensing\s+)?(?:[Ss]ub-?)?[Cc]ommittee"
    r"|[Mm]eeting)|(?:[Aa]ll\s+)?(?:[Mm]embers|[Cc]ouncillors)(?:\s+present)?)"
)
# What was done by others, or on another day, is told here and was done elsewhere.
_HERE = (
    rf"\b(?:(?=\s+(?:by\s+(?:all\b|acclamation|a\s|\d|{_BODY}(?!\s+of\b))|on\s+(?:a|the|condition)\b"
    r"|in\s+(?:principle|full|favour)|at\s+(?:a|the)\s+(?:cost|price)|at\s+£|from\s+(?:\d|the)"
    r"|with\s+(?!(?:the|an?)\s+(?:owner|contractor|developer)|[A-Z])))"
    r"|(?!\s+(?:by|at|on(?!\s+to\b)|in|from|with|between|last|earlier|since|when|during|before|some|many"
    r"|previously|under|until)\b))(?![^.]{0,80}\b(?:in\s+(?:\w+\s+)?\d{4}|on\s+appeal|last\s+year)\b)"
)
# Words of a sentence's subject, up to one that shows that something else is told.
_UP_TO = (
    r"(?:(?!\b(?i:which|that|who|whose|had|has|have|if|when|where|whether|once|until|unless|after|before"
    r"|as|because|said|reported|advised|noted|explained|felt|hoped|understood|previous|previously"
    r"|will|would|could|should|may|might|no|nothing|none|not|it|there)\b)[^;:])"
)
_NOUN = (
    r"(?i:applications?|proposals?|recommendations?|requests?|quot(?:e|ation)s?|tenders?|estimates?"
    r"|nominations?|offers?|bids?|leases?|plans?|polic(?:y|ies)|payments?|invoices?|cheques?|transfers?"
    r"|expenditure|donations?|grants?|terms\s+of\s+reference|changes?|schedules?|programmes?|projects?)"
)
_VERB = (
    r"(?:approved|accepted|supported|rejected|refused|granted|declined|turned\s+down|endorsed"
    r"|ratified|dismissed|deferred)"
)
_POSTS = (
    r"(?:(?:the\s+)?(?:(?:Vice|Deputy|Minute|Honorary|Hon\.?|new)[- ]?\s*)*"
    r"(?:[Cc]hair(?:man|woman|person)?|[Cc]onvener|[Mm]ayor|[Ll]eader|[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[Rr]epresentatives?|[Aa]uditors?)\b)"
)
_ADOPTED = (
    r"(?:rejected|refused|granted|ratified|endorsed|adopted|declined|accepted|supported)\s+(?:(?:the|this|these"
    r"|an?|all|both|two|three)\s+)(?:[\w’']+\s+){0,5}?"
    r"(?:applications?|proposals?|recommendations?|requests?|quot(?:e|ation)s?|tenders?|offers?|polic(?:y|ies)"
    r"|plans?|accounts|budget|code|terms|orders?|lease)\b"
)

DONE = re.compile(
    rf"{_TITLE}(?:(?i:full|qualified|unanimous|formal)\s+)?(?i:support|approval|authority|agreement"
    rf"|permission|consent)(?:\s+(?:to|for)\s[^.;:,]{{1,80}}?)?{_WAS}(?:given|granted|refused|withheld)"
    rf"{_HERE}"
    rf"|{_TITLE}{_UP_TO}{{0,60}}?\b{_NOUN}\b{_UP_TO}{{0,160}}?{_WAS}{_VERB}{_HERE}"
    rf"|{_TITLE}{_UP_TO}{{0,60}}?\b(?:[Cc]osts?|[Pp]rice|[Ss]um)\b{_UP_TO}{{0,100}}?{_WAS}"
    rf"(?:approved|agreed|accepted|authorised){_HERE}"
    rf"|\bwhich\s+{_BODY}\s+(?:unanimously\s+|then\s+)?(?:agreed|approved|accepted)\W*$"
    rf"|{_TITLE}(?!This\b|These\b|All\b){_UP_TO}{{3,140}}?(?:\s+(?:was|were))\s+(?:unanimously\s+|then\s+)?"
    rf"agreed{_HERE}(?!\s+(?:that|to|upon)\b)"
    rf"|{_TITLE}{_UP_TO}{{2,140}}?{_WAS}(?:re-?)?(?:appointed|co-?opted)"
    rf"(?=\s+(?:as\b|to\b|onto\b|on\s+to\b|for\s+the\b|{_POSTS})|\W*$){_HERE}"
    rf"|^An?\s+(?:\w+\s+)?(?:sub-?\s?committee|working\s+(?:group|party)|group|panel)\b{_UP_TO}{{0,120}}?"
    rf"{_WAS}(?:appointed|nominated|set\s+up|established|formed)\s+(?:to|for)\b"
    rf"|{_TITLE}The\s+{_UP_TO}{{2,60}}?{_WAS}(?:instructed|authorised|mandated|given\s+(?:delegated\s+)?"
    r"authority)\s+to\b"
    rf"|{_TITLE}{_UP_TO}{{0,80}}?\b(?i:discussion|consideration|determination|a\s+decision)\b"
    rf"{_UP_TO}{{0,120}}?{_WAS}(?:deferred|adjourned|postponed)\b"
    rf"|{_TITLE}No\s+(?:comments?|objections?)\s+(?:was|were)\s+(?:made|raised|offered)\b(?!\s+(?:by|from)\b)"
    r"|^Everyone\s+agreed\s+(?:with\s+this|to|that)\b"
    rf"|{_TITLE}The\s+(?:contract|tender|work){_UP_TO}{{0,60}}?{_WAS}awarded\s+to\b(?![^.]*\bby\b)"
    r"|^There\s+was\s+unanimous\s+(?:agreement|approval|support)\b"
    r"|^\W*(?:Request|Application|Proposal|Payment|Grant|Donation|Expenditure)s?\s+(?:agreed|approved"
    r"|granted|refused|accepted|declined)\W*$"
    rf"|^{_BODY}\s+(?:also\s+|then\s+|unanimously\s+|duly\s+)*(?:(?:(?:re-?)?(?:appointed|elected)|co-?opted"
    r"|awarded|authorised|instructed)\s+(?:[A-Z]|the\s)|(?:objected|raised\s+(?:no|an)\s+objections?"
    r"|had\s+no\s+objections?|made\s+no\s+objections?|offered\s+no\s+objections?)(?=\s+to\b|\W*$)"
    rf"|{_ADOPTED})(?![^.]{{0,80}}\bin\s+(?:\w+\s+)?\d{{4}}\b)"
)
# A proposal with no mover is rejected by its body; a motion that falls is told with its words.
_TURNED_DOWN = re.compile(
    rf"{_TITLE}{_UP_TO}{{0,60}}?\b(?:proposal|recommendation|request|application)s?\b{_UP_TO}{{0,160}}?{_WAS}"
    rf"(?:rejected|not\s+(?:agreed|approved|accepted|supported)){_HERE}"
)


def turns_down(words: str) -> bool:
    """Whether a sentence tells that a proposal, request or application was not accepted.

    >>> turns_down("The proposal was rejected."), turns_down("The motion was rejected.")
    (True, False)
    """
    return bool(_TURNED_DOWN.match(words))
