from datetime import date

import pytest

from onrecord.clean.given import read_given, read_moment


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-15", date(2024, 3, 15)),
        (" 2024-03-15 ", date(2024, 3, 15)),
        ("2024-03-15T23:59:59+02:00", date(2024, 3, 15)),
        ("20240315", date(2024, 3, 15)),
        ("2024-02-30", None),
        ("15/03/2024", None),
        ("Friday", None),
        ("", None),
    ],
)
def test_only_iso_days_are_believed(written: str, day: date | None) -> None:
    moment = read_moment(written)
    assert (moment.earliest if moment else None) == day


def test_blank_and_nested_members_say_nothing() -> None:
    given = read_given(
        {"title": "  ", "outlet": None, "tags": ["a"], "more": {}, "desk": " harbour ", "paid": True}
    )
    assert (given.title, given.outlet) == (None, None)
    assert given.declared == {"desk": "harbour", "paid": "true"}
