"""What is refused in messages and views is named, so that a test that fails says why."""

from typing import Any

import pytest

from support.block_kit import message_problems, problems, view_problems

Tree = dict[str, Any]


def plain(text: str) -> Tree:
    return {"type": "plain_text", "text": text}


def button(name: str = "go", **more: Any) -> Tree:
    return {"type": "button", "action_id": name, "text": plain("Go"), **more}


def actions(*elements: Tree, **more: Any) -> Tree:
    return {"type": "actions", "elements": list(elements), **more}


def section(text: str, kind: str = "mrkdwn") -> Tree:
    return {"type": "section", "text": {"type": kind, "text": text}}


def rich(*elements: Tree) -> Tree:
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": list(elements)}],
    }


def table(rows: int, kind: str = "data_table", text: str = "x", **more: Any) -> Tree:
    head = {"caption": "Decisions"} if kind == "data_table" else {}
    cells = [[{"type": "raw_text", "text": text}] * 2] * rows
    return {"type": kind, "rows": cells, **head, **more}


INPUT = {
    "type": "input",
    "label": plain("Why?"),
    "element": {"type": "plain_text_input", "action_id": "why"},
}
FORM = {"type": "modal", "title": plain("Form"), "submit": plain("Send"), "blocks": [INPUT]}


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (section("<!channel>"), "an unescaped mark in mrkdwn of a section: <!channel>"),
        (section("<@U0NOBODY> said"), "an unescaped mark in mrkdwn of a section: <@U0NOBODY>"),
        (section("<javascript:x|minutes>"), "an unescaped mark"),
        (section("a < b"), "an unescaped mark"),
        (section("\ud800"), "half a character, '\\ud800'"),
        (section(""), "empty text"),
        (section("x" * 3001), "3001 characters in the text of a section"),
        (actions(button(value="x" * 2001)), "2001 characters in the value of a button"),
        (actions(button(text=plain("x" * 76))), "76 characters in the text of a button"),
        (actions(button(text=plain(" "))), "a button that says nothing"),
        (actions(button(), button()), "action_id go is twice in a block"),
        (actions(*(button(f"b{n}") for n in range(26))), "more than 25 elements in a actions"),
        (actions(), "no elements in a actions"),
        (rich({"type": "broadcast", "range": "channel"}), "a broadcast to everybody"),
        (rich({"type": "link", "url": "https://x.gov.uk"}), "a link without words for it"),
        (table(1), "1 rows in a data_table"),
        (table(102), "102 rows in a data_table"),
        (table(2, caption=" "), "a table without a caption"),
        (table(51, text="x" * 100), "10200 characters in a data_table"),
        (table(101, "table"), "101 rows in a table"),
        ({**table(2), "page_size": 101}, "pages of 101 rows"),
        (
            {"type": "image", "image_url": "https://x.gov.uk/i.png", "alt_text": ""},
            "an image without words for it",
        ),
    ],
)
def test_a_block_is_refused_with_the_reason(block: Tree, reason: str) -> None:
    assert any(reason in problem for problem in problems([block])), problems([block])


@pytest.mark.parametrize(
    "block",
    [
        section("&lt;!channel&gt; <https://x.gov.uk/a|the minutes> & <@U0STAFF>"),
        section("<!date^1700000000^{date_long}|14 November 2023>"),
        actions(button(), button("other")),
        table(101),
        rich({"type": "text", "text": "<!channel>\u202e"}, {"type": "user", "user_id": "U0STAFF"}),
    ],
)
def test_a_block_that_slack_shows_is_not_refused(block: Tree) -> None:
    assert problems([block]) == []


@pytest.mark.parametrize(
    ("blocks", "reason"),
    [
        ([section("a")] * 51, "51 blocks"),
        ([], "0 blocks"),
        ([table(2), table(2, "table")], "only_one_table_allowed"),
        ([{**section("a"), "block_id": "one"}] * 2, "block_id one is used twice"),
        ([section("x" * 2900)] * 5, "msg_blocks_too_long: 14500 characters"),
        ([{"type": "markdown", "text": "x" * 7000}] * 2, "14000 characters of markdown"),
        ([{"type": "alert", "text": plain("x"), "level": "info"}], "no alert belongs in a message"),
    ],
)
def test_blocks_together_are_refused_with_the_reason(blocks: list[Tree], reason: str) -> None:
    assert any(reason in problem for problem in problems(blocks)), problems(blocks)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ({"text": ""}, "no text"),
        ({"text": "x" * 4001}, "4001 characters in the message's text"),
        ({"text": "for <!here>"}, "an unescaped mark in the message's text"),
    ],
)
def test_a_message_is_refused_with_the_reason(message: Tree, reason: str) -> None:
    found = message_problems(message | {"blocks": [section("a")]})
    assert any(reason in problem for problem in found), found


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"title": plain("x" * 25)}, "the view's title has more than 24 characters"),
        ({"submit": None}, "a form without a button"),
        ({"private_metadata": "x" * 3001}, "the view's private_metadata has more than 3000"),
        ({"blocks": [table(2)]}, "no data_table belongs in a modal"),
        ({"type": "home"}, "a view of type home where a modal belongs"),
        ({"blocks": [section("x" * 2999, "plain_text")] * 90}, "view_too_large"),
    ],
)
def test_a_view_is_refused_with_the_reason(change: Tree, reason: str) -> None:
    found = view_problems({**FORM, **change}, "modal")
    assert any(reason in problem for problem in found), found


def test_a_form_that_slack_shows_is_not_refused() -> None:
    assert view_problems(FORM, "modal") == []
