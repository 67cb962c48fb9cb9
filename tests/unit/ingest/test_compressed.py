import gzip

import pytest

from support.containers import LINES, TEXT, tar_of, told


@pytest.mark.parametrize("name", ["a.txt.gz", "a.TXT.GZ"])
def test_a_compressed_file_keeps_its_place(name: str) -> None:
    assert told(gzip.compress(TEXT.encode()), name) == [("", TEXT)]


def test_lines_are_counted_in_what_was_unpacked() -> None:
    assert [place for place, _ in told(gzip.compress(LINES.encode()), "pile.jsonl.gz")] == ["#1", "#2"]


def test_a_short_name_for_a_packed_archive_is_understood() -> None:
    assert told(gzip.compress(tar_of({"a.txt": TEXT.encode()})), "pile.tgz") == [("!a.txt", TEXT)]
