from dataclasses import replace

import pytest

from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.person_joins import join_full_names, join_surnames
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.span import Span
from support.annotated import chain


def joined(*chains: Chain) -> list[set[str | None]]:
    sets = ChainSets(chains)
    join_full_names(sets)
    join_surnames(sets)
    return [{member.name for member in sets.members(item.id)} for item in chains]


def company(*reports: str) -> list[Chain]:
    """Two names that reports share, so that they keep company."""
    return [
        chain(report, name, start=100 * place)
        for report in reports
        for place, name in enumerate(("Jo Grale", "Mia Tamm", "Ira Solt"), 1)
    ]


def test_the_same_full_name_is_one_person() -> None:
    assert joined(chain("r1", "Ana Velik"), chain("r2", "Ana Velik"))[0] == {"Ana Velik"}


def test_spellings_of_a_full_name_are_one_person() -> None:
    assert joined(chain("r1", "Dmytro Velik"), chain("r2", "Dmitro Velik"))[0] == {
        "Dmytro Velik",
        "Dmitro Velik",
    }


@pytest.mark.parametrize(
    ("full", "written"),
    [
        ("Jörg Möller", ("Joerg Möller", "Jorg Moller", "Joerg Moeller", "Jörg Moeller")),
        ("Søren Kjær", ("Soeren Kjaer", "Soren Kjær")),
        ("Åse Ågren", ("Aase Aagren", "Ase Agren")),
        ("Çağrı Şahin", ("Cagri Sahin", "Chagri Shahin")),
        ("Anders von Öhm", ("Anders von Oehm", "Anders von Ohm")),
    ],
)
def test_a_name_whose_letters_were_replaced_is_the_same_name(full: str, written: tuple[str, ...]) -> None:
    chains = [chain(f"r{place}", name) for place, name in enumerate((full, *written), 1)]
    assert joined(*chains)[0] == {full, *written}


def test_a_bare_surname_whose_letters_were_replaced_is_its_bearers() -> None:
    found = joined(chain("r1", "Hans Özdemir"), chain("r2", "Oezdemir"), *company("r1", "r2"))
    assert found[0] == {"Hans Özdemir", "Oezdemir"}


def test_where_no_letter_was_replaced_two_spellings_are_two_names() -> None:
    assert joined(chain("r1", "Noel Baer"), chain("r2", "Nol Bar"))[0] == {"Noel Baer"}
    assert joined(chain("r1", "Jörg Bär"), chain("r2", "Jörg Ber"))[0] == {"Jörg Bär"}


def test_an_initial_fits_only_when_nobody_else_does() -> None:
    one = joined(chain("r1", "Ana Velik"), chain("r2", "A. Velik"), *company("r1", "r2"))
    assert one[1] == {"Ana Velik", "A. Velik"}
    two = joined(
        chain("r1", "Ana Velik"),
        chain("r3", "Anton Velik"),
        chain("r2", "A. Velik"),
        *company("r1", "r2", "r3"),
    )
    assert two[2] == {"A. Velik"}


def test_family_members_are_kept_apart() -> None:
    assert joined(chain("r1", "Ana Velik"), chain("r2", "Tom Velik"), *company("r1", "r2"))[0] == {
        "Ana Velik"
    }


def test_a_surname_goes_to_the_only_full_name_that_keeps_its_company() -> None:
    assert joined(chain("r1", "Ana Velik"), chain("r2", "Velik"), *company("r1", "r2"))[1] == {
        "Ana Velik",
        "Velik",
    }


def test_a_surname_spelled_otherwise_asks_for_more_company() -> None:
    full, bare = chain("r1", "Matthew Roth"), chain("r2", "Riot")
    one = [item for report in ("r1", "r2") for item in company(report)[:1]]
    assert joined(full, bare, *one)[1] == {"Riot"}
    assert joined(full, chain("r2", "Roth"), *one)[1] == {"Matthew Roth", "Roth"}


def test_a_surname_of_strangers_stays_alone() -> None:
    assert joined(chain("r1", "Ana Velik"), chain("r2", "Velik"))[1] == {"Velik"}


def test_a_surname_that_two_could_bear_stays_alone() -> None:
    chains = [
        chain("r1", "Ana Velik"),
        chain("r3", "Tom Velik"),
        chain("r2", "Velik"),
        *company("r1", "r2", "r3"),
    ]
    assert joined(*chains)[2] == {"Velik"}


