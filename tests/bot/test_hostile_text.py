"""Whatever a paper, a name or a question says, no message or view is refused, misread or forged.

Every function of the bot that makes a message or a view from plain records is found by its types
and given text that no council would write, in every field.
"""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from support.block_kit import message_problems, view_problems
from support.block_limits import nodes
from support.renderers import RENDERERS, called, surfaces
from support.workspace import CHANNELS, USERS


def test_the_renderers_are_found() -> None:
    known = {
        "bot.answers.blocks.answer_message",
        "bot.answers.citing.cite_view",
        "bot.answers.context_view.context_view",
        "bot.decisions.blocks.decisions_message",
        "bot.following.digest_blocks.digest_message",
        "bot.records.feedback.feedback_form",
        "bot.following.blocks.following_message",
        "bot.administration.ingest_blocks.finished_message",
    }
    assert known <= set(RENDERERS)


@pytest.mark.parametrize("name", RENDERERS)
@settings(
    deadline=None,
    max_examples=12,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking 100 kB takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_any_text_is_shown_as_text(name: str, data: st.DataObject) -> None:
    call = data.draw(called(RENDERERS[name]))
    for shown in surfaces(RENDERERS[name](**call.arguments)):
        assert unfit(shown) == []
        assert forged(shown) == []


def unfit(shown: dict[str, Any]) -> list[str]:
    """What Slack would refuse."""
    json.dumps(shown, ensure_ascii=False).encode()
    if "type" in shown:
        return view_problems(shown, shown["type"])
    return message_problems(shown) if shown["text"] or shown["blocks"] else []


def forged(shown: dict[str, Any]) -> list[str]:
    """What mentions anybody, or leads anywhere, that only text from elsewhere named."""
    found = []
    for node in nodes(shown):
        kind = node.get("type")
        if kind in ("broadcast", "usergroup", "team", "emoji"):
            found.append(str(node))
        if kind in ("user", "channel") and node[f"{kind}_id"] not in {*USERS, *CHANNELS}:
            found.append(str(node))
        if "url" in node and not str(node["url"]).startswith(("https://", "http://")):
            found.append(str(node["url"])[:80])
    return found
