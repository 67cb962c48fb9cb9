import gzip
import json

import pytest

from support.containers import LINES, TEXT, tar_of, told


@pytest.mark.parametrize("name", ["a.txt.gz", "a.TXT.GZ"])
def test_a_compressed_file_keeps_its_place(name: str) -> None:
    assert told(gzip.compress(TEXT.encode()), name) == [("", TEXT)]


def test_lines_are_counted_in_what_was_unpacked() -> None:
    assert [place for place, _ in told(gzip.compress(LINES.encode()), "pile.jsonl.gz")] == ["#1", "#2"]


def test_a_short_name_for_a_packed_archive_is_understood() -> None:
    assert told(gzip.compress(tar_of({"a.txt": TEXT.encode()})), "pile.tgz") == [("!a.txt", TEXT)]


MANY = tuple(
    json.dumps({"text": f"The quay is closed for {number * 7919 % 9973} days."}) for number in range(2000)
)


def test_of_lines_that_break_off_those_before_the_cut_are_read() -> None:
    packed = gzip.compress("\n".join(MANY).encode(), mtime=0)
    found = told(packed[: len(packed) // 2], "pile.jsonl.gz")
    assert 800 < len(found) < 1200
    assert found[:-1] == [(f"#{number}", line) for number, line in enumerate(MANY[: len(found) - 1], start=1)]
    assert found[-1] == ("", "ingest.damaged")


def test_of_lines_that_are_damaged_none_is_sure() -> None:
    packed = bytearray(gzip.compress("\n".join(MANY).encode(), mtime=0))
    packed[-8] ^= 1
    assert told(bytes(packed), "pile.jsonl.gz") == [("", "ingest.damaged")]


def test_lines_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.source.LARGEST", 100)
    assert told(gzip.compress("\n".join(MANY[:9]).encode()), "pile.jsonl.gz") == [("", "ingest.too-large")]
