import io
import json
from dataclasses import replace
from typing import cast

import pytest

from onrecord.ingest.door import read_source
from onrecord.ingest.table import is_table, read_table
from onrecord.ingest.walk import read_stream
from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from support.containers import read

TABLE = (
    "stories_id,publish_date,title,text,media_name\r\n"
    '1,2024-03-15 10:15:00,Quay,"Ahoy, ""you"",\r\nthere",Haldenpost\r\n'
    "\r\n"
    "2,2024-03-16,No words,,Haldenpost\r\n"
)


def rows(table: str | bytes, **columns: str) -> list[object]:
    payload = table.encode() if isinstance(table, str) else table
    found = read_table(payload, "t.csv", columns=columns)
    return [item.code if isinstance(item, Problem) else json.loads(item.payload) for item in found]


def test_a_row_with_words_is_a_report_and_one_without_is_told() -> None:
    assert rows(TABLE) == [
        {
            "date": "2024-03-15T10:15:00",
            "id": "1",
            "outlet": "Haldenpost",
            "text": 'Ahoy, "you",\r\nthere',
            "title": "Quay",
        },
        "ingest.no-words",
    ]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_told_by_the_names(delimiter: str) -> None:
    table = f"title{delimiter}text\nQuay{delimiter}Ahoy\n"
    assert is_table(table.encode())
    assert rows(table) == [{"text": "Ahoy", "title": "Quay"}]


def test_a_column_of_another_name_is_read_where_the_user_says_so() -> None:
    table = "Titel;Volltext\nQuay;Ahoy\n"
    assert not is_table(table.encode())
    assert is_table(table.encode(), {"title": "Titel", "text": "Volltext"})
    assert rows(table, title="Titel", text="Volltext") == [{"text": "Ahoy", "title": "Quay"}]


def test_the_place_of_a_row_is_its_number() -> None:
    found = [item for item in read_table(TABLE.encode(), "t.csv") if isinstance(item, Capture)]
    assert [item.locator for item in found] == ["t.csv#2"]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"Old Quay to close, mayor says\nThe council voted.\n",
        b"title\nQuay\n",
        b"\x00,\x00\n",
        b"text,title\na\n",
    ],
)
def test_prose_is_no_table(text: bytes) -> None:
    assert not is_table(text)


def test_a_table_cut_in_a_field_gives_what_stood_before() -> None:
    assert rows('title,text\nQuay,Ahoy\nNext,"There') == [
        {"text": "Ahoy", "title": "Quay"},
        "ingest.bad-table",
    ]


def test_a_mark_that_nothing_closes_does_not_make_one_report_of_all_that_follows() -> None:
    assert rows('title,text\nQuay,Ahoy\nNext,"There\nPier,Gone\n') == [
        {"text": "Ahoy", "title": "Quay"},
        "ingest.bad-table",
    ]


def test_a_last_row_in_quotation_marks_is_whole_with_or_without_a_line_end() -> None:
    for end in ("", "\n", "\r\n"):
        assert rows('title,text\nQuay,"Ahoy\nthere"' + end) == [{"text": "Ahoy\nthere", "title": "Quay"}]


def test_of_columns_of_one_name_the_first_that_is_not_empty_is_read_and_that_is_told() -> None:
    table = "title,text,text,date\nQuay,The quay is shut.,Another text,2024-03-15\nPier,,The pier is open.,2024-03-16\n"
    told, first, second = rows(table)
    assert told == "ingest.bad-table"
    assert [cast("dict[str, str]", one)["text"] for one in (first, second)] == [
        "The quay is shut.",
        "The pier is open.",
    ]


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_columns_of_unknown_names_are_named_with_the_option_to_use(delimiter: str, name: str) -> None:
    lines = (
        ("Titel", "Voll Text", "Datum"),
        ("Kai", "Der Kai ist zu.", "1"),
        ("Steg", "Der Steg ist zu.", "2"),
    )
    payload = "\n".join(delimiter.join(line) for line in lines).encode()
    if delimiter in ",|" and name == "a.txt":
        assert not is_table(payload)
        return
    (problem,) = [one for one in read(payload, name) if isinstance(one, Problem)]
    assert problem.code == "ingest.no-words"
    assert "Titel, Voll Text, Datum" in problem.message
    assert "--column 'text=Voll Text'" in problem.message


def test_a_column_that_the_user_names_wrongly_is_answered_with_those_there_are() -> None:
    table = b"Titel;Volltext\nKai;Der Kai ist zu.\n"
    (problem,) = read_source(replace(read_stream(io.BytesIO(table), "a.csv"), columns={"text": "Voltext"}))
    assert isinstance(problem, Problem)
    assert "--column text=Volltext" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        b"The quay; the ferry; the bridge.\nAll shut; all closed; all gone.\nThen; now; later.\n",
        b"Quay;\tclosed\nAna;\tsaid\nSo;\tthere\n",
        b"Time | Who | What\nTen | Ana | Speaks\nTwelve | Lou | Answers\n",
        b"Time; who; what\nTen; Ana; speaks\nTwelve; Lou; answers\n",
        b"One;two;two\n1;2;3\n4;5;6\n",
    ],
)
def test_lines_with_semicolons_are_no_table_by_that_alone(text: bytes) -> None:
    assert not is_table(text)


def test_a_first_line_that_only_names_the_delimiter_is_none_of_the_table() -> None:
    assert rows("sep=;\ntitle;text\nQuay, old;Ahoy\n") == [{"text": "Ahoy", "title": "Quay, old"}]
    assert is_table(b"sep=;\ntitle;text\nQuay, old;Ahoy\n")


def test_a_table_without_rows_is_told() -> None:
    assert rows("title,text\n") == ["ingest.no-words"]


def test_a_row_of_more_fields_than_columns_is_set_aside() -> None:
    found = list(
        read_table(
            b"title,text\nQuay,The quay is closed.\nQuay,The board, said so,now\nPier,Open.,,\n", "a.csv"
        )
    )
    assert [one.path for one in found if isinstance(one, Problem)] == ["a.csv#3"]
    assert len([one for one in found if isinstance(one, Capture)]) == 2


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("2024-03-15,Quay,Ahoy,\n2024-03-16,Pier,Aye,\n", ["Ahoy", "Aye"]),
        ("2024-03-15,Quay,Ahoy,what,is,this\n2024-03-16,Pier,Aye\n", ["ingest.bad-table", "Aye"]),
        ('2024-03-15,Quay,"Ahoy\n2024-03-16,Pier,Aye\n', ["ingest.bad-table"]),
    ],
)
def test_a_table_whose_first_row_is_odd_is_read_as_one(below: str, told: list[str]) -> None:
    found = read(f"date,title,text\n{below}".encode(), "a.csv")
    assert [
        one.code if isinstance(one, Problem) else json.loads(one.payload)["text"] for one in found
    ] == told


def test_what_is_not_called_a_table_is_none_where_most_lines_are_like_no_row() -> None:
    prose = "Title, date\nThe quay is closed.\nNobody asked us, she said.\nIt rained.\nIt poured.\n"
    assert not is_table(prose.encode())
