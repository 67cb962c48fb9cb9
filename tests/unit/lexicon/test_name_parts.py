import pytest

from onrecord.lexicon.name_parts import is_elided_name, is_small_name


@pytest.mark.parametrize("word", ["tSaoir", "hUiginn", "ffoulkes"])
def test_a_name_may_begin_small(word: str) -> None:
    assert is_small_name(word)


@pytest.mark.parametrize("word", ["than", "iPhone", "offer", "eBay"])
def test_a_common_word_is_no_small_name(word: str) -> None:
    assert not is_small_name(word)


def test_a_mark_inside_a_name_is_told_from_a_contraction() -> None:
    assert is_elided_name("N’Diagne")
    assert not is_elided_name("We've")
