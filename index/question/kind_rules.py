"""The words by which a clause tells what it asks for: the first rule that fits holds."""

import re
from typing import Final

from index.question.asks import AUX, PREPOSITION
from index.question.kind_words import (
    AMOUNT,
    BE,
    DECIDE,
    DECIDED,
    DECIDED_ON,
    DETERMINER,
    LISTED,
    MODIFIER,
    NAME_OF_SOMEONE,
    NEXT,
    OF_TIME,
    OURS,
    PAST,
    PERSON,
    PLURAL,
    POST,
    STANCE,
    TIME,
    VERB_S,
    WHICH,
)
from index.records import QuestionKind

Rules = tuple[tuple[QuestionKind, re.Pattern[str]], ...]


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


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
        _any(
            rf"^why {AUX} .*\b(?:agreed|approved|deferred|refused|rejected|turned down)\b",
            # What a body would not have, and not what a report's options left out.
            rf"{WHICH} {BE} (?:deferred|dismissed|refused|rejected) (?:by|at)\b",
        ),
    ),
    (
        "other",
        _any(
            r"^(?:why|how come)\b",
            rf"{WHICH} {BE} (?:rejected|ruled out|dismissed)\b",
            # The law is asked for, whatever it lets be charged.
            rf"{WHICH}(?: {MODIFIER}){{0,2}}? (?:acts?|laws?|legislation|(?:legal )?powers?|reg"
            r"(?:ulation)?s?|statutes?) (?:(?:allow|enable|entitle|forbid|give|govern|let|make"
            r"|permit|prevent|require|say|stop)s?|do|does|did|can|could)\b",
        ),
    ),
    (
        "latest",
        _any(
            rf"^what {BE} (?:the )?(?:latest|newest|most recent)\b"
            rf"(?! (?:\S+ )?(?:{AMOUNT}|{TIME})\b)",
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
            rf"^(?:where (?:and|or) )?(?:{PREPOSITION} )?when\b",
            r"^at (?:what|which) (?:\S+ ){0,2}?(?:meeting|session|sitting)\b",
            rf"{WHICH}(?: {MODIFIER}){{0,2}}? {TIME}{NEXT}(?<!which dates)",
            rf"^what {BE} (?:{DETERMINER} )?(?:\S+ ){{0,3}}"
            rf"(?:date|deadline|cut[- ]?off|(?:closing|office|opening) (?:hour|time)s|time){NEXT}",
            r"^how (?:long|soon|late|early|recently|far (?:ahead|in advance))\b",
        ),
    ),
    (
        "list",
        _any(
            rf"^what {PLURAL} (?:(?:was|were|are|have been) (?:floated|mentioned|offered"
            r"|put forward|received|suggested|tabled)|(?:came|come) in)\b",
            r"^what (?:do|does|did) .*\b(?:comprise|consist of|contain|include)\b",
            rf"^what {BE} on the agenda\b|^how (?:did|do) .* compare\b",
        ),
    ),
    (
        "how_much",
        _any(
            r"^(?:\w+ )?how (?:much|many|few|old|young|big|large|small|tall|short|wide|high|low"
            r"|deep|thick|fast|heavy|steep|busy|full|expensive)\b",
            r"^what (?:is|was|are|were) .*\bworth\b",
            r"^what (?:is|was) (?:still )?left (?:in|of|over)\b",
            rf"^what {AUX} (?:\S+ ){{1,4}}?(?:bring in|generate|lose|make|raise|set us back|yield)"
            rf"(?:\W*$|,? (?:at|during|in) |,? {OF_TIME})",
            r"^what (?:is|are|was|were) .*\bbeing (?:charged|paid|spent)\b",
            r"^(?:\w+ )?how far (?!ha(?:s|ve)\b|are\b|is\b|along\b)",
            rf"{WHICH} %",
            rf"{WHICH}(?: {MODIFIER}){{0,4}}? {AMOUNT}{NEXT}(?!.*\b(?:for|on|about)\W*$)",
            rf"^what {BE} (?:{DETERMINER} )?(?:{MODIFIER} ){{0,4}}?{AMOUNT}{NEXT}"
            r"(?!.*\b(?:for|on|about)\W*$)",
            rf"^what {AUX} .*\b(?:(?<!the )cost|come to|amount to|add up to)\b"
            r"(?!.*\b(?:for|on|with)\W*$)",
            rf"^what {AUX} (?:(?!(?:about|at|for|in|of|on|with)\b)\S+ ){{0,6}}?"
            r"(?:pay|paid|charge|owe|earn|fetch|total|save|spend)\b(?!.*\b(?:for|on|with)\W*$)",
            r"^what (?:were|are) .* paid\W*$",
            rf"^what {AUX} .*\b(?:(?:chip|pay|put|throw) in|contribute|donate|stump up"
            r"|(?:get|receive) (?:from|out of))\b(?!.*\b(?:for|on|with)\W*$)",
            r"^what .*\bput (?:up|on the table) for\b",
            rf"^how (?:well |badly |far )?{AUX} .*\b(?:done|do|fare|fared|perform|performed|score"
            r"|scored|rank|ranked) (?:on|in|at|with|for|against)\b",
        ),
    ),
    (
        "latest",
        _any(
            *LATEST,
            r"^how (?:is|are|was|has|have) .*\b(?:going|progress\w*|getting on"
            r"|coming (?:on|along))\b",
            r"^how (?:is|are|do|did) (?:things|matters)\b",
            r"^how far ha(?:s|ve)\b|^how far (?:along|are|is)\b",
            rf"{WHICH} (?:progress|stage|news)\b",
            r"\blast (?:hear|heard)\b|\bheard? last\b",
            r"^what (?:is|has been|has) (?:been )?(?:happening|going on|new|doing)\b",
            r"^what (?:(?:has |ever )?(?:happened|become|became|came|come)) (?:of|to|with|about)\b",
            r"\bat the moment\b",
        ),
    ),
    (
        "who",
        _any(
            rf"{WHICH}(?: {MODIFIER}){{0,4}}? {PERSON}"
            rf"(?=\W*$|[,)]| (?:{AUX}|{PREPOSITION}|{PAST}|{VERB_S}|that|who|which|to"
            rf"|\w+s (?:up|{PREPOSITION}|{DETERMINER}|an?))\b)",
            rf"^which of (?:{DETERMINER} )?(?:\S+ ){{0,3}}?(?:{PERSON}s|authorities|bodies"
            r"|companies|charities|parties|businesses)\b",
            rf"^what {BE} (?:{DETERMINER} )?{NAME_OF_SOMEONE}",
        ),
    ),
    ("decided", _any(rf"{WHICH}(?: {MODIFIER}){{0,2}}? {DECIDED}\b")),
    (
        "decided",
        _any(
            r"^(?:on|under|subject to) what (?:terms|grounds|conditions|basis)\b",
            rf"^what (?:terms|grounds)\b.*\b(?:{DECIDE}|{DECIDED_ON})\b",
        ),
    ),
    # One of several is asked for: "which of the car parks fills up first".
    (
        "other",
        _any(rf"^which of (?:\S+ ){{1,5}}?\w+s \w+s (?:up|{PREPOSITION}|{DETERMINER}|an?)\b"),
    ),
    (
        "list",
        _any(
            rf"{WHICH}(?: of {DETERMINER})?(?: {MODIFIER}){{0,4}}? {PLURAL}{NEXT}",
            rf"^which {PLURAL}\b",
            r"^(?:list|name|enumerate|itemi[sz]e|set out)\b",
            r"^what else (?:did|do|does|has|have|is|was|were)\b",
            r"^which (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
            r"^who (?:all|else all)\b",
        ),
    ),
    (
        "decided",
        _any(
            rf"\b{DECIDED}\b",
            rf"^(?:what|how|which) (?:\S+ ){{0,9}}?{DECIDED_ON}\b",
            r"^(?:what|how|which) (?:\S+ ){0,4}?(?:did|does|do|to|can|will) "
            rf"(?:\S+ ){{0,9}}?{DECIDE}\b",
            rf"{WHICH}(?: {MODIFIER}){{0,2}}? {STANCE} (?:{AUX}|taken|we|they)\b",
            rf"^what {BE} (?:{DETERMINER} )(?:\S+ ){{0,2}}{STANCE}"
            r"(?: (?:on|to|of|about|over|if|when|where|should)\b|\W*$)",
            rf"^what (?:did|has|have|had) {OURS}"
            r"(?: (?:at|for|in|of|on)(?: \S+){1,3}?)? (?:make of|said?|say|tell|told|reply|respond"
            r"|think|feel|do|want)\b",
            r"^how did .*\b(?:vote|respond|reply|react|answer)\b",
            r"^which option\b|^what conclusions?\b|^what (?:is|was) the recommendation\b",
            r"^what did .*\bend up (?:doing|with)\b",
            rf"{WHICH}(?: {MODIFIER}){{0,3}}? (?:amendment|motion|option|proposal|recommendation)"
            r"\b.*\b(?:accept|reject|adopt|approve|agree|refuse|lost|carried)\w*\b",
        ),
    ),
    (
        "list",
        _any(
            rf"^(?:what|which) (?:are|were|will be) {DETERMINER} (?:\S+ ){{0,4}}?"
            rf"{PLURAL}{NEXT}",
            r"^(?:what|which) (?:are|were) (?:the )?(?:main |key |top )?(?:two|three|four|five|six"
            r"|seven|eight|nine|ten|\d+)\b",
        ),
    ),
)  # fmt: skip

