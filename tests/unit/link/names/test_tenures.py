from datetime import date

import pytest

from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.tenures import Tenures, read_tenure, tell_tenure
from onrecord.model.attribution import Reading
from support.annotated import reading


def tenures_of(*pile: tuple[str, str | None]) -> tuple[Tenures, ChainSets, list[Reading]]:
    readings = [reading(text) for text, _ in pile]
    sets = ChainSets([chain for one in readings for chain in one.chains])
    texts = {one.report.id: one.report.text for one in readings}
    days = {
        one.report.id: date.fromisoformat(day) for one, (_, day) in zip(readings, pile, strict=True) if day
    }
    return Tenures(sets, texts, days), sets, readings


@pytest.mark.parametrize(
    ("text", "office", "state", "years"),
    [
        ("Halden mayor Ana Velik spoke.", "Halden mayor", "HELD", (None, None)),
        ("Former Halden mayor Ana Velik spoke.", "Halden mayor", "FORMER", (None, None)),
        ("Then-mayor Ana Velik spoke.", "mayor", "FORMER", (None, None)),
        ("The new mayor of Halden, Ana Velik, spoke.", "mayor of Halden", "NEW", (None, None)),
        ("Outgoing mayor Ana Velik spoke.", "mayor", "HELD", (None, None)),
        ("Ana Velik, mayor of Halden since May 2019, spoke.", "mayor of Halden", "HELD", (2019, None)),
        ("Ana Velik, mayor of Halden from 2003 to 2011, spoke.", "mayor of Halden", "HELD", (2003, 2011)),
        ("Ana Velik, mayor of Halden until 2011, spoke.", "mayor of Halden", "HELD", (None, 2011)),
        ("Ana Velik took over as mayor of Halden on Monday.", "mayor of Halden", "NEW", (None, None)),
        ("Ana Velik has succeeded Tom Roe as mayor, it was said.", "mayor", "NEW", (None, None)),
        ("Ana Velik was sworn in as the new mayor after a recount.", "mayor", "NEW", (None, None)),
        ("Ana Velik, a baker, became mayor on Monday.", "mayor", "NEW", (None, None)),
    ],
)
def test_a_mention_tells_the_office_and_its_time(
    text: str, office: str, state: str, years: tuple[int | None, int | None]
) -> None:
    found = [
        told
        for chain in reading(text).chains
        if chain.name
        for mention in chain.mentions
        if (told := read_tenure(mention, text, "r1", None))
    ]
    assert [(one.office, one.state.name, (one.first, one.last)) for one in found] == [(office, state, years)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Velik was appointed by the mayor.",
        "Ana Velik appointed Tom Roe as minister.",
        "Ana Velik became mayor in 2003.",
        "Ana Velik was named in court.",
        "If Ana Velik is elected mayor, the bridge will be built.",
    ],
)
def test_no_office_is_come_into(text: str) -> None:
    velik = next(chain for chain in reading(text).chains if chain.name == "Ana Velik")
    assert read_tenure(velik.mentions[0], text, "r1", None) is None


@pytest.mark.parametrize(
    ("pile", "holds"),
    [
        ([("Halden mayor Ana Velik spoke.", "2016-03-02"), ("It rained.", "2016-05-02")], True),
        ([("Halden mayor Ana Velik spoke.", "2010-03-02"), ("It rained.", "2016-05-02")], False),
        ([("Former Halden mayor Ana Velik spoke.", "2016-03-02"), ("It rained.", "2016-05-02")], False),
        ([("Former Halden mayor Ana Velik spoke.", "2016-03-02"), ("It rained.", None)], False),
        ([("The new Halden mayor Ana Velik spoke.", "2016-03-02"), ("It rained.", "2015-05-02")], False),
        ([("Halden mayor Ana Velik spoke.", None), ("It rained.", "2016-05-02")], True),
    ],
)
def test_an_office_is_held_near_the_reports_that_give_it(
    pile: list[tuple[str, str | None]], *, holds: bool
) -> None:
    tenures, sets, readings = tenures_of(*pile)
    (root,) = {sets.root(chain.id) for chain in readings[0].chains if chain.name}
    assert tenures.find_holders([root], "mayor of Halden", readings[1].report.id) == [root] * holds


def test_whoever_is_new_ends_the_time_of_the_one_before() -> None:
    tenures, sets, readings = tenures_of(
        ("Halden mayor Ana Velik spoke.", "2016-03-02"),
        ("The new Halden mayor Tom Roe spoke.", "2016-04-02"),
        ("It rained.", "2016-05-02"),
    )
    roots = [sets.root(chain.id) for one in readings[:2] for chain in one.chains if chain.name]
    assert tenures.find_holders(roots, "mayor of Halden", readings[2].report.id) == roots[1:]
    assert tenures.held_in(roots[1], readings[1].report.id) == {"Halden mayor"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Former Halden mayor Ana Velik spoke.", "former"),
        ("Ana Velik, mayor of Halden since 2019, spoke.", "held since 2019"),
        ("Ana Velik, mayor of Halden until 2011, spoke.", "held until 2011"),
    ],
)
def test_a_tenure_is_told_in_words(text: str, told: str) -> None:
    (chain,) = (chain for chain in reading(text).chains if chain.name == "Ana Velik")
    tenure = read_tenure(chain.mentions[0], text, "r1", None)
    assert tenure is not None
    assert tell_tenure(tenure) == told
