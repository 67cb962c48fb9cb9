from __future__ import annotations

from datetime import date

import pytest

from onrecord.model.attribution import Level
from onrecord.model.listing import Asked, Order
from onrecord.publish.api.parameters import CHOSEN, LISTED, LONGEST, RefusedError, asked_of, read_parameters


def test_what_is_asked_is_read_by_kind() -> None:
    given = [
        ("words", "a b"),
        ("since", "2021-03-04"),
        ("level", "likely"),
        ("unknown", "true"),
        ("most", "7"),
    ]
    values = read_parameters(LISTED, [*given, ("order", "time")])
    asked = Asked(
        words="a b", since=date(2021, 3, 4), level=Level.LIKELY, unknown=True, most=7, order=Order.TIME
    )
    assert asked_of(values) == asked


@pytest.mark.parametrize(
    "given",
    [
        ("most", "0"),
        ("most", "201"),
        ("most", "١"),
        ("most", "1.0"),
        ("first", "-1"),
        ("first", "9" * 12),
        ("since", "2021-02-31"),
        ("since", "1614816000"),
        ("since", "2021-3-4"),
        ("manner", "shouted"),
        ("unknown", "yes"),
        ("words", "x" * (LONGEST + 1)),
        ("colour", "red"),
    ],
)
def test_what_is_not_what_it_must_be_is_refused(given: tuple[str, str]) -> None:
    with pytest.raises(RefusedError, match=given[0]):
        read_parameters(LISTED, [given])


def test_only_what_may_be_given_again_is() -> None:
    with pytest.raises(RefusedError, match="given twice"):
        read_parameters(LISTED, [("words", "a"), ("words", "b")])
    assert read_parameters(CHOSEN, [("report", "r1"), ("report", "r2")]) == {"report": ["r1", "r2"]}


def test_a_refusal_does_not_repeat_all_that_was_sent() -> None:
    with pytest.raises(RefusedError) as refused:
        read_parameters(LISTED, [("n" * 5000, "")])
    assert len(str(refused.value)) < 400
