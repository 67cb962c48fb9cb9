from dataclasses import replace

from onrecord.link.names.chain_sets import ChainSets
from support.annotated import chain


def test_joined_chains_are_one_whatever_the_order() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "Ana Velik"), chain("r3", "Velik")]
    one, two = ChainSets(chains), ChainSets(chains)
    one.join(chains[0].id, chains[1].id, "a")
    one.join(chains[1].id, chains[2].id, "b")
    two.join(chains[2].id, chains[1].id, "b")
    two.join(chains[1].id, chains[0].id, "a")
    assert one.root(chains[2].id) == two.root(chains[2].id) == min(item.id for item in chains)
    assert one.merges(chains[0].id) == two.merges(chains[0].id) == ("a", "b")
    assert {item.id for item in one.members(chains[0].id)} == {item.id for item in chains}


def test_company_counts_names_but_not_its_own() -> None:
    chains = [
        chain("r1", "Velik"),
        chain("r1", "Tom Roe", start=20),
        chain("r2", "Velik"),
        chain("r2", "Tom Roe", start=20),
    ]
    sets = ChainSets(chains)
    assert sets.shared_names(chains[0], ["r2"]) == 1
    assert sets.shared_names(chains[0], ["r3"]) == 0


def test_a_set_has_the_reports_of_all_that_joined_it() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "Ana Velik"), chain("r3", "Velik")]
    sets = ChainSets(chains)
    assert (sets.reports(chains[0].id), sets.size(chains[0].id)) == (frozenset({"r1"}), 1)
    sets.join(chains[0].id, chains[1].id, "a")
    assert sets.reports(chains[1].id) == {"r1", "r2"}
    sets.join(chains[2].id, chains[0].id, "b")
    assert (sets.reports(chains[0].id), sets.size(chains[2].id)) == (frozenset({"r1", "r2", "r3"}), 3)


def test_a_set_is_called_by_its_longest_name() -> None:
    chains = [chain("r1", "Velik"), chain("r2", "Ana Velik")]
    sets = ChainSets(chains)
    sets.join(chains[0].id, chains[1].id, "why")
    assert sets.called(chains[0].id) == "Ana Velik"


def test_a_family_name_is_hyphenated_as_elsewhere_in_the_pile() -> None:
    chains = [chain("r1", "Ana Velik-Grale"), chain("r2", "Ana Velik Grale")]
    sets = ChainSets(chains)
    assert sets.person_name(chains[1]).family == "Velik-Grale"


def test_what_two_sets_share_is_told() -> None:
    chains = [
        chain(report, name, start=20 * place)
        for report in ("r1", "r2")
        for place, name in enumerate(("Velik", "Tom Roe", "Mia Tamm"))
    ]
    assert (
        ChainSets(chains).tell_company(chains[0], chains[3]) == "their reports both name mia tamm and tom roe"
    )
    together = ChainSets(chains, event_of={"r1": "r1", "r2": "r1"})
    assert together.tell_company(chains[0], chains[3]) == "their reports tell of one event"
    assert together.persons_beside(chains[0]) == {"tom roe", "mia tamm"}
    assert (together.event("r2"), together.event("r9")) == ("r1", "r9")


def test_what_a_reader_keeps_apart_is_joined_by_nothing() -> None:
    chains = [chain("r1", "Ana Velik"), chain("r2", "Anna Velik"), chain("r3", "Velik")]
    sets = ChainSets(chains, apart=[("ANA VELIK", "Anna Velik")])
    sets.join(chains[0].id, chains[1].id, "near")
    assert len(sets.roots()) == 3
    sets.join(chains[0].id, chains[2].id, "surname")
    sets.join(chains[2].id, chains[1].id, "surname")
    assert {item.id for item in sets.members(chains[2].id)} == {chains[0].id, chains[2].id}
    assert sets.merges(chains[1].id) == ()


def test_one_whom_reports_call_by_both_names_that_are_kept_apart_stays_one() -> None:
    both = [replace(chain(report, "Ana Velik"), names=("Ana Velik", "Velik")) for report in ("r1", "r2")]
    alone = chain("r3", "Velik")
    sets = ChainSets([*both, alone], apart=[("Velik", "Ana Velik")])
    sets.join(both[0].id, both[1].id, "the same full name")
    sets.join(both[0].id, alone.id, "surname")
    assert {item.id for item in sets.members(both[1].id)} == {both[0].id, both[1].id}
    assert [item.id for item in sets.members(alone.id)] == [alone.id]


def test_words_that_a_heading_ran_into_a_name_are_left_off_where_others_know_the_name() -> None:
    heading = replace(chain("r1", "Ana Velik Resigns"), names=("Ana Velik", "Ana Velik Resigns"))
    alone, other = ChainSets([heading]), ChainSets([heading, chain("r2", "Ana Velik")])
    assert alone.person_name(heading).family == "Resigns"
    assert other.person_name(heading).family == "Velik"
