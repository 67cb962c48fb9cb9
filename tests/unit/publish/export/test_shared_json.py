from __future__ import annotations

from dataclasses import replace

from onrecord.model.annotation import Kind
from onrecord.publish.export.shared_json import (
    divergence_as_json,
    event_as_json,
    lineage_as_json,
    speaker_as_json,
    statement_as_json,
    story_as_json,
)
from support.contents import ferry_contents

LINKED = ferry_contents().linked


def test_a_speaker_comes_with_roles_and_the_places_that_give_them() -> None:
    entity = next(entity for entity in LINKED.entities if entity.roles)

    speaker = speaker_as_json(entity)

    assert (speaker["name"], speaker["kind"]) == ("Ana Velik", "person")
    assert speaker["aliases"] == ["A. Velik", "Velik"]
    assert [role["title"] for role in speaker["roles"]] == ["Harbour Minister"]
    assert len(speaker["roles"][0]["evidence"]) == 1


def test_a_place_that_speaks_is_the_body_that_governs_it() -> None:
    assert speaker_as_json(replace(LINKED.entities[0], kind=Kind.PLACE))["kind"] == "body"


def test_a_statement_comes_with_its_variants_and_what_differs() -> None:
    statement = next(statement for statement in LINKED.statements if len(statement.variants) > 1)

    exported = statement_as_json(statement)

    base, cut = exported["variants"]
    assert (base["relation"], base["differences"]) == ("base", [])
    assert cut["relation"] == "cut"
    (difference,) = cut["differences"]
    start, end = difference["base"]
    assert (base["text"][start:end], difference["variant"]) == (" this year", None)
    assert exported["corroboration"] == {"reports": 3, "lineages": 2}


def test_a_statement_of_no_day_has_none() -> None:
    undated = next(statement for statement in LINKED.statements if statement.said is None)

    assert statement_as_json(undated)["date"] is None


def test_an_event_and_its_story_name_their_members() -> None:
    event, story = event_as_json(LINKED.events[0]), story_as_json(LINKED.stories[0])

    assert (event["where"], len(event["reports"]), story["events"]) == ("Orrin Bay", 3, [event["id"]])


def test_a_copied_passage_leads_from_its_origin_to_the_copy() -> None:
    lineage = lineage_as_json(LINKED.lineages[0])

    assert lineage["passages"][0]["from"]["report"] == lineage["origin"]
    assert lineage["passages"][0]["to"]["report"] != lineage["origin"]


def test_a_passage_whose_origin_is_elsewhere_comes_from_nowhere() -> None:
    lineage = LINKED.lineages[0]
    passage = replace(lineage.passages[0], source=None)

    assert lineage_as_json(replace(lineage, passages=(passage,)))["passages"][0]["from"] is None


def test_a_divergence_takes_no_side() -> None:
    divergence = divergence_as_json(LINKED.divergences[0])

    assert (divergence["slot"], len(divergence["between"])) == ("number", 2)
