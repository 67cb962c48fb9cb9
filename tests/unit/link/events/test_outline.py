from dataclasses import replace

from onrecord.link.events.outline import find_headline, find_lead, outline, starts_sentence
from onrecord.model.moment import Basis
from support.piles import reading_of

READING = reading_of(
    "Ferry ban holds",
    ["The ferry Osprey stays tied up, harbour master Ines Quist said on Monday.", "It carries 340 people."],
)


def test_the_headline_is_what_the_report_prints() -> None:
    found = find_headline(READING.report)
    assert found is not None
    assert found.of(READING.report.text) == "Ferry ban holds"
    assert find_headline(reading_of("", ["No headline here."]).report) is None


def test_the_lead_is_the_first_paragraphs_up_to_seventy_words() -> None:
    long = reading_of("", [" ".join(["harbour"] * 80), "What follows is no lead."])
    assert len(find_lead(long.report)) == 1
    assert len(find_lead(READING.report)) == 2


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    found = outline(READING)
    assert {"osprey", "quist"} <= found.names
    assert "ferry" not in found.names


def test_numbers_are_terms_and_weekdays_of_the_lead_are_kept() -> None:
    found = outline(READING)
    assert "#340" in found.terms
    assert found.weekdays == {0}


def test_a_sentence_starts_after_a_full_stop_and_after_an_opening_mark() -> None:
    text = "It sank. “Nobody cared.” Ever"
    assert starts_sentence(text, text.index("Nobody"))
    assert starts_sentence(text, text.index("Ever"))
    assert not starts_sentence(text, text.index("cared"))


def test_a_title_that_the_text_does_not_print_is_part_of_the_news() -> None:
    bare = reading_of("", ["It stays tied up."])
    titled = replace(bare, report=replace(bare.report, title="Osprey banned"))
    assert "osprey" in outline(titled).terms
    assert "osprey" not in outline(bare).terms


def test_only_a_day_that_the_input_gives_is_the_day() -> None:
    given = reading_of("Ferry ban", ["It stays tied up."], day="2014-03-07")
    assert given.report.published is not None
    assert outline(given).day == 735299
    stated = replace(given.report.published, basis=Basis.STATED)
    assert outline(replace(given, report=replace(given.report, published=stated))).day is None


def test_the_latest_year_and_the_dates_at_the_top_are_kept() -> None:
    found = outline(reading_of("Ferry ban", ["Velm, 3 March 2014 - Built in 1988, it stays tied up."]))
    assert found.year == 2014
    assert found.year_days == {2 * 31 + 3}


def test_an_opening_is_kept_where_it_is_that_of_a_bulletin() -> None:
    counted = "The harbour office counted 112 trawlers on Monday."
    bulletin = outline(reading_of("Trawlers counted", [counted, "More came later."]))
    assert bulletin.opening == ("the", "harbour", "office", "counted", "112", "trawlers", "on", "monday")
    assert outline(reading_of("Trawlers", ["The office counted 112 trawlers."])).opening == ()
    assert outline(reading_of("Trawlers", [f"{'Trawlers ' * 40} 112 on Monday."])).opening == ()
