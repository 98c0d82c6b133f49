"""The command that scores answers against sets of questions."""

from pathlib import Path

import click

from index.doors import pass_folder, print_json
from index.evaluation.asking import Asked, ask_all
from index.evaluation.questions import read_questions
from index.evaluation.shown import document, tables
from index.library import open_library


@click.command()
@click.argument("questions", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--misses", is_flag=True, help="Name each question that went wrong.")
@pass_folder
def evaluate(folder: Path, questions: tuple[Path, ...], as_json: bool, misses: bool) -> None:
    """Score answers against sets of QUESTIONS (JSONL), beside a plain full-text search."""
    with open_library(folder) as library:
        asked = list(ask_all(library, read_questions(questions)))
    if as_json:
        print_json(document(asked))
        return
    for line in tables(asked):
        click.echo(line)
    for one in asked:
        if one.is_lost or (misses and _went_wrong(one)):
            click.echo(_told(one))


def _went_wrong(one: Asked) -> bool:
    if one.is_answerable:
        return one.rank != 1 or one.answer.status != "answered" or one.right_standing is False
    return one.answer.status == "answered"


def _told(one: Asked) -> str:
    if one.is_lost:
        return f"{one.question.id}: its evidence is not in the papers held"
    where = f"evidence at {one.rank}, paper at {one.paper_rank}"
    lacking = f"missing {one.question.missing}" if one.question.missing else where
    read = f" (read as: {one.answer.read_as})" if one.answer.read_as else ""
    return f"{one.question.id} {one.answer.status}, {lacking}: {one.question.question}{read}"
