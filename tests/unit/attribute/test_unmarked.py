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
