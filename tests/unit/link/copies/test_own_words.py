from dataclasses import replace

from onrecord.link.copies.own_words import MARKED, OWN, SPOKEN, Wording, overlay, read_wording
from onrecord.model.attribution import Manner, Reading
from onrecord.model.report import Zone
from onrecord.text.word_numbers import WordNumbers
from support.piles import reading_of


def wording_of(reading: Reading) -> Wording:
    return read_wording(reading, WordNumbers())


def words_of(wording: Wording, kind: int) -> list[str]:
    bounds = wording.bounds()
    return [
        wording.text[bounds[2 * index] : bounds[2 * index + 1]]
        for index, of_word in enumerate(wording.kinds.tolist())
        if of_word == kind
    ]


def test_attributed_words_are_speech_and_words_between_marks_are_marked() -> None:
    wording = wording_of(
        reading_of(
            "Lamp stays",
            ["Quist said: “Leave the lamp alone.”", "They call it “the eye” here."],
            speeches=[("Quist", "Leave the lamp alone", Manner.DIRECT)],
        )
    )
    assert words_of(wording, SPOKEN) == ["Leave", "the", "lamp", "alone"]
    assert words_of(wording, MARKED) == ["the", "eye"]
    assert words_of(wording, OWN) == ["Lamp", "stays", "Quist", "said", "They", "call", "it", "here"]


def test_speech_that_lost_its_marks_is_speech() -> None:
    wording = wording_of(
        reading_of("", ["Leave the lamp alone."], speeches=[("", "Leave the lamp alone", Manner.UNMARKED)])
    )
    assert words_of(wording, OWN) == []


def test_furniture_and_what_is_printed_again_hold_no_words() -> None:
    reading = reading_of("Lamp stays", ["Lamp stays", "Sign up here", "The lamp stays on."])
    head, again, notice, body = reading.report.blocks
    blocks = (head, replace(again, repeats=True), replace(notice, zone=Zone.FURNITURE), body)
    wording = wording_of(replace(reading, report=replace(reading.report, blocks=blocks)))
    assert words_of(wording, OWN) == ["Lamp", "stays", "The", "lamp", "stays", "on"]


def test_equal_words_have_equal_numbers() -> None:
    wording = wording_of(reading_of("", ["The lamp and THE LAMP"]))
    numbers = wording.numbers.tolist()
    assert numbers[:2] == numbers[3:]


def test_the_upper_stretches_hold_where_two_overlap() -> None:
    assert overlay([(2, 4, SPOKEN), (6, 9, SPOKEN)], [(0, 3, MARKED), (5, 7, MARKED), (8, 12, MARKED)]) == [
        (0, 2, MARKED),
        (2, 4, SPOKEN),
        (5, 6, MARKED),
        (6, 9, SPOKEN),
        (9, 12, MARKED),
    ]


def test_a_report_of_no_words_has_none() -> None:
    assert wording_of(reading_of("", ["…"])).numbers.tolist() == []


def test_the_body_under_a_byline_starts_anew() -> None:
    reading = reading_of("Lamp stays", ["By Ada Rusk", "The lamp stays on."])
    head, byline, body = reading.report.blocks
    blocks = (head, replace(byline, zone=Zone.BYLINE), body)
    wording = wording_of(replace(reading, report=replace(reading.report, blocks=blocks)))
    assert wording.breaks(wording.bounds()) == [2]
    whole = wording_of(reading)
    assert whole.breaks(whole.bounds()) == []
