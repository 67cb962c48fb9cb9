from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.stores.file_store import FileStore
from onrecord.record.stores.postgresql_store import PostgresStore
from onrecord.record.stores.store import refuse_to_replace, store_of


@pytest.mark.parametrize("place", ["story.db", Path("story.db"), "postgresql.db", "postgresql"])
def test_a_path_leads_to_a_file(place: str | Path) -> None:
    store = store_of(place)

    assert isinstance(store, FileStore)
    assert str(store) == str(place)
    assert store_of(store) is store


@pytest.mark.parametrize(
    "place",
    ["postgresql://db.example/news", "POSTGRES://db.example/news", Path("postgresql://db.example/news")],
)
def test_an_address_leads_to_a_database(place: str | Path) -> None:
    store = store_of(place)

    assert isinstance(store, PostgresStore)
    assert str(store) == "postgresql://db.example/news"


def test_what_is_no_record_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("keep me", encoding="utf-8")

    with pytest.raises(RecordError, match="not an onrecord record, left as it is"):
        refuse_to_replace(tmp_path / "notes.txt")
