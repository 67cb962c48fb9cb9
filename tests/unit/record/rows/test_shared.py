from __future__ import annotations

from dataclasses import replace

from onrecord.record.rows import schema
from onrecord.record.rows.collected import Rows
from onrecord.record.rows.shared import add_linked
from support.contents import ferry_contents

CONTENTS = ferry_contents()
LINKED = CONTENTS.linked


def rows_of(**changes: object) -> Rows:
    rows = Rows()
    rows.reports_by_id.update({reading.report.id: reading.report for reading in CONTENTS.readings})
    add_linked(rows, replace(LINKED, **changes))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return rows


def test_variants_are_numbered_and_the_base_is_the_first() -> None:
    variants = rows_of().by_table[schema.variants]

    assert [row["number"] for row in variants if row["relation"] == "base"] == [0] * len(LINKED.statements)
    assert [row["number"] for row in variants if row["relation"] == "cut"] == [1]


def test_a_difference_keeps_which_side_has_nothing() -> None:
    (difference,) = rows_of().by_table[schema.differences]

    assert (difference["variant_start"], difference["variant_stop"]) == (None, None)
    assert difference["base_start"] < difference["base_stop"]


def test_both_ends_of_a_passage_are_cited_under_its_number() -> None:
    rows = rows_of().by_table[schema.citations]

    assert [(row["part"], row["number"]) for row in rows if row["owner_kind"] == "lineage"] == [
        ("evidence", 0),
        ("from", 0),
        ("to", 0),
    ]


def test_a_passage_from_elsewhere_has_one_end() -> None:
    lineage = LINKED.lineages[0]
    passage = replace(lineage.passages[0], source=None)
    rows = rows_of(lineages=(replace(lineage, passages=(passage,)),)).by_table[schema.citations]

    assert "from" not in {row["part"] for row in rows}


def test_merges_are_told_apart_from_aliases() -> None:
    words = rows_of().by_table[schema.entity_words]

    assert [row["part"] for row in words] == ["alias", "alias", "merge"]


def test_each_moment_has_its_owner_and_part() -> None:
    owners = {(row["owner_kind"], row["part"]) for row in rows_of().by_table[schema.moments]}

    assert owners == {("report", "published"), ("event", "date"), ("statement", "said")}
