"""Sets of questions, one JSON object a line, with where their evidence stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from index.errors import BadQuestions
from index.records import QuestionKind, Standing

Missing = Literal["fact", "paper", "nonsense", "reference"]
Half = Literal["develop", "report"]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where evidence stands: a paper, by the end of its path, and the hash of its words.

    ``where`` helps a reader find it ("paragraph 16", "row Procurement"); it is not compared.
    """

    source: str
    hash: str
    where: str = ""


class SetQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question and what a right answer to it cites.

    ``evidence`` holds every place that answers; it is empty where nothing does, and ``missing``
    then says what is not there: a fact of a topic that is held, the paper, all sense, or what it
    refers to.
    ``conversation`` has what the same asker asked before, the oldest first. ``half`` is "develop"
    for questions the product was made better with, "report" for those kept apart.
    """

    id: str
    question: str
    kind: QuestionKind
    half: Half
    evidence: tuple[Place, ...] = ()
    missing: Missing | None = None
    standing: Standing | None = None
    conversation: tuple[str, ...] = ()


def read_questions(files: Sequence[Path]) -> list[SetQuestion]:
    """Every question of some files.

    Raises BadQuestions for a line that is none, an id that is there twice, or a question that has
    both evidence and something missing, or neither.
    """
    found = [question for path in files for question in _in_file(path)]
    seen: set[str] = set()
    for question in found:
        if question.id in seen:
            raise BadQuestions(f"The question {question.id} is there twice. Give one another id.")
        seen.add(question.id)
    return found


def _in_file(path: Path) -> list[SetQuestion]:
    lines = path.read_text(encoding="utf-8").splitlines()
    numbered = ((n, line) for n, line in enumerate(lines, 1) if line.strip())
    return [_question(line, f"{path.name}, line {n}") for n, line in numbered]


def _question(line: str, where: str) -> SetQuestion:
    try:
        question = msgspec.json.decode(line, type=SetQuestion)
    except msgspec.MsgspecError as error:
        raise BadQuestions(f"{where} is no question: {error}. Mend it.") from error
    if bool(question.evidence) == bool(question.missing):
        raise BadQuestions(f"{where}: a question has evidence, or says what is missing. Mend it.")
    return question
