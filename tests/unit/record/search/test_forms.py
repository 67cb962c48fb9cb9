from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model.found import Sought
from onrecord.record.search.forms import find_form, suggest_forms

if TYPE_CHECKING:
    from sqlalchemy import Connection


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("fare", "fares"),
        ("waited", "waiting"),
        ("raising", "raise"),
        ("lighthouse", None),
        ("boa", None),
        ("mini", None),
    ],
)
def test_another_form_is_found_as_a_report_writes_it(ferry: Connection, word: str, form: str | None) -> None:
    assert find_form(ferry, word) == form


def test_only_words_that_nothing_holds_are_put_otherwise(ferry: Connection) -> None:
    sought = (
        Sought(text="boats", words=("boats",), held_by=4),
        Sought(text="fare", words=("fare",), held_by=0),
        Sought(text="no-fly", words=("no", "fly"), held_by=0),
    )
    (only,) = suggest_forms(ferry, "boats fare no-fly", sought)

    assert (only.text, only.instead_of, only.put) == ("boats fares no-fly", "fare", "fares")
    assert only.speaker_id is None
