from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.listing import Listed
from onrecord.model.moment import Evidence
from onrecord.model.problem import Problem
from onrecord.model.report import Credit
from onrecord.model.span import Span
from onrecord.publish.api.document import document
from onrecord.publish.api.links import linked, links_of, permalink, with_links
from onrecord.publish.room.links import Addresses
from support.contents import GAZETTE_OWN, ferry_contents, span_of, stating_contents
from support.made import made_contents
from support.records import written
from support.room import client as room_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from starlette.testclient import TestClient

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents


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


_MARKS = re.compile(r'<mark class="at[^"]*">([^<]*)</mark>')


@dataclass(frozen=True)
class Served:
    """A record with its pages beside its API, and the texts of its reports."""

    room: TestClient
    texts: Mapping[str, str]

    def told(self, path: str, **asked: str) -> Any:
        """Return what a call of the API answers."""
        return self.room.get(path, params=asked or None).json()

    def marked(self, link: str) -> str:
        """Return the characters that a permalink opens; empty where it opens none."""
        parts = urlsplit(link)
        start, end = (int(one) for one in parts.query.removeprefix("at=").split("-"))
        return self.texts.get(parts.path.rpartition("/")[2], "")[start:end].strip()

    def shown(self, link: str) -> str:
        """Return the characters that the page shows as marked."""
        page = self.room.get(link.removesuffix("#at")).text
        assert page.count('id="at"') == 1
        return " ".join(unescape("".join(_MARKS.findall(page))).split())


def corrected() -> Contents:
    """Return the made contents with what persons said of words, of a report, and of two names."""
    said = made_contents().readings[0].attributions[0]
    exact = tuple(span.of(made_contents().readings[0].report.text) for span in said.content)
    words = Anchor(report_id=said.report_id, spans=said.content, exact=exact)
    day = (date(2020, 5, 1), date(2020, 5, 1))
    told = (
        Correction(kind=CorrectionKind.ACCEPT, anchors=(words,)),
        Correction(kind=CorrectionKind.DATE, anchors=(Anchor(report_id=said.report_id),), days=day),
        Correction(kind=CorrectionKind.OTHER_NAME, names=("Ana Velik", "Ragna Tolliver")),
    )
    return replace(made_contents(), corrections=told)


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, ...]]:
    """The made record with corrections, and one that states an origin outside of it."""
    stated = Credit(outlet="Bay News Agency", span=span_of(GAZETTE_OWN, "fisherman"))
    with ExitStack() as open_rooms:
        found: list[Served] = []
        for contents in (corrected(), stating_contents(stated)):
            texts = {one.report.id: one.report.text for one in contents.readings}
            room = room_of(written(tmp_path_factory.mktemp("rooms"), contents))
            found.append(Served(open_rooms.enter_context(room), texts))
        yield tuple(found)


def rows_in(answer: Any) -> list[Any]:
    """Return the rows of an answer: of its list, its table or of what was found."""
    match answer:
        case {"rows": several} | {"cells": several}:
            return list(several)
        case _:
            return [row for part in ("statements", "reports", "speakers") for row in answer[part]["rows"]]


def questions() -> list[tuple[str, str]]:
    """Return every call of the document that answers with a list, with rows and with whole values."""
    found: list[tuple[str, str]] = []
    for path, told in document()["paths"].items():
        names = {one["name"] for one in told["get"]["parameters"]}
        form = str(told["get"]["responses"]["200"]["content"]["application/json"]["schema"])
        if any(f"schemas/{name}" in form for name in ("Listed", "Matrix", "Hits")):
            found += [(path, whole) for whole in ("false", "true") if whole == "false" or "whole" in names]
    return found


def rests_on_nothing(row: Any) -> bool:
    """Tell whether a row is of no report: a place that could not be read, or two names."""
    return (row.get("code") is not None and row["report_id"] is None) or row.get("anchors") == []


