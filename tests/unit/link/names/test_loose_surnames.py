from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.loose_surnames import join_loose
from onrecord.link.names.sexes import Sexes
from onrecord.model.annotation import Chain
from support.annotated import chain


def joined(*chains: Chain) -> list[set[str]]:
    """The reports of those with whom each chain is one, where all tell of one event."""
    sets = ChainSets(chains, event_of=dict.fromkeys((one.report_id for one in chains), "e"))
    join_loose(sets, {"velik": chains}, Sexes({}))
    return [{member.report_id for member in sets.members(one.id)} for one in chains]


def velik(report: str, *roles: str) -> Chain:
    return chain(report, "Velik", roles=roles)


def test_a_surname_of_one_happening_is_one_person() -> None:
    assert joined(velik("r1"), velik("r2", "mayor")) == [{"r1", "r2"}, {"r1", "r2"}]


def test_offices_that_nobody_holds_at_a_time_keep_two_apart() -> None:
    assert joined(velik("r1", "mayor"), velik("r2", "police spokesman")) == [{"r1"}, {"r2"}]
    assert joined(velik("r1", "mayor"), velik("r2", "former judge")) == [{"r1", "r2"}, {"r1", "r2"}]


def test_what_a_set_is_told_with_counts_for_who_joins_it() -> None:
    assert joined(velik("r1", "mayor"), velik("r2", "mayor", "boss"), velik("r3", "judge"))[2] == {"r3"}


def test_who_fits_two_of_one_happening_is_neither() -> None:
    assert joined(velik("r1", "mayor"), velik("r2"), velik("r3", "judge")) == [{"r1"}, {"r2"}, {"r3"}]
