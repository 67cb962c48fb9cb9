from datetime import date

from onrecord.model.attribution import Manner
from onrecord.model.listing import Asked, Order
from onrecord.record.remote.values import parameters_of


def test_only_what_is_asked_goes_into_the_address() -> None:
    assert parameters_of(Asked()) == []
    asked = Asked(words="a b", manner=Manner.DIRECT, since=date(2021, 3, 4), order=Order.TIME, first=5)
    assert parameters_of(asked, leave_out={"words"}) == [
        ("since", "2021-03-04"),
        ("manner", "direct"),
        ("order", "time"),
        ("first", 5),
    ]
