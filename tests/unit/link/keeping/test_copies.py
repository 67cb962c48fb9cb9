import json
import zlib
from dataclasses import replace

import pytest

from bench.linking import make_pile
from onrecord.link.copies.copies import find_more_copies
from onrecord.link.copies.kept import NO_COPIES_KEPT, KeptWording
from onrecord.link.keeping.copies import decode_compared, decode_wording, encode_compared, encode_wording

_, KEPT = find_more_copies(make_pile(60, seed=9), NO_COPIES_KEPT)
STOCK = replace(KEPT, stock={min(KEPT.wordings): b"\x80\x01"})


def test_wordings_come_back_from_their_bytes() -> None:
    for wording in (*KEPT.wordings.values(), KeptWording((), (), b"")):
        assert decode_wording(encode_wording(wording)) == wording


def test_pairs_and_stock_words_come_back_from_their_bytes() -> None:
    assert any(KEPT.compared.values())
    assert not all(KEPT.compared.values())
    for kept in (KEPT, STOCK, NO_COPIES_KEPT):
        assert decode_compared(encode_compared(kept), kept.wordings) == kept


def test_a_wording_with_too_few_numbers_is_none() -> None:
    value = encode_wording(next(iter(KEPT.wordings.values())))
    for wrong in (b"", value[:-8], value[:3]):
        with pytest.raises(ValueError, match=r".+"):
            decode_wording(wrong)


def test_a_pair_whose_wording_is_lost_is_none() -> None:
    with pytest.raises(ValueError, match="no wording"):
        decode_compared(encode_compared(KEPT), {})
    for wrong in (b"", zlib.compress(json.dumps([1, 2]).encode()), zlib.compress(b"{")):
        with pytest.raises((ValueError, TypeError, zlib.error)):
            decode_compared(wrong, KEPT.wordings)
