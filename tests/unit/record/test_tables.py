from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.publish.export.record_json import record_as_json
from onrecord.record import open_record
from onrecord.record.tables import COLUMNS, table_of
from support.contents import ferry_contents
from support.records import written

CONTENTS = ferry_contents()
RECORD = record_as_json(CONTENTS)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("reports", "report"),
        ("speakers", "speaker"),
        ("attributions", "attribution"),
        ("statements", "statement"),
        ("events", "event"),
    ],
)
def test_each_table_has_a_row_for_each_item_in_the_order_of_the_record(table: str, column: str) -> None:
    assert table_of(CONTENTS, table)[column].to_pylist() == [item["id"] for item in RECORD[table]]
    assert list(table_of(CONTENTS, table).column_names) == list(COLUMNS[table])


def test_attributions_say_what_the_record_format_says() -> None:
    rows = {row["attribution"]: row for row in table_of(CONTENTS, "attributions").to_pylist()}

    for item in RECORD["attributions"]:
        row = rows[item["id"]]
        assert row["speaker_ids"] == item["speakers"]
        assert (row["manner"], row["act"], row["level"]) == (
            item["manner"],
            item["act"],
            item["judgement"]["level"],
        )
        assert (row["statement"], row["report"]) == (item["statement"], item["report"])
        assert len(row["quoted"]) == len(item["quoted"])


def test_an_unknown_day_is_null_and_an_unknown_speaker_nobody() -> None:
    rows = table_of(CONTENTS, "statements").to_pylist()
    (unknown,) = [row for row in rows if row["content"] == "the ferry will be late"]

    assert (unknown["date_from"], unknown["date_basis"], unknown["speakers"]) == (None, None, [])


def test_events_and_speakers_are_counted() -> None:
    (event,) = table_of(CONTENTS, "events").to_pylist()
    (speaker,) = table_of(CONTENTS, "speakers").to_pylist()

    assert (event["statements"], len(event["reports"]), event["story"]) == (
        5,
        3,
        CONTENTS.linked.stories[0].id,
    )
    assert (speaker["name"], speaker["statements"]) == ("Ana Velik", 4)


def test_pandas_and_polars_take_the_tables() -> None:
    polars = pytest.importorskip("polars")
    table = table_of(CONTENTS, "statements")

    assert table.to_pandas()["statement"].tolist() == polars.from_arrow(table)["statement"].to_list()


def test_texts_of_reports_are_left_out_unless_asked_for() -> None:
    assert "text" not in table_of(CONTENTS, "reports").column_names
    assert (
        table_of(CONTENTS, "reports", texts=True)["text"].to_pylist()[0] == CONTENTS.readings[0].report.text
    )


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(RecordError, match="no such table"):
        table_of(CONTENTS, "quotes")


def test_without_pyarrow_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        return None

    monkeypatch.setattr("onrecord.record.tables.find_spec", missing)

    with pytest.raises(RecordError, match=r"pip install 'onrecord\[tables\]'"):
        table_of(CONTENTS, "events")


def test_an_open_record_gives_its_tables(tmp_path: Path) -> None:
    with open_record(written(tmp_path)) as record:
        assert record.table("statements").equals(table_of(CONTENTS, "statements"))
        assert record.table("reports", texts=True).column_names[-1] == "text"
