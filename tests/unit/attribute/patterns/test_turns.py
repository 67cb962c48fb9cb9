from onrecord.attribute.patterns.turns import is_letter
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone
from support.attributed import attributed, speakers

QUESTIONS = "\n\nQ: When did you know of the cracks?\n\nA: We knew in May, and we closed it in June."


def test_the_letters_of_question_and_answer_are_no_names() -> None:
    assert is_letter("Q")
    assert is_letter("A2.")
    assert not is_letter("LM")


def test_an_answer_is_the_one_person_interviewed() -> None:
    assert speakers("Anna Velik spoke to the Courier about the pier." + QUESTIONS) == [[], ["Anna Velik"]]


def test_an_answer_is_nobody_where_no_interview_is_told_of() -> None:
    assert speakers("Anna Velik opened the pier in May." + QUESTIONS) == [[], []]


def test_a_letter_without_its_fellow_is_no_turn() -> None:
    assert not attributed("A: The pier is closed for the winter.").attributions


def test_an_answer_is_verbatim_and_only_possible_where_nobody_is_named() -> None:
    answer = attributed("The pier is old." + QUESTIONS).attributions[-1]
    assert (answer.manner, answer.judgement.level) == (Manner.UNMARKED, Level.POSSIBLE)


def test_an_answer_goes_on_up_to_the_next_turn() -> None:
    text = (
        "Anna Velik spoke to the Courier." + QUESTIONS + "\n\nNobody asked us.\n\nQ: And then?\n\nA: It fell."
    )
    found = attributed(text).attributions[1]
    assert [span.of(text) for span in found.content] == [
        "We knew in May, and we closed it in June",
        "Nobody asked us",
    ]


def test_what_follows_the_last_turn_is_nobodys() -> None:
    text = "Anna Velik spoke to the Courier." + QUESTIONS + "\n\nThe pier opens again on Monday."
    assert "opens again" not in "".join(s.of(text) for a in attributed(text).attributions for s in a.content)


def test_an_answer_is_who_the_introduction_is_about_and_not_who_asks() -> None:
    text = (
        "Ten questions for Anna Velik\nThe new harbourmaster spoke to Tom Roe. Velik, 47, came from Elm."
        + QUESTIONS
    )
    assert speakers(text, zones=[Zone.HEADLINE])[-1] == ["Anna Velik"]


def test_an_answer_is_who_the_question_speaks_to() -> None:
    text = "Anna Velik met Tom Roe.\n\nQ: Mr Roe, is it shut?\n\nA: We shut it in June."
    assert speakers(text)[-1] == ["Tom Roe"]


def test_several_answers_tell_of_an_interview_themselves() -> None:
    text = "Anna Velik opened the pier in May." + QUESTIONS + "\n\nQ: And then?\n\nA: It fell down again."
    assert speakers(text)[-1] == ["Anna Velik"]


def test_initials_of_a_name_with_particles_are_its_bearers() -> None:
    text = "Ana do Carmo Velik met Tom Roe.\n\nTR: Is the pier shut?\n\nAV: We shut it in June."
    assert speakers(text)[-1] == ["Ana do Carmo Velik"]


def test_a_paragraph_between_turns_that_quotes_is_the_reporters() -> None:
    text = (
        "Ana Velik spoke to the Courier."
        + QUESTIONS
        + " [She sits.]\n\nThe clerk came in. “The pier is shut,” he said.\n\nQ: And then?\n\nA: It fell."
    )
    found = next(one for one in attributed(text).attributions if "We knew" in one.content[0].of(text))
    assert [span.of(text) for span in found.content] == ["We knew in May, and we closed it in June"]


def test_who_is_introduced_and_then_spoke_to_somebody_answers() -> None:
    text = (
        "For thirty years Martha Roe painted signs for sailors. She spoke to Tom Velik last week.\n\n"
        "Captain Owen Pell gave her a desk.\n\n"
        "Q. Why is the board red?\n\nA. Because the sea is not.\n\nQ. Did anybody care?\n\nA. One did."
    )
    assert speakers(text)[1::2] == [["Martha Roe"], ["Martha Roe"]]


def test_initials_of_four_letters_are_those_of_the_one_who_has_them() -> None:
    text = (
        "Coach Rinus van der Linde said that he was tired.\n\n"
        "RVDL: If the paper comes, he trains.\n\nPRESS: And what does the doctor say?\n\nRVDL: That it is late."
    )
    assert speakers(text)[1::2] == [["Rinus van der Linde"], ["Rinus van der Linde"]]
