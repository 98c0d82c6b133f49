"""Front pages in the forms of many councils are read as a committee clerk reads them."""

from pathlib import Path

import pytest

from support.forms import Form, forms_in, misread

_FORMS = [
    form
    for path in sorted((Path(__file__).parent / "forms").glob("*.txt"))
    for form in forms_in(path)
]


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.name)
def test_each_form_gives_its_facts_and_no_others(form: Form) -> None:
    assert misread(form) == {}


def test_there_are_forms_of_every_kind() -> None:
    kinds = [form.facts.get("kind") for form in _FORMS]
    assert {"report", "minutes", "decision", "agenda", "other"} <= set(kinds)
    assert len(_FORMS) >= 99
