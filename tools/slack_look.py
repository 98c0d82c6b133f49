"""Slack payloads as HTML pages, near enough to Slack's own look to be judged by eye.

Every kind of block that the bot sends is drawn; one that is not known here is an error, so that no
picture leaves anything out.
"""

import html
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Node = dict[str, Any]

_STYLE = (Path(__file__).parent / "slack_look.css").read_text(encoding="utf-8")
_LABEL = "Drawn from what Town Clerk sends to Slack; Slack's own look differs a little."
_INDENT = 24  # pixels that a list is set in by


def page(parts: Sequence[str], *, dark: bool = False) -> str:
    """A page of messages, modals or a home tab."""
    look = ' class="dark"' if dark else ""
    inside = "".join(parts)
    head = f'<meta charset="utf-8"><style>{_STYLE}</style>'
    return f'{head}<body{look}><div class="page">{inside}<p class="label">{_LABEL}</p></div>'


def said(name: str, text: str) -> str:
    """What a person wrote."""
    return f'<p class="who">{_safe(name)}</p><p>{_safe(text)}</p>'


def message(payload: Node, *, private: bool = False) -> str:
    """A message of the bot, which everyone sees or one person alone."""
    note = " <small>Only visible to you</small>" if private else " <small>App</small>"
    body = blocks(payload.get("blocks") or []) or f"<p>{_marked(payload.get('text', ''))}</p>"
    return f'<p class="who">Town Clerk{note}</p>{body}'


def modal(view: Node) -> str:
    """A modal with its title and buttons."""
    title, close = _safe(view["title"]["text"]), (view.get("close") or {}).get("text", "Close")
    submit = view.get("submit")
    buttons = _button(close, "") + (_button(submit["text"], "primary") if submit else "")
    inside = blocks(view["blocks"])
    head, foot = f"<header>{title}</header>", f"<footer>{buttons}</footer>"
    return f'<div class="modal">{head}<div>{inside}</div>{foot}</div>'


def blocks(given: Sequence[Node]) -> str:
    """Blocks in order."""
    return "".join(map(_drawn, given))


def _drawn(node: Node) -> str:
    draw = _DRAWN.get(node["type"])
    if draw is None:
        raise ValueError(f"No picture can be made of a block of type {node['type']}.")
    return draw(node)


def _safe(text: str) -> str:
    return html.escape(text, quote=False)


def _marked(text: str) -> str:
    """Slack's mark-up: escapes are as they are, and links, bold and dates are few."""
    text = re.sub(r"<(https?://[^|>]+)\|([^>]+)>", r'<a href="\1">\2</a>', text)
    text = re.sub(r"<@(\w+)>", r"<a>@\1</a>", text)
    text = re.sub(r"<#(\w+)(?:\|[^>]*)?>", r"<a>#\1</a>", text)
    text = re.sub(r"<!date\^\d+\^[^|>]*\|([^>]*)>", r"\1", text)
    return re.sub(r"(?<!\w)\*([^*\n]+)\*(?!\w)", r"<b>\1</b>", text)


def _text(node: Node) -> str:
    return _marked(node["text"]) if node["type"] == "mrkdwn" else _safe(node["text"])


def _inside(node: Node) -> str:
    return "".join(map(_drawn, node.get("elements", ())))


def _styled(node: Node) -> str:
    words = _safe(node["text"])
    for name, tag in (("bold", "b"), ("italic", "i"), ("strike", "s"), ("code", "code")):
        words = f"<{tag}>{words}</{tag}>" if (node.get("style") or {}).get(name) else words
    return words


def _link(node: Node) -> str:
    return f'<a href="#">{_safe(node.get("text") or node["url"])}</a>'


def _list(node: Node) -> str:
    tag = "ol" if node.get("style") == "ordered" else "ul"
    margin = _INDENT * (1 + node.get("indent", 0))
    items = "".join(f"<li>{_drawn(item)}</li>" for item in node["elements"])
    return f'<{tag} style="margin:4px 0;padding-left:{margin}px">{items}</{tag}>'


def _button(text: str, style: str) -> str:
    return f'<span class="button {style}">{_safe(text)}</span>'


