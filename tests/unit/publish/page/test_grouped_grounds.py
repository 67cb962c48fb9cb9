from onrecord.publish.page.grouped_grounds import (
    divergence_ground,
    event_ground,
    lineage_ground,
    report_ground,
    story_ground,
)
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents

PILE = pile_of(ferry_contents())
LINKED = PILE.contents.linked


def test_a_report_tells_its_day_and_its_event() -> None:
    ground = report_ground(PILE, PILE.reports[0])
    assert [part.kind for part in ground.parts] == ["date", "event"]


def test_an_event_tells_the_names_in_common() -> None:
    ground = event_ground(PILE, LINKED.events[0])
    assert any("Ana Velik" in sentence for sentence in ground.because)
    assert ground.rule == "event.one-happening"


def test_a_story_tells_its_events() -> None:
    for story in LINKED.stories:
        assert [part.id for part in story_ground(PILE, story).parts] == list(story.event_ids)[:5]


def test_a_lineage_tells_both_sides_of_each_passage() -> None:
    (lineage,) = LINKED.lineages
    ground = lineage_ground(PILE, lineage)
    copied = [place for place in ground.places if place.part.endswith(", to")]
    assert [place.span for place in copied] == [passage.copy.span for passage in lineage.passages]


def test_a_divergence_tells_both_sides_and_chooses_none() -> None:
    (divergence,) = LINKED.divergences
    ground = divergence_ground(PILE, divergence)
    sides = [place.exact for place in ground.places if place.part == "side"]
    assert sorted(sides) == ["12 boats", "14 boats"]
    assert not ground.candidates
