"""Every function of the bot that makes a message or a window from plain records, by its types."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, get_type_hints

from hypothesis import strategies as st

import bot
from bot.administration.home_page import Followed
from bot.answers.blocks import answer_message
from bot.answers.frame import Frame
from bot.decisions.page import Page
from bot.following.digest_blocks import Digest, Group
from bot.message import Message, paragraph
from index.context import Context
from index.records import Answer, Block, DecisionFound, DecisionQuery, ReportFacts
from index.runs import Status
from support import hostile
from support.hostile import Unmakeable, built, made

MOST_OF_A_BLOCK = 450  # characters, so that there are no more than Library.context gives


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    """Blocks one after the other, with an excerpt that lies within those cited."""
    at, placed = 0, []
    for block in draw(st.lists(built(Block), min_size=1, max_size=6)):
        content = block.text[:MOST_OF_A_BLOCK] or "-"
        placed.append(replace(block, text=content, start=at, end=at + len(content)))
        at += len(content) + 1
    first = draw(st.integers(0, len(placed) - 1))
    last = draw(st.integers(first, len(placed) - 1))
    start = draw(st.integers(placed[first].start, placed[first].end - 1))
    end = draw(st.integers(max(start, placed[last].start) + 1, placed[last].end))
    report = draw(built(ReportFacts))
    cut = draw(st.frozensets(st.sampled_from([block.start for block in placed])))
    parts = (placed[:first], placed[first : last + 1], placed[last + 1 :])
    return Context(report, start, end, *map(tuple, parts), cut)


queries = built(DecisionQuery, limit=st.integers(1, 50), offset=st.integers(0, 1000))
pages = st.builds(
    Page,
    query=queries,
    found=st.lists(built(DecisionFound), max_size=12).map(tuple),
    older=st.booleans(),
    status=built(Status),
)
groups = built(Group, found=st.lists(built(DecisionFound), min_size=1, max_size=6).map(tuple))
digests = built(Digest, groups=st.lists(groups, min_size=1, max_size=9).map(tuple))
shown_above = hostile.text.map(lambda said: paragraph(said[:300] or "-"))
answers = st.builds(answer_message, made(Answer))

# Types whose parts must agree with each other, as they do wherever they come from.
hostile.know(Context, contexts())
hostile.know(Page, pages)
hostile.know(Digest, digests)
hostile.know(Frame, built(Frame, above=st.lists(shown_above, max_size=2).map(tuple)))
hostile.know(Message, answers)
hostile.know(Followed, built(Followed, name=hostile.text.map(lambda said: f"On {said}")))
GIVEN = {"naming": {"what": st.just("Shared by")}}  # words of ours, under a name that others have
# What is a part of messages, and is tested within them; and what is neither message nor view.
PARTS = {"bot.message.sentence", "bot.manifest.manifest", "bot.values.unpacked"}


def renderers() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the bot that makes a message or view of plain records alone."""
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if module.name == "bot.__main__":
            continue
        for name, function in inspect.getmembers(importlib.import_module(module.name)):
            full = f"{module.name}.{name}"
            own = inspect.isfunction(function) and function.__module__ == module.name
            if own and not name.startswith("_") and full not in PARTS and _renders(function):
                yield full, function


def _renders(function: Callable[..., Any]) -> bool:
    try:
        if get_type_hints(function).get("return") not in (Message, dict[str, Any]):
            return False
        return bool(strategies(function)) or not inspect.signature(function).parameters
    except (Unmakeable, NameError):  # NameError: a type that is there for the type checker alone
        return False


def strategies(function: Callable[..., Any]) -> dict[str, st.SearchStrategy[Any]]:
    """What to call a renderer with."""
    hints = get_type_hints(function)
    parts = {name: made(kind, name) for name, kind in hints.items() if name != "return"}
    return parts | GIVEN.get(function.__name__, {})


class Call:
    """What a renderer is called with; short where a failure prints it."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        self.arguments = arguments

    def __repr__(self) -> str:
        return re.sub(r"(.{1,12}?)\1{3,}", r"\1…", repr(self.arguments))[:3000]


def called(function: Callable[..., Any]) -> st.SearchStrategy[Call]:
    """Calls of a renderer, with hostile text in all that it is called with."""
    return st.fixed_dictionaries(strategies(function)).map(Call)


def surfaces(made_: Message | dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A view; or a message as it is posted, and as it is where its blocks are not shown."""
    if isinstance(made_, dict):
        if made_.get("type") in ("modal", "home"):
            yield made_
        return
    yield {"text": made_.text, "blocks": list(made_.blocks)}
    if made_.plainer:
        yield from surfaces(made_.plainer)


RENDERERS = dict(renderers())
