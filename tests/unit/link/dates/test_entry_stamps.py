from datetime import date

from onrecord.link.dates.entry_stamps import find_entry_day, find_stamps
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
