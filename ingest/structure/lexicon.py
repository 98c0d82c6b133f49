"""The words council papers have for their headings, posts and outcomes."""

import re

# Whole headings as `_folded` leaves them: lower case, singular, without "the", "this", "of report".
_HEADINGS = frozenset(
    heading.strip()
    for heading in """
    action | action point | agenda | aim | alternative option | alternative option considered
    | alternative option considered and rejected | announcement | any other business
    | any other competent business | aob | aocb | apology | apology for absence | assessment
    | assessment of risk | attachment | attendance | background | background and context
    | background and key issue | background document | background information | background paper
    | brief summary | call in | call-in | chair report | climate change | conclusion
    | conclusion and next step
    | conflict of interest | consultation | consultation undertaken | contact officer | context
    | corporate objective | corporate plan | corporate priority | correspondence | council plan
    | council policy | council priority | crime and disorder | current position
    | current situation | data protection | date of decision | date of next meeting
    | date of publication | date and time of next meeting | decision | decision maker
    | decision required | declaration | declaration of interest | definition | detail
    | details of decision | enclosure | environment | environmental issue | equality
    | equality and diversity | equality issue | evaluation | executive summary | finance
    | financial advice obtained | financial comment | financial issue | financial matter
    | forward plan | further information | for further information | glossary | glossary of term
    | human resource | hr | ict | in attendance | also in attendance | also present | information
    | introduction | introduction and background | issue | issue and option | item of business
    | key council policy | key decision | key issue | key point | law | leader announcement
    | legal | legal advice obtained | legal comment | legal issue | list of background paper
    | list of background document | matter arising | mayor announcement | member of public
    | member present | minute | minute of last meeting | minute of meeting
    | minute of previous meeting | monitoring | moving forward | next meeting | next step | note
    | objective | officer recommendation | opening remark | option | option appraisal
    | option considered | other business | other option | other option considered | personnel
    | planning | planning matter | present | present position | present situation | proposal
    | proposal and detail | proposed decision | public forum | public participation
    | public question | public question time | purpose | purpose and summary | rationale
    | recommendation | recommendation and reason | recommendation/decision required | reference
    | report | report author | report detail | resource | risk | risk assessment | risk issue
    | risk management | safeguarding | section 17 | source of funding | source of funding is
    | staffing | strategic objective | strategic priority | summary | summary and purpose
    | summary of issue | sustainability | synopsis | time of next meeting | timetable
    | treasurer report | urgent business | value for money | vote of thank | ward affected
    | ward to which report relate | way forward | welcome | welcome and apology
    | welcome and introduction | background and introduction
    """.replace("\n", " ").split("|")
)
_OPENINGS = (
    "comment by", "comment from", "comment of", "declaration of", "exclusion of press",
    "exclusion of public", "link to", "matter arising from", "minute of meeting held",
    "minute of previous meeting", "question from", "rationale for", "reason for",
)  # fmt: skip
_ENDINGS = ("implication", "consideration", "impact assessment", "impact")
_APPENDIX = re.compile(r"(?:appendi(?:x|ce)|annexe?|schedule|enclosure)(?: [a-z0-9]{1,3})?")

_POST = (
    r"(?:chief executive|chief officer|chief constable|(?:\w+ )?director|(?:\w+ )?manager|head"
    r"|(?:\w+ )?officer|(?:\w+ )?clerk|(?:\w+ )?treasurer|(?:\w+ )?secretary|(?:\w+ )?solicitor"
    r"|leader|mayor|provost|(?:vice[ -])?chair(?:man|woman|person)?|(?:vice[ -])?convener|president"
    r"|comptroller|town clerk|borough engineer|portfolio holder|cabinet member|executive member)"
)
_POST_LINE = re.compile(
    r"(?:(?:and|the|joint|acting|interim|deputy|assistant|corporate|executive|strategic|service"
    r"|senior|principal|group|area|county|borough|city|district|town|parish|community|proper"
    r"|statutory|chief|lead|responsible) )*"
    rf"{_POST}(?: ?(?:$|[-–,(&/]| (?:of|for|to|and|with)\b).*)",
)
_NAME = re.compile(
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|CLLR|COUNCILLOR|MR|MRS|MS|DR)\.? )?"
    r"(?:[A-Z][A-Za-z.'’-]* ){1,3}[A-Z][A-Za-z'’-]+"
)
_TITLED = re.compile(r"(?i)(?:cllr|councillor|mr|mrs|ms|miss|dr|prof|rev|sir|dame|baillie)\b")
_FUNCTION_WORDS = frozenset("a and at by for from in of on or the to with".split())
_OUTCOME = re.compile(
    r"(?i)(?:it was |was |were |unanimously |motion |all |there (?:was|were) )*"
    r"(?:resolved|agreed|noted|approved|carried|lost|recommended|decided|rejected|withdrawn"
    r"|deferred|none|nil|n/?a|not applicable|yes|no|no \w+|nothing|to follow|verbal|end|ends)\b"
    r"[\s:.–-]*"
    r"(?:that|unanimously|identified|received|declared|raised|to report|for discussion)?[\s:.–-]*"
)
_VERB = re.compile(
    r"\b(?:would|should|could|must|is|are|was|were|has|have|had|does|did|agreed|noted|reported|advised|asked|said|attended"
    r"|thanked|closed|ended|opened|arrived|left|confirmed|stated|explained|joined)\b"
)
_ASKS = re.compile(r"(?:What|How|Why|Where|When|Who|Which)\b")
_FRONT = re.compile(
    r"(?i)(?:joint )?report (?:of|to|by|from)\b|(?:to(?: the)?|from|on|date|by):|part [12iab]+\b"
    r"|meeting of\b"
)
_CLOSING = re.compile(
    r"(?i)there (?:are|were) no background (?:papers|documents)\b.{0,60}"
    r"|(?:list of )?background (?:papers|documents) ?: ?\S.*"
)


