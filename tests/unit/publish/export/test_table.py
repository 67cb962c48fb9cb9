from __future__ import annotations

import csv
import io
from copy import deepcopy
from typing import Any

import pytest

from onrecord.publish.export import record_as_json, write_csv
from onrecord.publish.export.table import COLUMNS, rows_of
from support.contents import ferry_contents
from support.readers import reader
from support.taken import NASTY, saying

PANDAS = reader("pandas")

RECORD = record_as_json(ferry_contents())


def read_table(record: dict[str, Any], *, guarded: bool = False) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    write_csv(record, file, guarded=guarded)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


def record_saying(words: str) -> dict[str, Any]:
    """Return a record whose first attribution is all of its report's text, `words`."""
    record = deepcopy(RECORD)
    attribution = record["attributions"][0]
    report = next(report for report in record["reports"] if report["id"] == attribution["report"])
    report["text"] = words
    attribution |= {"content": [[0, len(words)]], "quoted": [], "source": None, "cue": None}
    record["attributions"] = [attribution]
    return record


def test_there_is_a_row_for_each_attribution_with_every_column() -> None:
    rows = read_table(RECORD)

    assert len(rows) == len(RECORD["attributions"])
    assert all(tuple(row) == COLUMNS for row in rows)


def test_a_row_says_who_said_what_when_and_where() -> None:
    row = next(
        row for row in read_table(RECORD) if row["content"] == "We will not raise the fares this year,"
    )

    assert row["speakers"] == "Ana Velik"
    assert (row["date_from"], row["date_to"], row["date_basis"]) == (
        "2021-03-04",
        "2021-03-04",
        "corroborated",
    )
    assert (row["outlet"], row["path"]) == ("Lundholm Gazette", "pile/gazette-2.txt")
    assert (row["manner"], row["quoted"], row["source"], row["cue"]) == (
        "direct",
        "yes",
        "minister A. Velik",
        "promised",
    )
    assert (row["reports"], row["lineages"]) == ("3", "2")


def test_an_unknown_speaker_and_day_are_empty() -> None:
    row = next(row for row in read_table(RECORD) if row["content"] == "the ferry will be late")

    assert (row["speakers"], row["speaker_ids"], row["date_from"], row["source"]) == ("", "", "", "")


def test_content_that_is_partly_quoted_says_so() -> None:
    record = record_saying("a “new” day")
    record["attributions"][0]["quoted"] = [[3, 6]]

    assert next(rows_of(record))["quoted"] == "partly"


def test_words_with_commas_marks_and_line_ends_come_back_exactly() -> None:
    words = 'He said, "no",\r\nthen\nleft'

    assert read_table(record_saying(words))[0]["content"] == words


def test_rows_end_as_rfc_4180_has_it() -> None:
    file = io.StringIO(newline="")
    write_csv(RECORD, file)

    assert file.getvalue().count("\r\n") == len(RECORD["attributions"]) + 1


@pytest.mark.parametrize("words", ["=1+1", "-2", "+3", "@a", "\t=1", "\uff1d1"])
def test_a_formula_is_left_exact_unless_the_table_is_guarded(words: str) -> None:
    assert read_table(record_saying(words))[0]["content"] == words
    assert read_table(record_saying(words), guarded=True)[0]["content"] == f"'{words}"


def test_half_a_character_does_not_stop_the_table() -> None:
    assert read_table(record_saying("a\ud83d"))[0]["content"] == "a\ufffd"


def test_a_report_of_no_outlet_leaves_the_cell_empty() -> None:
    record = deepcopy(RECORD)
    for report in record["reports"]:
        report["outlet"] = None

    assert {row["outlet"] for row in read_table(record)} == {""}


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("guarded", [False, True])
def test_any_words_survive_two_readers_or_are_told_as_changed(words: str, *, guarded: bool) -> None:
    file = io.StringIO(newline="")
    write_csv(record_as_json(saying(words, title=words, name=words, outlet=words)), file, guarded=guarded)
    (row,) = csv.DictReader(io.StringIO(file.getvalue(), newline=""))
    told = row["changed"].split("; ")

    for column in ("content", "speakers", "outlet"):
        assert (row[column] == words) == (column not in told)
        assert not guarded or not row[column].startswith(("=", "+", "-", "@", "\t", "\r"))
    # The reader of pandas ends a cell at a NUL, which only the guarded form has none of.
    if guarded or "\x00" not in words:
        table = PANDAS.read_csv(io.BytesIO(file.getvalue().encode()), keep_default_na=False, dtype=str)
        assert table["content"].tolist()[0].replace("\r\n", "\n") == row["content"].replace("\r\n", "\n")
        assert table["changed"].tolist() == [row["changed"]]
