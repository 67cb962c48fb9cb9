from dataclasses import replace

from onrecord.link.entities import resolve_entities
from onrecord.model.annotation import Kind
from support.annotated import bare_reading, chain, reading


def test_three_spellings_in_three_reports_are_one_person() -> None:
    pile = [
        reading("Halden Mayor Dmytro Velikiy met Tom Grale and Mia Tamm.\nVelikiy said no."),
        reading("Dmitro Velikyy, the mayor of Halden, met Tom Grale and Mia Tamm."),
        reading("Tom Grale and Mia Tamm met, said Dmytro Veliky, who saw them."),
    ]
    (velik,) = [
        entity for entity in resolve_entities(pile) if "Dmytro Velikiy" in {entity.name, *entity.aliases}
    ]
    assert {"Dmitro Velikyy", "Dmytro Veliky", "Velikiy"} <= {velik.name, *velik.aliases}
    assert velik.merges


def test_the_order_of_reports_does_not_matter() -> None:
    pile = [
        reading("Ana Velik spoke on Monday."),
        reading("Mayor Ana Velik spoke."),
        reading("The port workers' union met."),
    ]
    assert resolve_entities(pile) == resolve_entities(reversed(pile))


def test_no_chain_is_in_two_entities_and_no_person_is_lost() -> None:
    pile = [reading("Ana Velik met Tom Velik.\nVelik left."), reading("Tom Velik spoke.")]
    entities = resolve_entities(pile)
    chain_ids = [chain_id for entity in entities for chain_id in entity.chain_ids]
    persons = {item.id for one in pile for item in one.chains if item.kind is Kind.PERSON}
    assert len(chain_ids) == len(set(chain_ids))
    assert persons <= set(chain_ids)


def test_a_place_that_does_not_speak_is_no_entity() -> None:
    place = replace(bare_reading("In Halden."), chains=(chain("r1", "Halden", kind=Kind.PLACE),))
    assert resolve_entities([place]) == ()


def test_a_union_is_one_over_the_reports_of_its_event() -> None:
    pile = [reading("The port workers’ union said no."), reading("The port workers' union refused, it said.")]
    groups = [[one.report.id for one in pile]]
    assert len([entity for entity in resolve_entities(pile, groups) if entity.kind is Kind.BODY]) == 1


def test_nothing_gives_nothing() -> None:
    assert resolve_entities([]) == ()
