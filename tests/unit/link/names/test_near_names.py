from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.near_names import (
    is_initial,
    join_near_family,
    join_near_given,
    join_parts,
    keep_company,
    why_spelled,
)
from onrecord.model.annotation import Chain
from support.annotated import chain

ONE_EVENT: dict[str, str] = dict.fromkeys(("r1", "r2", "r3"), "r1")


def joined(*chains: Chain, event_of: dict[str, str] | None = None) -> list[set[str | None]]:
    sets = ChainSets(chains, event_of=event_of)
    join_near_given(sets, chains)
    join_near_family(sets, chains)
    return [{member.name for member in sets.members(item.id)} for item in chains]


def test_a_short_form_is_joined_in_company_only() -> None:
    chains = [chain("r1", "Robert Velik"), chain("r2", "Bob Velik")]
    assert joined(*chains)[0] == {"Robert Velik"}
    assert joined(*chains, event_of=ONE_EVENT)[0] == {"Robert Velik", "Bob Velik"}


def test_an_initial_that_two_fit_is_neither() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "A. Velik")]
    assert joined(*chains, event_of=ONE_EVENT)[1] == {"Ana Velik", "A. Velik"}
    assert joined(*chains, chain("r3", "Anton Velik"), event_of=ONE_EVENT)[1] == {"A. Velik"}


def test_a_family_name_spelled_in_two_usual_ways_is_one_in_company() -> None:
    chains = [chain("r1", "Salim Qadduri"), chain("r2", "Salim Gadduri")]
    assert joined(*chains, event_of=ONE_EVENT)[0] == {"Salim Qadduri", "Salim Gadduri"}
    assert joined(*chains)[0] == {"Salim Qadduri"}


def test_two_who_stand_in_one_report_are_two() -> None:
    chains = [chain("r1", "Salim Qadduri"), chain("r1", "Salim Gadduri", start=40)]
    assert joined(*chains, event_of=ONE_EVENT)[0] == {"Salim Qadduri"}


def test_family_names_of_another_sound_are_two() -> None:
    assert joined(chain("r1", "Marco Ramalho"), chain("r2", "Marco Camalho"), event_of=ONE_EVENT)[0] == {
        "Marco Ramalho"
    }


def test_the_reason_names_both_spellings_and_what_the_reports_share() -> None:
    chains = [chain("r1", "Salim Qadduri"), chain("r2", "Salim Gadduri")]
    sets = ChainSets(chains, event_of=ONE_EVENT)
    join_near_family(sets, chains)
    assert sets.merges(chains[0].id) == (
        "spellings of one name: Salim Gadduri, Salim Qadduri; their reports tell of one event",
    )
    assert why_spelled(chains[0], chains[0]) == "the same full name: Salim Qadduri"


def test_company_is_kept_by_two_other_names() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "Anna Velik")]
    others = [
        chain(report, name, start=50 * place)
        for report in ("r1", "r2")
        for place, name in enumerate(("Tom Roe", "Mia Tamm"), 1)
    ]
    assert not keep_company(ChainSets([*chains, *others[:3]]), *chains)
    assert keep_company(ChainSets([*chains, *others]), *chains)
    assert not is_initial(ChainSets(chains), chains[0])


def test_a_name_that_leaves_off_a_last_name_is_joined_in_company_with_the_only_one_it_fits() -> None:
    chains = [
        chain("r1", "Ana Paula Velik Roe"),
        chain("r2", "Ana Paula Velik"),
        chain("r3", "Ana Paula Velik Grale"),
    ]
    for several, found in (
        (chains[:2], {"Ana Paula Velik Roe", "Ana Paula Velik"}),
        (chains, {"Ana Paula Velik"}),
    ):
        sets = ChainSets(several, event_of=ONE_EVENT)
        join_parts(sets, several)
        assert {member.name for member in sets.members(several[1].id)} == found
