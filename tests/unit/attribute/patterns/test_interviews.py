from onrecord.attribute.patterns.interviews import find_answers
from support.attributed import contents, speakers, view

ABOVE = "Ana Velik, 61, met us on the quay where her boat is for sale.\n\n"
QUESTIONS = (
    "How long were you at sea?\n\nI left at fifteen. My mother did not wave.\n\n"
    "And the boat?\n\nI built her myself, and I shall burn her myself.\n\n"
    "What will you do now?\n\nI shall sleep. The tide can come without me.\n"
)


def test_what_stands_behind_a_question_is_the_interviewed_persons() -> None:
    assert contents(ABOVE + QUESTIONS) == [
        "I left at fifteen. My mother did not wave",
        "I built her myself, and I shall burn her myself",
        "I shall sleep. The tide can come without me",
    ]
    assert speakers(ABOVE + QUESTIONS) == [["Ana Velik"]] * 3


def test_an_answer_whose_speaker_is_not_told_stays_open() -> None:
    found = find_answers(view("Three questions on the quay.\n\n" + QUESTIONS))
    assert [draft.source for draft in found] == [None, None, None]


def test_a_column_that_asks_is_no_interview() -> None:
    text = (
        "Ana Velik spoke on the quay on Friday.\n\nWho pays for the quay?\n\nI have asked, as I ask each year.\n\n"
        "Is it the board?\n\nIn my view the board has paid for nothing since the flood.\n\n"
        "Is it the town?\n\nI doubt that it was told.\n"
    )
    assert find_answers(view(text)) == []


def test_whole_chapters_between_questions_are_no_answers() -> None:
    chapter = "I walked on and counted the boats.\n\n" * 7
    text = ABOVE + "".join(f"How old were you in year {year}?\n\n{chapter}" for year in (1, 2, 3))
    assert find_answers(view(text)) == []


def test_an_explainer_is_no_interview() -> None:
    text = (
        "What is sold?\n\nThe quay is sold, and the crane.\n\nWho buys it?\n\nThe board has named nobody.\n\n"
        "What can you do?\n\nAnyone may write to the board until Friday.\n"
    )
    assert find_answers(view(ABOVE + text)) == []


def test_labelled_answers_are_left_to_those_who_read_labels() -> None:
    text = QUESTIONS.replace("\n\nI ", "\n\nVelik: I ")
    assert find_answers(view(ABOVE + text)) == []


def test_two_questions_make_no_interview() -> None:
    assert find_answers(view(ABOVE + QUESTIONS.partition("What will")[0])) == []
