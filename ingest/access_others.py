"""What a front page tells of other papers: rows of lists, rules, and items of minutes."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from index.records import Block, ReportKind
from ingest.access_marks import CLOSED_WORD, NO, ONLY_A_LABEL
from ingest.frontpage.front import listed

_FEWEST = 2  # rows that make a list
_WIDE = 3  # cells: a row of fewer is a label with its value
_TITLES = 3  # blocks that may head a paper
_LONGEST_TITLE = 100  # characters
_SENTENCE = 4  # words
_CLOSED = rf"(?:(?:wholly|fully|part(?:ly)?)[\s-]+)?{CLOSED_WORD}\b"
_EITHER = r"(?:open|public|exempt|private|confidential|restricted)"
# A column that says of each matter whether it is open: "Status", "Part exempt?", "Public/Private".
_OF_STATUS = re.compile(
    r"(?i)(?:\w+\s+){0,3}(?:status|marking|classification|access|confidentiality|sensitivity)"
    rf"|(?:\w+\s+){{0,3}}{_EITHER}\s*(?:/|\bor\b)\s*{_EITHER}(?:\s+(?:report|item|meeting))?\W*"
    r"|[^:?]{0,40}\b(?:exempt|private|confidential|restricted)\b[^:?]{0,20}\?"
)
_SHUT = re.compile(rf"(?i){_CLOSED}.{{0,60}}|(?:yes|para(?:graph)?s?)\b.{{0,60}}")
_OPEN = re.compile(rf"(?i){NO.pattern}|official|public.{{0,20}}|open.{{0,20}}")
_OF_ITEMS = re.compile(r"(?i)(?:agenda\s+)?(?:items?|minutes?|matters?)(?:\s+no\.?)?|no\.?")
_OF_ANY_ITEM = re.compile(
    r"(?i)(?:decisions?|outcomes?|resolutions?|title|subject|topic|item|reports?(?:\s+of)?|matter"
    r"|actions?|pages?|purpose|lead(?:\s+officer)?)(?:\s+(?:made|taken|no\.?|numbers?))?"
)
_NUMBERED = re.compile(r"\d{1,3}[.)]?(?:\s.*)?")
_RULE = re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-z]?[.)]?")
# A notice by law of what will be considered in private: it names the matters, and is public.
_OF_PRIVATE_MEETINGS = re.compile(
    r"(?i)notices?\s+(?:of|to)\s+.{0,60}\b(?:in\s+private|private\s+meetings?|key\s+decisions?)\b.*"
)
_RULES = re.compile(
    r"(?i)(?!.*\breview\b).*\b(?:constitution|(?:procedure\s+)?rules|standing\s+orders|code\s+of\s+\w+"
    r"|polic(?:y|ies)|scheme|protocol|guide|guidance|handbook|terms\s+of\s+reference)(?:\s+(?:of|for|on)\s+.*|\W+\d.*)?\W*"
)
_REPORT_BY = re.compile(r"(?i)(?:joint\s+)?reports?\s+(?:to|of|by|from|author)\b.*")
# "This policy is exempt from publication", "The document is confidential".
_OF_ITSELF = re.compile(
    r"(?i)(?:it|this|these|the\s+(?:report|paper|document|polic\w+|contents?))\b"
)
_PART = re.compile(r"(?i)part\s*(?:2|ii|b|two)\W*")
_FIRST_PART = re.compile(r"(?i)part\s*(?:1|i|a|one)\b(?!.*\b(?:public|open|press)\b).*")
_MARKED = re.compile(
    r"(?i)\W*(?:strictly|not\s+(?:for|to|be)|by\s+virtue|exempt|confidential|restricted|private|closed"
    r"|contain|official|part\s)"
)
_OF_OTHERS = re.compile(
    r"\b(?:items|reports|papers|documents)\s+(?:(?:that|which)\s+are\s+)?(?:marked|shown|indicated"
    r"|identified|listed)\b"
    r"|\b(?:many|most|some|few|fewer|other|any)\s+(?:\w+\s+)?(?:reports|papers|items|documents)\b"
    r"|\b(?:was|were|had\s+been)\s+(?:exempt|confidential|not\s+for\s+publication)\b"
    r"|\bif\s+(?:an?|any)\s",
    re.IGNORECASE,
)


def tells_of_others(clause: str) -> bool:
    """Whether a clause that does not open with a mark speaks of papers in general, or of past ones.

    >>> tells_of_others("Items marked with a star contain exempt information.")
    True
    >>> tells_of_others("Not for publication, as are other papers")
    False
    """
    return not _MARKED.match(clause) and bool(_OF_OTHERS.search(clause))


def about_others(front: Sequence[Block], kind: ReportKind) -> frozenset[int]:
    """Which blocks of a front page, by number, tell of other papers and not of this one."""
    found = set(_rows_of_lists(front))
    if listed(front):
        found |= set(_of_entries(front))
    if kind == "minutes":
        found |= {n for n, block in enumerate(front) if _is_minute(block)}
    if kind == "other" and _sets_rules(front):
        found |= {n for n, block in enumerate(front) if n and _is_rule(block)}
        found |= {n for n, block in enumerate(front) if n and _heads_rules(block, front[n - 1])}
        found |= {n for n, block in enumerate(front) if _is_division(block, front[:n])}
    return frozenset(found)


def heads_items(above: Sequence[Block], first: Block) -> bool:
    """Whether the last block before an agenda's first item is the head of the items' table."""
    rows = bool(above) and above[-1].kind == first.kind == "row"
    return rows and len(above[-1].cells) == len(first.cells) >= _WIDE


def _rows_of_lists(front: Sequence[Block]) -> Iterator[int]:
    every = listed(front) or any(_OF_PRIVATE_MEETINGS.match(b.words) for b in front[:_TITLES])
    numbered = list(enumerate(front))
    for is_row, run in groupby(numbered, key=lambda each: each[1].kind == "row"):
        table = list(run) if is_row else []
        rows = [block for _, block in table]
        if rows and (
            _is_list(rows) or (every and (len(rows[0].cells) >= _WIDE or rows[-1].columns))
        ):
            yield from (number for number, _ in table)


def _is_list(rows: Sequence[Block]) -> bool:
    """Whether a table's rows are each about a matter: some open and some closed, or numbered."""
    body = [row.cells for row in rows if row.columns]
    columns = next((row.columns for row in rows if row.columns), rows[0].cells)
    if not body and len(columns) >= _WIDE:
        body = [row.cells for row in rows[1:]]
    if len(body) < _FEWEST or any(len(cells) != len(columns) for cells in body):
        return False
    of_items = _OF_ITEMS.fullmatch(columns[0]) and all(map(_OF_ANY_ITEM.fullmatch, columns[1:]))
    if of_items and all(_NUMBERED.fullmatch(cells[0]) for cells in body):
        return True
    said = zip(columns, zip(*body, strict=True), strict=True)
    return any(_OF_STATUS.fullmatch(heading) and _differ(cells) for heading, cells in said)


