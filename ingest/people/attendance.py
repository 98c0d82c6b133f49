"""Who was at a meeting and who sent apologies, of members and officers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import Block, Lead
from ingest.people.labels import Label, label_in
from ingest.people.person import TITLE
from ingest.people.posts import is_post_alone
from ingest.people.roll import Attendee, attendees, is_roll
from ingest.people.turned import cells_name_first, name_first
from ingest.sentences import sentences

_APOLOGY = re.compile(
    r"\bapolog(?:y|ies)(?:\s+for\s+(?:their\s+|his\s+|her\s+)?absence)?\s+(?:was|were|had\s+been"
    r"|have\s+been|has\s+been)\s+(?:\w+\s+and\s+)?(?:received|submitted|given|tendered|made|noted"
    r"|accepted|reported|sent|recorded)\s+(?:from|by|on\s+behalf\s+of|for)\s+",
    re.IGNORECASE,
)
# Another list that begins on the same line: "… and D Lyle. Also present: the Clerk".
_NEXT_LIST = re.compile(
    r"[.;,]?(?<!Also)(?<!ALSO)(?<!Officers)(?<!Members)\s+(?=(?:(?:Also\s+|Officers\s+|Members\s+)"
    r"(?:[Pp]resent|[Ii]n\s+[Aa]ttendance)|Present|In\s+[Aa]ttendance|Absent|Substitutes?|Officers"
    r"|Apologies(?:\s+for\s+[Aa]bsence)?|Members\s+of\s+the\s+[Pp]ublic|Public|PRESENT"
    r"|IN\s+ATTENDANCE|APOLOGIES(?:\s+FOR\s+ABSENCE)?|ALSO\s+PRESENT)\s*:)"
)
_PROSE = re.compile(
    r"\b(?:was|were|has|had|have|is|are|the meeting|welcomed|opened|noted|agreed)\b"
)
_ANSWERS = {
    "present": "Present",
    "apologies": "Apologies",
    "absent": "Absent",
    "apology": "Apologies",
    "in attendance": "In attendance",
}
_TICK = re.compile(r"[✓✔√☑☒xXyYpP]|Yes")
_MEMBER_COLUMN = re.compile(
    r"(?i)(?!.*\b(?:present|attend|absen|apolog))(?:.*\s)?(?:name|councillor|member|cllr)s?(?:\s.*)?"
)
_ROLE_COLUMN = re.compile(r"(?i)(?:role|post|position|office|title|job\s+title)s?")
_MEMBERSHIP = re.compile(
    r"(?:Committee\s+|Cabinet\s+|Board\s+|Panel\s+|The\s+)?(?:Membership|Members|MEMBERSHIP|MEMBERS"
    r"|Councillors)(?:\s+of\s+(?:the\s+)?[\w &-]{3,60}?)?\s*:\s*(?P<names>.*)",
    re.DOTALL,
)
_FRONT = 40  # blocks of a paper in which its body's members may be listed
_LONGEST = 3000  # characters of a line that may list names
_MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class _List:
    """The list that the lines being read belong to."""

    label: Label
    bare: bool  # the label stood alone: any line may be a name
    lines: int = 0
    counted: bool = False  # the names below it are numbered


def attendance(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Everyone whom minutes list as present, in attendance, absent or absent with apologies."""
    civil = not any(
        re.search(r"\b(?:Councillor|Cllr|CLLR|COUNCILLOR)s?\b", b.words) for b in blocks
    )
    current: _List | None = None
    for block in blocks:
        current, found = _read(block, current)
        for label, names in found:
            yield from _listed(block, label, names, civil=civil)


def membership(blocks: Sequence[Block]) -> Iterator[Lead]:
    """The members of a body whom an agenda or a report lists: "Membership: Councillors …"."""
    current: _List | None = None
    for block in blocks[:_FRONT]:
        match = _MEMBERSHIP.match(block.words.strip(" *_")) if len(block.text) < _LONGEST else None
        if match:
            label = Label("Member", members=True, names=match["names"])
            current, found = _List(label, bare=not label.names), [(label, label.names)]
        else:
            current, found = _go_on(block, current) if block.kind != "row" else (None, [])
        for label, names in found:
            yield from _listed(block, label, names, civil=True)


_Found = list[tuple[Label, str]]


def _read(block: Block, current: _List | None) -> tuple[_List | None, _Found]:
    """The lists a block holds or goes on with, and the list that may go on below it."""
    if len(block.text) > _LONGEST:
        return None, []
    if block.kind == "row":
        return _read_row(block, current)
    if apology := _APOLOGY.search(block.words):
        rest = next(sentences(block.words[apology.end() :]), None)
        names = rest.text if rest else ""
        return None, [(Label("Apologies", False, names), names)]
    first, *others = _NEXT_LIST.split(block.words.strip(" *_"))
    label = label_in(first)
    if label:
        found = [(label, label.names), *_others(others)]
        last = found[-1][0]
        return _List(last, bare=not last.names), found
    return _go_on(block, current)


def _others(parts: Sequence[str]) -> _Found:
    return [(label, label.names) for part in parts if (label := label_in(part))]


