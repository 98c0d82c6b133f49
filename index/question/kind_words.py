"""The words that tell what a clause asks for, as pieces of the rules' patterns."""

from typing import Final

from index.question.asks import AUX, PREPOSITION
from index.question.forms import MONTHS

PERSON: Final = (
    r"(?:agency|agent|applicant|architect|association|auditor|authority|bank|bidder|board|body"
    r"|builder|business"
    r"|candidate|chair|chairman|chairperson|charity|chief exec|clerk|club|cllr|committee|company"
    r"|constable"
    r"|consultancy|consultant|contractor|council|councillor|couple|delegate|department|developer|donor"
    r"|director|directorate|employer|engineer|executive|family|firm|funder|group|holder|householder|inspector|lady|landlord|landowner"
    r"|leader|man|manager|mayor|member|mp|msp|neighbour|nominee|officer|operator|organi[sz]ation"
    r"|owner|panel|partner|party|person|planner|provider|rep|representative|resident|secretary"
    r"|sergeant|society|speaker|sponsor|successor|supplier|surveyor|team|tenant|treasurer|trust|trustee|villager"
    r"|volunteer|warden|winner|woman)"
)
POST: Final = (
    r"(?:author|chair|chairman|chairperson|chief exec(?:utive)?|clerk|contact|contractor|councillor"
    r"|deputy(?: leader)?|head|leader|lead(?: (?:officer|member))?|mayor|portfolio holder"
    r"|proposer|provost"
    r"|seconder|secretary|supplier|treasurer)"
)
# What is measured, marked or counted, besides what has a price.
_MEASURED = (
    r"(?:acreage|age|average|capacity|decrease|depth|distance|drop|fall|footfall|growth|height|length"
    r"|mileage|per ?cent|quorum|rank|ranking|rating|ratio|reduction|(?:school|pupil) roll|score"
    r"|split|target|tax base|threshold|tonnage|weighting|width)s?"
)
# Of some things with a price, several are asked for as a list: "what grants were made".
AMOUNT: Final = (
    rf"(?:{_MEASURED}|bill|contribution|donation|estimate|fine|grant|limit|loan|payment|price range"
    r"|quotation|quote|tender|(?:allowance|amount|balance|budget|charge|cost|count|deficit|discount"
    r"|expenditure|expense|extra|fare|fee|figure|funding|increase|income|levy|loss|majority|number"
    r"|overspend|percentage|population|precept|price|proceeds|profit|proportion|rate|rent|reserve|rise"
    r"|salary|saving|share|shortfall|size|spend|spending|subsidy|sum|surplus|takings|tariff|total"
    r"|turnout|turnover|underspend|value|wage)s?)"
)
TIME: Final = r"(?:dates?|days?|months?|years?|times?|weeks?|hours?|deadline|evening|weekday)"
DECIDED: Final = r"(?:decisions?|outcomes?|resolutions?|verdict|ruling)"
STANCE: Final = (
    r"(?:line|stance|view|position|stand|side|response|reply|answer|action|approach|feeling)"
)
VERB_S: Final = (
    r"(?:applies|chairs|comes|counts|covers|deals|does|gets|gives|goes|handles|happens|has|holds"
    r"|is|keeps|leads|looks|maintains|makes|manages|matters|means|needs|oversees|owns|pays"
    r"|provides|remains|represents|runs|says|serves|sits|stops|supplies|takes|wants|was)"
)
PAST: Final = (
    r"(?:\w+ed|bought|brought|built|came|chose|did|drew|fell|gave|given|got|had|held|kept|led|left"
    r"|let|lost|made|met|paid|put|ran|sat|said|sent|set|sold|sought|spoke|stood|taken|thought|told"
    r"|took|went|withdrew|won|wrote|written)"
)
MODIFIER: Final = rf"(?!(?:{AUX}|{PREPOSITION}|that|who|which|and|or|the|a|an)\b)[\w'/&%£.-]+"
PLURAL: Final = (
    rf"(?!{VERB_S}\b)"
    r"(?:[\w'/-]+[^\W\d_]{2}(?<![sui])s|people|men|women|children|criteria)"
)
NEXT: Final = (
    rf"(?=\W*$|[,)]| (?:{AUX}|{PREPOSITION}|{PAST}|that|who|which|when|if|may|and|or|we|they|it|he"
    r"|she|you|there|the|a|an|our|their|this|these|last|next|each|every|going|likely|now|come|came)\b)"
)
DETERMINER: Final = r"(?:the|our|its|their|your|his|her|these|those|this|any|all|some|\w+'s|\w+s')"
WHICH: Final = rf"^(?:{PREPOSITION} )?(?:what|which)"
BE: Final = r"(?:is|was|are|were|will be|would be|has been|have been)"
# What a body does with what is put to it: "did … agree", and "was … agreed".
DECIDE: Final = (
    r"(?:decide|resolve|agree|approve|endorse|conclude|settle|determine|adopt|recommend|ratify|vote"
    r"|reject|refuse|defer|choose|opt|rule|note|(?<!tax )support|object|back|sign up|turn down)"
)
DECIDED_ON: Final = (
    r"(?:decided|resolved|agreed|approved|endorsed|concluded|settled|determined|adopted"
    r"|recommended|ratified|voted|rejected|refused|deferred|chosen|ruled|noted|supported"
    r"|objected|backed|turned down)"
)
OURS: Final = (
    r"(?:we|us|our|members|councillors|cabinet"
    r"|(?:the )?(?:[\w-]+ ){0,3}?(?:council|cc|pc|committee|board))"
)
# What a clause goes on with when it says from which time it wants a thing.
OF_TIME: Final = (
    rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|spring|summer"
    r"|autumn|winter|last|this|next|now|(?:19|20)\d\d|q[1-4]\b)"
)
# Many of these stand in papers as a list, whatever is said of them: "objections to the mast".
LISTED: Final = (
    r"(?:actions|aims|alternatives|apologies|applicants|attendees|benefits|bidders|candidates"
    r"|comments|complaints|concerns|conditions|criteria|members|objections|objectives|options"
    r"|priorities|reasons|recommendations|requirements|risks|speakers|suggestions)"
)
NAME_OF_SOMEONE: Final = (
    r"names? of\b(?! (?:the |our |this |that )?(?:new )?(?:road|street|hall|park|scheme|building"
    r"|site|school|village|estate|policy|paper|report|place|house|ward|project)\b)"
)
