from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.listing import MOST, Asked, Order
from onrecord.model.moment import Evidence
from onrecord.record import open_record
from support.contents import ferry_contents
from support.made import made_contents, plain
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record import Record

ALL = Asked(most=MOST)


def test_what_is_said_stands_at_its_words(made: Record) -> None:
    attribution = next(iter(plain().attributions.values()))
    row = made.list_statements(ALL).rows[0]
    places = made.find_places([attribution.id, row.id])
    assert [one.span for one in places[attribution.id]] == list(attribution.content)
    assert {one.report_id for one in places[attribution.id]} == {attribution.report_id}
    assert places[row.id] == (row.place,)


def test_speakers_and_events_stand_where_their_rows_say(made: Record) -> None:
    stands = {row.id: row.place for row in made.list_speakers(ALL).rows}
    stands |= {row.id: row.place for row in made.list_events(ALL).rows}
    assert made.find_places(list(stands)) == {one: (place,) for one, place in stands.items()}


def test_a_report_is_opened_at_its_headline_and_an_outlet_at_its_earliest_report(made: Record) -> None:
    outlets = made.list_outlets(ALL).rows
    firsts = {
        one.id: made.list_reports(Asked(outlet=one.id, order=Order.TIME, most=1)).rows[0].id
        for one in outlets
    }
    places = made.find_places([*firsts, *firsts.values()])
    assert outlets
    for outlet_id, report_id in firsts.items():
        (place,) = places[report_id]
        assert place.span == plain().reports[report_id].blocks[0].span
        assert places[outlet_id] == (place,)


def test_a_story_stands_at_its_first_event(made: Record) -> None:
    by_time = [row.id for row in made.list_events(Asked(order=Order.TIME, most=MOST)).rows]
    for story in made_contents().linked.stories:
        first = min(story.event_ids, key=by_time.index)
        places = made.find_places([story.id, first])
        assert places[story.id] == places[first]


def test_what_rests_on_nothing_of_its_own_stands_at_the_first_thing_below_it(tmp_path: Path) -> None:
    path = written(tmp_path, ferry_contents())
    tampered(path, "DELETE FROM mentions", "DELETE FROM citations WHERE owner_kind = 'event'")
    with open_record(path) as record:
        event, speaker = record.events()[0], record.speakers()[0]
        said = next(one for one in record.statements() if speaker.id in one.speaker_ids)
        places = record.find_places([event.id, speaker.id, said.id, *event.report_ids])
    assert places[speaker.id] == places[said.id]
    assert places[event.id] in [places[one] for one in event.report_ids]


def test_without_a_headline_a_report_is_opened_at_its_first_words(tmp_path: Path) -> None:
    path = written(tmp_path, ferry_contents())
    tampered(path, "UPDATE blocks SET zone = 'byline' WHERE zone = 'headline'")
    with open_record(path) as record:
        for report in record.reports():
            ((place,),) = record.find_places([report.id]).values()
            body = [one.span for one in report.blocks if one.zone == "body"]
            assert place.span == (body or [one.span for one in report.blocks])[0]


def test_a_correction_stands_at_the_words_that_it_holds_to_as_far_as_they_are_there(tmp_path: Path) -> None:
    contents = ferry_contents()
    reading = next(one for one in contents.readings if one.attributions)
    own, spans = reading.report.id, reading.attributions[0].content
    exact = tuple(span.of(reading.report.text) for span in spans)
    here = Anchor(report_id=own, spans=spans, exact=exact)
    other = Anchor(report_id=own, spans=spans, exact=tuple(words[::-1] for words in exact))
    gone = Anchor(report_id="r0", spans=spans, exact=exact)
    told = [
        Correction(kind=CorrectionKind.SAME_STATEMENT, anchors=(one, two))
        for one, two in ((here, gone), (other, gone), (Anchor(report_id="r0"), Anchor(report_id=own)))
    ]
    with open_record(written(tmp_path, replace(contents, corrections=tuple(told)))) as record:
        places = record.find_places([one.id for one in told])
        opening = record.find_places([own])[own]
    words = tuple(Evidence(report_id=own, span=span) for span in spans)
    assert places == {told[0].id: words, told[2].id: opening}


def test_what_is_not_in_the_record_stands_nowhere(made: Record) -> None:
    assert made.find_places([f"{letter}{'0' * 20}" for letter in "aspetrolkz"] + [""]) == {}