def _any_button(node: Node) -> str:
    return _button(node["text"]["text"], node.get("style") or "")


def _menu(node: Node) -> str:
    options = " · ".join(option["text"]["text"] for option in node.get("options", ()))
    return f'<span class="button" title="{html.escape(options)}">⋮</span>'


def _chosen(node: Node) -> str:
    option = node.get("initial_option") or {}
    words = (option.get("text") or node.get("placeholder") or {"text": "Choose…"})["text"]
    return f'<span class="field">{_safe(node.get("initial_date") or words)} ▾</span>'


def _typed(node: Node) -> str:
    words = node.get("initial_value") or (node.get("placeholder") or {"text": " "})["text"]
    return f'<div class="field">{_safe(words)}</div>'


def _choices(node: Node) -> str:
    sign = "○" if node["type"] == "radio_buttons" else "☐"
    return "".join(f"<p>{sign} {_safe(o['text']['text'])}</p>" for o in node["options"])


def _section(node: Node) -> str:
    words = f"<p>{_text(node['text'])}</p>" if node.get("text") else ""
    words += "".join(f"<p>{_text(field)}</p>" for field in node.get("fields", ()))
    beside = node.get("accessory")
    return f'<div class="row"><div>{words}</div>{_drawn(beside)}</div>' if beside else words


def _input(node: Node) -> str:
    optional = ' <span class="small">(optional)</span>' if node.get("optional") else ""
    hint = f'<p class="small">{_safe(node["hint"]["text"])}</p>' if node.get("hint") else ""
    return f"<label>{_safe(node['label']['text'])}{optional}</label>{_drawn(node['element'])}{hint}"


def _feedback(node: Node) -> str:
    both = (node["positive_button"], node["negative_button"])
    return "".join(_button(one["text"]["text"], "") for one in both)


def _table(node: Node) -> str:
    head, *rows = node["rows"]
    caption = f'<p class="small">{_safe(node["caption"])}</p>' if node.get("caption") else ""
    shown = rows[: node.get("page_size", len(rows))]
    drawn = _row(head, "th") + "".join(_row(row, "td") for row in shown)
    more = f'<p class="small">1–{len(shown)} of {len(rows)}</p>' if len(shown) < len(rows) else ""
    return f"{caption}<table>{drawn}</table>{more}"


def _row(cells: Sequence[Node], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_cell(cell)}</{tag}>' for cell in cells)}</tr>"


def _cell(cell: Node) -> str:
    if cell["type"] == "rich_text":
        return _inside(cell)
    return _safe(str(cell.get("text", cell.get("value", ""))))


def _date(node: Node) -> str:
    day = datetime.fromtimestamp(node["timestamp"], UTC)
    return _safe(node.get("fallback") or f"{day:%d %B %Y}")


_DRAWN: dict[str, Callable[[Node], str]] = {
    "header": lambda node: f"<h3>{_text(node['text'])}</h3>",
    "divider": lambda _: "<hr>",
    "section": _section,
    "context": lambda node: f'<p class="small">{_inside(node)}</p>',
    "actions": lambda node: f"<div>{_inside(node)}</div>",
    "context_actions": lambda node: f"<div>{_inside(node)}</div>",
    "input": _input,
    "rich_text": _inside,
    "rich_text_section": lambda node: f"<p>{_inside(node)}</p>",
    "rich_text_quote": lambda node: f"<blockquote>{_inside(node)}</blockquote>",
    "rich_text_preformatted": lambda node: f"<pre>{_inside(node)}</pre>",
    "rich_text_list": _list,
    "text": _styled,
    "link": _link,
    "user": lambda node: f"<a>@{_safe(node['user_id'])}</a>",
    "channel": lambda node: f"<a>#{_safe(node['channel_id'])}</a>",
    "date": _date,
    "plain_text": _text,
    "mrkdwn": _text,
    "button": _any_button,
    "overflow": _menu,
    "feedback_buttons": _feedback,
    "static_select": _chosen,
    "conversations_select": _chosen,
    "datepicker": _chosen,
    "plain_text_input": _typed,
    "radio_buttons": _choices,
    "checkboxes": _choices,
    "data_table": _table,
    "table": _table,
}
