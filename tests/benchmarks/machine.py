"""What the figures were measured on: the processor, its memory, and versions."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def machine(folder: Path) -> dict[str, str | int | float]:
    """The machine, without its name, and what sort of disk a folder is on."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "system": f"{platform.system()} {platform.machine()}",
        "disk": _file_system(folder),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: _version(name) for name in ("Whoosh", "numpy", "PyStemmer", "tantivy")},
    }


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, "") or platform.processor() or "unknown"


def _file_system(folder: Path) -> str:
    """As "ext4", or "tmpfs" for one in memory."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return "unknown"
    mounted = (line.split()[1:3] for line in mounts.read_text(encoding="utf-8").splitlines())
    held = [(point, kind) for point, kind in mounted if folder.resolve().is_relative_to(point)]
    return max(held, key=lambda one: len(one[0]))[1]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
