from __future__ import annotations

import sys
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.stores.postgresql_address import (
    is_address,
    read_address,
    without_secrets,
    written_address,
)

TEAM = "postgresql://ana:tide%20table@db.example:5433/news?schema=quay&sslmode=require"


def test_libpq_gets_all_but_the_schema_and_nobody_sees_the_password() -> None:
    address = read_address(TEAM)

    assert address.conninfo == "postgresql://ana:tide%20table@db.example:5433/news?sslmode=require"
    assert address.schema == "quay"
    assert address.shown == "postgresql://ana@db.example:5433/news?schema=quay"
    assert "tide" not in repr(address)


def test_a_record_stands_in_a_schema_of_its_own_where_none_is_named() -> None:
    address = read_address("postgresql:///news?host=/run/db")

    assert (address.schema, address.shown) == ("onrecord", "postgresql://%2Frun%2Fdb/news")


@pytest.mark.parametrize(
    "written",
    [
        "postgresql://ana:tide@[::1/news",
        "postgresql://ana:tide@db.example/news?nothing=1",
        "postgresql://ana:tide@db.example:x/news?tide",
    ],
)
def test_what_cannot_be_read_is_told_without_the_password(written: str) -> None:
    with pytest.raises(
        RecordError, match="the address of the database cannot be read; write postgresql://"
    ) as told:
        read_address(written)
    assert "tide" not in str(told.value)
    assert told.value.__suppress_context__


@pytest.mark.parametrize("name", ["", "pg_catalog", "Quay", "a-b", 'a"b', "x" * 42])
def test_a_schema_has_a_plain_name(name: str) -> None:
    with pytest.raises(RecordError, match="is no name of a schema"):
        read_address(f"postgresql://db.example/news?schema={name}")


def test_a_missing_library_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(
        RecordError, match=r"needs psycopg; install it with `pip install 'onrecord\[postgresql\]'`"
    ):
        read_address(TEAM)


def test_an_address_taken_for_a_path_is_one_again() -> None:
    assert written_address(Path(TEAM)) == TEAM
    assert is_address(Path(TEAM))
    assert not is_address(Path("postgresql/story.db"))
    assert not is_address("story.db")


def test_passwords_are_left_out_of_any_sentence() -> None:
    told = without_secrets(f"no such file: {TEAM} or {Path(TEAM)} or postgresql://h/d?password=tide&x=1")

    assert "tide" not in told
    assert "postgresql://ana:…@db.example:5433/news" in told
    assert without_secrets("story.db: https://a:b@c.example") == "story.db: https://a:b@c.example"
