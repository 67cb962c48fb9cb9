from datetime import date

from onrecord.link.dates.entry_stamps import find_day_of_writing, find_entry_day, find_stamps
from onrecord.model.moment import Basis, Moment
from onrecord.model.report import Zone
from support.annotated import bare_reading

BLOG = """Quay shut: as it happened
10 May 2023 18:20
The engineer has told us that the quay is safe.
9 May 2023 at 9.15 am GMT
Velik said the quay was shut."""


def test_what_stands_under_a_stamp_was_written_on_its_day() -> None:
    stamps = find_stamps(bare_reading(BLOG))
    days = [find_entry_day(stamps, BLOG.index(words)) for words in ("The engineer", "Velik")]
    assert [day and day.latest for day in days] == [date(2023, 5, 10), date(2023, 5, 9)]
    assert find_entry_day(stamps, 0) is None


def test_a_single_stamp_heads_no_entries() -> None:
    assert not find_stamps(bare_reading("Quay shut\n10 May 2023 18:20\nVelik said the quay was shut."))


def test_a_day_in_a_sentence_or_without_a_clock_time_is_no_stamp() -> None:
    text = "10 May 2023\nVelik spoke.\n9 May 2023\nOn 9 May 2023 18:20 she left.\n9 May 2023 18:20 was when."
    assert not find_stamps(bare_reading(text))


def on(day: date) -> Moment:
    return Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="given")


def test_what_was_printed_weeks_later_was_written_on_the_day_of_its_dateline() -> None:
    late = bare_reading("HALDEN, March 2 –\nThe council voted.", zones=[Zone.DATELINE])
    written = find_day_of_writing(late, on(date(2024, 3, 20)))
    assert written is not None
    assert (written.earliest, written.basis) == (date(2024, 3, 2), Basis.DATELINE)
    for day in (date(2024, 3, 3), date(2024, 12, 20)):
        assert find_day_of_writing(late, on(day)) == on(day)
    january = find_day_of_writing(
        bare_reading("HALDEN, Dec 20 –\nThe council voted.", zones=[Zone.DATELINE]), on(date(2025, 1, 4))
    )
    assert january is not None
    assert january.earliest == date(2024, 12, 20)


def test_without_a_dateline_or_a_known_day_it_stays_as_it_is() -> None:
    plain = bare_reading("The council voted.")
    assert find_day_of_writing(plain, on(date(2024, 3, 20))) == on(date(2024, 3, 20))
    assert find_day_of_writing(plain, None) is None
