from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.statement import Linked
from onrecord.record import check
from onrecord.record.contents.basis import rebuild_indexes
from onrecord.record.stores.transactions import writing_to
from support.contents import ferry_contents
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model.contents import Contents
    from support.stores import Places


def basis_of(path: Path | str) -> Contents:
    with writing_to(path) as connection:
        return rebuild_indexes(connection)


def test_what_was_read_comes_back_even_where_all_that_is_shared_is_gone(places: Places) -> None:
    path = tampered(written(places), "DELETE FROM variants", "DELETE FROM events", "DROP TABLE variant_words")
    whole = ferry_contents()

    basis = basis_of(path)

    assert (basis.readings, basis.made_with, basis.problems) == (
        whole.readings,
        whole.made_with,
        whole.problems,
    )
    assert basis.linked == Linked()


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (
            "UPDATE captures SET payload = payload || {more}",
            "what came in or was read is not as it was written",
        ),
        ("UPDATE attributions SET act = 'request'", "what came in or was read is not as it was written"),
        (
            "UPDATE made_with SET value = '1999' WHERE name = 'first'",
            "what the record was made with, or what persons said",
        ),
        ("DELETE FROM seals", "what came in or was read is not as it was written"),
    ],
)
def test_what_was_changed_itself_is_refused_and_left(statement: str, reason: str, places: Places) -> None:
    path = tampered(written(places), statement.format(more=places.payload("21")))
    before = check(path)

    with pytest.raises(RecordError, match=reason):
        basis_of(path)
    assert check(path) == before != ()
