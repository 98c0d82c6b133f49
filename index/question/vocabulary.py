"""Council language: words that mean the same in a question and in a paper, and words that are soft.

Kept small, and open to read. Each group has its reason beside it; a group is used in both
directions, and a word found through its group counts for less than the asker's own.
"""

from functools import cache

from index.language import stem, stems

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()

# Ways of saying one thing. A phrase of several words matches where they stand side by side.
SAME_MEANING: tuple[tuple[str, ...], ...] = (
    ("human resources", "hr", "personnel"),  # the department's older and newer names
    ("ict", "it services", "information technology"),
    ("member", "councillor", "cllr"),  # an elected member is a councillor
    ("chair", "chairman", "chairperson", "chaired", "presides"),
    ("people", "members", "representatives", "staff", "residents"),  # as counted: "40 members"
    ("resident", "citizen", "local people"),
    ("budget", "funding", "spending"),
    ("cost", "price", "expenditure", "spend"),
    ("contribute", "fund", "funding", "support"),  # who "put in" money funded or supported
    ("scrap", "discontinue", "abolish", "cease", "withdraw", "close"),
    ("job", "post", "role", "vacancy"),
    ("staff", "employee", "workforce"),
    ("buying", "purchasing", "procurement", "bought"),
    ("council tax reduction", "council tax support"),  # one scheme, renamed in 2013
    ("rubbish", "refuse", "waste"),
    ("bin", "refuse", "waste"),
    ("merge", "merger", "combine"),
    ("shared", "joint", "collaborative"),  # services run with other councils
    ("collaborate", "collaboration", "collaborative working", "joint working", "shared services"),
    ("housing", "homes", "dwellings"),
    ("library", "libraries"),
    ("lead", "lead officer", "responsible", "head"),
    ("provide", "supply", "deliver", "provider"),
    ("supplier", "contractor", "provider"),
    ("risk", "risks"),
    ("start", "commence", "begin", "began", "begun"),
    ("end", "expire", "cease"),
    ("rise", "rose", "risen", "increase", "uplift"),
    ("cut", "reduction", "reduce", "saving"),
    ("pay", "salary", "remuneration"),
    ("sell", "sold", "sale"),
    ("build", "built"),
    ("fall", "fell", "fallen"),
    ("hold", "held"),
    ("choose", "chose", "chosen"),
    ("lose", "lost"),
    ("grow", "grew", "grown", "growth"),
    ("partner", "partnership"),
    ("reject", "refuse", "decline", "lost"),
    ("postpone", "defer"),
    ("oppose", "object"),
    ("charge", "fee", "tariff"),
    ("consult", "consultation", "engagement"),
    ("car park", "parking"),
    ("appoint", "appointment", "nominate"),
    ("attended", "attendance", "present"),
    ("wrote", "written", "author", "report of"),  # who a report is by
    *zip(NUMBERS, map(str, range(1, 13)), strict=True),  # "five priorities", "its 5 priorities"
)

# Words that shape a question rather than name its subject. They are searched for, lightly, and
# their absence from a paper says nothing about whether the paper answers.
SOFT_WORDS = frozenset(
    """about actually agenda agree agreed agreement answer any anyone anything approve approved ask
    asked body bring brought call called cause change come committee concern contribute cost
    council councillor councillors councils cover current currently date day deal decide
    decided decision decisions describe description detail details did different discuss
    discussed does doing effect ever expect explain figure find found gave get getting give given
    go going got happen happened happening have held help involve involved item keep kind
    know known last latest leave like list long look made main make many matter mean meet
    meeting mention mentioned minute money month much name need new news note number officer
    often outcome paper papers part people person place plan planned plans point position
    price proceed programme propose proposed provide provided purpose put question raise
    raised reach reason reasons receive recent recently recommend recommendation
    recommendations recommended record recorded regard regarding relate remain reply report
    reported reports request resolution resolve resolved responsible result review run runs
    said say says scheme see send set show situation so soon sort speak spend spent staff
    stand start state status sum support sure take taken talk tell there thing things think
    today total touch try turn type update use used view vote voted want way week what work
    working would year years yes""".split()
)


# Soft words that ask for a kind of value: no paper that gives the value need hold them.
ASKING_WORDS = frozenset("amount date many much name number percentage proportion total".split())


@cache
def _groups() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    """Each phrase, as stems, with the other phrases of every group it stands in."""
    found: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for group in SAME_MEANING:
        phrases = frozenset(stems(phrase) for phrase in group) - {()}
        for phrase in phrases:
            found[phrase] = found.get(phrase, frozenset()) | (phrases - {phrase})
    return found


def same_as(phrase: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Other ways of saying a phrase, each as its stems; empty when we know of none.

    >>> sorted(same_as(("hr",)))
    [('human', 'resourc'), ('personnel',)]
    """
    return _groups().get(phrase, frozenset())


@cache
def soft_stems() -> frozenset[str]:
    """The stems of the soft words."""
    return frozenset(stem(word) for word in SOFT_WORDS | ASKING_WORDS)


@cache
def asking_stems() -> frozenset[str]:
    """The stems of the words that ask for a kind of value."""
    return frozenset(stem(word) for word in ASKING_WORDS)
