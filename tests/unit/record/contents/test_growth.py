from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.statement import Linked
from onrecord.record import check, open_record, write
from onrecord.record.contents.growth import Growth, grow, read_state
from onrecord.record.stores.transactions import writing_to
from support.contents import ferry_contents

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model.contents import Contents
    from support.stores import Places


def grown(path: Path | str, contents: Contents, *ids: str) -> Contents:
    with writing_to(path) as connection:
        grow(connection, Growth(contents=contents, put=frozenset(ids)))
    with open_record(path) as record:
        return record.contents()


def test_reports_and_all_they_share_are_put_in_one_step(places: Places) -> None:
    whole = ferry_contents()
    path = places.at()
    first = whole.readings[0]
    write(path, replace(whole, captures=whole.captures[:1], readings=(first,), linked=Linked(), problems=()))

    put = [reading.report.id for reading in whole.readings[1:]]

    assert grown(path, replace(whole, captures=whole.captures[1:]), *put) == whole
    assert check(path) == ()


def test_a_report_that_is_put_again_takes_the_place_of_what_it_was(places: Places) -> None:
    whole = ferry_contents()
    path = places.at()
    write(path, whole)
    reading = whole.readings[1]
    told = replace(reading, report=replace(reading.report, title="The ferry, once more"))
    after = replace(whole, readings=(whole.readings[0], told, whole.readings[2]))

    assert grown(path, after, reading.report.id) == after
    assert check(path) == ()
    with open_record(path) as record:
        assert record.search("once more").report_ids == (reading.report.id,)


def test_what_does_not_hold_together_is_refused_and_the_record_stays(places: Places) -> None:
    whole = ferry_contents()
    path = places.at()
    write(path, whole)
    story = replace(whole.linked.stories[0], event_ids=("e00",))
    wrong = replace(whole, linked=replace(whole.linked, stories=(story,)))

    with pytest.raises(RecordError, match=r"(?i)foreign key"):
        grown(path, wrong)
    assert check(path) == ()


def test_a_record_is_seen_less_the_bytes_that_came_in_and_what_is_told_anew(places: Places) -> None:
    whole = ferry_contents()
    write(places.at(), whole)

    with writing_to(places.at()) as connection:
        state = read_state(connection)

    linked = whole.linked
    wordings = tuple(replace(one, speaker_ids=(), said=None) for one in linked.statements)
    seen = Linked(statements=wordings, problems=linked.problems)
    assert state.contents == replace(whole, captures=(), linked=seen)
    assert (state.waiting, state.problems) == ((), ())
