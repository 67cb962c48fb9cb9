"""What persons say is never lost and never moves: over adding, rebuilding and copying a record."""

import random
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from onrecord.correct import find_standing
from onrecord.growing import Manner, add, correct
from onrecord.model.attribution import Attribution, Reading
from onrecord.model.contents import Contents
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.pipeline import build
from onrecord.publish.cli.export import Format, exported
from onrecord.record import check, copy_record, find_corrections, open_record
from onrecord.record.contents.corrections import take_in_corrections
from onrecord.record.stores.transactions import writing_to
from onrecord.repairing import repair
from support.cheap import cheap_reading, write_notes
from support.records import tampered
from support.stores import Places

KIND = CorrectionKind
ALONE = Manner(jobs=1)
NAMES = ("Ana Velik", "Orla Fennimore", "Lou Hart", "Pell", "Ruta Lindqvist")


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


def contents_of(path: Path | str) -> Contents:
    with open_record(path) as record:
        return record.contents()


def exports_of(path: Path | str) -> dict[Format, bytes]:
    contents = contents_of(path)
    return {form: exported(contents, form) for form in Format}


def anchor_of(reading: Reading, attribution: Attribution) -> Anchor:
    spans = attribution.content
    return Anchor(
        report_id=reading.report.id,
        spans=spans,
        exact=tuple(span.of(reading.report.text) for span in spans),
    )


def generate(readings: Sequence[Reading], count: int, seed: int) -> list[Correction]:
    """Return so many corrections, of every kind."""
    rng = random.Random(seed)
    anchors = [anchor_of(reading, one) for reading in readings for one in reading.attributions]
    reports = [Anchor(report_id=reading.report.id) for reading in readings]
    made: list[Correction] = []
    for number in range(count):
        kind = rng.choice([one for one in CorrectionKind if made or one is not KIND.UNDO])
        one = Correction(kind=kind, note=f"note {number}")
        if kind is KIND.UNDO:
            one = replace(one, undoes=rng.choice(made).id)
        elif kind in {KIND.SAME_NAME, KIND.OTHER_NAME}:
            one = replace(one, names=(NAMES[0], rng.choice(NAMES[1:])))
        elif kind in {KIND.SAME_STATEMENT, KIND.OTHER_STATEMENT}:
            one = replace(one, anchors=tuple(rng.sample(anchors, 2)))
        elif kind is KIND.COPY:
            one = replace(one, anchors=tuple(rng.sample(reports, 2)))
        elif kind is KIND.DATE:
            first = date(2021, 3, rng.randint(1, 28))
            days = (first, first + timedelta(days=rng.randrange(4)))
            one = replace(one, anchors=(rng.choice(rng.choice([anchors, reports])),), days=days)
        else:
            names = tuple(rng.sample(NAMES, rng.randrange(3))) if kind is KIND.SPEAKER else ()
            one = replace(one, anchors=(rng.choice(anchors),), names=names)
        made.append(one)
    return made


def untouched(contents: Contents, log: Sequence[Correction]) -> dict[str, Reading]:
    touched = {anchor.report_id for correction in log for anchor in correction.anchors}
    return {one.report.id: one for one in contents.readings if one.report.id not in touched}


def test_two_hundred_corrections_outlive_everything(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    write_notes(notes, 40, seed=3)
    path = tmp_path / "a.db"
    build([notes], path, jobs=1).close()
    before = contents_of(path)
    log = generate(before.readings, 200, seed=5)
    for start in range(0, len(log), 50):
        correct(path, log[start : start + 50], manner=ALONE)
    corrected = contents_of(path)
    assert corrected.corrections == tuple(log)
    assert check(path) == ()
    assert untouched(corrected, log) == untouched(before, log)

    write_notes(tmp_path / "more", 10, seed=8)
    add(path, [tmp_path / "more"], manner=ALONE)
    grown = contents_of(path)
    assert grown.corrections == tuple(log)
    kept = {one.report.id: one for one in corrected.readings}
    assert {one.report.id: one for one in grown.readings if one.report.id in kept} == kept

    copy = tmp_path / "copy.db"
    shutil.copy(path, copy)
    build([notes, tmp_path / "more"], copy, jobs=1).close()
    assert contents_of(copy) == grown
    add(path, manner=replace(ALONE, rebuild=True))
    assert contents_of(path) == grown
    assert check(path) == ()

    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM statement_speakers")
    assert check(path) != ()
    assert repair(path).left == ()
    assert contents_of(path) == grown


def test_two_hundred_corrections_outlive_copies_between_stores(team: Places, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    write_notes(notes, 40, seed=3)
    path, place, back = tmp_path / "a.db", team.at(), tmp_path / "back.db"
    build([notes], path, jobs=1).close()
    before = contents_of(path)
    log = generate(before.readings, 200, seed=5)
    correct(path, log[:100], manner=ALONE)
    with writing_to(path) as connection:
        take_in_corrections(connection, log[100:150])

    copy_record(path, place)
    assert find_corrections(place) == tuple(log[:150])
    correct(place, log[150:], manner=ALONE)
    corrected = contents_of(place)
    assert corrected.corrections == tuple(log)
    assert untouched(corrected, log) == untouched(before, log)

    write_notes(tmp_path / "more", 10, seed=8)
    add(place, [tmp_path / "more"], manner=ALONE)
    grown = contents_of(place)
    assert grown.corrections == tuple(log)
    add(place, manner=replace(ALONE, rebuild=True))
    assert contents_of(place) == grown
    copy_record(place, back)
    assert contents_of(back) == grown
    assert exports_of(back) == exports_of(place)
    build([notes, tmp_path / "more"], back, jobs=1).close()
    assert contents_of(back) == grown
    assert check(place) == check(back) == ()

    tampered(place, "DELETE FROM statement_speakers")
    assert repair(place).left == ()
    assert contents_of(place) == grown


def test_taking_everything_back_gives_what_the_program_found(tmp_path: Path) -> None:
    write_notes(tmp_path / "notes", 20, seed=4)
    path = tmp_path / "a.db"
    build([tmp_path / "notes"], path, jobs=1).close()
    before = contents_of(path)
    log = generate(before.readings, 40, seed=6)
    correct(path, log, manner=ALONE)
    undoing = [Correction(kind=KIND.UNDO, undoes=one.id) for one in log]
    correct(path, undoing, manner=ALONE)
    after = contents_of(path)
    assert find_standing(after.corrections) == ()
    assert replace(after, corrections=()) == before


def test_a_correction_whose_report_is_gone_is_an_orphan_and_holds_again_with_it(tmp_path: Path) -> None:
    write_notes(tmp_path / "notes", 3, seed=4)
    path = tmp_path / "a.db"
    build([tmp_path / "notes"], path, jobs=1).close()
    reading = next(one for one in contents_of(path).readings if one.attributions)
    rejected = Correction(kind=KIND.NOT_SPEECH, anchors=(anchor_of(reading, reading.attributions[0]),))
    correct(path, [rejected], manner=ALONE)
    gone = Path(reading.report.paths[0])
    text = gone.read_text(encoding="utf-8")
    gone.unlink()
    build([tmp_path / "notes"], path, jobs=1).close()
    with open_record(path) as record:
        assert [one.code for one in record.problems()] == ["correct.orphan"]
    assert find_corrections(path) == (rejected,)
    gone.write_text(text, encoding="utf-8")
    add(path, [gone], manner=ALONE)
    with open_record(path) as record:
        assert [one.code for one in record.problems()] == []
    found = next(one for one in contents_of(path).readings if one.report.id == reading.report.id)
    assert reading.attributions[0].id not in {one.id for one in found.attributions}
