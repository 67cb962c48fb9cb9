"""Origins that reports state and that no lineage of the record tells: their texts were not found here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from onrecord.model.ids import outlet_id
from onrecord.model.listing import StatedCredit
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.record.room.beside import find_titles
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches
from onrecord.record.summary import of_another_house
from onrecord.text.lines import line_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


class _Stated(NamedTuple):
    """Where a report names a house: the row's place last."""

    house: str
    report_id: str
    start: int
    place: int


def find_stated_credits(connection: Connection) -> Sequence[int]:
    """Return the places of the credits to other houses, by house and report: of each report and house the first.

    A report that is in a lineage is left out: there its credits are evidence. A credit that may be a picture's only tells nothing.
    """
    credit, member = schema.credits_.c, schema.lineage_reports.c
    related = select(member.report_id).where(member.report_id == credit.report_id).exists()
    query = of_another_house(credit.outlet, credit.report_id, credit.start, credit.place).where(~related)
    stated = sorted((_Stated(*row) for row in connection.execute(query)), key=lambda one: one[1:])
    firsts: dict[tuple[str, str], _Stated] = {}
    for one in stated:
        firsts.setdefault((outlet_id(one.house), one.report_id), one)
    return [one.place for one in sorted(firsts.values(), key=lambda one: (one.house.casefold(), one))]


def tell_stated_credits(connection: Connection, places: Sequence[int]) -> tuple[StatedCredit, ...]:
    """Return the credits of these places, in this order, each with the line that it stands in."""
    credit, report = schema.credits_.c, schema.reports.c
    found: dict[int, StatedCredit] = {}
    for some in in_batches(places):
        columns = (credit.place, credit.report_id, credit.outlet, credit.start, credit.stop, report.text)
        query = select(*columns).join(schema.reports, report.id == credit.report_id)
        rows = list(connection.execute(query.where(credit.place.in_(some))))
        titles = find_titles(connection, [str(row.report_id) for row in rows])
        for row in rows:
            name = Span(row.start, row.stop)
            line = line_around(row.text, name)
            outlet, title = titles[row.report_id]
            found[row.place] = StatedCredit(
                report_id=row.report_id,
                outlet=outlet,
                title=title or row.report_id,
                credited=row.outlet,
                place=Evidence(report_id=row.report_id, span=name),
                line=line,
                text=line.of(row.text),
            )
    return tuple(found[place] for place in places)
