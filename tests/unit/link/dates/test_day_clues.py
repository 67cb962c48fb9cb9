from datetime import date

import pytest

from onrecord.link.dates.day_clues import read_day_clues
from onrecord.model.report import Zone
from support.annotated import bare_reading


@pytest.mark.parametrize(
    "sentence",
    [
        "Speaking in Halden on March 4 after the vote, Velik was calm.",
        "On March 4, the board repeated its warning.",
        "Velik said on March 4 that the quay was safe.",
        "It was late on the evening of March 4 when the clerk read out the result.",
        "They met on Friday, March 4, in the hall.",
    ],
)
def test_a_day_of_speech_or_meeting_is_the_news_s(sentence: str) -> None:
    assert read_day_clues(bare_reading(sentence)).month_day == (3, 4)


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike, which began on March 4, goes on.",
        "The council has until March 4 to answer.",
        "They will meet on March 4 in the hall.",
        "The plan was approved on March 4.",
        "She has said no since March 4.",
        "The talks were planned for March 4.",
    ],
)
def test_a_day_of_background_is_not(sentence: str) -> None:
    assert read_day_clues(bare_reading(sentence)).month_day is None


def test_a_day_behind_the_place_marched_through_is_the_news_s() -> None:
    marched = "Some 4,000 crews marched through Halden on Tuesday against the closing."
    assert read_day_clues(bare_reading(marched)).weekday == 1
    assert read_day_clues(bare_reading("Crews and wardens fought between the sheds on Tuesday.")).weekday == 1
    assert read_day_clues(bare_reading("The hall is open through Tuesday.")).weekday is None


def test_this_friday_is_the_day_of_writing_too() -> None:
    clues = read_day_clues(bare_reading("The council voted this Friday to close the quay."))
    assert (clues.weekday, clues.lag) == (4, (0,))


def test_yesterday_is_the_day_before_writing() -> None:
    assert read_day_clues(bare_reading("The council voted yesterday to close the quay.")).lag == (1,)


def test_a_report_that_tells_a_weekday_names_other_days_by_the_month() -> None:
    text = "The council voted on Friday to close the quay.\nA clerk told them on March 4 that it was late."
    clues = read_day_clues(bare_reading(text))
    assert (clues.weekday, clues.month_day) == (4, None)


@pytest.mark.parametrize("line", ["March 4, 2022", "Published 4 March 2022", "Published: 2022-03-04 10:30"])
def test_a_line_of_its_own_is_the_day_of_publishing(line: str) -> None:
    text = f"{line}\nThe council voted to close the quay."
    assert read_day_clues(bare_reading(text)).published == date(2022, 3, 4)


def test_a_dateline_without_a_year_tells_month_and_day() -> None:
    clues = read_day_clues(bare_reading("HALDEN, March 4 –\nThe council voted.", zones=[Zone.DATELINE]))
    assert clues.written == (3, 4)


def test_the_day_of_publishing_on_its_own_line_is_no_day_of_the_news() -> None:
    text = "Tuesday, 12 March 2024\nThe council voted on Monday to close the quay."
    clues = read_day_clues(bare_reading(text, zones=[Zone.DATELINE]))
    assert (clues.published, clues.day, clues.weekday) == (date(2024, 3, 12), None, 0)


def test_the_first_sentence_tells_that_the_news_is_of_this_morning() -> None:
    text = "The row reached the court this morning.\nAna Velik said yesterday that it was late."
    clues = read_day_clues(bare_reading(text))
    assert (clues.near, clues.lag) == (0, (0,))
    later = "The row reached the court yesterday.\nAna Velik said this morning that it was late."
    assert read_day_clues(bare_reading(later)).near == 1
    planned = "The court will hear the row this afternoon.\nAna Velik said yesterday that it was late."
    assert read_day_clues(bare_reading(planned)).near == 1


def test_a_first_parted_by_a_comma_is_no_background() -> None:
    assert read_day_clues(bare_reading("Roofs come first, the clerk said on Tuesday.")).weekday == 1
    assert read_day_clues(bare_reading("The clerk was first heard on Tuesday.")).weekday is None
