from datetime import date

import pytest

from onrecord.link.dates.own_days import Zones, find_dateline_day, find_publication_day
from onrecord.model.report import Zone
from support.annotated import bare_reading


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2022. The council voted to close the quay.",
        "4 March 2022 – The council voted to close the quay.",
    ],
)
def test_a_day_that_heads_the_body_is_the_reports_own(text: str) -> None:
    assert find_publication_day(bare_reading(text))[0] == date(2022, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "4 March 2022. The quay sank.\n5 March 2022. The council met.",
        "On 4 March 2022. The quay sank.",
        "4 March 2022 was a Friday.",
        "The quay sank.\n4 March 2022. The council met.",
    ],
)
def test_a_day_in_a_list_or_in_a_sentence_is_not(text: str) -> None:
    assert find_publication_day(bare_reading(text))[0] is None


def test_a_dateline_leaves_the_year_out() -> None:
    reading = bare_reading("HALDEN, March 4 –\nThe council voted.", zones=[Zone.DATELINE])
    found = find_dateline_day(reading)
    assert found is not None
    assert found[0] == (3, 4)


def test_a_place_has_the_zone_of_its_paragraph() -> None:
    reading = bare_reading("HALDEN, March 4 –\nThe council voted.", zones=[Zone.DATELINE])
    zones = Zones(reading.report)
    block = zones.block(0)
    assert zones.at(0) is Zone.DATELINE
    assert block is not None
    assert block.start == 0
