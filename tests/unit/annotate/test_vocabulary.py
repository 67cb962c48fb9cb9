import struct

import pytest

from onrecord.annotate.vectors import find_files
from onrecord.annotate.vocabulary import UNKNOWN, Vocabulary, read_vocabulary

PIECES = ["<unk>", "<s>", "</s>", "▁quay", "▁qu", "ay", "s", "▁", "q", "u", "a", "y"]
SCORES = [0.0, 0.0, 0.0, -1.0, -2.0, -2.0, -1.5, -3.0, -4.0, -4.0, -4.0, -4.0]


def file_of(pieces: list[str], scores: list[float]) -> bytes:
    content = b""
    for piece, score in zip(pieces, scores, strict=True):
        text = piece.encode()
        inside = b"\x0a" + bytes([len(text)]) + text + b"\x15" + struct.pack("<f", score) + b"\x18\x01"
        content += b"\x0a" + bytes([len(inside)]) + inside
    return content + b"\x12\x02\x08\x01"


def test_a_model_file_is_read_piece_by_piece() -> None:
    vocabulary = read_vocabulary(file_of(PIECES, SCORES))
    assert vocabulary.cut("quays") == [PIECES.index("▁quay"), PIECES.index("s")]


def test_the_likeliest_pieces_are_taken() -> None:
    scores = [*SCORES]
    scores[PIECES.index("▁quay")] = -9.0
    assert Vocabulary(PIECES, scores).cut("quay") == [PIECES.index("▁qu"), PIECES.index("ay")]


def test_what_no_piece_holds_is_unknown() -> None:
    assert UNKNOWN in Vocabulary(PIECES, SCORES).cut("quayz")


@pytest.mark.parametrize("text", ["", "  ", "\n\t"])
def test_nothing_has_no_pieces(text: str) -> None:
    assert Vocabulary(PIECES, SCORES).cut(text) == []


def test_the_pinned_model_keeps_frequent_words_whole() -> None:
    vocabulary = read_vocabulary(find_files()["sp.model"].read_bytes())
    assert len(vocabulary.cut("the harbour and the water")) <= 6
