"""A folder that is made once, and is put back as it was before each test that changes it."""

import shutil
from pathlib import Path


class Kept:
    """It keeps its place, as what was read from files is known by where they lie."""

    def __init__(self, folder: Path) -> None:
        """Keep a copy of it as it is now."""
        self._folder, self._copy = folder, folder.with_name(f"{folder.name} kept")
        shutil.copytree(folder, self._copy)

    def put_back(self) -> Path:
        """The folder as it was."""
        shutil.rmtree(self._folder)
        return Path(shutil.copytree(self._copy, self._folder))