def test_a_surname_taken_for_a_body_is_a_persons_where_the_full_name_is_known() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "Velik", kind=Kind.BODY), *company("r1", "r2")]
    assert joined(*chains)[1] == {"Ana Velik", "Velik"}


def test_an_ambiguous_surname_of_its_own_report_is_left_alone() -> None:
    chains = [
        chain("r1", "Ana Velik"),
        chain("r1", "Tom Velik", start=30),
        chain("r1", "Velik", start=60),
        chain("r2", "Ana Velik"),
        *company("r1", "r2"),
    ]
    assert joined(*chains)[2] == {"Velik"}


def test_the_last_word_of_a_longer_name_is_no_surname() -> None:
    chains = [
        chain("r1", "Ana Velik"),
        chain("r2", "Department of Velik", kind=Kind.BODY),
        chain("r2", "Old Velik", kind=Kind.PLACE, start=30),
        *company("r1", "r2"),
    ]
    assert joined(*chains)[0] == {"Ana Velik"}


def test_a_full_name_taken_for_a_body_is_the_persons_of_that_name_in_company() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "Ana Velik", kind=Kind.BODY)]
    sets = ChainSets(chains)
    join_full_names(sets)
    assert len(sets.roots()) == 2
    sets = ChainSets(chains, event_of={"r1": "r1", "r2": "r1"})
    join_full_names(sets)
    assert len(sets.roots()) == 1


def test_a_surname_behind_mr_is_no_woman_of_that_name() -> None:
    texts = {"r1": "Martha Velik", "r2": "Mr Velik said no."}
    mister = replace(
        chain("r2", "Velik"), mentions=(Mention(span=Span(0, 8), kind=Kind.PERSON, name="Velik"),)
    )
    martha = chain("r1", "Martha Velik")
    for given, found in ((texts, {"Velik"}), ({}, {"Velik", "Martha Velik"})):
        sets = ChainSets([martha, mister, *company("r1", "r2")])
        join_surnames(sets, given)
        assert {member.name for member in sets.members(mister.id)} == found


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("María Teresa Ibarra Quintana", "Ibarra"),
        ("Seo Yun-ha", "Seo"),
        ("Fernanda Lima e Silva", "Lima e Silva"),
        ("Caoimhe Ní Dhálaigh", "Ní Dhálaigh"),
    ],
)
def test_a_part_that_stands_for_the_name_alone_is_the_bearers(full: str, short: str) -> None:
    assert joined(chain("r1", full), chain("r2", short), *company("r1", "r2"))[1] == {short, full}


def test_a_surname_of_several_with_an_office_is_its_holder() -> None:
    found = joined(
        chain("r1", "Oswin Quill", roles=("chairman",)),
        chain("r2", "Teodora Quill", roles=("mayor",)),
        chain("r3", "Quill", roles=("chairman",)),
        *company("r1", "r2", "r3"),
    )
    assert found[2] == {"Oswin Quill", "Quill"}


def test_bare_surnames_of_one_event_and_office_are_one_though_full_names_stand_elsewhere() -> None:
    first, second, other = (
        replace(chain(report, "Velik"), roles=("President",)) for report in ("r1", "r2", "r3")
    )
    mayor = replace(chain("r4", "Velik"), roles=("mayor",))
    full = chain("r9", "Ana Velik"), chain("r8", "Tom Velik")
    event_of = {"r1": "e1", "r2": "e1", "r4": "e1", "r3": "e2"}
    sets = ChainSets([first, second, other, mayor, *full], event_of=event_of)
    join_full_names(sets)
    join_surnames(sets)
    assert sets.root(first.id) == sets.root(second.id)
    assert len({sets.root(one.id) for one in (first, other, mayor, *full)}) == 5


def test_reports_of_another_event_between_them_keep_no_bare_surnames_of_one_office_apart() -> None:
    first, last = (replace(chain(report, "Velik"), roles=("President",)) for report in ("r1", "r3"))
    between = chain("r2", "Velik")
    sets = ChainSets([first, between, last], event_of={"r1": "e1", "r3": "e1", "r2": "e2"})
    join_surnames(sets)
    assert sets.root(first.id) == sets.root(last.id) != sets.root(between.id)
