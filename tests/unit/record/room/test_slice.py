from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.fact import Fact
from onrecord.model.moment import Basis, Moment
from onrecord.publish.export import record_as_json
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.statements import entry
from onrecord.record import open_record
from support.made import made_contents, plain
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model.contents import Contents
    from onrecord.record import Record


def holds_together(contents: Contents) -> None:
    """Every id in the slice leads to something in it."""
    pile_of(contents)
    record_as_json(contents)
    reports = {reading.report.id for reading in contents.readings}
    chains = {chain.id for reading in contents.readings for chain in reading.chains}
    members = {one.id for reading in contents.readings for one in reading.attributions}
    entities = {one.id for one in contents.linked.entities}
    events = {one.id for one in contents.linked.events}
    for reading in contents.readings:
        for one in reading.attributions:
            assert set(one.speakers) <= chains
    for entity in contents.linked.entities:
        assert set(entity.chain_ids) <= chains
    for statement in contents.linked.statements:
        assert {one for variant in statement.variants for one in variant.attribution_ids} <= members
        assert set(statement.speaker_ids) <= entities
        assert statement.event_id is None or statement.event_id in events
    for event in contents.linked.events:
        assert set(event.report_ids) <= reports
    for lineage in contents.linked.lineages:
        assert set(lineage.report_ids) <= reports
    for divergence in contents.linked.divergences:
        assert {side.report_id for side in divergence.between} <= reports


def test_a_statement_comes_whole_with_all_who_carry_it(made: Record) -> None:
    for statement in sorted(plain().statements.values(), key=lambda one: -one.corroboration.reports)[:10]:
        contents = made.slice(statement_ids=[statement.id])
        holds_together(contents)
        assert contents.linked.statements == (statement,)
        assert {reading.report.id for reading in contents.readings} == {
            member.report_id for member in plain().members(statement)
        }
        for reading in contents.readings:
            assert reading.report == plain().reports[reading.report.id]
        shown = entry(pile_of(contents), statement)
        assert shown.wordings[0].variant == statement.variants[0]


def test_a_report_comes_with_all_that_was_read_in_it(made: Record) -> None:
    for reading in made_contents().readings[:5]:
        contents = made.slice(report_ids=[reading.report.id])
        holds_together(contents)
        assert reading in contents.readings
        carried = {
            one.id
            for one in plain().statements.values()
            if any(member.report_id == reading.report.id for member in plain().members(one))
        }
        assert {one.id for one in contents.linked.statements} == carried


def test_speakers_events_and_lineages_come_with_what_they_rest_on(made: Record) -> None:
    linked = made_contents().linked
    entity, event, lineage = linked.entities[0], linked.events[0], linked.lineages[0]
    contents = made.slice(speaker_ids=[entity.id])
    holds_together(contents)
    assert contents.linked.entities[0].roles == entity.roles
    assert contents.linked.entities[0].merges == entity.merges
    contents = made.slice(event_ids=[event.id])
    holds_together(contents)
    assert event in contents.linked.events
    contents = made.slice(lineage_ids=[lineage.id])
    holds_together(contents)
    assert lineage in contents.linked.lineages


def test_nothing_asked_for_is_an_empty_slice(made: Record) -> None:
    contents = made.slice()
    assert (contents.readings, contents.linked.statements, contents.captures) == ((), (), ())
    assert contents.made_with == made_contents().made_with


def test_an_id_that_is_not_there_is_told(made: Record) -> None:
    with pytest.raises(RecordError, match="no statement"):
        made.slice(statement_ids=["s" + "0" * 20])


def test_only_facts_that_a_day_of_the_slice_rests_on_come_along(tmp_path: Path) -> None:
    facts = [
        Fact(
            id=f"f{number}",
            subject="Ana Velik",
            relation="mayor of",
            object=place,
            first=None,
            last=None,
            source="a page",
        )
        for number, place in enumerate(("Lundholm", "Orrin Bay"))
    ]
    contents = made_contents()
    event = contents.linked.events[0]
    moment = Moment(
        earliest=date(2021, 3, 4), latest=None, basis=Basis.CORROBORATED, why="she was mayor", facts=("f1",)
    )
    events = (replace(event, date=moment), *contents.linked.events[1:])
    made_with = replace(contents.made_with, facts=tuple(facts), given=tuple(facts))
    changed = replace(contents, made_with=made_with, linked=replace(contents.linked, events=events))
    with open_record(written(tmp_path, changed)) as record:
        assert record.slice(event_ids=[event.id]).made_with == replace(made_with, facts=(facts[1],), given=())
        assert record.slice(event_ids=[contents.linked.events[1].id]).made_with.facts == ()
