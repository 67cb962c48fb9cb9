import pytest

from onrecord.text.stem import stem


@pytest.mark.parametrize(
    ("word", "other"),
    [("minister", "ministers"), ("decide", "decided"), ("dredge", "dredging"), ("velm", "velm's")],
)
def test_forms_of_one_word_share_a_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


def test_short_words_are_left_whole() -> None:
    assert stem("bus") == "bus"
    assert stem("class") == "class"
