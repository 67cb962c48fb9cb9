import pytest

from onrecord.errors import SetAside
from onrecord.ingest.limits import ENTRIES, KEPT, RECORDS, UNPACKED, WORK, Budget


def test_each_account_ends_the_reading_of_the_place() -> None:
    budget = Budget("pile.zip")
    budget.count_unpacked(UNPACKED)
    budget.count_work(WORK)
    spendings = ((budget.count_unpacked, 1), (budget.count_work, 1), (budget.count_kept, KEPT))
    for spend, amount in spendings:
        with pytest.raises(SetAside) as fault:
            spend(amount)
        assert fault.value.locator == "pile.zip"


def test_entries_and_records_are_counted_apart() -> None:
    budget = Budget("pile.zip")
    for _ in range(ENTRIES):
        budget.count_entry()
        budget.count_record()
    with pytest.raises(SetAside, match=r"100,000 files"):
        budget.count_entry()
    for _ in range(RECORDS - ENTRIES):
        budget.count_record()
    with pytest.raises(SetAside, match=r"500,000 records"):
        budget.count_record()
