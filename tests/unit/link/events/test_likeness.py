from dataclasses import replace

import pytest

from onrecord.link.events.likeness import (
    are_two,
    cosine,
    is_told_anew,
    may_be_one,
    name_others,
    telling_terms,
)
from onrecord.link.events.outline import outline
from onrecord.model.attribution import Reading
from support.piles import reading_of


def are_set_side_by_side(first: Reading, second: Reading) -> bool:
    return may_be_one(outline(first), outline(second))


def report(day: str) -> Reading:
    return reading_of("Tarn dam", ["Pim Dorran opened the Tarn dam, on a day of rain in Oxley."], day=day)


def test_given_days_more_than_two_weeks_apart_outweigh_all_else() -> None:
    assert are_set_side_by_side(report("2014-03-07"), report("2014-03-21"))
    assert not are_set_side_by_side(report("2014-03-07"), report("2014-03-22"))


@pytest.mark.parametrize("title", ["Short note", "Harbour Diary", ""])
def test_a_title_and_a_weekday_are_no_common_ground(title: str) -> None:
    fair = reading_of(title, ["The rhubarb fair opens at noon on Friday."])
    boat = reading_of(title, ["A boat capsized off the point on Friday."])
    assert not are_set_side_by_side(fair, boat)


def test_a_telling_word_or_a_number_is_common_ground() -> None:
    fair = reading_of("Short note", ["The rhubarb fair opens at noon."])
    assert are_set_side_by_side(fair, reading_of("Short note", ["Growers sold all rhubarb they had."]))
    first = reading_of("Diary", ["Of the growers 412 came."])
    assert are_set_side_by_side(first, reading_of("Diary", ["It drew 412, they said."]))


def test_the_cosine_of_nothing_is_nothing() -> None:
    assert cosine({}, {"dam": 1.0}) == 0.0
    assert cosine({"dam": 1.0}, {"dam": 1.0}) == pytest.approx(1.0)


def test_equal_weights_are_told_in_the_order_of_the_alphabet() -> None:
    assert telling_terms({"b": 1.0, "a": 1.0, "c": 2.0}) == ["c", "a", "b"]


def test_a_surname_and_an_office_are_too_little_for_two_short_reports() -> None:
    baker = reading_of(
        "Crossing shut", ["The mayor spoke. Her brother, Peter Hale, who bakes, was not there."]
    )
    minister = reading_of("Ministry to help", ["The minister, Ruben Hale, is no kin of the mayor."])
    assert not are_set_side_by_side(baker, minister)
    again = reading_of("Mayor shuts crossing", ["The mayor spoke to Peter Hale, a baker."])
    assert are_set_side_by_side(baker, again)


def march(men: str, day: str, weekday: str = "Tuesday") -> Reading:
    return reading_of(
        "Miners march in Orsk",
        [f"Some {men} miners marched through Orsk on {weekday} against the closing of the Delta pit."],
        day=day,
    )


def test_a_march_on_tuesday_and_one_a_week_later_are_two() -> None:
    first = march("4,000", "2023-10-04")
    assert are_set_side_by_side(first, march("about 4,000", "2023-10-05"))
    assert not are_set_side_by_side(first, march("6,000", "2023-10-11"))
    # Told late, of the same weekend.
    assert are_set_side_by_side(
        march("4,000", "2023-10-02", "Sunday"), march("6,000", "2023-10-07", "Sunday")
    )


def test_what_is_foretold_the_day_before_may_be_what_happens() -> None:
    assert are_set_side_by_side(
        march("4,000", "2023-10-05", "Friday"), march("6,000", "2023-10-06", "Friday")
    )


def test_what_is_printed_again_has_the_numbers_it_had() -> None:
    first, again = march("4,000", "2023-10-04"), march("4,000", "2023-10-11")
    assert not is_told_anew(outline(first), outline(again))
    assert is_told_anew(outline(first), outline(march("6,000", "2023-10-11")))
    assert not is_told_anew(outline(first), outline(march("6,000", "2023-10-05")))


def gathering(day: str, *rest: str) -> Reading:
    marched = "Thousands marched through Halden on Saturday against the closure of the shipyard."
    return reading_of("", [marched, *rest], day=day)


def test_a_text_with_passages_of_its_own_is_told_anew_and_a_reprint_is_not() -> None:
    told = "“We are not leaving the yard to those who never worked in it,” union leader Ana Velik told the crowd."
    first = gathering("2024-05-06", told)
    again = gathering(
        "2024-05-12", "“They cannot ignore four thousand people in the rain,” a welder told the crowd."
    )
    assert is_told_anew(outline(first), outline(again))
    assert are_two(outline(first), outline(again))
    assert not is_told_anew(outline(first), outline(gathering("2024-05-12", told)))
    assert not is_told_anew(outline(first), outline(gathering("2024-05-12")))


def match(told: str, day: str) -> Reading:
    return reading_of("", [told, "“We knew what was at stake,” coach Jo Roe said in Halden."], day=day)


