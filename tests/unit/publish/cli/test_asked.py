from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.publish.cli.asked import Asked, find_answer
from onrecord.record import Record, open_record, write
from support.contents import ferry_contents


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    write(tmp_path / "ferry.db", ferry_contents())
    with open_record(tmp_path / "ferry.db") as record:
        yield record


def texts(record: Record, asked: Asked) -> list[str]:
    return [statement.variants[0].text for statement in find_answer(record, asked).statements]


def test_nothing_asked_for_is_everything(record: Record) -> None:
    answer = find_answer(record, Asked())

    assert (len(answer.statements), len(answer.events), len(answer.reports)) == (5, 1, 3)


def test_a_level_leaves_something_out_but_narrows_no_list() -> None:
    assert [Asked(level=level).leaves_out for level in Level] == [True, True, False]
    assert not Asked(level=Level.CERTAIN).narrows
    assert Asked(speaker="Velik").leaves_out


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(speaker="velik", manner=Manner.DIRECT), ["We will not raise the fares this year,"]),
        (
            Asked(outlet="courier", manner=Manner.INDIRECT),
            ["The ferry to Lundholm will run again from 2 May", "12 boats were waiting"],
        ),
        (Asked(since=date(2022, 1, 1)), []),
        (Asked(event="e1", speaker="nobody"), []),
    ],
)
def test_filters_narrow_statements(record: Record, asked: Asked, expected: list[str]) -> None:
    assert sorted(texts(record, asked)) == sorted(expected)


def test_filters_narrow_reports_speakers_and_events_with_them(record: Record) -> None:
    answer = find_answer(record, Asked(outlet="courier"))

    assert [one.report.paths[-1] for one in answer.reports] == ["pile/courier.txt"]
    assert [one.name for one in answer.speakers] == ["Ana Velik"]
    assert find_answer(record, Asked(speaker="nobody")).events == ()


def test_an_event_is_asked_for_by_id_or_number(record: Record) -> None:
    event = record.events()[0]

    assert len(texts(record, Asked(event="E1"))) == 5
    assert len(texts(record, Asked(event=event.id))) == 5
    with pytest.raises(RecordError):
        texts(record, Asked(event="E9"))


def test_a_statement_is_found_by_number_id_or_the_start_of_it(record: Record) -> None:
    answer = find_answer(record, Asked())
    first = answer.statements[0]

    assert answer.statement("s1") == first
    assert answer.statement("S1") == first
    assert answer.statement(first.id) == first
    assert answer.statement(first.id[:8]) == first


def test_a_start_that_fits_several_or_none_is_refused(record: Record) -> None:
    answer = find_answer(record, Asked())

    with pytest.raises(RecordError, match="give more of the id"):
        answer.statement("s")
    with pytest.raises(RecordError):
        answer.statement("sffff")


def test_an_id_given_out_before_still_leads_to_its_statement(record: Record) -> None:
    answer = find_answer(record, Asked())
    first = answer.statements[0]
    member = first.variants[1].attribution_ids[0]

    assert answer.statement(f"s{member[1:]}") == first
