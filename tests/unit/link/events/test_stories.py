from onrecord.link.events.events import name_event
from onrecord.link.events.outline import outline
from onrecord.link.events.stories import group_events
from support.piles import reading_of

PILE = (
    reading_of(
        "Council votes to drain the Tarn",
        ["In Oxley, Mayor Pim Dorran saw the council vote to drain the Tarn reservoir."],
    ),
    reading_of(
        "Tarn reservoir drained", ["A year on, Mayor Pim Dorran of Oxley watched the Tarn reservoir run dry."]
    ),
    reading_of("Fire guts a cannery", ["A fire destroyed the Halvard cannery in Velm, owner Jo Stenn said."]),
)


def test_events_with_the_same_actors_and_matter_are_one_story() -> None:
    outlines = {reading.report.id: outline(reading) for reading in PILE}
    events = [name_event([reading.report], outlines, None) for reading in PILE]
    stories = group_events(events, outlines)
    assert sorted(len(story.event_ids) for story in stories) == [1, 2]
    assert {key for story in stories for key in story.event_ids} == {event.id for event in events}
    assert all(story.title in {event.what for event in events} for story in stories)
