import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from onrecord import growing, pipeline
from onrecord.errors import ContradictionError, ModelError, OnRecordError, RecordError
from onrecord.growing import Manner, add, correct
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.news import News
from onrecord.pipeline import build
from onrecord.record import check, find_corrections, open_record, write
from onrecord.record.contents.inbox import Accepted
from onrecord.settings import Settings
from support.cheap import cheap_reading, write_notes
from support.contents import ferry_contents
from support.records import tampered
from support.stores import Places

ALONE = Manner(jobs=1)


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


def built(places: Places, count: int = 3) -> Path | str:
    write_notes(places.folder / "notes", count, seed=1)
    build([places.folder / "notes"], places.at("a.db"), jobs=1).close()
    return places.at("a.db")


def jsonl(path: Path, *objects: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in objects), encoding="utf-8")
    return path


def test_only_what_is_new_is_read_and_told(places: Places, tmp_path: Path) -> None:
    path = built(places)
    (tmp_path / "notes" / "new.txt").write_text("“The tide waits,” Orla Fennimore said.", encoding="utf-8")
    heard: list[Accepted] = []
    stages: list[tuple[str, int, int]] = []

    def hear(stage: str, done: int, total: int) -> None:
        stages.append((stage, done, total))

    manner = Manner(jobs=1, acknowledge=heard.append, progress=hear)
    news = add(path, [tmp_path / "notes"], manner=manner)

    assert heard[-1] == Accepted(new=1, known=3)
    assert ("read", 1, 1) in stages
    assert [report.paths for report in news.reports] == [(str(tmp_path / "notes" / "new.txt"),)]
    assert [one.variants[0].text for one in news.statements] == ["The tide waits,"]
    assert add(path, [tmp_path / "notes"], manner=ALONE) == News()


