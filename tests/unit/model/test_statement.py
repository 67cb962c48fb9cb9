from onrecord.model.annotation import Kind
from onrecord.model.statement import Entity, Linked


def test_every_chain_leads_to_its_entity() -> None:
    entity = Entity(id="p1", name="Ana Velik", aliases=(), kind=Kind.PERSON, roles=(), chain_ids=("c1", "c2"))
    assert Linked(entities=(entity,)).entity_by_chain() == {"c1": "p1", "c2": "p1"}
