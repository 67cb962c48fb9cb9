from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from onrecord.correct import tell_orphans
from onrecord.model.correction import Correction, CorrectionKind, Orphan
from onrecord.model.listing import Asked
from onrecord.publish.api.calls import CALLS
from onrecord.record import open_record
from support.made import made_contents, plain
from support.records import written
from support.room import client

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient


def test_every_call_has_an_address_of_its_own() -> None:
    assert len({call.path for call in CALLS}) == len(CALLS)
    assert all(("{id}" in call.path) == (call.by_id is not None) for call in CALLS)


@pytest.mark.parametrize(
    "name", ["statements", "speakers", "events", "stories", "reports", "outlets", "lineages", "divergences"]
)
def test_each_row_leads_to_the_thing_itself(api: TestClient, name: str) -> None:
    for row in api.get(f"/api/v1/{name}?most=5").json()["rows"]:
        answer = api.get(row["links"]["self"])
        assert answer.status_code == 200
        assert answer.json()["id"] == row["id"]


def test_numbers_are_those_of_the_record(api: TestClient, place: Path) -> None:
    with open_record(place) as record:
        for name in ("statements", "speakers", "events", "stories", "reports", "outlets", "problems"):
            total = getattr(record, f"list_{name}")(Asked(most=1)).total
            assert api.get(f"/api/v1/{name}").json()["total"] == total
        assert api.get("/api/v1/summary").json()["statements"] == record.summary().statements


def test_a_report_is_told_with_its_text_in_full(api: TestClient) -> None:
    report = made_contents().readings[0].report
    assert api.get(f"/api/v1/reports/{report.id}").json()["text"] == report.text


def test_older_ids_are_as_good_as_todays(api: TestClient) -> None:
    statement = next(one for one in plain().statements.values() if len(plain().members(one)) > 1)
    older = "s" + max(one.id for one in plain().members(statement))[1:]
    assert api.get(f"/api/v1/statements/{older}").json()["id"] == statement.id
    assert api.get(f"/api/v1/resolve/{older}").json()["id"] == statement.id
    assert api.get(f"/api/v1/statements/{made_contents().linked.events[0].id}").status_code == 404


def test_a_slice_names_no_more_than_it_may(api: TestClient) -> None:
    ids = "&".join(f"statement={one}" for one in list(plain().statements)[:3])
    assert len(api.get(f"/api/v1/slice?{ids}").json()["linked"]["statements"]) == 3
    many = "&".join(["event=e0"] * 51)
    assert api.get(f"/api/v1/slice?{many}").status_code == 422
    assert api.get(f"/api/v1/matrix?{many}").status_code == 422


def test_whole_values_stand_in_the_order_of_the_record(api: TestClient, place: Path) -> None:
    rows = api.get("/api/v1/statements?whole=true&most=200").json()["rows"]
    with open_record(place) as record:
        assert [row["id"] for row in rows] == [one.id for one in record.statements()][:200]


def test_no_outlet_of_that_id_is_told(api: TestClient) -> None:
    assert api.get("/api/v1/outlets/o0").status_code == 404


def test_what_persons_said_is_told_with_its_id_and_whether_it_holds(tmp_path: Path) -> None:
    one = Correction(kind=CorrectionKind.SAME_NAME, names=("A", "B"), by="Ann")
    other = replace(one, kind=CorrectionKind.OTHER_NAME, by="Bo")
    log = (one, other, replace(other, by="Cy"))
    api = client(written(tmp_path, replace(made_contents(), corrections=log)))
    rows = api.get("/api/v1/corrections").json()["rows"]
    assert [(row["id"], row["holds"]) for row in rows] == [
        (log[0].id, False),
        (log[1].id, True),
        (log[2].id, True),
    ]
    form = api.get("/api/v1/openapi.json").json()["components"]["schemas"]["CorrectionRow"]["properties"]
    assert (form["id"]["type"], form["holds"]["type"]) == ("string", "boolean")


def test_what_holds_to_nothing_does_not_hold(tmp_path: Path) -> None:
    said = Correction(kind=CorrectionKind.SAME_NAME, names=("A", "B"))
    lost = tell_orphans([Orphan(correction=said, why="gone")])
    contents = replace(made_contents(), corrections=(said,), problems=lost)
    row = client(written(tmp_path, contents)).get("/api/v1/corrections").json()["rows"][0]
    assert row["holds"] is False


@pytest.mark.parametrize(
    ("path", "asks", "most"), [("/search", "find", 20), ("/statements/{id}/like", "find_like", 10)]
)
def test_searches_tell_few_rows_where_nothing_is_said(path: str, asks: str, most: int) -> None:
    call = next(one for one in CALLS if one.path == path)
    for values, wanted in (({}, most), ({"most": 50}, 50)):
        record = Mock()
        getattr(record, asks).return_value = ()
        call.answer(record, {"id": "s", **values})
        args, named = getattr(record, asks).call_args
        assert (named.get("asked") or args[0]).most == wanted
    told = next(one for one in call.parameters if one.name == "most")
    assert told.form["default"] == most
