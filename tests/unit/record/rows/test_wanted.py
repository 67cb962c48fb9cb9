from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.record.rows.wanted import (
    Wanted,
    find_attribution_ids,
    find_entity_ids,
    find_outlet_ids,
    find_speaker_ids,
    find_statement_ids,
    owners_within,
)
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

CONTENTS = ferry_contents()
COURIER = next(reading.report.id for reading in CONTENTS.readings if reading.report.external_id)


def test_nothing_asked_for_is_everything_in_order(ferry: Connection) -> None:
    assert find_statement_ids(ferry, Wanted()) == [one.id for one in CONTENTS.linked.statements]
    assert find_attribution_ids(ferry, Wanted()) == [
        one.id for reading in CONTENTS.readings for one in reading.attributions
    ]


def test_a_statement_with_several_attributions_is_found_once(ferry: Connection) -> None:
    found = find_statement_ids(ferry, Wanted(speaker="Velik"))

    assert len(found) == len(set(found)) == 4


@pytest.mark.parametrize(
    ("since", "until", "within"),
    [
        (None, None, True),
        (date(2021, 3, 4), None, True),
        (None, date(2010, 3, 4), True),
        (None, date(2010, 3, 3), False),
        (date(2021, 3, 5), None, False),
        # Between the two possible days lie many that are not.
        (date(2012, 1, 1), date(2015, 1, 1), False),
    ],
)
def test_only_possible_days_are_within(
    since: date | None, until: date | None, within: object, ferry: Connection
) -> None:
    found = set(ferry.scalars(owners_within("report", "published", since, until)))

    assert (COURIER in found) is within


def test_entities_are_found_by_alias_and_described_ones_by_description(ferry: Connection) -> None:
    assert find_entity_ids(ferry, "a. velik") == [find_speaker_ids(ferry)[0]]
    assert len(find_entity_ids(ferry, "FISHERMAN")) == 1
    assert find_entity_ids(ferry, "nobody") == []


def test_words_that_mean_something_to_a_database_are_words(ferry: Connection) -> None:
    assert find_entity_ids(ferry, "%") == find_entity_ids(ferry, "' OR 1=1 --") == []


def test_outlets_are_found_by_part_of_their_name_or_id(ferry: Connection) -> None:
    (gazette,) = find_outlet_ids(ferry, "gazette")

    assert find_outlet_ids(ferry, gazette) == [gazette]
