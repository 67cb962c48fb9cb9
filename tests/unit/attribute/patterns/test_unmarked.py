from onrecord.model.attribution import Manner
from support.attributed import attributed, contents


def test_sentences_whose_marks_were_lost_are_taken_back_to_the_narrator() -> None:
    text = "Martha Harrow gave a short answer. We keep the boats at sea. We have no money for planks, Harrow repeated."
    read = attributed(text)
    assert contents(text) == ["We keep the boats at sea. We have no money for planks"]
    assert read.attributions[0].manner is Manner.UNMARKED


def test_a_whole_paragraph_is_taken_back_to_its_start() -> None:
    text = "The main thing is that we keep sailing. Many towns have sent planks, Martha Harrow warned."
    assert contents(text) == ["The main thing is that we keep sailing. Many towns have sent planks"]


def test_a_colon_opens_speech_in_the_first_person() -> None:
    text = "Martha Harrow said, continuing: We see fear on the boats. We see anger too."
    assert attributed(text).attributions[-1].judgement.rule == "unmarked.opened"


def test_without_the_first_person_a_sentence_is_reported() -> None:
    text = "The pier is shut. The boats stay in, Martha Harrow said."
    (attribution,) = attributed(text).attributions
    assert attribution.manner is Manner.INDIRECT


def test_a_verb_that_reports_nothing_else_closes_words_as_they_stood() -> None:
    text = "A rope outlives the hand that ties it, Martha Harrow smiled."
    (attribution,) = attributed(text).attributions
    assert attribution.manner is Manner.UNMARKED
    assert contents(text) == ["A rope outlives the hand that ties it"]


def test_words_of_the_board_are_not_taken_for_those_closed_behind_them() -> None:
    text = "The board warned that the pier was old. Money is the easy part, Martha Harrow smiled."
    assert contents(text) == ["the pier was old", "Money is the easy part"]


def test_on_a_page_without_marks_the_present_tense_goes_with_a_cue_in_the_past() -> None:
    text = (
        "We keep the boats in, Martha Harrow said.\n\n"
        "Crowds had gathered. Haste is no cure. Fear is none either, Martha Harrow stressed."
    )
    assert contents(text) == ["We keep the boats in", "Haste is no cure. Fear is none either"]


def test_on_a_page_without_marks_a_short_line_without_a_verb_goes_with_the_present() -> None:
    text = (
        "We keep the boats in, Martha Harrow said.\n\n"
        "Owen Pell had come too. First the fuel, then the ship. Whoever knows it must say so, Martha Harrow stressed."
    )
    assert contents(text)[-1] == "First the fuel, then the ship. Whoever knows it must say so"


def test_a_jest_in_the_present_on_a_page_without_marks_is_as_it_was_made() -> None:
    text = "We keep the boats in, Martha Harrow said.\n\nHe is asleep at his own oar, quipped the pilot, Tom Velik."
    manners = [one.manner for one in attributed(text).attributions]
    assert manners == [Manner.UNMARKED, Manner.UNMARKED]