def test_paths_stay_as_they_were_given(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built(places)
    monkeypatch.chdir(tmp_path)
    add(path, ["./notes/00000.txt"], manner=ALONE)

    with open_record(path) as record:
        found = {place for report in record.reports() for place in report.paths}
    assert {"./notes/00000.txt", str(tmp_path / "notes" / "00000.txt")} <= found


def test_what_was_acknowledged_before_the_end_is_finished_without_paths(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built(places, 2)
    write_notes(tmp_path / "more", 4, seed=2)

    def end(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(growing, "link_all", end)
    with pytest.raises(KeyboardInterrupt):
        add(path, [tmp_path / "more"], manner=ALONE)
    monkeypatch.setattr(growing, "link_all", pipeline.link_all)
    with open_record(path) as record:
        assert len(record.reports()) == 2
    assert check(path) == ()

    assert len(add(path, manner=ALONE).reports) == 4
    with open_record(path) as record:
        assert len(record.reports()) == 6


def test_a_place_whose_file_was_mended_loses_its_problem(places: Places, tmp_path: Path) -> None:
    (tmp_path / "late.txt").write_bytes(b"")
    path = built(places)
    told = add(path, [tmp_path / "late.txt"], manner=ALONE)
    assert [problem.code for problem in told.problems] == ["ingest.empty"]

    (tmp_path / "late.txt").write_text("“Here now,” Ana Velik said.", encoding="utf-8")
    add(path, [tmp_path / "late.txt"], manner=ALONE)

    with open_record(path) as record:
        assert record.problems() == ()


def test_a_smaller_place_of_a_known_report_changes_what_its_problems_name(tmp_path: Path) -> None:
    line = {"text": "“The tide waits,” Orla Fennimore said.", "date": "someday"}
    second, first = jsonl(tmp_path / "b.jsonl", line), jsonl(tmp_path / "a.jsonl", line)
    build([first, second], tmp_path / "once.db", jobs=1).close()
    build([second], tmp_path / "grown.db", jobs=1).close()
    add(tmp_path / "grown.db", [first], manner=ALONE)

    with open_record(tmp_path / "once.db") as one, open_record(tmp_path / "grown.db") as other:
        assert one.contents() == other.contents()
        assert [problem.path for problem in other.problems()] == [f"{first}#1"]


def test_settings_are_those_of_the_record(tmp_path: Path) -> None:
    write_notes(tmp_path / "notes", 2, seed=1)
    table = tmp_path / "facts.csv"
    table.write_text(
        "subject,relation,object,from,to,source\nAna Velik,mayor,Lundholm,2019,2021,https://a.example/\n",
        "utf-8",
    )
    settings = Settings(years=(1990, 1999), wide=False, starter_facts=False, facts=(str(table),))
    build([tmp_path / "notes"], tmp_path / "a.db", settings=settings, jobs=1).close()
    with open_record(tmp_path / "a.db") as record:
        before = record.made_with()

    write_notes(tmp_path / "more", 2, seed=9)
    add(tmp_path / "a.db", [tmp_path / "more"], manner=ALONE)

    with open_record(tmp_path / "a.db") as record:
        assert record.made_with() == before
    assert before.settings["wide"] == "no"
    assert [fact.subject for fact in before.given] == ["Ana Velik"]


def test_readings_of_two_models_are_not_mixed(tmp_path: Path) -> None:
    path = tmp_path / "ferry.db"
    write(path, ferry_contents())
    write_notes(tmp_path / "more", 1, seed=1)

    with pytest.raises(ModelError, match=r"other models than those installed.*--rebuild"):
        add(path, [tmp_path / "more"], manner=ALONE)
    add(path, manner=Manner(jobs=1, rebuild=True))

    with open_record(path) as record:
        assert [card.name for card in record.made_with().models] == ["cheap"]
        assert len(record.reports()) == 4


def test_readings_of_two_versions_of_the_program_are_not_mixed(places: Places, tmp_path: Path) -> None:
    path = tampered(built(places), "UPDATE made_with SET value = '0.0.1' WHERE part = 'program'")

    with pytest.raises(ModelError, match=r"made by onrecord 0\.0\.1, this is .*--rebuild"):
        add(path, [tmp_path / "notes"], manner=ALONE)


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such file"):
        add(tmp_path / "gone.db", [tmp_path], manner=ALONE)
    (tmp_path / "notes.db").write_text("not a record", encoding="utf-8")
    with pytest.raises(RecordError, match="not an onrecord record"):
        add(tmp_path / "notes.db", [tmp_path], manner=ALONE)


def test_a_disk_that_fills_up_leaves_the_record_and_the_inbox_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    assert built(Places("sqlite", tmp_path), 2) == path
    write_notes(tmp_path / "more", 40, seed=3)
    from onrecord.record.stores import file

    opened = file._open  # pyright: ignore[reportPrivateUsage]

    def open_full(place: Path, options: str) -> sqlite3.Connection:
        connection = opened(place, options)
        connection.execute(f"PRAGMA max_page_count = {path.stat().st_size // 4096 + 30}")
        return connection

    monkeypatch.setattr(file, "_open", open_full)
    with pytest.raises(OnRecordError, match=r"cannot be written to .*full"):
        add(path, [tmp_path / "more"], manner=ALONE)
    monkeypatch.setattr(file, "_open", opened)
    assert check(path) == ()
    with open_record(path) as record:
        assert len(record.reports()) == 2

    add(path, manner=ALONE)
    with open_record(path) as record:
        assert len(record.reports()) == 42
    assert check(path) == ()


def test_what_cannot_be_laid_over_a_record_is_not_kept_and_stops_nothing_after_it(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = built(places)
    with open_record(path) as record:
        report = record.reports()[0].id
    first, second = (
        Correction(kind=CorrectionKind.DATE, anchors=(Anchor(report_id=report),), days=(day, day))
        for day in (date(2024, 3, 15), date(2024, 3, 16))
    )
    from onrecord.record.contents import growth

    grow = growth.grow
    monkeypatch.setattr(
        growth, "grow", Mock(side_effect=ContradictionError("two of the chains share one id: c1"))
    )
    with pytest.raises(RecordError, match=r"two of the chains share one id.*it is not kept"):
        correct(path, [first], manner=ALONE)
    monkeypatch.setattr(growth, "grow", grow)
    assert find_corrections(path) == ()
    correct(path, [second], manner=ALONE)
    assert find_corrections(path) == (second,)
    assert check(path) == ()


def test_readers_keep_what_they_opened_while_a_record_is_built_anew(places: Places, tmp_path: Path) -> None:
    path = built(places, 3)
    write_notes(tmp_path / "more", 2, seed=4)
    with closing(open_record(path)) as reader:
        build([tmp_path / "more"], path, jobs=1).close()
        assert len(reader.reports()) == 2
    assert check(path) == ()


def test_what_holds_no_text_is_new_only_once(places: Places, tmp_path: Path) -> None:
    path = built(places)
    blank = tmp_path / "notes" / "blank.txt"
    blank.write_text(" \n", encoding="utf-8")
    lines = jsonl(tmp_path / "notes" / "lines.jsonl", {"title": "No text"})
    heard: list[Accepted] = []
    for _ in range(2):
        add(path, [blank, lines], manner=Manner(jobs=1, acknowledge=heard.append))
    assert heard == [Accepted(new=2), Accepted(known=2)]

    build([tmp_path / "notes"], places.at("b.db"), jobs=1).close()
    add(places.at("b.db"), [blank, lines], manner=Manner(jobs=1, acknowledge=heard.append))
    assert heard[-1] == Accepted(known=2)
    told: list[object] = []
    for place in (path, places.at("b.db")):
        with open_record(place) as record:
            told.append((record.problems(), record.contents().linked))
    assert told[0] == told[1]
    assert check(path) == ()
