import subprocess
import sys

import pytest

from onrecord.errors import RecordError
from onrecord.publish.cli.export import Format, Table
from onrecord.publish.export.chosen import Chosen, Part, find_chosen
from onrecord.publish.export.formats import FORMS, file_name, written
from onrecord.record.tables import COLUMNS
from support.hostile import hostile_contents
from support.taken import NASTY, ferry, parts_of, saying, with_text

CONTENTS = ferry()
LEFT_ALONE = "\nIn nobody's words: the gulls of Orrin Bay have their own opinion of timetables.\n"


def test_the_command_line_offers_every_form_and_table() -> None:
    assert [form.value for form in Format] == list(FORMS)
    assert [table.value for table in Table] == list(COLUMNS)


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
@pytest.mark.parametrize("name", FORMS)
def test_each_form_of_each_part_is_the_same_bytes_each_time(name: str, choice: Chosen) -> None:
    if choice.part not in FORMS[name].parts:
        with pytest.raises(RecordError, match="of a whole record only"):
            written(name, CONTENTS, choice)
        return
    payload = written(name, CONTENTS, choice)

    assert payload
    assert payload == written(name, ferry(), choice)


@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if not form.holds_texts])
def test_no_form_holds_what_is_in_nobodys_words_unless_asked(name: str, table: str) -> None:
    contents = with_text(CONTENTS, LEFT_ALONE)

    assert b"opinion of timetables" not in written(name, contents, Chosen(table=table))


@pytest.mark.parametrize("name", ["jsonl", "jsonld", "ftm", "json"])
def test_full_texts_come_where_asked_for(name: str) -> None:
    contents = with_text(CONTENTS, LEFT_ALONE)

    assert b"opinion of timetables" in written(name, contents, Chosen(texts=True))


@pytest.mark.parametrize("words", NASTY)
@pytest.mark.parametrize("name", FORMS)
def test_no_words_stop_a_form(name: str, words: str) -> None:
    assert written(name, saying(words, title=words, name=words, outlet=words), Chosen())


@pytest.mark.parametrize("name", FORMS)
def test_a_record_hostile_throughout_stops_no_form_and_leads_nowhere(name: str) -> None:
    payload = written(name, hostile_contents(), Chosen())

    assert payload
    if name.startswith("brief") or name in {"jsonld", "webanno", "tei", "ftm"}:
        assert b"javascript:" not in payload


def test_an_unknown_form_is_refused_with_those_there_are() -> None:
    with pytest.raises(RecordError, match="no such format; there are json, jsonl"):
        written("pdf", CONTENTS, Chosen())


def test_files_are_named_by_letters_and_digits_of_a_title_or_else_by_the_id() -> None:
    choice = find_chosen(CONTENTS, Part.STATEMENT, "S1")

    assert file_name(FORMS["brief-docx"], choice) == f"{choice.id}.docx"
    assert file_name(FORMS["brief-docx"], choice, "../Café “10 %”\r\n; x=") == "cafe-10-x.docx"
    assert file_name(FORMS["brief-docx"], choice, "паром") == f"{choice.id}.docx"
    assert len(file_name(FORMS["brief-docx"], choice, "ferry " * 90)) < 70


def test_no_two_forms_of_one_thing_are_named_alike() -> None:
    names = [file_name(form, Chosen(), "Ferry") for form in FORMS.values()]
    assert len(set(names)) == len(names)
    assert {"ferry.csv", "ferry-csv-safe.csv"} <= set(names)


def test_the_table_of_forms_loads_no_heavy_library() -> None:
    heavy = "{'pyarrow', 'pandas', 'polars', 'jinja2', 'lxml', 'docx', 'sqlalchemy'} & set(sys.modules)"
    script = f"import sys, onrecord.publish.export.formats; print(sorted({heavy}))"
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert printed.stdout.strip() == "[]"
