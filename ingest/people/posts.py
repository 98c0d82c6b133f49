"""The words of posts: which phrases are an officer's or a member's post, and which no name."""

import re

# Words that show a phrase to be a post; those that posts often begin with; words of subject matter
# that come first in a post ("Payroll Manager") and are hardly ever surnames.
_POST_WORDS = frozenset(
    """accountant administrator adviser advisor architect assistant auditor barrister cabinet chair
    chairman chairperson chairwoman chief clerk commissioner convener convenor coordinator
    co-ordinator deputy director engineer executive head holder inspector lead leader lawyer
    librarian manager mayor member monitoring officer planner president principal provost registrar
    representative secretary solicitor specialist sponsor supervisor surveyor treasurer trustee
    vice-chair vice-chairman advisors consultant analyst ranger warden portfolio""".split()
)
_POST_STARTS = frozenset(
    """acting area assistant associate borough business cabinet chair chairman chairperson
    chairwoman chief city corporate county democratic deputy director district executive group head
    interim joint lead leader managing mayor member monitoring parish portfolio principal programme
    project section senior service shadow statutory strategic support team temporary town vice
    vice-chair""".split()
)
_SUBJECTS = frozenset(
    """administration adult arts assets audit benefits building care children childrens children's
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
_OUTSIDE = frozenset("public resident residents applicant applicant's petitioner guest".split())
_THINGS = frozenset(
    """act agenda apologies appendix association authority avenue bank bc bill board bridge castle
    cc church commission committee company council dc department directorate division farm forum
    fund garden group hall hospital house lane mbc meeting memorial minutes office panel park
    partnership plan police primary programme project public report resident residents review
    road scheme school section service services site society standards strategy street team the
    trust unit university village ward way""".split()
)


def is_post(text: str) -> bool:
    """Whether words name a post.

    >>> [is_post(words) for words in ("Payroll Manager", "the applicant's agent")]
    [True, False]
    """
    words = {word.casefold().strip(".,()") for word in re.split(r"[\s/]+", text)}
    return bool(words & _POST_WORDS) and not words & _OUTSIDE and text[:1].isalpha()


def relation_of(name: str, post: str) -> str:
    """What someone named with a post is to the council: "Chair", "Member" or "Officer".

    >>> relation_of("Ann Pike", "Head of Legal"), relation_of("Ann Pike", "Deputy Leader")
    ('Officer', 'Member')
    """
    if re.search(r"\bchair", post, re.IGNORECASE):
        return "Chair"
    elected = r"\b(?:leader|mayor|cabinet member|portfolio holder|councillor|executive member)\b"
    member = is_councillor(name) or re.search(elected, post, re.IGNORECASE)
    return (
        "Member" if member and not re.search(r"\bteam leader", post, re.IGNORECASE) else "Officer"
    )


def is_councillor(text: str) -> bool:
    """Whether a name is given with a councillor's title."""
    return bool(re.match(r"(?:Cllr|Clr|Councillor|Alderman|Baillie)", text, re.IGNORECASE))


def begins_post(word: str) -> bool:
    """Whether a word belongs to a post and so ends a name before it: "Head", "Manager"."""
    plain = word.casefold().strip(".,")
    return plain in _POST_STARTS or plain in _POST_WORDS


def starts_post(word: str) -> bool:
    """Whether a post may begin with a word: "Deputy", "Head"."""
    return word.casefold() in _POST_STARTS


def is_subject(word: str) -> bool:
    """Whether a word is what posts are about, rather than a surname: "Payroll"."""
    return word.casefold().strip(",") in _SUBJECTS


def names_a_thing(words: list[str]) -> bool:
    """Whether words hold one that is of a post, a body or a place, so that they are no name."""
    plain = {word.casefold().strip(".,") for word in words}
    return bool(plain & (_POST_WORDS | _POST_STARTS | _THINGS))