# --- What a statement asks for: nothing in it asks, so how it opens and ends must tell ---

TERSE_RULES: Final[Rules] = (
    ("latest", _any(*LATEST)),
    (
        "yes_no",
        _any(
            r"^(?:anyone|anybody) (?!who\b)\w+",
            rf"^(?:{MODIFIER} ){{1,3}}?(?:allowed|permitted) (?:at|in|near|on|to)\b",
        ),
    ),
    (
        "list",
        _any(
            r"^(?:a |the )?(?:full |complete )?list of\b|^names of\b|^everything\b",
            r"\b(?:for|of|at|in|by) (?:each|every)\b",
            rf"^(?:the )?(?:{MODIFIER} ){{0,3}}?{PLURAL} (?:{PAST}|that|which|who)\b",
            rf"^(?:the |main |any )*(?:{MODIFIER} )?{LISTED}"
            r" (?:about|against|at|for|in|of|on|to)\b",
        ),
    ),
    (
        "when",
        _any(
            rf"^(?:the )?(?:{MODIFIER} ){{0,4}}?"
            rf"(?:dates?|deadline|cut[- ]?off|times?|(?:closing|opening) hours){NEXT}",
            r"^day and time\b",
            r"^(?:the )?(?:year|month|day|week) (?:in which|it|that|the|they|we|when)\b",
            r"^(?:the )?(?:next|last|first|previous)(?: \S+){0,3}? (?:meeting|agm|session|sitting"
            r"|cabinet|committee|council)\b(?! minutes)",
            r"\bwhen\W*$",
        ),
    ),
    (
        "how_much",
        _any(
            r"^(?:the |total |overall )*(?:number|percentage|proportion|share|amount|%) of\b|^% ",
            rf"^(?:the )?(?:{MODIFIER} ){{0,4}}?{AMOUNT}(?:,? {OF_TIME}"
            rf"| (?:{PREPOSITION}|{PAST}|when|that|and|or)\b)",
            r"^votes (?:for|against|cast)\b",
            rf"^(?:{MODIFIER} ){{0,5}}?(?:{AMOUNT})\W*$",
            r"\bper (?:day|head|hour|household|item|month|night|person|session|week|year)\W*$",
        ),
    ),
    (
        "who",
        _any(
            rf"^(?:the )?{NAME_OF_SOMEONE}",
            rf"^(?:the |our )?(?:{MODIFIER} ){{0,4}}?{POST}"
            r" (?:for|of|on|to|at|with|and|since|appointed|chosen|co-opted|elected|engaged|hired"
            r"|named|nominated|picked|used)\b",
            rf"^(?:{MODIFIER} ){{0,6}}?{POST}\W*$",
            rf"^(?:the |any )?(?:{MODIFIER} ){{0,2}}?{PERSON}"
            r" (?:who|that|responsible|in charge|(?:chair|deal|handl|lead|present|runn|writ)ing"
            r"|to (?:ask|call|contact|email|ring|see"
            r"|speak|talk|write))\b",
        ),
    ),
    (
        "yes_no",
        _any(
            r"^(?:allowed|legal|necessary|ok|okay|permitted|possible|safe) (?:for|to)\b",
            r"\b(?:allowed|needed|or not|permitted|possible|required)\W*$",
        ),
    ),
    (
        "decided",
        _any(
            rf"\b(?:{DECIDED}|{DECIDED_ON}|stance)\b|\b{STANCE} (?:on|to)\b",
            r"\b(?:line|view) taken\b|^for or against\b",
        ),
    ),
)  # fmt: skip
