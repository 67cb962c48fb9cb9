from dataclasses import replace

from onrecord.model.contents import Contents, MadeWith
from onrecord.model.statement import Linked
from onrecord.publish.page.pile import pile_of, time_key
from support.contents import ferry_contents


def test_statements_stand_best_corroborated_first_and_are_numbered() -> None:
    pile = pile_of(ferry_contents())

    assert [one.corroboration.lineages for one in pile.statements] == [2, 1, 1, 1, 1]
    assert [pile.numbers[one.id] for one in pile.statements] == ["S1", "S2", "S3", "S4", "S5"]


def test_reports_stand_by_event_then_outlet() -> None:
    pile = pile_of(ferry_contents())
    outlets = [one.report.outlet.name for one in pile.reports if one.report.outlet]

    assert outlets == ["Lundholm Gazette", "Lundholm Gazette", "The Orrin Courier"]
    assert [pile.numbers[one.report.id] for one in pile.reports] == ["R1", "R2", "R3"]


def test_members_of_a_statement_come_variant_by_variant() -> None:
    pile = pile_of(ferry_contents())
    members = pile.members(pile.statements[0])

    assert len(members) == 3
    assert [pile.statements_by_attribution[one.id].id for one in members] == [pile.statements[0].id] * 3


def test_a_statement_without_a_day_is_told_apart_from_that_of_its_event() -> None:
    pile = pile_of(ferry_contents())
    undated = next(one for one in pile.statements if one.said is None)

    told = pile.said_words(undated)
    assert told.startswith("day not known; reported with the event of ")
    assert pile.said_words(replace(undated, event_id=None)) == "day not known"


def test_unknown_speakers_are_called_so() -> None:
    pile = pile_of(ferry_contents())

    assert pile.speaker_words(()) == "unknown speaker"
    assert pile.speaker_words(one.id for one in pile.contents.linked.entities if one.aliases) == "Ana Velik"


def test_undated_events_come_last() -> None:
    contents = ferry_contents()
    event = contents.linked.events[0]
    later = replace(event, id="e0", date=None, report_ids=())
    pile = pile_of(replace(contents, linked=replace(contents.linked, events=(later, event))))

    assert [one.id for one in pile.events] == [event.id, "e0"]
    assert time_key(None) > time_key(event.date)


def test_the_order_of_the_members_changes_nothing() -> None:
    contents = ferry_contents()
    turned = replace(
        contents,
        readings=contents.readings[::-1],
        linked=replace(contents.linked, statements=contents.linked.statements[::-1]),
    )

    assert pile_of(turned).numbers == pile_of(contents).numbers


def test_an_empty_record_is_a_pile_of_nothing() -> None:
    made_with = MadeWith(onrecord="0", settings={}, models=(), years=(2000, 2030))
    pile = pile_of(Contents(made_with=made_with, captures=(), readings=(), linked=Linked()))

    assert (pile.reports, pile.events, pile.statements) == ((), (), ())


def test_the_cue_is_told_in_the_words_of_the_report() -> None:
    pile = pile_of(ferry_contents())
    member = pile.members(pile.statements[0])[0]

    assert pile.cue_words(member) == "cue: promised"
    assert pile.cue_words(replace(member, cue=None)) == ""
