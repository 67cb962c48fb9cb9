from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.listing import Asked
from onrecord.model.span import Span
from onrecord.publish.assistant.reading import AROUND, find_speaker, report_in_context, speaker, statement
from onrecord.publish.assistant.searching import Wish
from onrecord.record import open_record, write
from support.searched import Said, searched
from support.taken import denying

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record import Record


def fares(record: Record) -> str:
    return record.find(Asked(words="raise fares")).statements.rows[0].id


def test_a_statement_is_told_in_all_its_wordings_with_who_carries_each(ferry_record: Record) -> None:
    told = statement(ferry_record, fares(ferry_record))

    assert [(one.relation, one.differs) for one in told.wordings] == [
        ("base", ""),
        ("cut", "Leaves out “this year”."),
    ]
    assert [{carried.citation.outlet for carried in one.carried_by} for one in told.wordings] == [
        {"Lundholm Gazette"},
        {"Lundholm Gazette", "The Orrin Courier"},
    ]
    assert (told.reports, told.independent) == (3, 2)
    assert [thing.name for thing in told.speakers] == ["Ana Velik"]


def test_of_each_wording_the_quoted_characters_are_told(ferry_record: Record) -> None:
    (carried, *_) = statement(ferry_record, fares(ferry_record)).wordings[0].carried_by
    report = next(one for one in ferry_record.reports() if one.id == carried.citation.report_id)

    assert [report.text[one.start : one.end] for one in carried.quoted] == [carried.citation.exact]


def test_an_id_of_another_kind_is_refused(ferry_record: Record) -> None:
    with pytest.raises(RecordError, match="another kind of id"):
        statement(ferry_record, "r" + "0" * 20)


def test_a_speaker_is_told_by_name_or_id_with_what_they_said(ferry_record: Record) -> None:
    told = speaker(ferry_record, "ana velik", Wish(most=2))

    assert (told.name, told.aliases, told.statements_total) == ("Ana Velik", ["A. Velik", "Velik"], 4)
    assert len(told.statements) == 2
    assert [role.title for role in told.roles] == ["Harbour Minister"]
    assert told.roles[0].citation is not None
    assert speaker(ferry_record, told.id, Wish(most=2)) == told


def test_a_name_that_is_only_near_means_nobody(ferry_record: Record) -> None:
    with pytest.raises(RecordError, match=r"no speaker of this record is named 'nobody'"):
        find_speaker(ferry_record, "nobody")
    with pytest.raises(RecordError, match=r"perhaps Ana Velik \(p[0-9a-f]+\) is meant"):
        find_speaker(ferry_record, "Velikk Smith")


def test_a_name_of_several_people_is_asked_back(tmp_path: Path) -> None:
    said = (
        Said(words="Yes to that", speaker="Ana Velik", aliases=("Velik",)),
        Said(words="No to that", speaker="Tom Velik", aliases=("Velik",)),
    )
    write(tmp_path / "two.db", searched(*said))
    with open_record(tmp_path / "two.db") as record:
        with pytest.raises(RecordError, match="'Velik' names 2 speakers, among them"):
            find_speaker(record, "Velik")
        assert find_speaker(record, "Tom Velik")


def test_a_place_is_told_with_the_characters_around_it(ferry_record: Record) -> None:
    (hit,) = ferry_record.find(Asked(words="raise fares")).statements.rows
    report = next(one for one in ferry_record.reports() if one.id == hit.place.report_id)
    told = report_in_context(ferry_record, report.id, hit.place.span, 10)

    assert told.before + told.citation.exact + told.after == report.text[told.shown.start : told.shown.end]
    assert len(told.before) == 10
    assert [thing.name for thing in told.credited[0].speakers] == ["Ana Velik"]
    assert told.credited[0].statement_id == hit.id


def test_around_a_place_only_so_much_is_shown(ferry_record: Record) -> None:
    report = ferry_record.reports()[0]
    told = report_in_context(ferry_record, report.id, Span(0, 1), 10**9)

    assert told.shown.end <= 1 + AROUND


def test_a_place_behind_the_end_is_refused(ferry_record: Record) -> None:
    report = ferry_record.reports()[0]

    with pytest.raises(RecordError, match="there is none at 99999"):
        report_in_context(ferry_record, report.id, Span(0, 100_000), 10)


def test_a_denial_is_told_with_the_words_that_credit_it(tmp_path: Path) -> None:
    path = tmp_path / "denied.db"
    write(path, denying())
    with open_record(path) as record:
        (found,) = speaker(record, "Ana Velik", Wish()).statements
        (wording,) = statement(record, found.id).wordings

    assert found.credited_by == "has never believed"
    assert [one.credited_by for one in wording.carried_by] == ["has never believed"]
