from pathlib import Path

import pytest

from onrecord.publish.export.formats import FORMS
from onrecord.publish.room import away
from onrecord.publish.room.away import LABELS, choice_of, contents_for, find_statements, offered
from support.contents import ferry_contents
from support.records import written
from support.room import client, visiting

LINKED = ferry_contents().linked
PARTS = {
    "statement": LINKED.statements[0].id,
    "event": LINKED.events[0].id,
    "story": LINKED.stories[0].id,
    "speaker": next(one for one in LINKED.entities if one.name == "Ana Velik").id,
}
NAMES = {
    "statement": "the-ferry-to-lundholm-will-run-again-from-2-may",
    "event": "ferry-to-run-again-from-may",
    "story": "the-lundholm-ferry",
    "speaker": "ana-velik",
}


def test_every_form_has_a_button() -> None:
    assert LABELS.keys() == FORMS.keys()
    assert [name for name, _, _ in offered()["statement"]][:3] == ["brief-html", "brief-md", "brief-docx"]


@pytest.mark.parametrize(("part", "wanted"), PARTS.items())
@pytest.mark.parametrize("small", [-1, 5_000])
def test_a_part_of_a_large_record_is_taken_away_as_well_as_of_a_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, wanted: str, small: int
) -> None:
    monkeypatch.setattr(away, "SMALL", small)
    answer = client(written(tmp_path)).get(f"/take/csv?{part}={wanted}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{NAMES[part]}.csv"'
    assert "fares" in answer.text or part == "statement"


def test_the_whole_of_a_large_record_is_left_to_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(away, "SMALL", -1)
    room = client(written(tmp_path))
    assert room.get("/take/jsonl").status_code == 200
    monkeypatch.setattr(away, "LARGEST", -1)
    assert "onrecord export" in room.get("/take/jsonl").text


def test_what_a_report_says_somebody_said_is_taken_away_without_its_text(tmp_path: Path) -> None:
    reading = ferry_contents().readings[0]
    room = client(written(tmp_path))
    answer = room.get(f"/take/csv?report={reading.report.id}")
    assert answer.status_code == 200
    assert all(one.id in answer.text for one in reading.attributions)
    assert len(answer.text.splitlines()) < 1 + sum(len(one.attributions) for one in ferry_contents().readings)
    assert reading.report.text not in room.get(f"/take/jsonl?report={reading.report.id}").text
    assert room.get(f"/take/csv?report={PARTS['statement']}").status_code == 404


@pytest.mark.parametrize(
    "address", ["/take/exe", "/take/csv?statement=s00", "/take/csv?event=" + PARTS["statement"]]
)
def test_what_there_is_not_is_said_to_be_missing(tmp_path: Path, address: str) -> None:
    assert client(written(tmp_path)).get(address).status_code == 404


def test_all_statements_of_a_thing_are_found_page_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(away, "MOST", 2)
    with visiting(tmp_path) as visit:
        choice = choice_of(visit.record, {"event": PARTS["event"]})
        assert len(find_statements(visit.record, choice)) == len(LINKED.statements)
        assert contents_for(visit.record, choice).linked.statements == LINKED.statements


def test_a_table_is_taken_away_by_its_name_alone(tmp_path: Path) -> None:
    room = client(written(tmp_path))
    usual, speakers = (room.get(f"/take/parquet{asked}") for asked in ("", "?table=speakers"))
    assert (usual.status_code, speakers.status_code) == (200, 200)
    assert usual.content != speakers.content
    assert usual.content == room.get("/take/parquet?table=attributions").content
    answer = room.get("/take/parquet?table=x")
    assert answer.status_code == 404
    assert "There is no table &#39;x&#39;; there are reports, speakers" in answer.text


@pytest.mark.parametrize(
    "asked", ["/take/csv?table=speakers", "/take/json?outlet=gazette", "/take/parquet?tables=x"]
)
def test_a_file_of_something_else_than_was_asked_for_is_not_given(tmp_path: Path, asked: str) -> None:
    answer = client(written(tmp_path)).get(asked)
    assert answer.status_code == 404
    assert "cannot be asked for" in answer.text
