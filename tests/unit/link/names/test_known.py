from dataclasses import replace

import pytest

from onrecord.link.names.known import count_bearers, is_known
from onrecord.model.annotation import Kind, Mention
from onrecord.model.span import Span
from support.annotated import chain

PELLS = {
    "ada": [chain("r1", "Ada Pell")],
    "owen": [chain("r1", "Owen Pell", start=20)],
    "pell": [chain("r1", "Pell", start=40)],
}


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.UNKNOWN])
def test_whom_a_report_only_describes_is_unknown(kind: Kind) -> None:
    assert not is_known([chain("r1", None, kind=kind, roles=("next witness",))], {})


def test_a_phrase_in_capitals_names_nobody() -> None:
    assert not is_known([chain("r1", None, kind=Kind.UNKNOWN, roles=("DINNER LADY",))], {})


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("crews", Kind.GROUP),
        ("harbour board", Kind.BODY),
        ("Union of the docks", Kind.UNKNOWN),
        ("transport ministry", Kind.UNKNOWN),
    ],
)
def test_a_body_or_group_is_what_it_is_called(role: str, kind: Kind) -> None:
    assert is_known([chain("r1", None, kind=kind, roles=(role,))], {})


def test_a_document_is_not_known_by_whom_it_names() -> None:
    minute = chain("r1", None, kind=Kind.UNKNOWN, roles=("minute in the hand of Lord Pell",))
    assert not is_known([minute], {})


def test_a_surname_that_two_bear_names_nobody() -> None:
    bearers = count_bearers(PELLS)
    assert [is_known(chains, bearers) for chains in PELLS.values()] == [True, True, False]


def test_a_surname_that_its_report_keeps_apart_from_its_only_bearer_names_nobody() -> None:
    bearers = count_bearers({"ada": PELLS["ada"]})
    assert not is_known(PELLS["pell"], bearers)


def test_who_bears_a_surname_in_another_report_does_not_count() -> None:
    bearers = count_bearers({"owen": [chain("r2", "Owen Pell")]})
    assert is_known(PELLS["pell"], bearers)


@pytest.mark.parametrize(
    ("phrase", "kind", "known"),
    [
        ("His office", Kind.BODY, False),
        ("The mayor's office", Kind.BODY, True),
        ("two people", Kind.GROUP, False),
        ("His students", Kind.GROUP, False),
        ("heating grants", Kind.GROUP, False),
        ("Its authors", Kind.GROUP, True),
        ("Nuclear officials", Kind.GROUP, True),
        ("Police", Kind.GROUP, True),
    ],
)
def test_whose_or_how_many_they_are_does_not_say_who(phrase: str, kind: Kind, *, known: bool) -> None:
    group = chain("r1", None, kind=kind, roles=(phrase,))
    group = replace(group, mentions=(Mention(span=Span(0, len(phrase)), kind=kind, role=phrase),))
    assert is_known([group], {}, {"r1": phrase}) == known


@pytest.mark.parametrize(
    "role", ["AUTHORITIES", "Harrow Malt names Roe as chief", "Halden fat cat", "One driver"]
)
def test_a_heading_or_a_description_is_no_name(role: str) -> None:
    assert not is_known([chain("r1", None, kind=Kind.UNKNOWN, roles=(role,))], {})


@pytest.mark.parametrize("role", ["One Republican", "Judge", "Senator"])
def test_a_role_with_a_capital_names_nobody(role: str) -> None:
    assert not is_known([chain("r1", None, kind=Kind.UNKNOWN, roles=(role,))], {})


def test_a_surname_with_an_office_is_known_beside_a_relative_named_in_full() -> None:
    chains = [chain("r", "Velik", roles=("President",))]
    assert is_known(chains, {("r", "velik"): 1})
    assert not is_known([chain("r", "Velik")], {("r", "velik"): 1})