def is_known_heading(words: str) -> bool:
    """Whether words, without their label, are what some council calls a part of its papers.

    >>> [is_known_heading(w) for w in ("REASON(S) FOR RECOMMENDATION(S)", "Legal implications:")]
    [True, True]
    >>> is_known_heading("The legal implications are set out below.")
    False
    """
    plain = _folded(words)
    if len(words) > 120 or words.endswith((".", ";", ",")) or ": " in words:
        return False
    few = len(plain.split()) <= 8
    return (
        plain in _HEADINGS
        or plain.startswith(_OPENINGS)
        or (few and plain.endswith(_ENDINGS) and words[:1].isupper())
        or bool(_APPENDIX.fullmatch(plain))
    )


def _folded(words: str) -> str:
    """A heading as it is compared: "Reason(s) for the Report" is "reason for"."""
    plain = re.sub(r"\(s\)|['’]s?\b", "", words.casefold()).replace("&", "and").strip(" :–-")
    each = [word for word in plain.split() if word not in ("the", "this")]
    singular = " ".join(_singular(word) for word in each)
    return re.sub(r" (?:of|for|in) report$", "", singular)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def is_post(words: str) -> bool:
    """Whether words are an officer's or member's post and nothing else.

    >>> [is_post(w) for w in ("Head of Leisure", "CHIEF EXECUTIVE", "Director's comments")]
    [True, True, False]
    """
    return len(words) <= 80 and bool(_POST_LINE.fullmatch(words.casefold()))


def is_name(words: str) -> bool:
    """Whether words have the form of a person's name.

    >>> [is_name(w) for w in ("Ann O'Hara", "J. Smith", "Role of the Clerk")]
    [True, True, False]
    """
    plain = {word.casefold() for word in words.split()}
    return bool(_NAME.fullmatch(words)) and not plain & _FUNCTION_WORDS


def is_titled(words: str) -> bool:
    """Whether words open with a form of address: "Cllr", "Mrs"."""
    return bool(_TITLED.match(words))


def is_name_and_post(words: str) -> bool:
    """Whether words are a name and then a post, as reports are signed.

    >>> [is_name_and_post(w) for w in ("ANN HALL CHIEF EXECUTIVE", "ROLE OF CHIEF EXECUTIVE")]
    [True, False]
    """
    if is_post(words):
        return False
    each = words.split()
    splits = ((" ".join(each[:n]), " ".join(each[n:])) for n in (2, 3, 4) if n < len(each))
    return any(is_name(name.rstrip(",")) and is_post(post) for name, post in splits)


def is_outcome(words: str) -> bool:
    """Whether words only say what became of something, or that there is nothing: "RESOLVED"."""
    return bool(_OUTCOME.fullmatch(words))


def is_sentence(words: str) -> bool:
    """Whether words tell something, with or without a full stop, rather than name a subject.

    >>> [is_sentence(w) for w in ("The meeting closed at nine", "What is this report about?")]
    [True, False]
    """
    return bool(_VERB.search(words)) and not _ASKS.match(words)


def is_front_line(words: str) -> bool:
    """Whether words say whose report it is or where it goes, rather than what a part is about."""
    return bool(_FRONT.match(words))


def closes(words: str) -> bool:
    """Whether words belong to the paper as a whole, below its last paragraph."""
    return bool(_CLOSING.fullmatch(words))
