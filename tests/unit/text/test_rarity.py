from onrecord.text.rarity import rarity, stem_rarity
from onrecord.text.stem import stem


def test_function_words_weigh_nothing_and_unknown_words_most() -> None:
    assert rarity("the") == 0.0
    assert rarity("zaporozh") == 1.0
    assert 0.0 < rarity("minister") < 1.0


def test_a_stem_is_as_common_as_its_commonest_word() -> None:
    assert stem_rarity(stem("closed")) <= rarity("closed")
