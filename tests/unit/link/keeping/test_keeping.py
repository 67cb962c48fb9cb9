import json
import zlib
from dataclasses import replace

from bench.linking import make_pile
from onrecord.link import Kept, Known, decode, encode, link_more
from onrecord.settings import Settings

PILE = make_pile(12, seed=3)
WITHOUT = Settings(vectors=False)


def test_what_is_kept_comes_back_from_its_bytes() -> None:
    _, kept = link_more(PILE, WITHOUT)
    assert any(event.days.events and event.said for event in kept.events.values())
    assert decode(encode(kept, "basis"), "basis") == kept


def test_nothing_comes_back_on_another_basis_or_from_nothing() -> None:
    _, kept = link_more(PILE, WITHOUT)
    assert decode(encode(kept, "basis"), "other") == Kept()
    assert decode({}, "basis") == Kept()


def test_values_of_what_is_as_it_was_are_taken_over() -> None:
    _, first = link_more(PILE[:8], WITHOUT)
    stored = encode(first, "basis")
    before = decode(stored, "basis")
    _, kept = link_more(PILE, WITHOUT, known=Known(kept=before))
    values = encode(kept, "basis", before=before, stored=stored)
    assert values == encode(kept, "basis")
    assert all(values[name] is value for name, value in stored.items() if name.startswith("outline "))


def test_a_value_that_is_no_such_thing_gives_nothing() -> None:
    _, kept = link_more(PILE, WITHOUT)
    values = encode(kept, "basis")
    name = min(name for name in values if name.startswith("event "))
    for value in (b"", zlib.compress(json.dumps([1, 2]).encode()), zlib.compress(b"{")):
        assert decode({**values, name: value}, "basis") == Kept()


def test_what_texts_mean_comes_back_and_nothing_does_where_values_differ_in_length() -> None:
    _, kept = link_more(PILE, WITHOUT)
    (group, event), *_ = kept.events.items()
    for meant in ({"a": b"1234", "b": b"5678"}, {"a": b"1"}, {}):
        told = replace(kept, events={**kept.events, group: replace(event, meant=meant)})
        assert decode(encode(told, "basis"), "basis") == told
    values = encode(
        replace(kept, events={**kept.events, group: replace(event, meant={"a": b"1", "b": b"23"})}), "basis"
    )
    assert decode(values, "basis") == Kept()
