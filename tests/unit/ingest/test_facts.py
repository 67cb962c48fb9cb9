from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from onrecord.errors import IngestError
from onrecord.ingest.facts import STARTER, read_fact_tables, read_facts, starter_facts
from onrecord.model.fact import ALSO_CALLED, BEGAN, Fact
from onrecord.model.problem import Problem

HEAD = "subject,relation,object,from,to,source\n"


def facts_of(text: str) -> list[Fact]:
    return [one for one in read_facts(text.encode(), "t.csv") if isinstance(one, Fact)]


def faults_of(text: str) -> list[str]:
    return [one.message for one in read_facts(text.encode(), "t.csv") if isinstance(one, Problem)]


def test_a_row_is_a_fact() -> None:
    (fact,) = facts_of(HEAD + "Ana Velik,Mayor,Harwell,2014-10-01,2018-09-30,the annals\n")
    assert (fact.subject, fact.relation, fact.object) == ("Ana Velik", "mayor", "Harwell")
    assert (fact.first, fact.last, fact.source) == (date(2014, 10, 1), date(2018, 9, 30), "the annals")


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2014", "2016", (date(2014, 1, 1), date(2016, 12, 31))),
        ("2014-02", "2016-02", (date(2014, 2, 1), date(2016, 2, 29))),
        ("2014", "", (date(2014, 1, 1), None)),
        ("", "", (None, None)),
    ],
)
def test_a_month_or_a_year_stands_for_all_of_it(
    first: str, last: str, days: tuple[date | None, date | None]
) -> None:
    (fact,) = facts_of(f"{HEAD}Ana Velik,mayor,Harwell,{first},{last},\n")
    assert (fact.first, fact.last) == days


def test_columns_in_another_order_semicolons_and_a_byte_order_mark_are_read() -> None:
    text = "﻿source;to;from;object;relation;subject;note\nx;2018;2014;Harwell;mayor;Ana Velik;hm\n"
    (fact,) = facts_of(text)
    assert (fact.subject, fact.first, fact.source) == ("Ana Velik", date(2014, 1, 1), "x")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (",mayor,Harwell,2014,,x", "t.csv#2: names no subject; this row is left out"),
        ("Ana Velik,,Harwell,2014,,x", "t.csv#2: names no relation; this row is left out"),
        ("Ana Velik,mayor,Harwell,2014-13,,x", "no day such as 2014-10-01"),
        ("Ana Velik,mayor,Harwell,2014-02-30,,x", "no day such as 2014-10-01"),
        ("Ana Velik,mayor,Harwell,spring,,x", "no day such as 2014-10-01"),
        ("Ana Velik,mayor,Harwell,2014,2013,x", "ends on 2013, before it starts"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_read_on(row: str, fault: str) -> None:
    text = f"{HEAD}{row}\nRob Hale,mayor,Harwell,2018,,x\n"
    assert [fact.subject for fact in facts_of(text)] == ["Rob Hale"]
    (message,) = faults_of(text)
    assert fault in message


def test_a_head_without_its_columns_is_one_problem() -> None:
    assert faults_of("subject,relation\nAna Velik,mayor\n") == [
        "t.csv#1: its head lacks object, from, to, source; no row of it is read"
    ]


@pytest.mark.parametrize("payload", [b"", b"\x00\xff\xfe", b"\xff", HEAD.encode() + b'"' + b"x" * 200_000])
def test_any_bytes_give_problems_and_no_fault(payload: bytes) -> None:
    assert all(isinstance(one, Problem) for one in read_facts(payload, "t.csv"))


def test_the_same_row_in_two_tables_is_one_fact(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(HEAD + "Ana Velik,mayor,Harwell,2014,,x\n", encoding="utf-8")
    paths = [str(tmp_path / "a.csv"), str(tmp_path / "b.csv")]
    facts, problems = read_fact_tables(paths, starter=False)
    assert (len(facts), problems) == (1, ())
    assert read_fact_tables(paths[::-1], starter=False) == (facts, problems)


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="name a CSV file with the columns"):
        read_fact_tables([str(tmp_path / "none.csv")], starter=False)


def test_every_row_of_the_starter_table_is_a_fact_with_a_source() -> None:
    payload = files("onrecord.ingest").joinpath(STARTER).read_bytes()
    rows = list(read_facts(payload, STARTER))
    facts = starter_facts()
    assert len(facts) == len(rows) == payload.count(b"\n") - 1
    assert len({fact.id for fact in facts}) == len(facts)
    assert all(fact.source.startswith("https://") for fact in facts)
    assert all(fact.first for fact in facts if fact.relation != ALSO_CALLED)
    assert all(fact.object for fact in facts if fact.relation != BEGAN)


def test_no_two_of_the_starter_table_hold_one_office_for_long() -> None:
    offices: dict[tuple[str, str], list[Fact]] = {}
    for fact in starter_facts():
        if fact.relation not in {ALSO_CALLED, BEGAN}:
            offices.setdefault((fact.relation, fact.object), []).append(fact)
    for holders in offices.values():
        ordered = sorted(holders, key=lambda fact: fact.first or date.min)
        for before, after in pairwise(ordered):
            assert before.last is not None
            assert after.first is not None
            # An acting president may stand in for a suspended one.
            assert before.last <= after.first or "Temer" in after.subject, (before, after)
