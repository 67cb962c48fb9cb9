from onrecord.link.statements.bare_words import bare_words, contradict
from onrecord.link.statements.polarity import is_opposite
from onrecord.link.statements.wordings import read_wording


def words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split())


def test_a_bare_not_contradicts_whatever_person_and_tense() -> None:
    assert contradict(words("We will do what is needed"), words("it would not do what was needed"))
    assert contradict(words("the ferry had a valid licence"), words("the ferry had no valid licence"))


def test_two_negations_and_equal_ones_contradict_nothing() -> None:
    assert not contradict(words("it will not sail"), words("it would not sail"))
    assert not contradict(words("it will sail today"), words("it will not sail tomorrow"))


def test_what_says_too_little_comes_to_nothing() -> None:
    assert bare_words(words("it is not")) == ((), False)
    assert bare_words(words("nobody was hurt there")) == ((), False)


def test_wordings_without_a_telling_word_in_common_are_opposite_by_a_bare_not() -> None:
    first, second = (
        read_wording(text, ()) for text in ("We will do what is needed", "it would not do what was needed")
    )
    assert is_opposite(first, second)
