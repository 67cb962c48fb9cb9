import tarfile

import pytest

from support.containers import TEXT, codes, tar_of, told
from support.hostile_containers import long_header_tar, wrong_size_tar

FILES = {"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}


def entry(name: str, kind: bytes) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type = kind
    made.linkname = "/etc/passwd"
    return made


def test_links_and_devices_are_told_and_left() -> None:
    more = [
        entry(str(number), kind)
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE))
    ]
    assert codes(tar_of(FILES, *more)) == ["ingest.no-file"] * 4


def test_folders_and_hidden_files_are_left_out() -> None:
    assert told(tar_of({".a.txt": b"x"} | FILES, entry("c", tarfile.DIRTYPE))) == [
        ("!a.txt", TEXT),
        ("!b.txt", TEXT),
    ]


def test_names_that_climb_out_or_are_no_utf_8_are_only_names() -> None:
    found = told(tar_of({"../../a.txt": TEXT.encode(), "/kaj-\udcff.txt": TEXT.encode()}))
    assert [text for _, text in found] == [TEXT, TEXT]
    assert found[0][0] == "!../../a.txt"
    assert "\ufffd" in found[1][0]


@pytest.mark.parametrize("cut", [560, 1023, 1030, 1536, 1600])
def test_a_cut_is_told_and_what_comes_before_it_read(cut: int) -> None:
    found = told(tar_of(FILES)[:cut])
    assert found[-1] == ("", "ingest.damaged")
    assert (("!a.txt", TEXT) in found) == (cut > 560)


@pytest.mark.parametrize("size", [2**60, 5000, 2**33])
def test_a_wrong_size_is_told(size: int) -> None:
    assert set(codes(wrong_size_tar(size))) & {"ingest.damaged", "ingest.binary"}


@pytest.mark.parametrize("value", [b"9" * 16_000, b"x" * 40_000, b"30 path=" + b"\xff" * 21 + b"\n", b"junk"])
def test_an_odd_header_is_a_problem_at_most(value: bytes) -> None:
    assert set(codes(long_header_tar(value))) <= {"ingest.damaged", "ingest.empty", "ingest.unknown-kind"}


def test_too_many_files_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.limits.ENTRIES", 1)
    assert told(tar_of(FILES)) == [("!a.txt", TEXT), ("", "ingest.too-many")]
