import numpy as np

from onrecord.text.word_numbers import WordNumbers, is_figure, number_runs


def numbers_of(text: str) -> list[int]:
    numbers = WordNumbers()
    return [numbers[word] for word in text.split()]


def test_case_and_kind_of_apostrophe_do_not_count() -> None:
    assert numbers_of("HARBOUR doesn’t") == numbers_of("harbour doesn't")


def test_a_word_with_a_digit_is_a_figure() -> None:
    assert [is_figure(number) for number in numbers_of("12 1,200 3rd third")] == [True, True, True, False]


def test_the_numbers_are_the_same_in_every_process() -> None:
    assert numbers_of("ferry") == [0x107D_8D83_5FA7_536E]


def test_equal_runs_have_equal_numbers_wherever_they_stand() -> None:
    first = number_runs(np.array(numbers_of("a ship came in at dawn"), dtype=np.uint64), 3)
    second = number_runs(np.array(numbers_of("then a ship came back"), dtype=np.uint64), 3)
    assert first[0] == second[1]
    assert len(set(first.tolist())) == len(first) == 4


def test_fewer_words_than_a_run_have_none() -> None:
    assert number_runs(np.zeros(2, dtype=np.uint64), 3).tolist() == []
