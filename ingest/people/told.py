"""Officers and members that sentences and signatures name, with what they answer for."""

import re
from collections.abc import Iterator, Sequence

from index.records import Block, Lead
from ingest.people.person import NAME, is_name, person_in
from ingest.people.posts import is_post, relation_of
from ingest.sentences import LONGEST, sentences
from ingest.structure import lexicon

# "The Board is chaired by Ann Pike", "chaired by the Leader of the Council".
_CHAIRED = re.compile(
    rf"(?:\b(?:the|The)\s+(?P<area>[\w’'& -]{{2,60}}?)\s+(?:is|was|will\s+be|has\s+been)\s+)?"
    rf"\b[Cc]haired\s+by\s+(?:(?P<name>{NAME})|the\s+(?P<post>[A-Z][^,.;:(]{{3,60}}?)"
    r"(?=[,.;:(]|\s+(?:who|which|and|with|in|on|at)\b|$))"
)
_IN_THE_CHAIR = re.compile(
    rf"^(?P<name>{NAME})\s+(?:chaired\s+the\s+meeting|(?:was\s+)?in\s+the\s+[Cc]hair|took\s+the\s+[Cc]hair)"
)
# "The Partnership Adviser (Ann Pike) is responsible for the newsletter".
_POST_NAME = re.compile(
    r"(?P<post>[A-Z][\w&/’'-]*(?:\s+(?:\([\w &/’'-]+\)|[A-Z&–-][\w&/’'-]*|of|for|and|the|to|in"
    rf"|within|on|at|with)){{0,12}}?)\s*\((?P<name>{NAME})\)"
    r"(?:\s+(?:is|are|will\s+be|was)\s+responsible\s+for\s+(?P<area>[^.;]+))?"
)
# "Ann Pike (Head of Legal)", "Ann Pike, Head of Legal,".
_NAME_POST = re.compile(
    rf"(?P<name>{NAME})\s*(?:\((?P<inside>[^()]{{3,80}})\)|,\s+(?:the\s+)?(?P<after>[A-Z][^,.;()]{{3,80}}),)"
)
_RESPONSIBLE = re.compile(
    rf"(?P<name>{NAME})(?:,\s+[^,]{{3,80}},|\s+\([^()]{{3,80}}\))?\s+(?:is|will\s+be)\s+(?:the\s+)?"
    r"(?:responsible\s+for|lead(?:ing)?\s+(?:officer\s+for|on))\s+(?P<area>[^.;]+)"
)


def told(blocks: Sequence[Block], *, posts: bool = True) -> Iterator[Lead]:
    """Those named in prose by their task, those who signed, and with ``posts`` by their post.

    A name beside a post is an officer's or a member's only in a paper of the council's own.
    """
    for number, block in enumerate(blocks):
        if block.kind in ("paragraph", "item"):
            signed = _signature(blocks, number)
            yield from [signed] if signed else _in_block(block, posts=posts)


def _in_block(block: Block, *, posts: bool) -> Iterator[Lead]:
    offset = block.start + block.mark
    for sentence in sentences(block.words):
        if len(sentence.text) > LONGEST:
            continue
        span = (offset + sentence.start, offset + sentence.end)
        yield from _chairs(sentence.text, span)
        yield from _charged(sentence.text, span)
        if posts:
            yield from _with_post(sentence.text, span)


def _chairs(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    for match in (*_CHAIRED.finditer(sentence), *_IN_THE_CHAIR.finditer(sentence)):
        groups = match.groupdict()
        name = groups["name"] if groups["name"] and is_name(groups["name"]) else None
        post = groups.get("post")
        if name or (post and is_post(post)):
            yield Lead(name, post, None, "Chair", groups.get("area"), *span)


def _charged(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    for match in _RESPONSIBLE.finditer(sentence):
        if is_name(match["name"]):
            yield Lead(match["name"], None, None, "Responsible for", match["area"], *span)


def _with_post(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    for match in _POST_NAME.finditer(sentence):
        post = re.sub(r"^(?:The|A|An)\s+", "", match["post"])
        if is_name(match["name"]) and is_post(post) and not is_name(post):
            relation = "Responsible for" if match["area"] else relation_of(match["name"], post)
            yield Lead(match["name"], post, None, relation, match["area"], *span)
    for match in _NAME_POST.finditer(sentence):
        post = match["inside"] or match["after"]
        if post[:1].isupper() and is_name(match["name"]) and is_post(post):
            yield Lead(match["name"], post, None, relation_of(match["name"], post), None, *span)


def _signature(blocks: Sequence[Block], number: int) -> Lead | None:
    """A name and post at a report's end, in one block or on two lines: "ANN PIKE", "CLERK"."""
    block = blocks[number]
    if number < len(blocks) // 2 or block.words.endswith("."):
        return None
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    if lexicon.is_name_and_post(block.words):
        person = person_in(block.words)
        if person and person.name:
            return Lead(person.name, person.post, None, "Signed by", None, block.start, block.end)
    elif below and is_name(block.words) and lexicon.is_post(below.words):
        return Lead(block.words, below.words, None, "Signed by", None, block.start, below.end)
    return None
