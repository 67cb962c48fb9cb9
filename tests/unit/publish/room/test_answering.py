from pathlib import Path

import pytest

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.span import Span
from onrecord.publish.room.answering import TITLES, Room, find_together
from onrecord.publish.room.door import Entry
from onrecord.publish.room.shelf import Shelf
from support.contents import ferry_contents
from support.records import written
from support.room import client


def test_a_page_that_is_known_already_is_not_sent_again(tmp_path: Path) -> None:
    room = client(written(tmp_path))
    first = room.get("/")
    again = room.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_is_not_there_is_said_in_the_look_of_the_room(tmp_path: Path) -> None:
    answer = client(written(tmp_path)).get("/statement/s" + "0" * 20)
    assert answer.status_code == 404
    assert TITLES[404] in answer.text
    assert "Nothing in this record has the id" in answer.text


def test_a_record_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    path = written(tmp_path)
    room = client(path)
    path.unlink()
    answer = room.get("/")
    assert answer.status_code == 503
    assert TITLES[503] in answer.text


def test_an_older_address_leads_on(tmp_path: Path) -> None:
    statement = next(one for one in ferry_contents().linked.statements if one.corroboration.reports > 1)
    older = "s" + max(member for variant in statement.variants for member in variant.attribution_ids)[1:]
    room = client(written(tmp_path))
    answer = room.get(f"/statement/{older}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"/statement/{statement.id}?was={older}")
    again = room.get(f"/statement/{older}", follow_redirects=False)
    assert (again.status_code, again.headers["location"], again.content) == (
        302,
        answer.headers["location"],
        answer.content,
    )
    assert older in room.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("pile/story.db", "story"),
        ("postgresql://ada:secret@db.example/news?sslmode=require", "news"),
        ("C:\\pile\\story.db", "story"),
        ("", "record"),
    ],
)
def test_a_record_is_called_by_its_place_and_never_by_a_password(place: str, name: str) -> None:
    assert Room(path=place, shelf=Shelf(place), entry=Entry()).name == name


def test_what_one_form_said_is_found_together_in_the_log() -> None:
    def said(number: int, by: str = "Rita") -> Correction:
        anchor = Anchor(report_id=f"r{number}", spans=(Span(0, 1),), exact=("x",))
        return Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor,), by=by)

    log = (said(1), said(2, "Bo"), said(3), said(4))
    assert find_together(log, log[3].id, 2) == log[2:]
    assert find_together(log, log[3].id, 9) == log[2:]
    assert find_together(log, log[0].id, 1) == log[:1]
    assert find_together(log, "k0", 3) == ()
