from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from support.made import made_contents, plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_speakers_are_counted_as_by_hand(made: Record) -> None:
    said: defaultdict[str, set[str]] = defaultdict(set)
    credited: defaultdict[str, set[str]] = defaultdict(set)
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for statement in plain().statements.values():
        for speaker in statement.speaker_ids:
            said[speaker].add(statement.id)
        for member in plain().members(statement):
            for speaker in plain().speakers_of[member.id]:
                credited[speaker].add(member.id)
                reports[speaker].add(member.report_id)
    listed = made.list_speakers(Asked(most=200))
    assert listed.total == len(said) == made.summary().speakers
    for row in listed.rows:
        assert (row.statements, row.attributions, row.reports) == (
            len(said[row.id]),
            len(credited[row.id]),
            len(reports[row.id]),
        )
        assert row.place is not None
        assert row.place.span.of(plain().reports[row.place.report_id].text) == row.name


def test_numbers_are_of_what_is_asked_for(made: Record) -> None:
    event = made_contents().linked.events[0].id
    for row in made.list_speakers(Asked(event=event)).rows:
        assert row.statements == made.list_statements(Asked(event=event, speaker=row.id)).total


def test_words_are_looked_for_in_names(made: Record) -> None:
    name = made.list_speakers(Asked(most=1)).rows[0].name
    assert [row.name for row in made.list_speakers(Asked(words=name)).rows] == [name]
    assert made.list_speakers(Asked(words="no such name")).total == 0


def test_by_time_who_spoke_first_comes_first(made: Record) -> None:
    first = made.list_statements(Asked(order=Order.TIME, most=1)).rows[0]
    speaker = made.list_speakers(Asked(order=Order.TIME, most=1)).rows[0]
    assert not first.speakers or speaker.id in {one.id for one in first.speakers}
