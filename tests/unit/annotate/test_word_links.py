from pathlib import Path

import pytest

from onrecord.annotate import word_links
from onrecord.annotate.vectors import load_encoder
from onrecord.annotate.word_links import describe_pairs, find_links
from onrecord.errors import ModelError


def links_of(left: str, right: str) -> set[tuple[str, str]]:
    first, second = left.split(), right.split()
    encoder = load_encoder()
    vectors = (encoder.encode_words(first), encoder.encode_words(second))
    return {(first[a], second[b]) for a, b in find_links(first, second, vectors)}


def test_equal_words_and_words_of_one_meaning_are_linked() -> None:
    links = links_of("the harbour will be closed in spring", "in spring they will shut the port")
    assert {("harbour", "port"), ("spring", "spring"), ("closed", "shut")} <= links


def test_the_words_of_a_clause_that_one_side_lacks_have_no_partner() -> None:
    links = links_of("the quay is shut because the river burst its banks", "the quay is closed")
    assert not {"river", "burst", "banks"} & {left for left, _ in links}


def test_every_pair_is_described_by_twenty_numbers() -> None:
    encoder = load_encoder()
    left, right = ["the", "quay"], ["a", "pier", "."]
    vectors = (encoder.encode_words(left), encoder.encode_words(right))
    assert describe_pairs(left, right, vectors).shape == (20, 2, 3)


def test_nothing_against_nothing_has_no_links() -> None:
    encoder = load_encoder()
    nothing = encoder.encode_words(["x"])
    assert find_links([], [], (nothing, nothing)) == frozenset()


def test_other_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_links, "WEIGHTS", tmp_path)
    load = word_links.load_layers.__wrapped__
    with pytest.raises(ModelError, match="missing"):
        load()
    (tmp_path / word_links.NAME).write_bytes(b"other")
    with pytest.raises(ModelError, match="not the one"):
        load()
