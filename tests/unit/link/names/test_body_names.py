from onrecord.link.names.body_names import body_key, join_bodies
from onrecord.link.names.chain_sets import ChainSets
from onrecord.model.annotation import Chain, Kind
from support.annotated import chain


def joined(*chains: Chain, event_of: dict[str, str] | None = None) -> list[set[str]]:
    sets = ChainSets(chains, event_of=event_of)
    join_bodies(sets, event_of=event_of or {})
    return [{member.name or member.roles[0] for member in sets.members(item.id)} for item in chains]


def body(report_id: str, name: str | None, *roles: str, kind: Kind = Kind.BODY) -> Chain:
    return chain(report_id, name, kind=kind, roles=roles)


def test_spelling_and_article_do_not_matter() -> None:
    assert body_key("The U.S. Harbor Board") == body_key("U.S. Harbour Board")
    assert len(joined(body("r1", "Halden Harbor Board"), body("r2", "the Halden Harbour Board"))[0]) == 2


def test_a_body_and_the_city_of_its_name_never_meet() -> None:
    assert joined(body("r1", "Halden"), body("r2", "Halden", kind=Kind.PLACE))[0] == {"Halden"}
    sets = ChainSets([body("r1", "Halden"), body("r2", "Halden", kind=Kind.PLACE)])
    join_bodies(sets, event_of={"r1": "r1", "r2": "r1"})
    assert len(sets.roots()) == 2


def test_an_acronym_is_the_only_name_it_spells() -> None:
    full = body("r1", "Port Authority of Greater Halden")
    assert joined(full, body("r2", "PAGH"))[1] == {"Port Authority of Greater Halden", "PAGH"}
    other = body("r3", "Public Army General Hospital")
    assert joined(full, body("r2", "PAGH"), other)[1] == {"PAGH"}


def test_three_letters_are_short_for_a_body_of_the_same_news_only_and_a_station_for_none() -> None:
    full, short = body("r1", "Tarn Bakers Company"), body("r2", "TBC")
    assert joined(full, short, event_of={"r1": "r1", "r2": "r2"})[1] == {"TBC"}
    assert len(joined(full, short, event_of={"r1": "r1", "r2": "r1"})[1]) == 2
    church, station = body("r1", "Bramley Baptist Church"), body("r2", "BBC")
    assert joined(church, station, event_of={"r1": "r1", "r2": "r1"})[1] == {"BBC"}
    house = body("r1", "British Broadcasting Corporation")
    assert len(joined(house, station, event_of={"r1": "r1", "r2": "r1"})[1]) == 2


def test_a_magazine_is_no_country() -> None:
    assert joined(body("r1", "U.S."), body("r2", "Us"))[1] == {"Us"}
    assert len(joined(body("r1", "U.S."), body("r2", "US"))[1]) == 2


def test_a_country_in_front_makes_no_other_body_unless_two_have_one() -> None:
    full, short = body("r1", "Norwegian Fisheries Directorate"), body("r2", "Fisheries Directorate")
    assert len(joined(full, short)[1]) == 2
    assert len(joined(full, short, body("r3", "Danish Fisheries Directorate"))[1]) == 1


def test_plain_descriptions_meet_within_an_event_only() -> None:
    chains = [body("r1", None, "port workers' union"), body("r2", None, "port workers’ union")]
    assert len(joined(*chains)[0]) == 1
    assert len(joined(*chains, event_of={"r1": "r1", "r2": "r1"})[0]) == 2


def test_a_short_description_is_the_one_longer_name_of_its_event() -> None:
    event_of: dict[str, str] = dict.fromkeys(("r1", "r2", "r3"), "r1")
    board, short = body("r1", "Harbour Board"), body("r2", None, "board")
    assert len(joined(board, short, event_of=event_of)[1]) == 2
    assert len(joined(board, short, body("r3", "School Board"), event_of=event_of)[1]) == 1


def test_a_short_name_that_two_events_mean_otherwise_joins_neither_with_the_other() -> None:
    chains = [
        body("r1", "Upper House"),
        body("r2", "House"),
        body("r3", "Opera House"),
        body("r4", "House"),
        body("r5", "House"),
    ]
    event_of = {"r1": "r1", "r2": "r1", "r3": "r3", "r4": "r3"}
    found = joined(*chains, event_of=event_of)
    assert found[0] == {"Upper House", "House"}
    assert found[2] == {"Opera House", "House"}
    assert found[4] == {"House"}


def test_a_name_of_one_word_read_as_a_person_s_is_the_body_s_in_company() -> None:
    body = chain("r1", "Velmo", kind=Kind.BODY)
    person = chain("r2", "Velmo")
    for event_of, sizes in (({"r1": "e", "r2": "e"}, 1), ({}, 2)):
        sets = ChainSets([body, person], event_of=event_of)
        join_bodies(sets, event_of=event_of)
        assert len(sets.roots()) == sizes


def test_a_surname_that_a_full_name_explains_is_no_body_s() -> None:
    chains = [
        chain("r1", "Velik", kind=Kind.BODY),
        chain("r2", "Velik"),
        chain("r3", "Ana Velik"),
    ]
    event_of = {one.report_id: "e" for one in chains}
    sets = ChainSets(chains, event_of=event_of)
    sets.join(chains[1].id, chains[2].id, "a test")
    join_bodies(sets, event_of=event_of)
    assert sets.root(chains[0].id) != sets.root(chains[1].id)


def test_a_group_without_a_name_is_another_in_another_event() -> None:
    first, second = (body(report, "officials", kind=Kind.GROUP) for report in ("r1", "r2"))
    sets = ChainSets([first, second])
    join_bodies(sets, event_of={"r1": "e1", "r2": "e2"})
    assert len(sets.roots()) == 2
    sets = ChainSets([first, second])
    join_bodies(sets, event_of={"r1": "e1", "r2": "e1"})
    assert len(sets.roots()) == 1


def test_a_noun_for_all_of_a_kind_is_short_for_none() -> None:
    named, events = body("r1", "Baltia Press"), {"r1": "r1", "r2": "r1"}
    assert joined(named, body("r2", None, "press"), event_of=events)[0] == {"Baltia Press"}
    assert joined(named, body("r2", "Press"), event_of=events)[0] == {"Baltia Press", "Press"}
    union = body("r1", None, "port workers' union"), body("r2", None, "union")
    assert len(joined(*union, event_of=events)[0]) == 2
