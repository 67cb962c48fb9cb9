import gzip
import zlib

import pytest

from onrecord.ingest.unpackers import BEGINNING, BEGINNINGS, MAGIC, UNPACKERS, damage_errors
from support.containers import BROKEN, GOLDEN, brotli

FILES = {"gzip": "plain.txt.gz", "bzip2": "plain.txt.bz2", "xz": "plain.txt.xz", "zstd": "plain.txt.zst"}


@pytest.mark.parametrize("kind", MAGIC)
def test_each_kind_begins_with_its_mark(kind: str) -> None:
    assert GOLDEN[FILES[kind]].payload.startswith(MAGIC[kind])


@pytest.mark.parametrize("kind", MAGIC)
def test_no_more_comes_out_than_is_asked_for(kind: str) -> None:
    unpacker = UNPACKERS[kind]()
    text = GOLDEN["plain.txt"].payload
    found = unpacker.decompress(GOLDEN[FILES[kind]].payload, 5)
    assert found == text[: len(found)]
    assert len(found) <= 5
    while not unpacker.eof:
        found += unpacker.decompress(b"", 5)
    assert found == text
    assert unpacker.unused_data == b""


@pytest.mark.parametrize("kind", MAGIC)
def test_what_is_cut_never_ends(kind: str) -> None:
    unpacker = UNPACKERS[kind]()
    unpacker.decompress(BROKEN[FILES[kind]].payload, 9999)
    assert not unpacker.eof
    assert unpacker.needs_input


@pytest.mark.parametrize("kind", UNPACKERS)
def test_damage_raises_what_is_expected(kind: str) -> None:
    unpacker = UNPACKERS[kind]()
    with pytest.raises(damage_errors()):
        unpacker.decompress(b"\xff" * 999, 9999)


def test_brotli_stops_where_it_is_told() -> None:
    unpacker = UNPACKERS["br"]()
    assert 0 < len(unpacker.decompress(brotli(b"x" * 10_000_000), 1000)) < 1_000_000
    assert not unpacker.needs_input


def test_what_follows_a_piece_is_kept() -> None:
    unpacker = UNPACKERS["gzip"]()
    unpacker.decompress(gzip.compress(b"Ahoy") + b"more", 99)
    assert (unpacker.eof, unpacker.unused_data) == (True, b"more")


def test_of_what_is_damaged_comes_out_what_is_far_enough_before() -> None:
    text = b"".join(b"The quay at %d is closed. " % (number * 7919 % 9973) for number in range(9000))
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)
    unpacker = UNPACKERS["gzip"]()
    found = unpacker.decompress(packed[:500], 10**6)
    found += unpacker.decompress(packed[500:] + b"\xff" * 40, 10**6)
    assert found == text[: -32 * 1024]
    assert not unpacker.needs_input
    with pytest.raises(damage_errors()):
        unpacker.decompress(b"", 10**6)


def test_of_a_piece_with_a_wrong_sum_nothing_more_comes_out() -> None:
    packed = bytearray(gzip.compress(b"The quay is closed."))
    packed[-8] ^= 1
    with pytest.raises(damage_errors(), match="check"):
        UNPACKERS["gzip"]().decompress(bytes(packed), 999)


@pytest.mark.parametrize("kind", MAGIC)
def test_a_piece_is_known_by_its_beginning(kind: str) -> None:
    assert BEGINNINGS[kind].match(GOLDEN[FILES[kind]].payload[:BEGINNING])
    assert not BEGINNINGS[kind].search(MAGIC[kind][:-1] + b"\x88" * 20)
