import io
from pathlib import Path

import pytest

from onrecord.errors import SetAside
from onrecord.ingest.source import Source
from onrecord.ingest.walk import Opened, read_file, read_place, read_stream, unreadable


def test_a_relative_path_is_reported_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_text("Ahoy")
    given = f"{tmp_path}/./pile/"
    (found,) = read_place(given)
    assert isinstance(found, Source)
    assert found.locator == f"{given}a.txt"
    assert found.listed


def test_a_stream_is_read_to_its_end() -> None:
    assert read_stream(io.BytesIO(b"Ahoy"), "-").payload() == b"Ahoy"


def test_two_links_to_one_folder_are_walked_once(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("Ahoy")
    (tmp_path / "again").symlink_to(tmp_path / "real")
    found = [item.locator for item in read_place(str(tmp_path)) if isinstance(item, Source)]
    assert found == [f"{tmp_path}/again/a.txt"]


def test_an_error_without_words_is_told_by_its_kind() -> None:
    assert "no such thing" in unreadable("a", ValueError("No such thing")).message


def test_a_file_is_closed_when_the_next_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ahoy")
    found = read_file(str(tmp_path / "a.txt"), listed=False)
    source = next(found)
    assert isinstance(source, Source)
    file = source.file()
    assert list(found) == []
    assert file.closed


def test_a_file_that_fails_while_it_is_read_is_told(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:  # type: ignore[explicit-override]
            raise OSError(5, f"Input/output error at {size}")

    with pytest.raises(SetAside, match="input/output error"):
        Opened(Failing(b"Ahoy"), str(tmp_path)).read(1)
