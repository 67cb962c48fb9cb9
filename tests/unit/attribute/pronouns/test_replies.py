import pytest

from onrecord.attribute.pronouns.replies import find_addressed, is_reply
from support.attributed import speakers, view

TOLD = "Tom Harrow warned Owen Pell that the quay would flood. “It never has,” he replied."


def test_who_is_spoken_to_stands_in_the_sentence_before_the_reply() -> None:
    seen = view(TOLD)
    head = seen.syntax.at(TOLD.index("he replied"))
    assert is_reply(seen, head)
    assert {seen.syntax.tokens[told].text for _, told in find_addressed(seen, head)} == {"Owen", "Pell"}


@pytest.mark.parametrize("verb", ["replied", "answered", "retorted"])
def test_the_teller_does_not_answer(verb: str) -> None:
    text = f"Tom Harrow told Owen Pell that the quay would flood. “It never has,” he {verb}."
    assert speakers(text)[-1] in ([], ["Owen Pell"])


def test_the_teller_goes_on_where_nobody_answers() -> None:
    text = "Tom Harrow told Owen Pell that the quay would flood. “It always has,” he said."
    assert speakers(text)[-1] in (["Tom Harrow"], [])


def test_a_man_may_answer_what_he_told_a_woman() -> None:
    text = "Tom Harrow told Martha Pell that the quay would flood. “It always has,” he replied."
    assert speakers(text)[-1] == ["Tom Harrow"]


def test_a_name_that_reads_as_a_preposition_is_spoken_to_all_the_same() -> None:
    text = "Tom Harrow told Per Harrow that he would have to wait. “I can’t,” he replied."
    assert speakers(text)[-1] in ([], ["Per Harrow"])


def test_who_was_asked_answers() -> None:
    text = "Owen Pell asked Tom Harrow whether he had been drinking. “One beer at supper,” he answered."
    assert speakers(text)[-1] == ["Tom Harrow"]


def test_who_was_sent_something_in_the_leading_clause_answers() -> None:
    text = "Tom Harrow sold the rails. When Tom Harrow sent a bill to Owen Pell, he replied that he had paid."
    assert speakers(text)[-1] == ["Owen Pell"]


def test_who_had_replied_is_whom_the_teller_tells_of() -> None:
    text = (
        "Constable Robin Fell said an anchor was in the back of his van. "
        "Asked what it was, he had replied: “A present.”"
    )
    assert speakers(text)[-1] == []


@pytest.mark.parametrize(
    "text",
    [
        "Constable Robin Fell said an anchor was in the van. Asked what it was, he had replied: “A present.”",
        "Constable Robin Fell said an anchor was in the back of his van. Asked what it was, he replied: “A gift.”",
    ],
)
def test_who_spoke_last_replies_where_nobody_else_is_told_of(text: str) -> None:
    assert speakers(text)[-1] == ["Robin Fell"]
