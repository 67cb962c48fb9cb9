from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.office_spellings import join_in_office
from onrecord.model.annotation import Chain
from support.annotated import chain

EVENT = {"r1": "e", "r2": "e", "r3": "e"}


def is_joined(first: Chain, second: Chain, *others: Chain, event_of: dict[str, str] = EVENT) -> bool:
    sets = ChainSets([first, second, *others], event_of=event_of)
    join_in_office(sets, [first, second, *others])
    return sets.root(first.id) == sets.root(second.id)


def test_two_spellings_of_who_holds_one_office_are_one() -> None:
    first = chain("r1", "Ilse Vandeput-Roy", roles=("mayor",))
    assert is_joined(first, chain("r2", "Ilze Vandeput-Rua", roles=("mayor of Halden",)))


def test_another_office_or_event_tells_nothing() -> None:
    first = chain("r1", "Ilse Vandeput-Roy", roles=("mayor",))
    assert not is_joined(first, chain("r2", "Ilze Vandeput-Rua", roles=("engineer",)))
    assert not is_joined(first, chain("r2", "Ilze Vandeput-Rua", roles=("mayor",)), event_of={})


def test_two_names_of_one_office_stay_two() -> None:
    first = chain("r1", "Marta Velik", roles=("engineer",))
    assert not is_joined(first, chain("r2", "Maria Velik", roles=("engineer",)))
    assert not is_joined(first, chain("r2", "Martin Velik", roles=("engineer",)))


def test_who_could_be_either_is_neither() -> None:
    first = chain("r1", "Ilse Vandeput-Roy", roles=("mayor",))
    other = chain("r2", "Ilze Vandeput-Rua", roles=("mayor",))
    assert not is_joined(first, other, chain("r3", "Ilze Vandeput-Rui", roles=("mayor",)))


def test_a_translated_name_is_one_by_a_like_office_whatever_the_event() -> None:
    first = chain("r1", "Oleksandr Hryhorenko", roles=("technical director of Halden Cranes",))
    second = chain("r2", "Alexander Grigorenko", roles=("technical director of the company Halden",))
    company = [chain(report, name) for report in ("r1", "r2") for name in ("Ana Velik", "Martin Roth")]
    assert is_joined(first, second, *company, event_of={})
    assert not is_joined(first, second, event_of={})


def test_a_woman_s_ending_of_an_office_is_the_office() -> None:
    first = chain("r1", "Ilse Vandeput-Roy", roles=("mayor",))
    assert is_joined(first, chain("r2", "Ilze Vandeput-Rua", roles=("mayoress of the city",)))


def test_one_noun_of_two_offices_needs_surer_letters() -> None:
    first = chain("r1", "Youssef el-Khatibi", roles=("director of the clinic",))
    assert not is_joined(first, chain("r2", "Yusuf al-Hatibi", roles=("director of the ferries",)))


def test_who_a_person_said_is_called_by_a_family_name_alone_harms_nobody() -> None:
    first, alone = chain("r1", "Ilse Vandeput-Roy", roles=("mayor",)), chain("r2", "Pell", roles=("mayor",))
    sets = ChainSets([first, alone], event_of=EVENT)
    sets.join(first.id, alone.id, "somebody says so")
    join_in_office(sets, [first])
    assert sets.root(first.id) == sets.root(alone.id)