def _go_on(block: Block, current: _List | None) -> tuple[_List | None, _Found]:
    """A line below a label: names, or the end of the list."""
    if current is None or current.lines >= _MOST_LINES:
        return None, []
    label, words = current.label, block.words
    numbered = block.label is not None and block.kind != "item"
    if is_roll(words, members=label.members) and not _is_next_item(block, current):
        return _List(label, current.bare, current.lines + 1, numbered), [(label, words)]
    if block.kind == "heading" or numbered or not current.bare or _PROSE.search(words):
        return None, []
    return _List(label, bare=True, lines=current.lines + 1), [(label, words)]


def _is_next_item(block: Block, current: _List) -> bool:
    """Whether a line that could be a name is the title of the first item: "12. Market Rents".

    Names may be numbered from 1, or be set as headings, below a label that stands alone.
    """
    numbered = block.label is not None and block.kind != "item"
    if numbered and block.kind == "heading":
        return True
    if re.match(TITLE, block.words) or not (numbered or block.kind == "heading"):
        return False
    goes_on = current.counted or (current.lines == 0 and (block.label or "").strip(".") == "1")
    return not current.bare or (numbered and not goes_on)


def _read_row(block: Block, current: _List | None) -> tuple[_List | None, _Found]:
    """A row such as "Present:" beside the names, and the rows that go on below it."""
    if by_column := _by_column(block):
        return current, by_column
    cells = [cell for cell in block.cells if cell]
    label = label_in(cells[0]) if cells else None
    if label:
        names = [label.names, *cells[1:]]
        return _List(label, bare=True), [(label, each) for each in _rolls(names)]
    if current is None or not current.bare:
        return None, []
    return current, [(current.label, each) for each in _rolls(cells)]


def _rolls(cells: Sequence[str]) -> list[str]:
    """A row's cells as lists: one, where initials stand in cells beside the names."""
    cells = cells_name_first([cell for cell in cells if cell])
    if any(is_post_alone(cell) for cell in cells[1:]):
        return [_with_posts(cells)]
    joined = " ".join(filter(None, cells))
    initialled = re.search(
        r"[A-Z][\w’'-]+(?:\s\([^()]*\))?\s\(?[A-Z]{2,3}[a-z]?\)?(?:\s|$)", joined
    )
    return [joined] if initialled and is_roll(joined) else [cell for cell in cells if cell]


def _with_posts(cells: Sequence[str]) -> str:
    """A row's cells as one list: a post goes with the name before it, another name does not."""
    each = [f", {cell}" if is_post_alone(cell) else f"; {cell}" for cell in cells if cell]
    return "".join(each).lstrip(",; ")


def _by_column(block: Block) -> _Found:
    """Names under columns called "Present" and "Apologies", or beside such a word or a tick."""
    if len(block.columns) != len(block.cells) or block.cells == block.columns:
        return []
    labels = [label_in(name) if name else None for name in block.columns]
    named = next((n for n, c in enumerate(block.columns) if _MEMBER_COLUMN.fullmatch(c)), None)
    pairs = list(zip(labels, block.cells, strict=True))
    if named is not None:
        who = block.cells[named]
        who = _with_role(block, who)
        ticked = [lab for lab, cell in pairs if lab and _TICK.fullmatch(cell) and lab.relation]
        said = [_ANSWERS[c.casefold()] for c in block.cells if c.casefold() in _ANSWERS]
        told = [Label(relation, relation != "In attendance", who) for relation in said]
        found = told or [Label(lab.relation, True, who) for lab in ticked]
        return [(Label(lab.relation, lab.members, who), who) for lab in found[:1]]
    if all(label is None or label.names for label in labels):
        return []
    return [(label, cell) for label, cell in pairs if label and cell]


def _with_role(block: Block, who: str) -> str:
    """A name with the post that stands beside it under a heading such as "Role"."""
    pairs = zip(block.columns, block.cells, strict=True)
    roles = [cell for column, cell in pairs if _ROLE_COLUMN.fullmatch(column.strip(" :"))]
    posts = [role for role in roles if role != who and is_post_alone(role)]
    return f"{who} ({posts[0]})" if posts and "(" not in who else who


def _listed(block: Block, label: Label, names: str, *, civil: bool) -> Iterator[Lead]:
    if not label.relation:
        return
    kind = civil and label.relation in ("Present", "Apologies", "Absent")
    for one in attendees(name_first(_before_prose(names)), members=label.members, civil=kind):
        yield _lead(block, one, label.relation)
        if one.chairs and label.relation in ("Present", "Also present", "Member"):
            yield _lead(block, one, "Chair")
        if one.substitute and label.relation == "Present":
            yield _lead(block, one, "Substitute", area=one.substitute_for)


def _before_prose(names: str) -> str:
    """A list without the sentences that tell of something else."""
    end = 0
    for sentence in sentences(names):
        if _PROSE.search(re.sub(r"\([^()]*\)", "", sentence.text)):
            break
        end = sentence.end
    return names[:end]


def _lead(block: Block, one: Attendee, relation: str, area: str | None = None) -> Lead:
    person = one.person
    return Lead(
        person.name, person.post, person.organisation, relation, area, block.start, block.end
    )
