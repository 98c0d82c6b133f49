"""Front pages as councils print them, each beside the facts that a clerk would read off it.

A file of forms holds, for each: "=== " and its name; a line for each fact ("body: Cabinet",
"key_decision: no", "wards: unknown"); "---"; and the paper, with " → " between cells.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.records import Report
from ingest.pipeline import read_report

_SAID = {"unknown": "None", "yes": "True", "no": "False"}


@dataclass(frozen=True, slots=True)
class Form:
    """A paper's text, its facts as written in the file, and what its warnings must name."""

    name: str
    text: str
    facts: Mapping[str, str]
    warned: tuple[str, ...]
    source: str


def forms_in(path: Path) -> Iterator[Form]:
    """Every form of a file."""
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, paper = part.partition("\n---\n")
        name, *lines = head.splitlines()
        facts = [line.split(": ", 1) for line in lines]
        yield Form(
            name=name,
            text=paper.replace(" → ", "\t").replace("→ ", "\t"),
            facts={key: said for key, said in facts if key not in ("file", "warned of")},
            warned=tuple(said for key, said in facts if key == "warned of"),
            source=next((said for key, said in facts if key == "file"), "paper.txt"),
        )


def misread(form: Form) -> dict[str, tuple[str, str]]:
    """Each fact that was not read as it should be: what it should be, and what was read."""
    report = read_report(form.text.encode(), form.source)
    told = " ".join(report.warnings)
    read = {name: _fact(report, name) for name in form.facts}
    due = {name: _SAID.get(said, said) for name, said in form.facts.items()}
    wrong = {name: (due[name], read[name]) for name in due if due[name] != read[name]}
    return {**wrong, **{name: (name, told) for name in form.warned if name not in told}}


def _fact(report: Report, name: str) -> str:
    return str(report.kind if name == "kind" else getattr(report.front, name))
