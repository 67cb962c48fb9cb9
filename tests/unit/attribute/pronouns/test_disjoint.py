import pytest

from onrecord.attribute.pronouns.disjoint import find_writer, goes_on, is_of_others
from support.attributed import speakers, token, view


@pytest.mark.parametrize(
    "words",
    [
        "He called Roe “a saint”.",
        "He urged Roe to go on.",
        "He said that Roe would go on.",
    ],
)
def test_whom_the_clause_of_a_pronoun_names_is_somebody_else(words: str) -> None:
    text = f"Martin Roe spoke in the hall. The hall was cold.\n{words}"
    assert speakers(text)[-1] == []


def test_whose_words_a_pronoun_stands_in_is_not_meant_by_it() -> None:
    text = (
        "“Something had to be done,” Myra Orr said.\n"
        "She would not open the door of the mill to the guests, Orr said. The door was blue."
    )
    assert all(found in ([], ["Myra Orr"]) for found in speakers(text))
    seen = "“It was cold,” Myra Orr said.\nShe believed that the mill was shut, Orr said."
    assert ["Myra Orr"] in speakers(seen)
    assert [] in speakers(seen)


def test_who_adds_has_spoken_before() -> None:
    text = (
        "“It leaks,” Tom Pell said.\nGuard Martin Grale holds up the key of the lock.\n"
        "“It always did,” he added."
    )
    assert speakers(text) == [["Tom Pell"], ["Tom Pell"]]


def test_a_verb_that_goes_on_is_told() -> None:
    seen = view("“It leaks,” he added.")
    assert goes_on(seen, token(seen, "he"))
    seen = view("“It leaks,” he said.")
    assert not goes_on(seen, token(seen, "he"))


def test_what_others_own_is_of_nobody_named_before() -> None:
    text = "The Harbour Board would not yield.\nOthers were firm in their criticism that the plan would fail."
    seen = view(text)
    assert is_of_others(seen, token(seen, "their"))
    seen = view("The Harbour Board was firm in their criticism.")
    assert not is_of_others(seen, token(seen, "their"))


def test_what_somebody_tells_another_that_he_believes_is_the_tellers_belief() -> None:
    assert speakers("Tom Velik told Owen Pell that he hoped to leave in May.")[-1] == ["Tom Velik"]


def test_who_has_not_spoken_does_not_add() -> None:
    text = "“It leaks,” Tom Pell said.\nIn that sense, Andy Hooke was a call. “This was something else,” he added."
    assert speakers(text)[-1] == ["Tom Pell"]


def test_in_a_letter_who_wrote_it_does_something() -> None:
    seen = view("Martin Roe quoted the minister’s letter, in which he had promised to sign.")
    assert find_writer(seen, token(seen, "he")) == token(seen, "minister")
    plain = view("Martin Roe liked the minister’s letter, which he had kept.")
    assert find_writer(plain, token(plain, "he")) is None
