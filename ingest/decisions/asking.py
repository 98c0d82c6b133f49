"""The words in which a report asks a body to do something."""

import re

_WHO = (
    r"(?:that )?(?:the )?(?:(?:[A-Z][\w’'&-]*|and|of|for) ){0,6}?(?:cabinet|council"
    r"|committee|executive|board|panel|members?|commission|forum|sub-committee|leader"
    r"|portfolio holder|mayor)(?: members?)?"
)
# "It is recommended that Cabinet:", "Members are asked to", "The Committee is requested:".
ASKS = re.compile(
    rf"^(?:it is (?:\w+ )?(?:recommended|requested)\b|i recommend\b|{_WHO},? (?:is|are|be)"
    r" (?:\w+ )?(?:asked|recommended|requested|invited)\b|the recommendations? (?:is|are)\b"
    r"|recommended\b|officers recommend\b|to recommend\b)",
    re.IGNORECASE,
)
# "RECOMMENDED" on a line of its own, above the list of what is.
ALONE = re.compile(r"^(?:it is )?recommended$", re.IGNORECASE)
WHO_ALONE = re.compile(rf"^{_WHO}(?: is| are)?\s*:?-?$", re.IGNORECASE)
OF_THESE = re.compile(r"recommendations?\s*:?\s*-?$", re.IGNORECASE)
# What a recommendation begins with when it stands as a plain paragraph.
ACTS = re.compile(
    r"^(?:that|to|accepts?|adopts?|agrees?|approves?|authorises?|confirms?|considers?|delegates?"
    r"|endorses?|establishes?|grants?|instructs?|notes?|receives?|recommends?|refuses?|requests?"
    r"|supports?|resolves?|appoints?|determines?|permission|subject to)\b",
    re.IGNORECASE,
)
# What a paragraph numbered on from a recommending one begins with, if it recommends too.
ASKS_ON = re.compile(
    r"^(?:and )?(?:that (?!(?:said|is|was|would|will|means|being|year|meeting|report|figure|sum)\b)"
    r"|to (?!(?:date|this|that|these|help|meet)\b)[a-z]+ (?:the|that|a|an|any|all|to|in|on|as|for"
    r"|its|\w+ing|(?-i:[A-Z£\d]))"
    r"|(?:accept|adopt|agree|approve|authori[sz]e|confirm|delegate|endorse|grant|instruct|note|receive"
    r"|refuse|request|support|appoint|set|ask) (?:the|that|a|an|any|all|to|as|its|(?-i:[A-Z£\d])))",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"(?:none|nil|n/?a|not applicable|for (?:information|noting)(?: only)?|see (?:above|below)\b.*"
    r"|as (?:set out )?(?:above|below)|.*\bbackground papers\b.*|please note\b.*|to follow"
    r"|there are no recommendations\b.*|\(.*\)"
    r"|.*\breasons? for (?:the |these )?recommendations?\b.*"
    r"|members are (?:reminded|asked to (?:declare|contact|bring))\b.*|reasons?\b.{0,40}:.*"
    r"|(?:at|in) (?:its|their|the) (?:last |previous )?meeting\b.{0,300}\b"
    r"(?:resolved|agreed|decided)\b.*"
    r"|(?:a|the) key decision (?:is|means)\b.*|(?:the|this) decision (?:will|may|is)\b.*"
    r"|(?:note|notes)\s*:.*)[.\s]*",
    re.IGNORECASE | re.DOTALL,
)
INLINE = re.compile(
    r"(?:(?:officers?[’']?s?|summary of) )?"
    r"(?:recommend(?:ation|ed)s?(?:\(s\))?(?P<number> \d{1,2})?"
    r"|(?:proposed|draft|recommended) decision|decision (?:proposed|sought|required))"
    r"\s*[:–-]+\s*(?=\S)",
    re.IGNORECASE,
)
