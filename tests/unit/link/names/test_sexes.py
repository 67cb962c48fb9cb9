from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.sexes import Sexes
from support.annotated import chain


def test_titles_tell_and_where_there_are_none_given_names() -> None:
    titled, unknown, named = chain("r1", "Mrs Velik"), chain("r2", "Velik"), chain("r3", "Anna Velik")
    sexes = Sexes({"r1": "Mrs Velik said so.", "r2": "Velik said so."})
    assert [sexes.tell([one]) for one in (titled, unknown, named)] == [{True}, set(), {True}]


def test_a_woman_is_no_man_of_that_surname() -> None:
    one, other = chain("r1", "Tom Velik"), chain("r2", "Anna Velik")
    sets = ChainSets([one, other])
    assert Sexes({}).are_told_apart(sets, other, one.id)
    assert not Sexes({}).are_told_apart(sets, other, other.id)
