import io
from datetime import date

import polars as pl
import pytest

from onrecord.errors import RecordError
from onrecord.publish.export.chosen import Chosen, Part, find_chosen
from onrecord.publish.export.parquet import write_parquet
from onrecord.record.tables import COLUMNS
from support.readers import reader
from support.taken import NASTY, attributions_of, ferry, saying, words_of

PARQUET = reader("pyarrow.parquet")

CONTENTS = ferry()


@pytest.mark.parametrize("table", COLUMNS)
def test_each_table_is_read_alike_by_two_readers(table: str) -> None:
    payload = write_parquet(CONTENTS, Chosen(table=table))
    arrow = PARQUET.read_table(io.BytesIO(payload))

    assert arrow.column_names == list(COLUMNS[table])
    assert pl.read_parquet(io.BytesIO(payload)).to_dicts() == arrow.to_pylist()
    assert arrow.num_rows


def test_words_and_days_are_exactly_the_records() -> None:
    rows = pl.read_parquet(io.BytesIO(write_parquet(CONTENTS, Chosen()))).to_dicts()

    for row in rows:
        one = attributions_of(CONTENTS)[row["attribution"]]
        assert row["content"] == " ".join(words_of(CONTENTS, one))
        assert (row["start"], row["end"]) == (one.content[0].start, one.content[-1].end)
    assert {row["published_from"] for row in rows} == {None, date(2010, 3, 4), date(2021, 3, 4)}


def test_a_part_has_only_its_rows() -> None:
    choice = find_chosen(CONTENTS, Part.STATEMENT, "S1")

    assert pl.read_parquet(io.BytesIO(write_parquet(CONTENTS, choice))).height == 3


def test_the_same_record_gives_the_same_bytes() -> None:
    assert write_parquet(CONTENTS, Chosen()) == write_parquet(ferry(), Chosen())


@pytest.mark.parametrize("words", NASTY)
def test_any_words_survive_or_are_told_as_changed(words: str) -> None:
    table = PARQUET.read_table(io.BytesIO(write_parquet(saying(words), Chosen())))
    (row,) = table.to_pylist()
    changed = int(table.schema.metadata[b"cells_changed"])

    assert row["content"] == words.replace("\ud83d", "\ufffd")
    assert (changed > 0) == (row["content"] != words)


def test_full_texts_stand_in_it_only_when_asked_for() -> None:
    asked = pl.read_parquet(io.BytesIO(write_parquet(CONTENTS, Chosen(table="reports", texts=True))))

    assert (
        "text"
        not in PARQUET.read_table(io.BytesIO(write_parquet(CONTENTS, Chosen(table="reports")))).column_names
    )
    assert asked["text"].to_list() == [reading.report.text for reading in CONTENTS.readings]


def test_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(RecordError, match="no such table; there are reports, speakers"):
        write_parquet(CONTENTS, Chosen(table="quotes"))
