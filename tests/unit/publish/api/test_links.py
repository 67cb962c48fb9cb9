from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.moment import Evidence
from onrecord.model.problem import Problem
from onrecord.model.span import Span
from onrecord.publish.api.links import linked, links_of, permalink
from onrecord.publish.room.links import Addresses
from support.made import made_contents

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_a_permalink_opens_the_report_at_the_characters() -> None:
    place = Evidence(report_id="r12", span=Span(1234, 1310))
    assert permalink(place) == "/report/r12?at=1234-1310#at" == Addresses().evidence(place)


def test_each_kind_says_where_it_is_told() -> None:
    linked_ = made_contents().linked
    reading = made_contents().readings[0]
    for value in (
        linked_.statements[0],
        linked_.entities[0],
        linked_.events[0],
        linked_.stories[0],
        linked_.lineages[0],
        linked_.divergences[0],
        reading.report,
        reading.attributions[0],
    ):
        links = links_of(value)
        assert links["self"].endswith(value.id)
        assert links["page"].endswith(value.id)
    assert len(links_of(linked_.divergences[0])["at"]) == 2
    assert linked(linked_.divergences[0])["id"] == linked_.divergences[0].id


def test_a_problem_leads_to_its_characters_if_it_has_some() -> None:
    bare = Problem(code="clean.no-title", message="has no headline", report_id="r1")
    there = Problem(code="clean.no-title", message="has no headline", report_id="r1", span=Span(0, 3))
    assert links_of(bare) == {"self": None, "page": None, "at": []}
    assert links_of(there)["at"] == ["/report/r1?at=0-3#at"]


def test_every_row_of_what_was_said_leads_to_its_characters(api: TestClient) -> None:
    for name in ("statements", "speakers", "events", "divergences", "attributions"):
        for row in api.get(f"/api/v1/{name}").json()["rows"]:
            assert row["links"]["at"], name
    hits = api.get("/api/v1/search?words=winter&part=statements").json()["statements"]["rows"]
    assert hits
    assert all(hit["links"]["at"] for hit in hits)
    alike = [
        row
        for hit in api.get("/api/v1/statements").json()["rows"]
        for row in api.get(f"/api/v1/statements/{hit['id']}/like").json()["rows"]
    ]
    assert alike
    assert all(row["links"]["at"] for row in alike)


def test_a_report_found_leads_to_each_mark_of_its_excerpts(api: TestClient) -> None:
    texts = {one.report.id: one.report.text for one in made_contents().readings}
    hits = api.get("/api/v1/search?words=winter&part=reports").json()["reports"]["rows"]
    assert hits
    for hit in hits:
        places = [link.partition("?at=")[2].removesuffix("#at").split("-") for link in hit["links"]["at"]]
        assert [texts[hit["id"]][int(start) : int(end)].casefold() for start, end in places] == ["winter"] * (
            len(hit["links"]["at"])
        )
        assert places


def test_a_correction_leads_to_the_words_that_it_holds_to() -> None:
    anchor = Anchor(report_id="r1", spans=(Span(3, 9),), exact=("abcdef",))
    said = Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor,), by="Ada Rusk")
    assert links_of(said) == {"self": None, "page": "/corrections", "at": ["/report/r1?at=3-9#at"]}