@pytest.mark.parametrize(("path", "whole"), questions())
def test_every_row_of_every_list_opens_marked_characters(
    rooms: tuple[Served, ...], path: str, whole: str
) -> None:
    seen = 0
    for one in rooms:
        own = one.told("/api/v1/statements", most="1")["rows"][0]
        asked: list[dict[str, str]] = [{"whole": whole}] if whole == "true" else [{}]
        if path.endswith("search"):
            asked = [{"words": "winter"}, {"words": own["speakers"][0]["name"]}]
        rows = [row for some in asked for row in rows_in(one.told(path.format(id=own["id"]), **some))]
        held = [row for row in rows if not rests_on_nothing(row)]
        for row in held:
            assert row["links"]["at"], row
            assert all(one.marked(link) for link in row["links"]["at"]), row
        for row in held[:1]:
            assert one.shown(row["links"]["at"][0]) == " ".join(one.marked(row["links"]["at"][0]).split())
        seen += len(held)
    assert seen


def test_the_lists_are_all_walked() -> None:
    lists = {"statements", "speakers", "events", "stories", "reports", "outlets", "problems", "divergences"}
    lists |= {"lineages", "attributions", "report-days", "stated-credits", "corrections", "doubts", "matrix"}
    assert {path.removeprefix("/api/v1/") for path, _ in questions()} == {
        *lists,
        "search",
        "statements/{id}/like",
    }


def test_a_cell_leads_to_the_statements_that_it_counts(rooms: tuple[Served, ...]) -> None:
    for cell in rooms[0].told("/api/v1/matrix")["cells"]:
        listed = rooms[0].told(cell["links"]["self"])
        assert listed["total"] == cell["statements"]
        assert cell["statement_id"] in {row["id"] for row in listed["rows"]}
        assert rooms[0].room.get(cell["links"]["page"]).status_code == 200


def test_what_was_said_of_a_report_that_is_not_here_opens_nothing() -> None:
    anchor = Anchor(report_id="r1", spans=(Span(3, 9),), exact=("abcdef",))
    said = Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor,))
    listed = Listed(rows=(said,), total=1, first=0)
    assert with_links(listed, lambda _: {})["rows"][0]["links"]["at"] == []


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


def parted() -> Contents:
    """Return the ferry's contents, the words of one statement in two parts with a word between them that is nobody's."""
    contents = ferry_contents()
    statement = next(
        one for one in contents.linked.statements if "12 boats were waiting" in one.variants[0].text
    )
    (wanted,) = statement.variants[0].attribution_ids

    def in_parts(one: Attribution) -> Attribution:
        (own,) = one.content
        parts = (Span(own.start, own.start + 8), Span(own.start + 14, own.end))
        return replace(one, content=parts, quoted=())

    readings = tuple(
        replace(
            reading,
            attributions=tuple(in_parts(one) if one.id == wanted else one for one in reading.attributions),
        )
        for reading in contents.readings
    )
    variant = replace(statement.variants[0], text="12 boats waiting")
    statements = tuple(
        replace(one, variants=(variant,)) if one is statement else one for one in contents.linked.statements
    )
    return replace(contents, readings=readings, linked=replace(contents.linked, statements=statements))


@pytest.mark.parametrize("path", ["statements", "search?words=waiting", "statements?whole=true"])
def test_what_a_statement_opens_is_its_words_and_nothing_between_them(tmp_path: Path, path: str) -> None:
    contents = parted()
    room = room_of(written(tmp_path, contents))
    one = Served(room, {reading.report.id: reading.report.text for reading in contents.readings})
    told = one.told(f"/api/v1/{path}")
    rows = told.get("statements", told)["rows"]
    assert any(len(row["links"]["at"]) > 1 for row in rows)
    for row in rows:
        text = row["text"] if "text" in row else row["variants"][0]["text"]
        assert " ".join(one.marked(link) for link in row["links"]["at"]) == text


def test_a_page_opens_the_words_of_a_statement_and_nothing_between_them(tmp_path: Path) -> None:
    room = room_of(written(tmp_path, parted()))
    (row,) = [one for one in room.get("/api/v1/statements").json()["rows"] if len(one["content"]) > 1]
    spans = ",".join(f"{start}-{end}" for start, end in row["content"])
    assert f"?at={spans}#at" in room.get("/search").text
    assert [row["content"][0][0], row["content"][-1][1]] == row["place"]["span"]
