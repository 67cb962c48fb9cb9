from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import Asked, Order
from onrecord.record.outline.asked import of_reports, question_of
from onrecord.record.rows import schema
from onrecord.record.search.filters import (
    Narrowed,
    filter_of,
    narrow_reports,
    narrow_variants,
    of_report,
    of_statement,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record.outline.asked import Question

FILTERS = [
    Asked(speaker="velik"),
    Asked(speaker="nobody"),
    Asked(outlet="gazette"),
    Asked(manner=Manner.DIRECT),
    Asked(level=Level.CERTAIN),
    Asked(since=date(2021, 3, 4)),
    Asked(until=date(2021, 3, 3)),
    Asked(independent=2),
    Asked(unknown=True),
    Asked(speaker="velik", outlet="courier", manner=Manner.INDIRECT, level=Level.LIKELY),
    Asked(outlet="gazette", independent=2, since=date(2021, 1, 1), until=date(2021, 12, 31)),
]


def variants_by_conditions(connection: Connection, question: Question) -> list[int]:
    statement, variant = schema.statements.c, schema.variants.c
    joined = select(variant.place).join(schema.statements, statement.id == variant.statement_id)
    return sorted(connection.scalars(joined.where(*of_statement(question))))


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_few_rows_and_conditions_on_each_row_ask_the_same(ferry: Connection, asked: Asked) -> None:
    question = question_of(ferry, asked)
    reports = select(schema.reports.c.place)

    assert list(narrow_variants(ferry, question).places or ()) == variants_by_conditions(ferry, question)
    assert list(narrow_reports(ferry, question).places or ()) == sorted(
        ferry.scalars(reports.where(*of_report(question)))
    )
    assert sorted(ferry.scalars(reports.where(*of_report(question)))) == sorted(
        ferry.scalars(reports.where(*of_reports(question)))
    )


def test_where_nothing_is_asked_everything_is_left(ferry: Connection) -> None:
    question = question_of(ferry, Asked(words="fares", most=3, order=Order.TIME))

    assert narrow_variants(ferry, question) == narrow_reports(ferry, question) == Narrowed()


def test_where_many_rows_fit_conditions_are_left(ferry: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.record.search.filters.FEW", 1)
    left = narrow_variants(ferry, question_of(ferry, Asked(speaker="velik")))

    assert left.places is None
    assert left.conditions


def test_filters_do_not_depend_on_words_order_and_page() -> None:
    asked = Asked(words="fares", outlet="gazette", order=Order.TIME, first=3, most=7)

    assert filter_of(asked) == filter_of(Asked(outlet="gazette"))
    assert filter_of(asked) != filter_of(Asked(outlet="courier"))
