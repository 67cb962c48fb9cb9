import gzip
import io
import os
from pathlib import Path

import pytest

from onrecord.ingest import read_captures
from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from support.containers import GOLDEN


def read(*paths: Path | str, stdin: bytes | None = None) -> list[Capture | Problem]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(read_captures([str(path) for path in paths], stdin=stream))


def told(*paths: Path | str, stdin: bytes | None = None) -> list[str]:
    """Return the locator of each capture and the code of each problem."""
    return [item.code if isinstance(item, Problem) else item.locator for item in read(*paths, stdin=stdin)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_a_text_file_is_one_capture_of_its_exact_bytes(folder: Path) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfThe quay\r\n")
    (capture,) = read(path)
    assert isinstance(capture, Capture)
    assert capture.payload == b"\xef\xbb\xbfThe quay\r\n"
    assert (capture.locator, capture.media_type) == (str(path), "text/plain")


def test_a_folder_is_read_in_order_of_name_and_all_the_way_down(folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "a.txt"):
        (folder / name).write_text("The quay is closed.")
    assert told(folder) == [f"{folder}/a.txt", f"{folder}/b/z.txt", f"{folder}/c.txt"]


def test_hidden_files_and_folders_are_left_out(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("hidden")
    (folder / ".b.txt").write_text("hidden")
    (folder / "c.txt").write_text("The quay is closed.")
    assert told(folder) == [f"{folder}/c.txt"]


def test_a_folder_linked_into_itself_is_walked_once(folder: Path) -> None:
    (folder / "a.txt").write_text("The quay is closed.")
    (folder / "loop").symlink_to(folder)
    assert told(folder) == [f"{folder}/a.txt"]


def test_the_record_that_reports_are_read_for_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text("The quay is shut.")
    for end in ("", "-wal", "-shm", "-journal"):
        (folder / f"r.db{end}").write_bytes(b"SQLite format 3\x00")
    monkeypatch.chdir(folder)
    found = list(read_captures([".", "r.db"], record="r.db"))
    assert [item.code if isinstance(item, Problem) else item.locator for item in found] == [
        "./a.txt",
        "ingest.unreadable",
    ]


def test_json_lines_are_told_by_their_content(folder: Path) -> None:
    path = folder / "notes.txt"
    path.write_text('{"text": "Ahoy"}\n\n{"text": "There"}\n')
    assert told(path) == [f"{path}#1", f"{path}#3"]


def test_a_broken_line_is_named_and_the_rest_is_read(folder: Path) -> None:
    path = folder / "pile.jsonl"
    path.write_text('{"text": "Ahoy"}\n{"text": \n[1]\n{"text": "There"}\n')
    items = read(path)
    assert [item.code for item in items if isinstance(item, Problem)] == ["ingest.bad-json"] * 2
    assert isinstance(items[1], Problem)
    assert items[1].path == f"{path}#2"
    assert isinstance(items[3], Capture)


def test_what_a_folder_lists_beside_reports_is_told_and_left(folder: Path) -> None:
    (folder / "README.md").write_text("# What these are")
    (folder / "table.csv").write_text("a,b\n")
    assert told(folder) == ["ingest.unknown-kind"] * 2


def test_a_web_page_is_a_capture_whatever_it_is_called(folder: Path) -> None:
    (folder / "page.txt").write_text("<!DOCTYPE html><p>Ahoy")
    items = read(folder)
    assert [item.media_type for item in items if isinstance(item, Capture)] == ["text/html"]


def test_a_file_that_the_user_names_is_read_whatever_it_is_called(folder: Path) -> None:
    path = folder / "wire.story"
    path.write_text("The quay is closed.")
    assert told(path) == [str(path)]


def test_pictures_and_other_bytes_are_told_apart_from_text(folder: Path) -> None:
    path = folder / "report.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    assert problem.code == "ingest.binary"
    assert "a picture" in problem.message


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "nul\0.txt", "x" * 5000])
def test_a_place_that_is_not_there_is_a_problem_with_a_way_out(folder: Path, name: str) -> None:
    (problem,) = read(f"{folder}/{name}")
    assert isinstance(problem, Problem)
    assert problem.code == "ingest.unreadable"
    assert "check its name" in problem.message


def test_a_file_that_may_not_be_read_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, mode: str) -> io.BytesIO:
        raise PermissionError(13, "Permission denied", path, None, mode)

    path = folder / "a.txt"
    path.write_text("The quay is closed.")
    monkeypatch.setattr("onrecord.ingest.walk.open", refuse, raising=False)
    assert told(path) == ["ingest.unreadable"]


def test_empty_files_and_folders_are_told(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.jsonl").write_bytes(b"\n\n")
    (folder / "none").mkdir()
    assert told(folder / "empty.txt", folder / "blank.jsonl", folder / "none") == ["ingest.empty"] * 3


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert told(folder) == ["ingest.unreadable"]


def test_a_dangling_link_is_told(folder: Path) -> None:
    (folder / "a.txt").symlink_to(folder / "gone.txt")
    assert told(folder) == ["ingest.unreadable"]


def test_standard_input_is_a_text_or_json_lines() -> None:
    assert told("-", stdin=b"The quay is closed.") == ["-"]
    assert told("-", stdin=b'{"text": "Ahoy"}\n{"text": "There"}') == ["-#1", "-#2"]
    assert told("-") == ["ingest.unreadable"]


def test_standard_input_that_fails_is_a_problem() -> None:
    stream = io.BytesIO(b"The quay is closed.")
    stream.close()
    (item,) = read_captures(["-"], stdin=stream)
    assert isinstance(item, Problem)
    assert item.code == "ingest.unreadable"


def test_a_file_larger_than_the_cap_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.source.LARGEST", 10)
    path = folder / "a.txt"
    path.write_text("The quay is closed.")
    assert told(path) == ["ingest.too-large"]


def test_ids_come_from_bytes_and_not_from_places(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("The quay is closed.")
    first, second = (item for item in read(folder) if isinstance(item, Capture))
    assert first.id == second.id


def test_a_name_in_no_known_encoding_can_be_written(folder: Path) -> None:
    path = os.fsencode(folder) + b"/quay-\xff.txt"
    Path(os.fsdecode(path)).write_text("The quay is closed.")
    assert told(folder) == [f"{folder}/quay-\ufffd.txt"]


def test_what_lies_in_an_archive_is_named_by_it_and_its_own_name(folder: Path) -> None:
    path = folder / "saved.zip"
    path.write_bytes(GOLDEN["pile.zip"].payload)
    assert told(folder) == [f"{path}{place}" for place, _ in GOLDEN["pile.zip"].found]


def test_a_compressed_file_that_the_user_names_is_read_whatever_it_is_called(folder: Path) -> None:
    path = folder / "wire.story.gz"
    path.write_bytes(gzip.compress(b"The quay is closed."))
    assert told(path) == [str(path)]
    assert told(folder) == ["ingest.unknown-kind"]


def test_an_archive_comes_through_standard_input_too() -> None:
    found = [f"-{place}" for place, _ in GOLDEN["pile.tar.gz"].found]
    assert told("-", stdin=GOLDEN["pile.tar.gz"].payload) == found
