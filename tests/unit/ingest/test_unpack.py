import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SetAside
from onrecord.ingest.limits import Budget
from onrecord.ingest.streams import Stream
from onrecord.ingest.unpack import Unpacked
from onrecord.ingest.unpackers import MAGIC
from support.containers import brotli

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstd.compress,
    "deflate": zlib.compress,
    "br": brotli,
}


def unpacked(packed: bytes, kind: str) -> Stream:
    raw = Unpacked(Stream(io.BytesIO(packed)), kind, locator="a", budget=Budget("a"))
    return Stream(raw)


@pytest.mark.parametrize("kind", PACKERS)
@settings(deadline=None)
@given(payload=st.binary(max_size=2000))
def test_what_was_packed_comes_out(kind: str, payload: bytes) -> None:
    assert unpacked(PACKERS[kind](payload), kind).read(9999) == payload


@pytest.mark.parametrize("kind", MAGIC)
def test_pieces_one_after_another_are_one_whole(kind: str) -> None:
    packed = PACKERS[kind](b"Ahoy ") + PACKERS[kind](b"there") + bytes(600)
    assert unpacked(packed, kind).read(99) == b"Ahoy there"


@pytest.mark.parametrize("kind", PACKERS)
def test_a_cut_and_a_damage_are_told(kind: str) -> None:
    packed = PACKERS[kind](bytes(range(256)) * 40)
    with pytest.raises(SetAside) as fault:
        unpacked(packed[:-3], kind).read(99_999)
    assert fault.value.code == "ingest.damaged"


@pytest.mark.parametrize("kind", PACKERS)
@settings(deadline=None)
@given(place=st.integers(0, 200), value=st.integers(0, 255))
def test_any_change_gives_bytes_or_a_fault(kind: str, place: int, value: int) -> None:
    packed = bytearray(PACKERS[kind](b"The quay is closed, the board said. " * 20))
    packed[place % len(packed)] = value
    try:
        unpacked(bytes(packed), kind).read(99_999)
    except SetAside as fault:
        assert fault.code in {"ingest.damaged", "ingest.unpacks-too-far"}  # noqa: PT017


def test_deflate_comes_without_its_header_too() -> None:
    packer = zlib.compressobj(wbits=-15)
    assert unpacked(packer.compress(b"Ahoy") + packer.flush(), "deflate").read(9) == b"Ahoy"


@pytest.mark.parametrize("kind", PACKERS)
def test_what_unpacks_too_far_is_given_up(kind: str) -> None:
    with pytest.raises(SetAside) as fault:
        unpacked(PACKERS[kind](b"x" * 60_000_000), kind).read(60_000_000)
    assert fault.value.code == "ingest.unpacks-too-far"


def test_too_many_pieces_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.unpack.PIECES", 3)
    with pytest.raises(SetAside, match="pieces"):
        unpacked(gzip.compress(b"") * 5, "gzip").read(9)


def test_behind_a_damaged_piece_the_next_is_found() -> None:
    hurt = bytearray(gzip.compress(b"one " * 50))
    hurt[20] ^= 0xFF
    stream = unpacked(bytes(hurt) + gzip.compress(b"two"), "gzip")
    with pytest.raises(SetAside):
        stream.read(9999)
    assert stream.restart()
    assert stream.read(9999) == b"two"
    assert not stream.restart()
