import random
from dataclasses import replace

import pytest

from onrecord.link.copies.copies import Copy, find_copies
from onrecord.model.attribution import Manner, Reading
from support.piles import reading_of

TOLD = (
    "The ferry Osprey will not sail again before spring, because the yard at Velm has no dry dock long enough for her "
    "hull and the nearest one that has is booked by trawlers until the end of the winter season."
)
OTHERS = (
    (
        "Bakers on the islands say that flour has run short twice since the storm and that nobody at the town hall has "
        "answered their letters, although the mayor had promised them a barge with supplies every second week."
    ),
    (
        "A choir of forty will sing in the old salt store on Saturday, where the roof was mended last year with money from "
        "a lottery, and the fishermen have promised to bring chairs, lamps and whatever else is wanted."
    ),
)
SPEECH = (
    "We will not put a single passenger on that boat until I have seen with my own eyes that every plate of her hull "
    "is sound and every lamp on her deck is lit"
)


def pairs(*pile: Reading) -> list[tuple[str, str]]:
    return [copy.pair for copy in find_copies(pile)]


def test_a_cut_and_edited_copy_is_found_whatever_the_order() -> None:
    first = reading_of("Osprey stays in", [*OTHERS, TOLD])
    second = reading_of("", [TOLD.replace("again", "").replace("trawlers", "fishing boats")])
    (copy,) = find_copies([first, second])
    assert find_copies([second, first]) == (copy,)
    assert copy.is_whole


def test_a_passage_inside_another_report_is_no_whole_copy() -> None:
    first = reading_of("", [OTHERS[0], TOLD, OTHERS[0].upper()[::-1]])
    second = reading_of("", [OTHERS[1], TOLD, OTHERS[1].upper()[::-1]])
    (copy,) = find_copies([first, second])
    assert not copy.is_whole
    texts = {reading.report.id: reading.report.text for reading in (first, second)}
    ((one, other),) = copy.passages
    assert one.of(texts[copy.first]) == other.of(texts[copy.second]) == TOLD.removesuffix(".")


@pytest.mark.parametrize("speeches", [[], [("Ines Quist", SPEECH, Manner.DIRECT)]])
def test_a_shared_quotation_alone_makes_no_copy(speeches: list[tuple[str, str, Manner]]) -> None:
    first = reading_of("", [f"“{SPEECH},” said Ines Quist, who runs the port.", OTHERS[0]], speeches=speeches)
    second = reading_of("", [OTHERS[1], f"Asked at noon, Ines Quist told us: “{SPEECH}.”"], speeches=speeches)
    assert pairs(first, second) == []


def test_a_short_item_of_one_form_with_words_of_its_own_quoted_is_no_copy() -> None:
    form = "{}, the river minister of {}, arrived in Velm on Tuesday for two days of talks about the locks on the Osk."
    said = ("Water has no passport and no owner", "Every lock begins with us upstream")
    items = [
        reading_of(
            "",
            [form.format(*names), f"“{words},” the minister said."],
            speeches=[("the minister", words, Manner.DIRECT)],
        )
        for names, words in zip((("Ilse Brandt", "Norlund"), ("Petr Havel", "Sudmark")), said, strict=True)
    ]
    assert pairs(*items) == []
    again = reading_of(
        "",
        [form.format("Ilse Brandt", "Norlund"), f"“{said[0]},” said the minister."],
        speeches=[("the minister", said[0], Manner.DIRECT)],
    )
    assert len(pairs(items[0], again)) == 1


def test_a_notice_under_two_reports_makes_no_copy() -> None:
    notice = "This paper is kept by its readers and prints no advertisements. Write to the desk at the old quay if you would like to help us go on reporting from all of the islands."
    assert pairs(*(reading_of("", [*[other] * 2, notice]) for other in OTHERS)) == []


def test_a_notice_under_many_reports_makes_no_copy() -> None:
    dice = random.Random(1)
    words = sorted({word for text in (TOLD, *OTHERS, SPEECH) for word in text.split()})
    pile = [
        reading_of("", [" ".join(dice.choices(words, k=70)), TOLD, " ".join(dice.choices(words, k=70))])
        for _ in range(12)
    ]
    assert pairs(*pile) == []


def test_a_weekly_form_filled_in_anew_makes_no_copy() -> None:
    form = (
        "The ferry line carried {} passengers in the week that ended on {} May, its office in Velm said on Thursday. "
        "Merchants had expected {}, after {} in the week before, when a storm kept the boats in port for {} days. "
    )
    first = reading_of("", [form.format(812, 4, 790, 640, 2), OTHERS[0]])
    second = reading_of("", [form.format(905, 11, 850, 812, 3), OTHERS[1]])
    assert pairs(first, second) == []


def test_an_empty_pile_holds_no_copies() -> None:
    assert find_copies([]) == ()
    assert pairs(reading_of("", ["…"]), reading_of("", ["Lamp"])) == []


def test_a_whole_copy_has_half_of_the_shorter_report() -> None:
    assert Copy("r1", "r2", (), share=0.5).is_whole
    assert not replace(Copy("r1", "r2", ()), share=0.49).is_whole


def test_two_short_items_that_tell_of_one_crash_in_words_of_their_own_are_no_copies() -> None:
    first = reading_of(
        "",
        [
            "Eleven people died when a bus fell into a ravine near Halden on Monday, police said.",
            "“The road was wet,” Inspector Mia Tamm said.",
        ],
        speeches=[("Mia Tamm", "“The road was wet,” Inspector Mia Tamm said.", Manner.DIRECT)],
    )
    second = reading_of(
        "",
        [
            "At least nine people were killed on Monday when a bus plunged into a ravine near Halden.",
            "“The driver braked too late,” Inspector Mia Tamm told reporters.",
        ],
        speeches=[
            ("Mia Tamm", "“The driver braked too late,” Inspector Mia Tamm told reporters.", Manner.DIRECT)
        ],
    )
    assert find_copies([first, second]) == ()
