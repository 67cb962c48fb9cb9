import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import Asked, Order
from onrecord.publish.room.selection import NAMES, selection
from support.contents import ferry_contents
from support.records import written
from support.room import client

if TYPE_CHECKING:
    from starlette.testclient import TestClient

LINKED = ferry_contents().linked
EVENT = LINKED.events[0].id
STORY = LINKED.stories[0].id
VELIK = next(one.id for one in LINKED.entities if one.name == "Ana Velik")
LISTS = {
    "/search": ("statement", "statements"),
    "/search?q=fares": ("statement", "statements"),
    "/search?q=boats&part=statements&by=time": ("statement", "statements"),
    "/search?q=What+did+Velik+say+about+lighthouses": ("statement", "statements"),
    "/search?q=nowhere": ("statement", "statements"),
    "/search?q=ferry&part=reports&outlet=gazette": ("report", "reports"),
    "/search?q=velik&part=speakers": ("speaker", "speakers"),
    "/search?part=reports&since=2021-03-01": ("report", "reports"),
    "/search?part=speakers&manner=direct": ("speaker", "speakers"),
    f"/search?speaker={VELIK}&event={EVENT}&story={STORY}&independent=1&level=likely": (
        "statement",
        "statements",
    ),
    "/search?unknown=1&until=2031-01-01": ("statement", "statements"),
    "/search?q=fares&independent=x&manner=foo&event=nope": ("statement", "statements"),
    "/search?page=9": ("statement", "statements"),
    "/speakers?q=velik": ("speaker", "speakers"),
    "/speakers?name=velik": ("speaker", "speakers"),
    "/reports?outlet=gazette": ("report", "reports"),
    "/reports?outlet=none": ("report", "reports"),
    "/events": ("event", "events"),
    "/": ("story", "stories"),
    "/speaker/unknown": ("statement", "statements"),
}
"""Pages that list things, each with what it lists, and the part of a search that has them."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> "TestClient":
    return client(written(tmp_path_factory.mktemp("room")))


def same(room: "TestClient", page: str) -> dict[str, Any]:
    """Return what the link at the foot of a page leads to."""
    (href,) = re.findall(r'href="(/api/v1/[^"]+)">The same as JSON', page)
    answer = room.get(href.replace("&amp;", "&"))
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize("path", LISTS)
def test_the_same_as_json_is_the_same_rows(room: "TestClient", path: str) -> None:
    kind, part = LISTS[path]
    page = room.get(path).text
    told = same(room, page)
    listed = told.get(part, told)
    main = page.partition("Best corroborated</h2>")[0]
    if path.startswith("/search"):
        (total,) = re.findall(r"([0-9,]+) " + kind, re.findall(r'role="status">(.*?)</p>', main)[-1])
        assert int(total) == listed["total"]
    if kind == "statement":
        main = main.partition('id="hits"')[2] or main
    shown = list(dict.fromkeys(re.findall(rf'href="/{kind}/([a-z][0-9a-f]+)"', main)))
    assert shown == [row.get("id") or row["row"]["id"] for row in listed["rows"]]


@pytest.mark.parametrize("path", ["/outlets", "/matrix", "/problems", "/divergences", "/corrections"])
def test_lists_without_filters_have_one_too(room: "TestClient", path: str) -> None:
    told = same(room, room.get(path).text)
    assert told.keys() & {"total", "cells"}


def test_whatever_a_list_is_asked_by_is_written_and_what_is_usual_is_not() -> None:
    asked = Asked(
        words="a b",
        speaker="velik",
        unknown=True,
        outlet="gazette",
        since=date(2021, 3, 1),
        until=date(2021, 3, 2),
        manner=Manner.DIRECT,
        level=Level.LIKELY,
        event="e1",
        story="t1",
        independent=2,
        order=Order.TIME,
        first=30,
        most=30,
    )
    address = selection("statements", asked)
    assert address.startswith("/api/v1/statements?words=a+b&speaker=velik&unknown=true&outlet=gazette")
    assert all(f"{name}=" in address for name in NAMES)
    assert selection("matrix", most=16, part="") == "/api/v1/matrix?most=16"
    assert selection("outlets", Asked()) == "/api/v1/outlets?most=50"
