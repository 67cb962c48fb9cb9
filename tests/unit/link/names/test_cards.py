from onrecord.link.names.cards import read_entity
from onrecord.link.names.chain_sets import ChainSets
from onrecord.model.annotation import Chain, Kind
from onrecord.model.statement import Entity
from support.annotated import chain


def card(*chains: Chain) -> Entity:
    sets = ChainSets(chains)
    for item in chains[1:]:
        sets.join(chains[0].id, item.id, "why")
    return read_entity(sets, sorted(item.id for item in chains))


def test_a_person_is_called_by_the_full_name() -> None:
    entity = card(chain("r1", "Velik"), chain("r2", "Ana Velik", roles=("mayor",)), chain("r3", "VELIK"))
    assert (entity.name, entity.aliases, entity.kind) == ("Ana Velik", ("VELIK", "Velik"), Kind.PERSON)
    assert [role.title for role in entity.roles] == ["mayor"]
    assert entity.merges == ("why",)


def test_the_nameless_are_called_by_their_description() -> None:
    entity = card(chain("r1", None, roles=("senior official",)))
    assert (entity.name, entity.aliases) == ("senior official", ())


def test_a_body_goes_by_its_descriptions_too() -> None:
    entity = card(
        chain("r1", "Harbour Board", kind=Kind.BODY), chain("r2", None, kind=Kind.BODY, roles=("board",))
    )
    assert (entity.name, entity.aliases) == ("Harbour Board", ("board",))


def test_the_id_is_that_of_the_least_chain() -> None:
    entity = card(chain("r1", "Velik"), chain("r2", "Velik"))
    assert entity.id == "p" + min(entity.chain_ids)[1:]


def test_the_kind_is_that_of_most_full_names() -> None:
    body = [chain(report, "Halden Rovers", kind=Kind.BODY) for report in ("r1", "r2")]
    assert card(chain("r3", "Halden Rovers"), *body).kind is Kind.BODY
    assert card(chain("r3", "Ana Velik"), body[0]).kind is Kind.PERSON
    assert card(chain("r3", "Velik"), chain("r4", "Velik", kind=Kind.BODY)).kind is Kind.PERSON
