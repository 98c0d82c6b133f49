"""The bot's library: asked at once, whatever an ingest that was killed has left undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import papers as bot_papers
from bot.papers import Papers
from index.checking import disagreements
from index.errors import NothingIngested
from index.lock import FILE_NAME as LOCK_NAME
from index.shelf import open_shelf
from support.broken_off import WORDS, broken_off


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_shelf(tmp_path / "data"):
        pass
    return tmp_path / "data"


@pytest.fixture
def papers(data: Path) -> Iterator[Papers]:
    opened = Papers(data)
    yield opened
    opened.close()


def answered(papers: Papers) -> list[str]:
    citations = papers.library().ask("How many gates does the council keep?").citations
    return [cited.excerpt for cited in citations]


def let_finish(papers: Papers) -> None:
    """Until what is being done in the background is done."""
    if papers._finishing:
        papers._finishing.join()


def test_what_was_broken_off_before_the_bot_began_is_finished(papers: Papers, data: Path) -> None:
    broken_off(data)
    papers.library()
    let_finish(papers)
    assert answered(papers) == [WORDS]
    assert disagreements(data) == []


def test_what_is_broken_off_while_the_bot_runs_is_finished(
    papers: Papers, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_papers, "_LOOK_EVERY", 0.0)
    assert answered(papers) == []
    broken_off(data)
    papers.library()
    let_finish(papers)
    assert answered(papers) == [WORDS]


def test_what_cannot_be_finished_keeps_nobody_from_being_answered(
    papers: Papers, data: Path
) -> None:
    broken_off(data)
    (data / LOCK_NAME).unlink()
    (data / LOCK_NAME).symlink_to(data / "nowhere" / "at all")
    assert answered(papers) == []
    let_finish(papers)
    assert "yet to be told of: 1" in disagreements(data)[0]


def test_before_anything_is_ingested_that_is_told_and_tried_again(tmp_path: Path) -> None:
    papers = Papers(tmp_path / "data")
    with pytest.raises(NothingIngested):
        papers.library()
    with open_shelf(tmp_path / "data"):
        pass
    assert papers.library().status().reports == 0
    papers.close()
