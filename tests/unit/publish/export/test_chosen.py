from dataclasses import replace

import pytest

from onrecord.errors import RecordError
from onrecord.publish.export.chosen import Chosen, Part, chosen_events, chosen_statements, find_chosen
from support.contents import ferry_contents

CONTENTS = ferry_contents()
LINKED = CONTENTS.linked
VELIK = next(entity for entity in LINKED.entities if entity.name == "Ana Velik")
FARES = next(one for one in LINKED.statements if len(one.variants) == 2)


def test_the_whole_record_needs_no_id() -> None:
    assert find_chosen(CONTENTS, Part.RECORD, texts=True) == Chosen(texts=True)
    assert chosen_statements(CONTENTS, Chosen()) == LINKED.statements


@pytest.mark.parametrize(
    "wanted",
    [FARES.id, FARES.id[:6], "s1", "S1", *("s" + one[1:] for one in FARES.variants[1].attribution_ids)],
)
def test_a_statement_goes_by_id_start_number_and_the_ids_that_it_had(wanted: str) -> None:
    choice = find_chosen(CONTENTS, Part.STATEMENT, wanted)

    assert chosen_statements(CONTENTS, choice) == (FARES,)


@pytest.mark.parametrize(
    "wanted", ["Ana Velik", "ana velik", "A. Velik", VELIK.id, "p" + VELIK.chain_ids[-1][1:]]
)
def test_a_speaker_goes_by_any_known_name_or_id(wanted: str) -> None:
    choice = find_chosen(CONTENTS, Part.SPEAKER, wanted)

    assert choice.id == VELIK.id
    assert len(chosen_statements(CONTENTS, choice)) == 4


def test_an_event_and_a_story_have_the_statements_made_there() -> None:
    event = find_chosen(CONTENTS, Part.EVENT, "E1")
    story = find_chosen(CONTENTS, Part.STORY, LINKED.stories[0].id)
    later = find_chosen(CONTENTS, Part.STORY, "t" + LINKED.events[0].report_ids[-1][1:])

    assert chosen_statements(CONTENTS, event) == chosen_statements(CONTENTS, story) == LINKED.statements
    assert chosen_events(CONTENTS, story) == {LINKED.events[0].id}
    assert later == story


@pytest.mark.parametrize(
    ("part", "wanted", "told"),
    [
        (Part.STATEMENT, "s", "no such statement"),
        (Part.STATEMENT, "s99", "no such statement"),
        (Part.SPEAKER, "One fisherman", "no such speaker"),
        (Part.EVENT, "", "no such event"),
    ],
)
def test_what_is_not_there_is_refused(part: Part, wanted: str, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        find_chosen(CONTENTS, part, wanted)


def test_a_name_of_two_speakers_is_refused_with_their_ids() -> None:
    fisherman = next(one for one in LINKED.entities if one.name == "One fisherman")
    both = tuple(replace(one, aliases=("A. Velik",)) if one is fisherman else one for one in LINKED.entities)
    late = next(one for one in LINKED.statements if not one.speaker_ids)
    said = tuple(
        replace(one, speaker_ids=(fisherman.id,)) if one is late else one for one in LINKED.statements
    )
    contents = replace(CONTENTS, linked=replace(LINKED, entities=both, statements=said))

    with pytest.raises(RecordError, match="fits 2 of the record's speakers"):
        find_chosen(contents, Part.SPEAKER, "A. Velik")
    assert find_chosen(contents, Part.SPEAKER, "one fisherman").id == fisherman.id
