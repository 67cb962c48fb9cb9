from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from support.made import made_contents, plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_outlets_are_counted_as_by_hand(made: Record) -> None:
    published = Counter(
        one.report.outlet.id for one in made_contents().readings if one.report.outlet is not None
    )
    carriers = [plain().outlets(one) for one in plain().statements.values()]
    listed = made.list_outlets(Asked(most=200))
    assert listed.total == len(published)
    for row in listed.rows:
        assert row.reports == published[row.id]
        assert row.statements == sum(row.id in several for several in carriers)
        assert row.alone == sum(several == {row.id} for several in carriers)
        assert 0 <= row.copies <= row.reports


def test_what_one_outlet_alone_carries_is_the_same_asked_by_its_name(made: Record) -> None:
    row = made.list_outlets(Asked(most=1)).rows[0]
    assert made.list_outlets(Asked(outlet=row.id)).rows == (row,)


def test_by_time_outlets_stand_by_name(made: Record) -> None:
    names = [row.name for row in made.list_outlets(Asked(order=Order.TIME)).rows]
    assert names == sorted(names, key=str.casefold)
