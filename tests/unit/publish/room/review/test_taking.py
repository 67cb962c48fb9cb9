import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.correction import Correction, CorrectionKind
from onrecord.publish.room.review import taking
from support.contents import ferry_contents
from support.records import written
from support.room import client

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi.testclient import TestClient

FARES = next(one for one in ferry_contents().linked.statements if len(one.variants) > 1)
MEMBER = FARES.variants[0].attribution_ids[0]
BACK = f"/statement/{FARES.id}"
OWN = {"origin": "http://localhost"}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> "list[Correction]":
    """Stand in for the growing of the record, which loads models: what was to be kept."""
    found: list[Correction] = []

    def keep(_: Path, corrections: "Sequence[Correction]") -> None:
        found.extend(corrections)

    monkeypatch.setattr(taking, "correct", keep)
    return found


@pytest.fixture
def room(tmp_path: Path) -> "TestClient":
    return client(written(tmp_path), edit=True)


def key_in(room: "TestClient", path: str = BACK) -> str:
    found = re.search(r'name="key" value="(\w+)"', room.get(path).text)
    assert found
    return found[1]


def test_what_is_said_is_kept_under_a_name_that_is_asked_once(
    room: "TestClient", kept: "list[Correction]"
) -> None:
    fields = {"key": key_in(room), "kind": "accept", "id": MEMBER, "back": BACK}
    assert room.post("/review/say", data=fields, headers=OWN).status_code == 400
    first = room.post("/review/say", data={**fields, "by": "Ada Růžek"}, headers=OWN)
    again = room.post("/review/say", data=fields, headers=OWN)

    assert (first.status_code, again.status_code) == (303, 303)
    assert first.headers["location"] == f"{BACK}?said={kept[0].id}"
    assert [one.by for one in kept] == ["Ada Růžek", "Ada Růžek"]
    assert "samesite=strict" in first.headers["set-cookie"].lower()


@pytest.mark.parametrize("origin", [{}, {"origin": "http://evil.example"}, {"origin": "null"}])
def test_what_another_page_sends_is_not_taken_in(
    room: "TestClient", kept: "list[Correction]", origin: dict[str, str]
) -> None:
    fields = {"key": key_in(room), "kind": "accept", "id": MEMBER, "by": "X", "back": BACK}
    assert room.post("/review/say", data=fields, headers=origin).status_code == 403
    assert kept == []


@pytest.mark.parametrize("key", ["", "0" * 64, "é"])
def test_a_form_without_the_key_of_this_browser_is_refused(
    room: "TestClient", kept: "list[Correction]", key: str
) -> None:
    room.get(BACK)
    fields = {"key": key, "kind": "accept", "id": MEMBER, "by": "X"}
    assert room.post("/review/say", data=fields, headers=OWN).status_code == 403
    assert kept == []


def test_the_key_of_one_browser_is_none_of_another(room: "TestClient", kept: "list[Correction]") -> None:
    key = key_in(room)
    room.cookies.clear()
    fields = {"key": key, "kind": "accept", "id": MEMBER, "by": "X"}
    assert room.post("/review/say", data=fields, headers=OWN).status_code == 403
    assert kept == []


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", ""]
)
def test_no_form_leads_out_of_the_room(room: "TestClient", kept: "list[Correction]", back: str) -> None:
    fields = {"key": key_in(room), "kind": "accept", "id": MEMBER, "by": "X", "back": back}
    answer = room.post("/review/say", data=fields, headers=OWN)
    assert answer.headers["location"] == f"/review?said={kept[0].id}"


@pytest.mark.usefixtures("kept")
def test_a_page_that_is_gone_leads_to_the_queue(room: "TestClient") -> None:
    fields = {
        "key": key_in(room),
        "kind": "accept",
        "id": MEMBER,
        "by": "X",
        "back": "/statement/s" + "0" * 20,
    }
    assert room.post("/review/say", data=fields, headers=OWN).headers["location"].startswith("/review?said=")


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"x" * (taking.LARGEST + 1), "application/x-www-form-urlencoded"), (b"{}", "application/json")],
)
def test_what_is_no_form_is_refused(room: "TestClient", content: bytes, kind: str) -> None:
    answer = room.post("/review/say", content=content, headers={**OWN, "content-type": kind})
    assert answer.status_code == 400


def test_a_record_that_is_written_to_elsewhere_says_so(
    room: "TestClient", monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path, __: "Sequence[Correction]") -> None:
        raise RecordError("another program is adding to it")

    monkeypatch.setattr(taking, "correct", refuse)
    fields = {"key": key_in(room), "kind": "accept", "id": MEMBER, "by": "X", "back": BACK}
    answer = room.post("/review/say", data=fields, headers=OWN)
    assert answer.status_code == 400
    assert "another program is adding to it" in answer.text


def test_what_is_refused_leads_back_to_its_form(room: "TestClient") -> None:
    fields = {
        "key": key_in(room),
        "kind": "date",
        "id": FARES.id,
        "word": "31 June",
        "by": "Ada",
        "back": BACK,
    }
    refused = room.post("/review/say", data=fields, headers=OWN)

    assert refused.status_code == 400
    assert f'<a class="place" href="{BACK}">Back to the form</a>' in refused.text


def test_a_name_alone_is_kept_by_the_browser_and_nothing_else_is(
    room: "TestClient", kept: "list[Correction]"
) -> None:
    fields = {"key": key_in(room), "kind": "typed", "id": MEMBER, "word": "", "by": "Rita", "back": BACK}
    answer = room.post("/review/say", data=fields, headers=OWN)

    assert (answer.status_code, answer.headers["location"]) == (303, BACK)
    assert kept == []
    assert "Signed as <strong>Rita</strong>" in room.get(BACK).text


def test_what_is_gone_leads_to_a_page_that_is_there(room: "TestClient", kept: "list[Correction]") -> None:
    gone = {"id": "a" + "0" * 20, "back": "/statement/s" + "0" * 20}
    fields = {"key": key_in(room), "kind": "accept", "by": "X", **gone}
    refused = room.post("/review/say", data=fields, headers=OWN)

    assert refused.status_code == 400
    assert "not in the record" in refused.text
    assert "onrecord show" not in refused.text
    assert 'href="/review">Back' in refused.text
    assert kept == []


@pytest.mark.usefixtures("kept")
def test_a_rejected_reading_leads_to_what_its_statement_has_left(room: "TestClient") -> None:
    members = [member for variant in FARES.variants for member in variant.attribution_ids]
    old = min(members)
    fields = {
        "key": key_in(room),
        "kind": "accept",
        "id": MEMBER,
        "by": "X",
        "back": f"/statement/s{old[1:]}",
    }
    answer = room.post("/review/say", data=fields, headers=OWN)
    assert answer.headers["location"].startswith(f"{BACK}?said=")


def test_a_mistyped_name_is_refused_with_the_nearest(room: "TestClient", kept: "list[Correction]") -> None:
    fields = {"key": key_in(room), "kind": "same-name", "word": ["Ana Velik", "Ana Vellik"], "by": "X"}
    refused = room.post("/review/say", data=fields, headers=OWN)

    assert refused.status_code == 400
    assert "the nearest name is" in refused.text
    assert kept == []


def test_whom_nobody_knows_is_told_in_words(tmp_path: Path) -> None:
    said = Correction(kind=CorrectionKind.SPEAKER, by="Bo Rusk")
    room = client(written(tmp_path, replace(ferry_contents(), corrections=(said,))), edit=True)
    told = re.sub(r"<[^>]+>", "", room.get(f"{BACK}?said={said.id}").text)
    assert "said by nobody known, by Bo Rusk" in told
