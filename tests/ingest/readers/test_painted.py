"""Words in the colour of what is behind them are not quoted; words that can be seen are."""

import pytest

from index.blacked_out import SIGN
from ingest.pages import Paper, Para
from ingest.readers import html, odt
from ingest.readers.left_out import HIDDEN
from support.odts import odt as text_of

SECRET = "The offer was low."


def said(paper: Paper) -> str:
    return " ".join(
        part.text if isinstance(part, Para) else " ".join(map(" ".join, part.rows))
        for part in paper.parts
    )


def page(body: str, sheet: str = "") -> Paper:
    head = f"<head><style>{sheet}</style></head>" if sheet else ""
    return html.read(f"<html>{head}<body><p>Above.</p>{body}</body></html>".encode())


def cells(behind: str, letters: str) -> str:
    first = f'<td {behind}><b style="{letters}">{SECRET}</b></td>'
    return f"<table><tr>{first}<td>x</td></tr></table>"


@pytest.mark.parametrize(
    "body",
    [
        f'<p>So <span style="color:#000;background:#000">{SECRET}</span></p>',
        f'<p>So <span style="background-color: black">{SECRET}</span></p>',
        f'<p style="color: rgb(0,0,0); background: rgb(0, 0, 0)">{SECRET}</p>',
        cells('bgcolor="#000"', "color:#111"),
    ],
)
def test_words_of_a_web_page_that_are_blacked_out_are_a_bad_redaction(body: str) -> None:
    paper = page(body)
    assert SECRET not in said(paper)
    assert SIGN in said(paper)
    assert paper.redacted


@pytest.mark.parametrize(
    "body",
    [
        f'<p>So <span style="color:white">{SECRET}</span></p>',
        f'<div>So<p style="background:#fff;color:#fff">{SECRET}</p></div>',
        f'<p>So <font color="white">{SECRET}</font></p>',
    ],
)
def test_white_words_on_a_white_web_page_are_left_out(body: str) -> None:
    paper = page(body)
    assert said(paper) == "Above. So"
    assert HIDDEN in paper.warnings
    assert not paper.redacted


@pytest.mark.parametrize("style", ["opacity:0", "font-size: 0px", "visibility:hidden"])
def test_words_of_a_web_page_that_take_no_room_are_left_out(style: str) -> None:
    assert said(page(f'<p style="{style}">{SECRET}</p>')) == "Above."


@pytest.mark.parametrize(
    ("body", "sheet"),
    [
        (f'<p style="background:#000;color:#fff">{SECRET}</p>', ""),
        (cells('style="background:#036"', "color:#fff"), ""),
        (f'<div class="hero"><p style="color:#fff">{SECRET}</p></div>', ".hero{background:#003}"),
        (f'<div style="color:#fff">x<span style="color:#000">{SECRET}</span></div>', ""),
        (f'<div style="background:url(x.png)"><p style="color:white">{SECRET}</p></div>', ""),
        (f'<p style="font-size:0.9em;opacity:0.9">{SECRET}</p>', ""),
        (f'<p><span style="background:yellow">{SECRET}</span></p>', ""),
    ],
)  # fmt: skip
def test_words_of_a_web_page_that_can_be_seen_are_kept(body: str, sheet: str) -> None:
    assert SECRET in said(page(body, sheet))


SPAN = f'<text:p>So <text:span text:style-name="T">{SECRET}</text:span> it is.</text:p>'
CELLS = "".join(
    f"<table:table-cell>{inside}</table:table-cell>" for inside in ("<text:p>A</text:p>", SPAN)
)
TABLE = f"<table:table><table:table-row>{CELLS}</table:table-row></table:table>"


def document(letters: str, body: str = SPAN) -> Paper:
    properties = f"<style:text-properties {letters}/>"
    style = f'<style:style style:name="T" style:family="text">{properties}</style:style>'
    return odt.read(text_of(body, style))


@pytest.mark.parametrize(
    ("letters", "left"),
    [
        ('fo:color="#000000" fo:background-color="#000000"', f"So {SIGN} it is."),
        ('fo:color="#ffffff" fo:background-color="#ffffff"', "So it is."),
        ('fo:color="#ffffff"', "So it is."),
    ],
)
def test_words_of_an_opendocument_text_painted_over_are_left_out(letters: str, left: str) -> None:
    paper = document(letters)
    assert said(paper) == left
    assert HIDDEN in paper.warnings
    assert paper.redacted == (SIGN in left)


@pytest.mark.parametrize(
    ("letters", "body"),
    [
        ('fo:color="#ffffff" fo:background-color="#000000"', SPAN),
        ('fo:background-color="#000000"', SPAN),  # such letters are printed white
        ('fo:background-color="#ffff00"', SPAN),
        ('fo:color="#000000"', SPAN),
        ('fo:color="#ffffff"', TABLE),  # a cell may be dark
    ],
)
def test_words_of_an_opendocument_text_that_can_be_seen_are_kept(letters: str, body: str) -> None:
    assert SECRET in said(document(letters, body))


def test_white_words_before_a_picture_of_an_opendocument_text_are_kept() -> None:
    behind = '<style:graphic-properties style:run-through="background"/>'
    white = '<style:text-properties fo:color="#ffffff"/>'
    styles = (
        f'<style:style style:name="P" style:family="graphic">{behind}</style:style>'
        f'<style:style style:name="T" style:family="text">{white}</style:style>'
    )
    assert SECRET in said(odt.read(text_of(SPAN, styles)))
