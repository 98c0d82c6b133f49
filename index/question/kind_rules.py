"""The words by which a clause tells what it asks for: the first rule that fits holds."""

import re
from typing import Final

from index.question.asks import AUX, PREPOSITION
from index.records import QuestionKind

Rules = tuple[tuple[QuestionKind, re.Pattern[str]], ...]


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


# --- Words that tell the kind, as pieces of the patterns below ---

_PERSON = (
    r"(?:agency|agent|applicant|architect|association|auditor|authority|bank|board|body|business"
    r"|candidate|chair|chairman|chairperson|charity|clerk|club|cllr|committee|company|constable"
    r"|consultancy|consultant|contractor|council|councillor|delegate|department|developer"
    r"|director|directorate|engineer|firm|group|holder|householder|inspector|landlord|landowner"
    r"|leader|manager|mayor|member|mp|msp|neighbour|nominee|officer|operator|organi[sz]ation"
    r"|owner|panel|partner|party|person|planner|provider|rep|representative|resident|secretary"
    r"|sergeant|society|speaker|supplier|surveyor|team|tenant|treasurer|trust|trustee|villager"
    r"|volunteer|warden)"
)
_POST = (
    r"(?:author|chair|chairman|chairperson|chief executive|clerk|contact|contractor|councillor"
    r"|deputy leader|leader|lead(?: (?:officer|member))?|mayor|portfolio holder|proposer|provost"
    r"|seconder|secretary|supplier|treasurer)"
)
# Of some things with a price, several are asked for as a list: "what grants were made".
_AMOUNT = (
    r"(?:bill|contribution|donation|estimate|fine|grant|limit|loan|payment|price range|quotation"
    r"|quote|tender|(?:allowance|amount|balance|budget|charge|cost|count|deficit|discount"
    r"|expenditure|expense|extra|fee|figure|funding|increase|income|levy|loss|majority|number"
    r"|overspend|percentage|population|precept|price|proceeds|profit|proportion|rate|rent|rise"
    r"|salary|saving|share|shortfall|size|spend|spending|subsidy|sum|surplus|takings|tariff|total"
    r"|turnout|turnover|underspend|value|wage)s?)"
)
_TIME = r"(?:dates?|days?|months?|years?|times?|weeks?|hours?|deadline|evening|weekday)"
_DECIDED = r"(?:decisions?|outcomes?|resolutions?|verdict|ruling)"
_STANCE = r"(?:line|stance|view|position|stand|side|response|reply|answer|action|approach|feeling)"
_VERB_S = (
    r"(?:applies|chairs|comes|counts|covers|deals|does|gets|gives|goes|handles|happens|has|holds"
    r"|is|keeps|leads|looks|maintains|makes|manages|matters|means|needs|oversees|owns|pays"
    r"|provides|remains|represents|runs|says|serves|sits|stops|supplies|takes|wants|was)"
)
_PAST = (
    r"(?:\w+ed|bought|brought|built|came|chose|did|drew|fell|gave|given|got|had|held|kept|led|left"
    r"|let|lost|made|met|paid|put|ran|sat|said|sent|set|sold|sought|spoke|stood|taken|thought|told"
    r"|took|went|withdrew|won|wrote|written)"
)
_MODIFIER = rf"(?!(?:{AUX}|{PREPOSITION}|that|who|which|and|or|the|a|an)\b)[\w'/&%£.-]+"
_PLURAL = (
    rf"(?!{_VERB_S}\b)"
    r"(?:[\w'/-]+[^\W\d_]{2}(?<![sui])s|people|men|women|children|criteria)"
)
_NEXT = (
    rf"(?=\W*$|[,)]| (?:{AUX}|{PREPOSITION}|{_PAST}|that|who|which|when|if|and|or|we|they|it|he|she"
    r"|you|there|the|a|an|our|their|this|these|last|next|each|every|now|come|came)\b)"
)
_DETERMINER = r"(?:the|our|its|their|your|his|her|these|those|this|any|all|some|\w+'s|\w+s')"
_WHICH = rf"^(?:{PREPOSITION} )?(?:what|which)"
_BE = r"(?:is|was|are|were|will be|would be|has been|have been)"
# What a body does with what is put to it: "did … agree", and "was … agreed".
_DECIDE = (
    r"(?:decide|resolve|agree|approve|endorse|conclude|settle|determine|adopt|recommend|ratify|vote"
    r"|reject|refuse|defer|choose|opt|rule|note|(?<!tax )support|object|back|sign up|turn down)"
)
_DECIDED_ON = (
    r"(?:decided|resolved|agreed|approved|endorsed|concluded|settled|determined|adopted"
    r"|recommended|ratified|voted|rejected|refused|deferred|chosen|ruled|noted|supported|objected"
    r"|backed|turned down)"
)
_OURS = r"(?:we|us|our|members|councillors|cabinet|the \w* ?(?:council|cc|pc|committee|board))"

