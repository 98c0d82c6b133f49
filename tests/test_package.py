"""What is installed: the three packages and the front door, and nothing in their place."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import bot
import index
import ingest
from support.commands import ROOT


@pytest.mark.parametrize("package", [bot, index, ingest])
def test_no_other_distribution_shadows_a_package(package: object) -> None:
    assert Path(str(getattr(package, "__file__", None))).parent.parent == ROOT


def test_the_wheel_holds_the_packages_and_the_front_door(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert held == {"bot", "index", "ingest", "townclerk.py", "townclerk-0.1.0.dist-info"}