def test_results_of_two_days_are_two_matches() -> None:
    first = match("Halden beat Rovers 2-1 on Saturday before 4,000 spectators.", "2024-05-05")
    assert not are_set_side_by_side(
        first, match("Halden lost 0-3 to Rovers on Wednesday before 5,000.", "2024-05-09")
    )
    assert are_set_side_by_side(
        first, match("Rovers lost 1-2 in Halden on Saturday before 4,000 spectators.", "2024-05-06")
    )
    assert are_set_side_by_side(
        first, match("The ground in Halden, where Rovers lost to Halden on Wednesday, floods.", "2024-05-09")
    )


def bulletin(count: str, weekday: str, day: str | None) -> Reading:
    counted = f"The harbour office counted {count} trawlers off Velm on {weekday}."
    return reading_of("", [counted, "“We counted twice,” clerk Ida Brandt said of the trawlers."], day=day)


def test_bulletins_of_two_days_are_two_and_an_update_is_none() -> None:
    monday = bulletin("112", "Monday", "2023-10-02")
    assert not are_set_side_by_side(monday, bulletin("134", "Tuesday", "2023-10-03"))
    assert not are_set_side_by_side(monday, bulletin("nineteen", "Wednesday", None))
    assert is_told_anew(outline(monday), outline(bulletin("134", "Tuesday", "2023-10-03")))
    assert are_set_side_by_side(monday, bulletin("134", "Tuesday", "2023-10-02"))
    assert are_set_side_by_side(monday, bulletin("134", "Monday", "2023-10-03"))
    assert are_set_side_by_side(monday, bulletin("112", "Tuesday", "2023-10-03"))


def in_english(headline: str, paragraphs: list[str]) -> Reading:
    reading = reading_of(headline, paragraphs)
    return replace(reading, report=replace(reading.report, language="en"))


def crash(place: str, officer: str, dead: str) -> Reading:
    told = f"{dead} people died when a bus fell into a ravine near {place} on Saturday, police said."
    return reading_of(
        "Bus falls into ravine", [told, f"It was the brakes, said {officer}, who leads the search."]
    )


def test_the_same_words_of_other_names_are_two_happenings() -> None:
    first = crash("Tarna in Vellin", "Ruben Hale", "Nine")
    assert not are_set_side_by_side(first, crash("Osk in Sorrel", "Ada Roe", "Twenty"))
    assert are_set_side_by_side(first, crash("Tarna in Vellin", "Ada Roe", "Ten"))
    assert are_set_side_by_side(first, crash("Tarna Hill", "Ada Roe", "Ten"))


def test_names_told_in_two_languages_may_be_written_in_two_ways() -> None:
    german = reading_of(
        "Busunfall",
        [
            "Neun Menschen sind tot, da ein Bus bei Tarnau in Wellin in eine Schlucht stürzte, und sie sind nicht von hier."
        ],
    )
    assert name_others(
        outline(crash("Tarna in Vellin", "Ruben Hale", "Nine")), outline(crash("Osk", "Ada Roe", "Two"))
    )
    assert not name_others(outline(crash("Tarna in Vellin", "Ruben Hale", "Nine")), outline(german))


def test_one_spokesman_in_two_reports_that_share_nothing_else_makes_no_event() -> None:
    forest = in_english(
        "Appeal over forest",
        [
            "A forest north of Orsk will be felled although its owls are protected, the paper company has announced.",
            "An appeal is being prepared, said Nils Roe of the Tree League. Loggers have been told to wait for the ruling, and the owls will be counted again in the autumn.",
        ],
    )
    canal = in_english(
        "Canal loses its lock",
        [
            "Engineers emptied the canal at Halden after a gate broke, and barges will lie idle for a month at least.",
            "Skippers want money back from the waterway. Nils Roe, whose Tree League owns a barge, demanded nothing yet and would rather have had a longer holiday.",
        ],
    )
    assert not are_set_side_by_side(forest, canal)


def test_who_shares_nothing_is_never_of_one_event_where_both_tell_enough() -> None:
    owls = in_english(
        "Forest to be felled",
        [
            (
                "A forest north of Orsk will be felled although its owls are protected, the paper company has announced to those who live there, "
                "and loggers have been told to wait for the ruling, which is to be made known at the end of the month."
            )
        ],
    )
    lock = in_english(
        "Canal loses its lock",
        [
            (
                "Engineers emptied the canal at Halden after a gate broke, and barges will lie idle for a month at least, which is what skippers "
                "have to live with until a new one is made and brought to those who are to build it in at the lock."
            )
        ],
    )
    assert are_two(outline(owls), outline(lock))
    fair = in_english("Rhubarb fair", ["The rhubarb fair opens at noon, and it will be of use to all of us."])
    assert not are_set_side_by_side(fair, lock)
    assert not are_two(outline(fair), outline(lock))
