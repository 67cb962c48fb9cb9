from onrecord.lexicon.members import MEMBERS, NAMES, as_name


def test_each_name_stands_once_and_as_it_is_looked_for() -> None:
    assert len(MEMBERS) == sum(len(names) for names in NAMES.values())
    assert all(as_name(name) == name for name in MEMBERS)


def test_a_member_has_its_own_name() -> None:
    assert all(MEMBERS[member] == member for member in NAMES)


def test_names_are_known_however_their_parts_are_joined() -> None:
    assert {
        MEMBERS.get(as_name(name)) for name in ("Publication Date", "publication-date", "PublicationDate")
    } == {"date"}
