from dataclasses import replace
from datetime import date

import pytest

from onrecord.link.dates.known_facts import KnownFacts
from onrecord.link.dates.office_clues import Named, find_named
from onrecord.model.attribution import Manner
from onrecord.model.fact import BEGAN, Fact
from onrecord.model.span import Span
from support.annotated import bare_reading
from support.piles import reading_of

KNOWN = KnownFacts(
    [
        Fact(
            id="f1", subject="Ana Velik", relation="mayor", object="Harwell", first=None, last=None, source=""
        ),
        Fact(
            id="f2",
            subject="Rob Hale",
            relation="secretary general",
            object="Tug League",
            first=None,
            last=None,
            source="",
        ),
        Fact(
            id="f3",
            subject="Old Quay fire",
            relation=BEGAN,
            object="",
            first=date(2016, 1, 1),
            last=None,
            source="",
        ),
    ]
)


def named(text: str) -> Named:
    return find_named(bare_reading(text), KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ana Velik voted against it.",
        "The mayor of Harwell, Ana Velik, voted against it.",
        "Ana Velik, the mayor of Harwell, voted against it.",
        "Harwell’s mayor, Ana M. Velik, voted against it.",
        "Tug League chief Rob Hale was there.",
        "Tug League secretary-general Rob Hale was there.",
    ],
)
def test_an_office_beside_a_name_is_read(text: str) -> None:
    (called,) = named(text).called
    assert called.sure
    assert not called.former


@pytest.mark.parametrize(
    "text",
    [
        "Deputy mayor Ana Velik voted against it.",
        "Mayor Jill Velik voted against it.",
        "The mayor of Lundholm, Ana Velik, voted against it.",
        "Ana Velik met the mayor.",
        "Mayor-elect Ana Velik voted against it.",
        "Club chief Rob Hale was there.",
        "Then-mayor Ana Velik voted against it.",
        "The candidate for mayor, Ana Velik, voted against it.",
        "If elected mayor, Ana Velik would vote against it.",
        "Ana Velik, candidate for mayor, voted against it.",
    ],
)
def test_what_is_not_the_office_is_not_read(text: str) -> None:
    assert named(text).called == ()


def test_a_former_office_is_told_as_such() -> None:
    (called,) = named("Former Harwell mayor Ana Velik voted against it.").called
    assert called.former
    assert not called.acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Mayor Ana Velik signed the lease.", True),
        ("Mayor Ana Velik on Friday signed the lease.", True),
        ("The lease was signed for Mayor Ana Velik.", False),
        ("A friend of Mayor Ana Velik signed the lease.", False),
        ("Mayor Ana Velik signed the lease in 2009.", False),
        ("Mayor Ana Velik was shot.", False),
    ],
)
def test_who_does_something_in_the_lead_acts(text: str, acts: bool) -> None:  # noqa: FBT001
    (called,) = named(text).called
    assert called.acts is acts


def test_a_surname_alone_is_sure_beside_its_body_only() -> None:
    assert [called.sure for called in named("Mayor Velik voted against it.").called] == [False]
    assert [called.sure for called in named("Harwell mayor Velik voted against it.").called] == [True]


def test_who_held_offices_of_several_bodies_needs_the_body_named() -> None:
    facts = [
        Fact(
            id=f"f{body}",
            subject="Ana Velik",
            relation="mayor",
            object=body,
            first=None,
            last=None,
            source="",
        )
        for body in ("Harwell", "Lundholm")
    ]
    known = KnownFacts(facts)
    assert find_named(bare_reading("Its mayor, Ana Velik, voted."), known).called == ()
    (called,) = find_named(bare_reading("Mayor Ana Velik voted. Harwell slept."), known).called
    assert called.office.object == "Harwell"


def test_two_initials_are_another_person() -> None:
    hale = Fact(
        id="f4", subject="Rob W. Hale", relation="mayor", object="Velm", first=None, last=None, source=""
    )
    known = KnownFacts([hale])
    assert find_named(bare_reading("Mayor Rob H.W. Hale voted."), known).called == ()
    assert len(find_named(bare_reading("Mayor Rob W. Hale voted."), known).called) == 1


def test_what_is_quoted_tells_nothing() -> None:
    words = "Mayor Ana Velik would have wept over the Old Quay fire"
    reading = reading_of("", [f"“{words},” Hale said."], speeches=[("Hale", words, Manner.DIRECT)])
    assert find_named(reading, KNOWN) == Named(called=(), whole=frozenset(), began=())


def test_what_began_is_found_where_it_is_first_named() -> None:
    ((subject, place, _),) = named("The old quay fire and again the Old Quay fire.").began
    assert (subject, place.span) == ("Old Quay fire", Span(4, 17))


def test_a_headline_printed_twice_is_read_once() -> None:
    reading = bare_reading("Mayor Ana Velik voted against it.")
    repeated = tuple(replace(block, repeats=True) for block in reading.report.blocks)
    assert find_named(replace(reading, report=replace(reading.report, blocks=repeated)), KNOWN).called == ()
