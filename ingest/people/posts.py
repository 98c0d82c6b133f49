"""The words of posts: which phrases are an officer's or a member's post, and which no name."""

import re

# Words that show a phrase to be a post; those that posts often begin with; words of subject matter
# that come first in a post ("Payroll Manager") and are hardly ever surnames.
_POST_WORDS = frozenset(
    """accountant administrator adviser advisor architect assistant auditor barrister cabinet chair
    chairman chairperson chairwoman chief clerk commissioner constable convener convenor
    coordinator co-ordinator deputy director engineer executive head holder inspector lead
    leader lawyer librarian manager mayor member monitoring officer planner president
    principal provost registrar representative secretary sergeant solicitor specialist
    sponsor supervisor surveyor treasurer trustee vice-chair vice-chairman advisors
    consultant analyst ranger warden portfolio""".split()
)
_POST_STARTS = frozenset(
    """acting area assistant associate borough business cabinet chair chairman chairperson
    chairwoman chief city corporate county democratic deputy director district executive group head
    interim joint lead leader managing mayor member monitoring parish portfolio principal programme
    project section senior service shadow statutory strategic support team temporary town vice
    vice-chair""".split()
)
_SUBJECTS = frozenset(
    """administration admissions adult archives arts assets audit benefits biodiversity building
    catering cemeteries contracts democracy digital disability drainage ecology elections harbours
    heritage homelessness inclusion leasing maintenance network pensions recycling refuse
    registration repairs roads safeguarding streetlighting systems traffic treasury valuation
    waterways care children childrens children's
    children’s climate commercial committee communications communities community council
    countryside culture customer data development economic education electoral emergency energy
    enforcement engineering environment environmental equalities estates events facilities family
    finance financial fleet governance health highways housing human ict improvement information
    insurance internal it land learning legal leisure library licensing major markets museums
    neighbourhood operations organisational parking parks partnership partnerships payroll people
    performance personnel place planning policy procurement property public regeneration
    regulatory rents research resilience resources revenues risk safety scrutiny security social
    sport street streetscene sustainability tax technical tourism trading training transport
    transformation waste welfare workforce youth""".split()
)
# Subjects that no surname sounds like, by their endings: "Operations", "Planning".
_ABSTRACT = re.compile(
    r".*(?:tions?|ments?|ances?|ing|it(?:y|ies)|ships?|ology|ies)", re.IGNORECASE
)
# Posts that hardly stand alone behind a name, without the words for whose or for what.
_BARE_POSTS = frozenset("coordinator co-ordinator engineer manager officer supervisor".split())
_OUTSIDE = frozenset(
    """public resident residents tenants applicant applicants petitioner petitioners objector
    objectors complainant guest band choir scout scouts campaign friends society club
    supporter""".split()
)
_FORMER = re.compile(
    r"(?:the\s+)?(?:former|ex|outgoing|past|retired|late|previous)\b", re.IGNORECASE
)
_ALSO_SURNAMES = frozenset(
    """bank bridge castle church farm field garden hall house lane page park road street ward way
    major marks leader clerk mayor provost warden planner ranger""".split()
)
_SMALL = frozenset("a an and at by for from in of on or the to with within & - – / +".split())
_THINGS = frozenset(
    """act action actions agenda apologies attendance appendix association authority avenue bank bc
    bill board bridge castle cc church commission committee community company council dc
    department directorate division farm forum fund garden gazette group groups hall herald
    hospital house item items lane mbc meeting memorial minutes news office page panel park
    partnership plan police primary programme project public report resident residents
    review road scheme school section service services site society standards states
    strategy street team the trust trustees unit university village ward way""".split()
)


_CHAIR = re.compile(
    r"(?:the\s+|acting\s+|interim\s+)?(?P<vice>vice|deputy|depute)?[\s-]*(?:the\s+)?chair"
    r"(?:man|woman|person)?\b(?!\s+designate)"
    r"(?:(?:\s+of|\s*,|\s+[–-])\s+(?:the\s+)?(?P<body>(?!in\s+the\b)[A-Z].*))?$"
    r"|^(?P<named>(?-i:[A-Z])[\w’'& -]{2,60}?)\s+(?P<vice2>vice|deputy)?[\s-]*"
    r"chair(?:man|woman|person)?$",
    re.IGNORECASE,
)
_VERBS = frozenset("approve delegate note agree report consider ask write contact see".split())


