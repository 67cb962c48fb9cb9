import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.ids import attribution_id
from onrecord.model.moment import Basis, Moment
from onrecord.model.statement import Relation
from onrecord.publish.room.review import taking
from support.contents import ferry_contents
from support.records import written
from support.room import client

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastapi.testclient import TestClient
    from httpx2 import Response

    from onrecord.model.contents import Contents

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


def seen_in(room: "TestClient", path: str = BACK) -> list[str]:
    found = re.findall(r'name="seen" value="([^"]+)"', room.get(path).text)
    assert found
    return list(dict.fromkeys(found))


def send(room: "TestClient", **fields: "str | Sequence[str]") -> "Response":
    form = {"key": key_in(room), "by": "Ann", "back": BACK, **fields}
    return room.post("/review/say", data=form, headers=OWN)


def otherwise(contents: "Contents", *, dated: bool = True) -> "Contents":
    """Return the contents as they are after somebody said who spoke the words of `MEMBER`, and that the fares are of another day."""
    other = next(one for one in contents.linked.entities if one.id not in FARES.speaker_ids)
    own = next(one for one in contents.readings if any(said.id == MEMBER for said in one.attributions))
    spoken = next(one for one in own.attributions if one.id == MEMBER)
    first = replace(spoken, speakers=())
    readings = tuple(
        replace(one, attributions=tuple(first if said.id == MEMBER else said for said in one.attributions))
        for one in contents.readings
    )
    moment = Moment(earliest=date(1999, 1, 1), latest=date(1999, 1, 1), basis=Basis.GIVEN, why="Bo gives it")
    statements = tuple(
        replace(one, said=moment, speaker_ids=(other.id,)) if one.id == FARES.id else one
        for one in contents.linked.statements
    )
    if not dated:
        return replace(contents, readings=readings)
    return replace(contents, readings=readings, linked=replace(contents.linked, statements=statements))


@pytest.mark.parametrize(
    "kind", ["accept", "not-speech", "speaker", "date", "other-statement", "same-statement"]
)
def test_what_somebody_said_otherwise_of_since_is_not_vouched_for(
    tmp_path: Path, kept: "list[Correction]", kind: str
) -> None:
    before = client(written(tmp_path, ferry_contents(), name="before.db"), edit=True)
    seen = seen_in(before)
    after = client(written(tmp_path, otherwise(ferry_contents()), name="after.db"), edit=True)
    other = next(one.id for one in ferry_contents().linked.statements if one.id != FARES.id)
    second = FARES.variants[1].attribution_ids[0]
    about: dict[str, str | list[str]] = {"id": MEMBER}
    if kind == "date":
        about = {"id": FARES.id, "word": "2021-03-04"}
    elif kind == "other-statement":
        about = {"id": [MEMBER, second]}
    elif kind == "same-statement":
        about = {"id": MEMBER, "word": other}
    refused = send(after, kind=kind, seen=seen, **about)

    assert refused.status_code == 409
    assert "somebody said otherwise of this since" in refused.text
    assert f'href="{BACK}"' in refused.text
    assert kept == []
    assert send(after, kind=kind, seen=seen_in(after), **about).status_code == 303


def parted(contents: "Contents") -> "Contents":
    """Return the contents as they are after somebody said that the second wording of the fares is another statement."""
    first, second, *others = FARES.variants
    apart = replace(
        FARES, id="s" + second.attribution_ids[0][1:], variants=(replace(second, relation=Relation.BASE),)
    )
    rest = replace(FARES, id="s" + first.attribution_ids[0][1:], variants=(first, *others))
    left = [one for one in contents.linked.statements if one.id != FARES.id]
    statements = tuple(sorted([*left, rest, apart], key=lambda one: one.id))
    return replace(contents, linked=replace(contents.linked, statements=statements))


