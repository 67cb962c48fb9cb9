from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.rows import schema
from onrecord.record.rows.fetch import (
    IDS_AT_ONCE,
    All,
    Cited,
    among,
    find_all,
    find_cited_spans,
    find_columns,
    find_moments,
    find_rows,
    in_batches,
    rows_among,
)
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

CONTENTS = ferry_contents()
IDS = [reading.report.id for reading in CONTENTS.readings]


def test_batches_leave_nothing_out() -> None:
    ids = [str(number) for number in range(2 * IDS_AT_ONCE + 1)]

    assert [one for batch in in_batches(ids) for one in batch] == ids
    none: list[str] = []
    assert list(in_batches(none)) == []


def test_one_query_is_asked_about_any_number_of_ids(ferry: Connection) -> None:
    query = select(schema.reports.c.id).where(among(schema.reports.c.id)).order_by(schema.reports.c.id)
    many = [*(f"r{number}" for number in range(2 * IDS_AT_ONCE)), *IDS]

    assert sorted(row[0] for row in rows_among(ferry, query, many)) == sorted(IDS)
    assert [row[0] for row in rows_among(ferry, query, IDS[:1])] == IDS[:1]
    assert rows_among(ferry, query, []) == []


def test_rows_come_by_their_owner_and_an_owner_of_none_has_an_empty_list(ferry: Connection) -> None:
    rows = find_rows(ferry, schema.timexes, "report_id", [*IDS, "r0"])

    assert [len(rows[report.id]) for report in (reading.report for reading in CONTENTS.readings)] == [
        len(reading.timexes) for reading in CONTENTS.readings
    ]
    assert rows["r0"] == []


def test_more_ids_than_one_query_names_are_all_found(ferry: Connection) -> None:
    others = [f"r{number}" for number in range(IDS_AT_ONCE)]

    assert all(find_rows(ferry, schema.reports, "id", [*others, *IDS])[report_id] for report_id in IDS)


def test_all_rows_come_in_order(ferry: Connection) -> None:
    assert [row.id for row in find_all(ferry, schema.reports)] == IDS


def test_citations_come_by_part_and_number(ferry: Connection) -> None:
    lineage = CONTENTS.linked.lineages[0]
    cited = Cited(ferry, "lineage", [lineage.id])

    assert cited.evidence(lineage.id, "evidence") == lineage.evidence
    assert cited.evidence(lineage.id, "to", 0) == (lineage.passages[0].copy,)
    assert cited.evidence(lineage.id, "to", 1) == ()


def test_moments_come_with_what_they_rest_on(ferry: Connection) -> None:
    cited = Cited(ferry, "report", IDS)

    assert find_moments(ferry, "report", "published", IDS, cited) == CONTENTS.linked.report_dates
    assert find_moments(ferry, "report", "nothing", IDS, cited) == {}


def test_columns_come_in_the_order_of_rows_for_some_and_for_all(ferry: Connection) -> None:
    names = ("report_id", "start", "stop")
    told = {
        key: [tuple(row) for row in find_columns(ferry, schema.sentences, "report_id", ids, names)]
        for key, ids in (("all", All(IDS)), ("some", IDS), ("one", IDS[:1]), ("none", []))
    }
    assert told["all"] == told["some"] != []
    assert told["one"] == [row for row in told["all"] if row[0] == IDS[0]]
    assert told["none"] == []


def test_cited_spans_are_told_by_owner_and_part(ferry: Connection) -> None:
    ids = list(ferry.scalars(select(schema.attributions.c.id)))
    spans = find_cited_spans(ferry, "attribution", ids)
    assert spans == find_cited_spans(ferry, "attribution", All(ids))
    assert spans.keys() == {*ids}
    assert all(parts["content"] for parts in spans.values())
    assert find_cited_spans(ferry, "attribution", []) == {}