def is_post(text: str) -> bool:
    """Whether words name a post.

    >>> [is_post(words) for words in ("Payroll Manager", "the applicant's agent")]
    [True, False]
    """
    words = {_plain(word) for word in re.split(r"[\s/]+", text)}
    return bool(words & _POST_WORDS) and not words & _OUTSIDE and text[:1].isalpha()


def is_post_alone(text: str) -> bool:
    """Whether words are a post and nothing else, not a sentence that mentions one.

    >>> [is_post_alone(words) for words in ("Head of planning", "Ask the Head of Planning")]
    [True, False]
    """
    words = re.sub(r"\([^()]*\)", " ", text).split()
    if not is_post(text) or len(words) > 14 or _FORMER.match(text):
        return False
    known = _POST_WORDS | _POST_STARTS | _SUBJECTS | _SMALL
    return (
        text[:1].isupper()
        and all(w[:1].isupper() or _plain(w) in known for w in words)
        and (_plain(words[0]) not in _VERBS)
    )


def ends_as_post(text: str) -> bool:
    """Whether a line is a post as signatures give it: "MONITORING OFFICER"."""
    return is_post_alone(text) and _plain(text.split()[-1]) in _POST_WORDS


def is_former(post: str) -> bool:
    """Whether a post is one that someone no longer holds."""
    return bool(_FORMER.match(post))


def chair_of(post: str) -> tuple[str, str | None] | None:
    """What a post says of the chair: "Chair" or "Vice-Chair", and of which other body.

    >>> chair_of("Vice-Chairman"), chair_of("Chair of Exham Parish Council")
    (('Vice-Chair', None), ('Chair', 'Exham Parish Council'))
    >>> chair_of("Head of Legal") is None
    True
    """
    match = _CHAIR.match(post)
    if match is None:
        return None
    return "Vice-Chair" if match["vice"] or match["vice2"] else "Chair", match["body"] or match[
        "named"
    ]


def _plain(word: str) -> str:
    """A word as compared: lower case, without the marks round it."""
    return re.sub(r"['’]s$", "", word.casefold().strip(".,;:()'’‘"))


def relation_of(name: str, post: str) -> str:
    """What someone named with a post is to the council: "Chair", "Member" or "Officer".

    >>> relation_of("Ann Pike", "Head of Legal"), relation_of("Ann Pike", "Deputy Leader")
    ('Officer', 'Member')
    """
    if chairs := chair_of(post):
        return chairs[0]
    elected = (
        r"^(?:deputy\s+|group\s+)?leader\b|\b(?:mayor|cabinet member|portfolio holder|councillor"
    )
    elected += r"|executive member)\b"
    member = is_councillor(name) or re.search(elected, post, re.IGNORECASE)
    return (
        "Member" if member and not re.search(r"\bteam leader", post, re.IGNORECASE) else "Officer"
    )


def is_councillor(text: str) -> bool:
    """Whether a name is given with a councillor's title."""
    return bool(re.match(r"(?:Cllr|Clr|Councillor|Alderman|Bailli?e)", text, re.IGNORECASE))


def begins_post(word: str) -> bool:
    """Whether a word belongs to a post and so ends a name before it: "Head", "Manager"."""
    plain = word.casefold().strip(".,")
    return plain in _POST_STARTS or plain in _POST_WORDS


def starts_post(word: str) -> bool:
    """Whether a post may begin with a word: "Deputy", "Head"."""
    return word.casefold() in _POST_STARTS


def is_surname(words: list[str]) -> bool:
    """Whether the last word of a name, here alone, is a surname as often as a thing: "Hall"."""
    return len(words) == 1 and words[0].casefold() in _ALSO_SURNAMES


def is_subject(word: str) -> bool:
    """Whether a word is what posts are about, rather than a surname: "Payroll"."""
    return word.casefold().strip(",") in _SUBJECTS


def is_abstract(word: str) -> bool:
    """Whether a word is what posts are about and no surname, even behind another word.

    >>> is_abstract("Operations"), is_abstract("Place")
    (True, False)
    """
    return is_subject(word) and _ABSTRACT.fullmatch(word.strip(",")) is not None


def is_bare_post(words: str) -> bool:
    """Whether words are one such as "Manager", which says nothing of what is managed."""
    return words.casefold() in _BARE_POSTS


def names_a_thing(words: list[str]) -> bool:
    """Whether words hold one that is of a post, a body or a place, so that they are no name."""
    plain = {word.casefold().strip(".,") for word in words}
    return bool(plain & (_POST_WORDS | _POST_STARTS | _THINGS))