@pytest.mark.parametrize("kind", ["accept", "speaker", "date", "other-statement", "same-statement"])
def test_wordings_that_were_parted_since_are_not_vouched_for_as_one(
    tmp_path: Path, kept: "list[Correction]", kind: str
) -> None:
    seen = seen_in(client(written(tmp_path, ferry_contents(), name="before.db"), edit=True))
    after = client(written(tmp_path, parted(ferry_contents()), name="after.db"), edit=True)
    other = next(one.id for one in ferry_contents().linked.statements if one.id != FARES.id)
    about: dict[str, str | list[str]] = {"id": [MEMBER, FARES.variants[1].attribution_ids[0]]}
    if kind == "date":
        about = {"id": f"s{MEMBER[1:]}", "word": "2021-03-04"}
    elif kind == "same-statement":
        about = {"id": MEMBER, "word": other}
    refused = send(after, kind=kind, seen=seen, **about)
    assert refused.status_code == 409
    assert kept == []


def test_what_was_said_of_other_words_since_refuses_nothing(tmp_path: Path, kept: "list[Correction]") -> None:
    seen = seen_in(client(written(tmp_path, ferry_contents(), name="before.db"), edit=True))
    after = client(written(tmp_path, otherwise(ferry_contents(), dated=False), name="after.db"), edit=True)
    text = FARES.variants[1].attribution_ids[0]
    assert send(after, kind="accept", id=text, seen=seen).status_code == 303
    assert len(kept) == 1


def test_two_clicks_one_after_the_other_from_one_page_are_both_kept(
    room: "TestClient", kept: "list[Correction]"
) -> None:
    seen = seen_in(room)
    for one in (MEMBER, FARES.variants[1].attribution_ids[0]):
        assert send(room, kind="accept", id=one, seen=seen).status_code == 303
    assert len(kept) == 2


def said_of(member: str) -> Correction:
    for reading in ferry_contents().readings:
        for one in reading.attributions:
            if one.id == member:
                exact = tuple(span.of(reading.report.text) for span in one.content)
                anchor = Anchor(report_id=reading.report.id, spans=one.content, exact=exact)
                return Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor,), by="Ann")
    raise AssertionError(member)


def test_the_same_thing_sent_twice_is_kept_once(tmp_path: Path, kept: "list[Correction]") -> None:
    said = said_of(MEMBER)
    log = (said,)
    room = client(written(tmp_path, replace(ferry_contents(), corrections=log)), edit=True)
    again = send(room, kind="accept", id=MEMBER, seen=seen_in(room))
    assert (again.status_code, again.headers["location"]) == (303, f"{BACK}?said={said.id}")
    assert kept == []
    assert send(room, kind="accept", id=MEMBER, by="Bo").status_code == 303
    assert [one.by for one in kept] == ["Bo"]


def test_a_rejection_sent_twice_is_no_refusal(tmp_path: Path, kept: "list[Correction]") -> None:
    gone = "a" + "0" * 20
    words = replace(said_of(MEMBER), kind=CorrectionKind.NOT_SPEECH)
    anchor = replace(words.anchors[0], report_id="r" + "0" * 20)
    said = replace(words, anchors=(anchor,))
    room = client(written(tmp_path, replace(ferry_contents(), corrections=(said,))), edit=True)
    own = attribution_id(anchor.report_id, anchor.spans)
    assert send(room, kind="not-speech", id=own, seen=[f"{own}:0"]).status_code == 303
    assert send(room, kind="not-speech", id=gone, seen=[f"{gone}:0"]).status_code == 409
    assert kept == []


def test_what_holds_no_longer_is_not_taken_back_by_an_old_page(
    tmp_path: Path, kept: "list[Correction]"
) -> None:
    said = said_of(MEMBER)
    rejected = replace(said, kind=CorrectionKind.NOT_SPEECH, by="Bo")
    contents = replace(ferry_contents(), corrections=(said, rejected))
    room = client(written(tmp_path, contents), edit=True)
    assert send(room, kind="undo", id=said.id).status_code == 409
    assert kept == []
    assert send(room, kind="undo", id=rejected.id).status_code == 303


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