LATEST = (
    r"\b(?:latest|newest|most recent|up to date)\b",
    r"\bcurrent(?:ly)? (?:position|state|stage|status|situation|stat\w*)\b",
    r"\bstate of play\b",
    r"\bstatus (?:of|on|with)\b|\bstatus\W*$",
    r"\bany (?:\w+ )?(?:news|updates?|word|progress|movement|developments?)\b",
    r"\bupdates? (?:on|about|for|re|regarding)\b|\bupdate\W*$|^update\b",
    r"\bprogress (?:on|with|of|towards)\b|\bprogress\W*$",
    r"\bstill\b",
)

# --- What a clause that opens with "what", "which", "how", "where" or "who" asks for ---

WH_RULES: Final[Rules] = (
    # The reasons for a decision stand with it.
    (
        "decided",
        _any(rf"^why {AUX} .*\b(?:agreed|approved|deferred|refused|rejected|turned down)\b"),
    ),
    (
        "other",
        _any(r"^(?:why|how come)\b", rf"{_WHICH} {_BE} (?:rejected|ruled out|dismissed)\b"),
    ),
    (
        "latest",
        _any(
            r"^when .*\blast (?:discuss|consider|debate|hear|heard|look|report|mention|talk|speak)",
            r"^where (?:are|is|do|does|have|has) .*\b(?:with|on|up to|got(?: to)?|stand)\b",
        ),
    ),
    ("who", _any(rf"^(?:{PREPOSITION} )?(?:who|whom|whose)\b")),
    (
        "decided",
        _any(
            r"^what (?:did|has|have|had|does) (?:\S+ ){1,6}?(?:agree|agreed|decide|decided|resolve"
            r"|resolved)\b(?! to (?:pay|spend|give|charge|contribute))"
        ),
    ),
    (
        "when",
        _any(
            rf"^(?:{PREPOSITION} )?when\b",
            rf"{_WHICH}(?: {_MODIFIER}){{0,2}}? {_TIME}{_NEXT}(?<!which dates)",
            rf"^what {_BE} (?:{_DETERMINER} )?(?:\S+ ){{0,3}}"
            rf"(?:date|deadline|cut[- ]?off|time){_NEXT}",
            r"^how (?:long|soon)\b",
        ),
    ),
    (
        "how_much",
        _any(
            r"^(?:\w+ )?how (?:much|many|old|big|large|tall|wide|high|deep|fast|heavy|steep)\b",
            r"^(?:\w+ )?how far (?!ha(?:s|ve)\b|are\b|is\b|along\b)",
            rf"{_WHICH} %",
            rf"{_WHICH}(?: {_MODIFIER}){{0,4}}? {_AMOUNT}{_NEXT}(?!.*\b(?:for|on|about)\W*$)",
            rf"^what {_BE} (?:{_DETERMINER} )?(?:{_MODIFIER} ){{0,4}}?{_AMOUNT}{_NEXT}"
            r"(?!.*\b(?:for|on|about)\W*$)",
            rf"^what {AUX} .*\b(?:(?<!the )cost|come to|amount to|add up to)\b"
            r"(?!.*\b(?:for|on|with)\W*$)",
            rf"^what {AUX} (?:(?!(?:about|at|for|in|of|on|with)\b)\S+ ){{0,6}}?"
            r"(?:pay|paid|charge|owe|earn|fetch|total|save|spend)\b(?!.*\b(?:for|on|with)\W*$)",
            r"^what (?:were|are) .* paid\W*$",
        ),
    ),
    (
        "latest",
        _any(
            *LATEST,
            r"^how (?:is|are|was|has|have) .*\b(?:going|progress\w*|getting on"
            r"|coming (?:on|along))\b",
            r"^how (?:is|are) things\b|^how far ha(?:s|ve)\b|^how far (?:along|are|is)\b",
            rf"{_WHICH} (?:progress|stage|news)\b",
            r"\blast (?:hear|heard)\b|\bheard? last\b",
            r"^what (?:is|has been|has) (?:been )?(?:happening|going on|new|doing)\b",
            r"^what (?:(?:has |ever )?(?:happened|become|became|came|come)) (?:of|to|with|about)\b",
            r"\bat the moment\b",
        ),
    ),
    (
        "who",
        _any(
            rf"{_WHICH}(?: {_MODIFIER}){{0,4}}? {_PERSON}"
            rf"(?=\W*$|[,)]| (?:{AUX}|{PREPOSITION}|{_PAST}|{_VERB_S}|that|who|which|to)\b)",
            rf"^which of (?:{_DETERMINER} )?(?:\S+ ){{0,3}}?(?:{_PERSON}s|authorities|bodies"
            r"|companies|charities|parties|businesses)\b",
            rf"^what {_BE} (?:{_DETERMINER} )?names? of {_DETERMINER} (?:\S+ ){{0,2}}{_PERSON}\b",
        ),
    ),
    ("decided", _any(rf"{_WHICH}(?: {_MODIFIER}){{0,2}}? {_DECIDED}\b")),
    (
        "decided",
        _any(
            r"^(?:on|under|subject to) what (?:terms|grounds|conditions|basis)\b",
            rf"^what (?:terms|grounds)\b.*\b(?:{_DECIDE}|{_DECIDED_ON})\b",
        ),
    ),
    (
        "list",
        _any(
            rf"{_WHICH}(?: of {_DETERMINER})?(?: {_MODIFIER}){{0,4}}? {_PLURAL}{_NEXT}",
            rf"^which {_PLURAL}\b",
            r"^(?:list|name|enumerate|itemi[sz]e|set out)\b",
            r"^which (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
            r"^who (?:all|else all)\b",
        ),
    ),
    (
        "decided",
        _any(
            rf"\b{_DECIDED}\b",
            rf"^(?:what|how|which) (?:\S+ ){{0,9}}?{_DECIDED_ON}\b",
            r"^(?:what|how|which) (?:\S+ ){0,4}?(?:did|does|do|to|can|will) "
            rf"(?:\S+ ){{0,9}}?{_DECIDE}\b",
            rf"{_WHICH}(?: {_MODIFIER}){{0,2}}? {_STANCE} (?:{AUX}|taken|we|they)\b",
            rf"^what {_BE} (?:{_DETERMINER} )(?:\S+ ){{0,2}}{_STANCE}"
            r"(?: (?:on|to|of|about|over)\b|\W*$)",
            rf"^what did {_OURS} (?:say|tell|reply|respond|think|feel|do|want)\b",
            r"^how did .*\b(?:vote|respond|reply|react|answer)\b",
            r"^which option\b",
            rf"{_WHICH}(?: {_MODIFIER}){{0,3}}? (?:amendment|motion|option|proposal|recommendation)"
            r"\b.*\b(?:accept|reject|adopt|approve|agree|refuse|lost|carried)\w*\b",
        ),
    ),
    (
        "list",
        _any(
            rf"^(?:what|which|who) (?:are|were|will be) {_DETERMINER} (?:\S+ ){{0,4}}?"
            rf"{_PLURAL}{_NEXT}",
            r"^(?:what|which) (?:are|were) (?:the )?(?:main |key |top )?(?:two|three|four|five|six"
            r"|seven|eight|nine|ten|\d+)\b",
        ),
    ),
)  # fmt: skip

