import io
from pathlib import Path

from onrecord.ingest.walk import Found, printable, read_place, read_stream, unreadable


def test_a_relative_path_is_reported_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_text("Ahoy")
    given = f"{tmp_path}/./pile/"
    (found,) = read_place(given)
    assert isinstance(found, Found)
    assert found.locator == f"{given}a.txt"
    assert found.listed


def test_a_stream_is_read_to_its_end() -> None:
    assert read_stream(io.BytesIO(b"Ahoy"), "-") == Found(payload=b"Ahoy", locator="-")


def test_two_links_to_one_folder_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("Ahoy")
    (tmp_path / "again").symlink_to(tmp_path / "real")
    found = [item.locator for item in read_place(str(tmp_path)) if isinstance(item, Found)]
    assert found == [f"{tmp_path}/again/a.txt"]


def test_an_error_without_words_is_told_by_its_kind() -> None:
    assert "no such thing" in unreadable("a", ValueError("No such thing")).message


def test_bytes_of_a_name_that_are_no_utf_8_become_the_replacement_character() -> None:
    assert printable("quay-\udcff") == "quay-\ufffd"
