import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SetAside
from onrecord.ingest.streams import Part, Stream


class Broken:
    """Gives its bytes, then a fault."""

    def __init__(self, payload: bytes) -> None:
        self.left = payload

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes."""
        if not self.left:
            raise SetAside("ingest.damaged", "is damaged", "a")
        found, self.left = self.left[:size], self.left[size:]
        return found


def stream(payload: bytes) -> Stream:
    return Stream(io.BytesIO(payload))


def test_looking_ahead_takes_nothing() -> None:
    one = stream(b"Ahoy")
    assert (one.peek(2), one.peek(9), one.read(9), one.taken) == (b"Ah", b"Ahoy", b"Ahoy", 4)


@settings(deadline=None)
@given(st.binary(max_size=300), st.lists(st.integers(1, 40)))
def test_pieces_put_together_are_the_whole(payload: bytes, sizes: list[int]) -> None:
    one = stream(payload)
    assert b"".join([one.read(size) for size in sizes] + [one.read(300)]) == payload


def test_a_line_longer_than_the_limit_comes_in_pieces() -> None:
    one = stream(b"abcdef\ng")
    assert [one.read_line(4) for _ in range(4)] == [b"abcd", b"ef\n", b"g", b""]


def test_a_long_line_is_found_to_its_end() -> None:
    assert stream(b"x" * 300_000 + b"\ny").read_line(400_000) == b"x" * 300_000 + b"\n"


@pytest.mark.parametrize("before", [0, 3, 65_530, 200_000])
def test_a_mark_is_found_wherever_it_stands(before: int) -> None:
    one = stream(b"x" * before + b"\nWARC/1.0")
    assert len(one.read_until(b"\nWARC/", 10**6)) == before
    assert one.read(3) == b"\nWA"


def test_what_is_beyond_the_limit_before_a_mark_is_dropped() -> None:
    one = stream(b"x" * 200_000 + b"|y")
    assert (one.read_until(b"|", 5), one.read(9)) == (b"xxxxx", b"|y")


def test_where_no_mark_comes_all_is_taken() -> None:
    one = stream(b"Ahoy")
    assert (one.read_until(b"|", 9), one.read(1)) == (b"Ahoy", b"")


def test_blanks_and_bytes_are_passed_over() -> None:
    one = stream(b"\r\n" * 100_000 + b"Ahoy")
    one.skip_blank()
    assert (one.skip(2), one.read(9), one.skip(3)) == (2, b"oy", 0)


def test_what_comes_before_a_fault_can_be_read() -> None:
    one = Stream(Broken(b"Ahoy\nthere"))
    assert one.peek(99) == b"Ahoy\nthere"
    assert one.read_line(99) == b"Ahoy\n"
    assert one.read(5) == b"there"
    for ask in (
        lambda: one.read(1),
        lambda: one.skip(1),
        lambda: one.read_line(9),
        lambda: one.read_until(b"|", 9),
    ):
        with pytest.raises(SetAside):
            ask()
    assert not one.restart()


def test_a_part_ends_where_it_should_and_tells_when_it_is_cut() -> None:
    one = stream(b"Ahoy there")
    part = Part(one, 4, locator="a#1")
    assert (part.read(2), part.read(9), part.read(9), part.skip_rest()) == (b"Ah", b"oy", b"", True)
    cut = Part(one, 99, locator="a#2")
    assert cut.read(99) == b" there"
    with pytest.raises(SetAside, match="cut off"):
        cut.read(93)
    assert not Part(one, 1, locator="a#3").skip_rest()


class Pieces(Broken):
    """Gives pieces with a fault between each two."""

    def __init__(self, *pieces: bytes) -> None:
        super().__init__(pieces[0])
        self._more = list(pieces[1:])

    def restart(self) -> bool:
        """Go on to the next piece; tell whether there is one."""
        if self._more:
            self.left = self._more.pop(0)
            return True
        return False


def test_a_piece_is_found_behind_damaged_ones() -> None:
    one = Stream(Pieces(b"", b"", b"other", b"WARC/1.1"))
    one.begin_at(b"WARC/", 99)
    assert (len(one.passed), one.read(8)) == (2, b"WARC/1.1")


@pytest.mark.parametrize("first", [b"", b"Ahoy"])
def test_where_there_is_no_such_piece_all_stays_as_it_was(first: bytes) -> None:
    one = Stream(Pieces(first, b"there", b""))
    one.begin_at(b"WARC/", 99)
    assert (one.passed, one.read(len(first))) == ((), first)
    with pytest.raises(SetAside):
        one.read(1)


def test_what_is_there_is_taken_before_a_fault_is_told() -> None:
    one = Stream(Broken(b"Ahoy"))
    assert (one.read_some(3), one.read_some(99)) == (b"Aho", b"y")
    with pytest.raises(SetAside):
        one.read_some(1)
    assert stream(b"").read_some(1) == b""