# --- What a statement asks for: nothing in it asks, so how it opens and ends must tell ---

TERSE_RULES: Final[Rules] = (
    ("latest", _any(*LATEST)),
    (
        "list",
        _any(
            r"^(?:a |the )?(?:full |complete )?list of\b|^names of\b|^everything\b",
            r"\b(?:for|of|at|in|by) (?:each|every)\b",
            rf"^(?:the )?(?:{_MODIFIER} ){{0,3}}?{_PLURAL} (?:{_PAST}|that|which|who)\b",
        ),
    ),
    (
        "when",
        _any(
            rf"^(?:the )?(?:{_MODIFIER} ){{0,4}}?"
            rf"(?:dates?|deadline|cut[- ]?off|times?|opening hours){_NEXT}",
            r"^day and time\b",
            r"^(?:the )?(?:next|last|first|previous)(?: \S+){0,3}? (?:meeting|agm|session|sitting"
            r"|cabinet|committee|council)\b(?! minutes)",
            r"\bwhen\W*$",
        ),
    ),
    (
        "how_much",
        _any(
            r"^(?:the |total |overall )*(?:number|percentage|proportion|share|amount|%) of\b|^% ",
            rf"^(?:the )?(?:{_MODIFIER} ){{0,4}}?{_AMOUNT} (?:{PREPOSITION}|{_PAST}|when|that)\b",
            rf"^(?:{_MODIFIER} ){{1,5}}?(?:{_AMOUNT})\W*$",
        ),
    ),
    (
        "who",
        _any(
            r"^(?:the )?name of\b(?! (?:the |our )?(?:new )?(?:road|street|hall|park|scheme"
            r"|building|site|school|village|estate|policy|paper|report|place)\b)",
            rf"^(?:the |our )?(?:{_MODIFIER} ){{0,4}}?{_POST} (?:for|of|on|to|at|with)\b",
            rf"^(?:{_MODIFIER} ){{0,6}}?{_POST}\W*$",
            rf"^(?:the |any )?(?:{_MODIFIER} ){{0,2}}?{_PERSON} (?:who|that)\b",
        ),
    ),
    ("decided", _any(rf"\b(?:{_DECIDED}|{_DECIDED_ON}|stance)\b", r"\b(?:line|view) taken\b")),
)  # fmt: skip
