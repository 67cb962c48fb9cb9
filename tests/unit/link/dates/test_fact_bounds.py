from datetime import date

from onrecord.link.dates.day_bounds import Stretch
from onrecord.link.dates.fact_bounds import find_fact_bounds
from onrecord.link.dates.known_facts import KnownFacts
from onrecord.link.dates.office_clues import Named, find_named
from onrecord.model.fact import BEGAN, Fact
from support.annotated import bare_reading


def term(subject: str, first: date, last: date | None) -> Fact:
    return Fact(
        id=f"f{subject}{first}",
        subject=subject,
        relation="mayor",
        object="Harwell",
        first=first,
        last=last,
        source="",
    )


KNOWN = KnownFacts(
    [
        term("Ana Velik", date(2004, 1, 1), date(2008, 1, 1)),
        term("Ana Velik", date(2012, 1, 1), date(2016, 1, 1)),
        term("Tom Roe", date(2016, 1, 2), None),
        Fact(
            id="f9",
            subject="Old Quay fire",
            relation=BEGAN,
            object="",
            first=date(2005, 1, 1),
            last=None,
            source="",
        ),
    ]
)


def named(text: str) -> Named:
    return find_named(bare_reading(text), KNOWN)


def stretches(*texts: str) -> list[tuple[Stretch, ...]]:
    return [bound.stretches for bound in find_fact_bounds([named(text) for text in texts], KNOWN)]


def test_who_acts_holds_the_office_in_one_of_the_terms() -> None:
    assert stretches("Mayor Ana Velik signed the lease.") == [
        ((date(2004, 1, 1), date(2008, 1, 1)), (date(2012, 1, 1), date(2016, 1, 1)))
    ]


def test_who_is_only_named_held_it_before() -> None:
    assert stretches("The wall was built for Mayor Ana Velik.") == [((date(2004, 1, 1), date.max),)]


def test_where_a_later_holder_is_named_the_earlier_is_only_before() -> None:
    found = stretches("Mayor Ana Velik signed the lease.", "Mayor Tom Roe signed it again.")
    assert found == [((date(2004, 1, 1), date.max),), ((date(2016, 1, 2), date.max),)]


def test_a_former_holder_is_between_terms_or_after() -> None:
    assert stretches("Former mayor Ana Velik signed the lease.") == [
        ((date(2008, 1, 1), date(2012, 1, 1)), (date(2016, 1, 1), date.max))
    ]


def test_a_former_holder_whose_end_is_unknown_tells_nothing() -> None:
    assert stretches("Former mayor Tom Roe signed the lease.") == []


def test_a_bare_surname_needs_the_whole_name_in_the_event() -> None:
    assert stretches("Mayor Roe signed the lease.") == []
    assert stretches("Mayor Roe signed the lease.", "Tom Roe wept.") == [((date(2016, 1, 2), date.max),)]


def test_what_began_is_older_and_told_with_its_fact() -> None:
    (bound,) = find_fact_bounds([named("They wept over the Old Quay fire.")], KNOWN)
    assert (bound.stretches, bound.facts) == (((date(2005, 1, 1), date.max),), ("f9",))
