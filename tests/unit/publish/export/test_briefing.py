from dataclasses import replace

import pytest

from onrecord.model.attribution import Level
from onrecord.model.statement import Change
from onrecord.publish.export.brief import Brief
from onrecord.publish.export.briefing import NO_EVENT, SAID, brief_of
from onrecord.publish.export.chosen import Chosen, Part, find_chosen
from onrecord.publish.export.limits import at_least
from support.taken import ferry, parts_of

CONTENTS = ferry()


def brief(part: Part, wanted: str = "") -> Brief:
    return brief_of(CONTENTS, find_chosen(CONTENTS, part, wanted))


def test_a_brief_of_an_event_tells_its_day_and_on_what_it_rests() -> None:
    made = brief(Part.EVENT, "E1")

    assert (made.title, made.sections[0].heading) == ("Ferry to run again from May", SAID)
    day = made.facts[0]
    assert day.words.startswith("4 March 2021 (from several reports together: ")
    assert [made.notes[number - 1].ranges[0][0].text for number in day.notes] == ["4 March", "Thursday"]


def test_what_a_day_rests_on_is_told_without_quotation_marks() -> None:
    (event,) = CONTENTS.linked.events
    assert event.date
    told = replace(event, date=replace(event.date, why="“Thursday”, told from the day of writing"))
    linked = replace(CONTENTS.linked, events=(told,))
    made = brief_of(replace(CONTENTS, linked=linked), Chosen(part=Part.EVENT, id=event.id))

    assert made.facts[0].words.endswith(": Thursday, told from the day of writing)")


def test_a_brief_of_a_speaker_says_who_it_is_and_names_nobody_else() -> None:
    made = brief(Part.SPEAKER, "Ana Velik")

    assert [(fact.label, fact.words) for fact in made.facts] == [
        ("Kind", "person"),
        ("Also named", "A. Velik; Velik"),
        ("Described as", "Harbour Minister"),
    ]
    assert {item.speaker for section in made.sections for item in section.items} == {""}
    assert sum(len(section.items) for section in made.sections) == 4


def test_sources_are_counted_by_lineages_and_explained() -> None:
    items = [item for section in brief(Part.EVENT, "E1").sections for item in section.items]
    copied = next(item for item in items if item.carried == "carried by 2 reports, 1 independent")

    assert copied.counting == (
        "In Lundholm Gazette (R1) it stands in text copied from The Orrin Courier (R3): counted together as one.",
    )


def test_a_wording_tells_its_differences_without_quotation_marks() -> None:
    (item,) = brief(Part.STATEMENT, "S1").sections[0].items

    assert [(change.what, change.words) for change in item.wordings[1].changes] == [
        ("leaves out", "this year")
    ]
    assert item.speaker == "Ana Velik"
    assert [role.words for role in item.described] == ["Harbour Minister"]


def test_many_or_unreadable_differences_are_only_counted() -> None:
    statement = next(one for one in CONTENTS.linked.statements if len(one.variants) == 2)
    base, cut = statement.variants
    changed = replace(statement, variants=(base, replace(cut, differences=cut.differences * 6)))
    linked = replace(
        CONTENTS.linked,
        statements=tuple(changed if one is statement else one for one in CONTENTS.linked.statements),
    )
    made = brief_of(replace(CONTENTS, linked=linked), Chosen())
    told = [wording for s in made.sections for item in s.items for wording in item.wordings if wording.more]

    assert [one.more for one in told] == ["differs in 6 places."]
    assert cut.differences[0].kind is Change.DROPPED


def test_both_sides_of_a_divergence_are_cited_and_none_is_chosen() -> None:
    (differing,) = brief(Part.EVENT, "E1").differing

    assert [(side.label, side.words) for side in differing.sides] == [
        ("The Orrin Courier", "12 boats"),
        ("Lundholm Gazette", "14 boats"),
    ]
    assert all(side.notes for side in differing.sides)
    assert brief(Part.STATEMENT, "S1").differing == ()


def test_a_brief_of_what_a_filter_found_has_only_that() -> None:
    fares = next(one.id for one in CONTENTS.linked.statements if one.corroboration.reports == 3)
    made = brief_of(CONTENTS, Chosen(among=frozenset({fares})))

    assert made.title == SAID
    assert [len(section.items) for section in made.sections] == [1]
    assert made.differing == ()


def test_an_unknown_speaker_is_said_and_counted() -> None:
    made = brief(Part.RECORD)

    assert "Of 1 the speaker is not known." in made.lead
    assert "unknown speaker" in {item.speaker for section in made.sections for item in section.items}


def test_statements_of_no_event_come_last() -> None:
    loose = tuple(replace(one, event_id=None) for one in CONTENTS.linked.statements[:1])
    linked = replace(CONTENTS.linked, statements=(*loose, *CONTENTS.linked.statements[1:]))
    made = brief_of(replace(CONTENTS, linked=linked), Chosen())

    assert made.sections[-1].heading == NO_EVENT


@pytest.mark.parametrize("choice", parts_of(CONTENTS), ids=lambda one: one.part.value)
def test_notes_are_numbered_in_the_order_in_which_they_are_met(choice: Chosen) -> None:
    made = brief_of(CONTENTS, choice)
    met: list[int] = [number for fact in made.facts for number in fact.notes]
    for section in made.sections:
        met += [number for fact in section.facts for number in fact.notes]
        for item in section.items:
            met += [number for fact in item.described for number in fact.notes]
            met += [number for told in item.wordings for number in told.notes]
    met += [number for one in made.differing for side in one.sides for number in side.notes]

    assert list(dict.fromkeys(met)) == [note.number for note in made.notes]


def test_what_is_left_out_is_said() -> None:
    assert "Only what is read as certain" in brief_of(at_least(CONTENTS, Level.CERTAIN), Chosen()).limit