def _differ(cells: Sequence[str]) -> bool:
    """Whether a column says of some rows that they are open, and of others that they are not."""
    return any(map(_SHUT.fullmatch, cells)) and any(map(_OPEN.fullmatch, cells))


def _of_entries(front: Sequence[Block]) -> Iterator[int]:
    """The lines of a forward plan whose label stands there again: each is of an entry.

    The label that entries begin with is left, as it may be a mark above them all.
    """
    labels = [
        block.words.partition(":")[0].casefold() if ":" in block.words else "" for block in front
    ]
    again = [n for n, label in enumerate(labels) if label and labels.count(label) > 1]
    yield from (n for n in again if labels[n] != labels[again[0]])


def _is_minute(block: Block) -> bool:
    """Whether this is a numbered minute that says more than a mark: what was done, in sentences."""
    return block.label is not None and _is_sentence(block.words)


def _sets_rules(front: Sequence[Block]) -> bool:
    """Whether a paper is a policy, a code or rules, which tell how any paper is to be treated."""
    titles = (block.words.strip() for block in front[:_TITLES])
    named = any(len(title) < _LONGEST_TITLE and _RULES.fullmatch(title) for title in titles)
    return named and not any(_REPORT_BY.fullmatch(block.words) for block in front)


def _is_rule(block: Block) -> bool:
    words = block.words.strip()
    if block.kind == "row":
        return bool(_RULE.fullmatch(block.cells[0]) or len(block.columns) >= _WIDE)
    told = block.label is not None or block.kind == "item"
    if _OF_ITSELF.match(words):
        return False
    if told:
        return words.endswith((".", ";", ":"))
    return _is_sentence(words) and not _MARKED.match(words)


def _heads_rules(block: Block, above: Block) -> bool:
    """Whether this is a heading between rules: "Confidential information"; marks stand in front."""
    words = block.words.strip()
    label = block.kind == "heading" and ONLY_A_LABEL.fullmatch(words) and not words.isupper()
    return bool(label) and _is_rule(above)


def _is_division(block: Block, above: Sequence[Block]) -> bool:
    """Whether this heads the second part of rules that have a first one."""
    first = any(_FIRST_PART.fullmatch(each.words.strip()) for each in above)
    return first and bool(_PART.fullmatch(block.words.strip()))


def _is_sentence(words: str) -> bool:
    return words.rstrip().endswith((".", ";", ":")) and len(words.split()) >= _SENTENCE
