from datetime import date

import pytest

from onrecord.clean.stamps import find_day, is_date_line, is_published_stamp, is_stamp, is_update_stamp


@pytest.mark.parametrize(
    "text",
    [
        "Published: 4 March 2022",
        "March 4, 2022 | 10:15",
        "Updated 10:15 GMT",
        "Fri Feb 15, 2013 7:11AM",
        "Thu, 12/09/2013 - 17:57",
        "15:14 04.03.2022",
        "9 DECEMBER 2022 | NEWS",
        "Posted: November 4, 2011 in Strike, Harbour",
        "4 min read",
        "3 hours ago",
        "2022-03-04T10:15:00Z",
    ],
)
def test_lines_of_dates_and_times_are_stamps(text: str) -> None:
    assert is_stamp(text)


@pytest.mark.parametrize(
    "text",
    ["March 4 was a Friday", "The quay", "190 years", "On March 4, 2022, the quay closed.", "2,000", ""],
)
def test_sentences_and_bare_numbers_are_none(text: str) -> None:
    assert not is_stamp(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published: 4 March 2022", date(2022, 3, 4)),
        ("March 4th, 2022", date(2022, 3, 4)),
        ("2022-03-04", date(2022, 3, 4)),
        ("15:14 04.03.2022", date(2022, 3, 4)),
        ("31 February 2022", None),
        ("4 March", None),
        ("Updated: 5 March 2022", None),
        ("03/04/2022", None),
    ],
)
def test_a_day_is_believed_when_it_is_whole_and_plain(text: str, day: date | None) -> None:
    found = find_day(text)
    assert (found[0] if found else None) == day


def test_a_stamp_says_whether_it_dates_the_publishing() -> None:
    assert is_published_stamp("Published: 4 March 2022")
    assert not is_published_stamp("Correction: 4 March 2022")


@pytest.mark.parametrize(
    "text", ["Updated: 4 March 2022", "Page last reviewed: 4 March 2022", "Last modified 4 March 2022"]
)
def test_a_day_of_a_later_change_says_so(text: str) -> None:
    assert is_update_stamp(text)
    assert find_day(text) is None


def test_a_day_of_publishing_is_no_day_of_change() -> None:
    assert not is_update_stamp("Published: 4 March 2022")


@pytest.mark.parametrize(
    "line",
    [
        "Vellin, 3 March 2022",
        "Vellin, March 3, 2022",
        "Vellin, 3. März 2022",
        "Vellin, 3 de marzo de 2022",
        "Vellin, le 3 mars 2022",
        "Port Vellin, 3 marca 2022",
    ],
)
def test_a_place_and_a_day_are_a_date_line_in_many_languages(line: str) -> None:
    found = find_day(line)
    assert found is not None
    assert found[0] == date(2022, 3, 3)
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Vellin in 2022",
        "Ana Velik, 3 March 2022",
        "Friday, 3 March 2022",
        "Vellin, 3 March 2022 was a Friday",
    ],
)
def test_a_writer_or_a_sentence_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)
