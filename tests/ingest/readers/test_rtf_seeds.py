"""A real report saved as Rich Text is understood as its other copies are."""

from pathlib import Path

import pytest

from index.records import Report
from ingest.pipeline import read_report
from support.office import SOFFICE, converted

SEEDS = sorted((Path(__file__).parents[4] / "shared" / "seeds").glob("*.txt"))

pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not there"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seeds")


def _understood(seed: Path, kind: str, folder: Path) -> Report:
    path = converted(SEEDS, kind, folder / kind)[seed.stem]
    return read_report(path.read_bytes(), f"seeds/{seed.stem}.{kind}")


@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_a_report_in_rich_text_says_what_its_other_copy_says(
    seed: Path, kind: str, folder: Path
) -> None:
    rich, other = _understood(seed, "rtf", folder), _understood(seed, kind, folder)
    assert rich.text == other.text
    assert rich.blocks == other.blocks
    assert (rich.kind, rich.access, rich.front) == (other.kind, other.access, other.front)
    assert (rich.decisions, rich.leads) == (other.decisions, other.leads)
    assert rich.abbreviations == other.abbreviations
    assert rich.decisions
