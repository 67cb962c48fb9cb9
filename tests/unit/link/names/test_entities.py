import random
from dataclasses import replace
from functools import partial

import pytest

from onrecord.link.names.entities import resolve_entities
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Reading
from support.annotated import bare_reading, chain, reading
from support.work import calls_made


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
    pile = [reading("Ana Velik met Tom Grale.\nVelik left."), reading("Tom Velik spoke.")]
    entities = resolve_entities(pile)
    chain_ids = [chain_id for entity in entities for chain_id in entity.chain_ids]
    persons = {item.id for one in pile for item in one.chains if item.kind is Kind.PERSON}
    assert len(chain_ids) == len(set(chain_ids))
    assert persons <= set(chain_ids)


def test_a_surname_that_two_bear_in_one_report_is_nobodys() -> None:
    pile = [reading("Ana Velik met Tom Velik.\nVelik left.")]
    assert sorted(entity.name for entity in resolve_entities(pile)) == ["Ana Velik", "Tom Velik"]


def test_a_place_that_does_not_speak_is_no_entity() -> None:
    place = replace(bare_reading("In Halden."), chains=(chain("r1", "Halden", kind=Kind.PLACE),))
    assert resolve_entities([place]) == ()


def test_a_union_is_one_over_the_reports_of_its_event() -> None:
    pile = [reading("The port workers’ union said no."), reading("The port workers' union refused, it said.")]
    groups = [[one.report.id for one in pile]]
    assert len([entity for entity in resolve_entities(pile, groups) if entity.kind is Kind.BODY]) == 1


def test_nothing_gives_nothing() -> None:
    assert resolve_entities([]) == ()


def test_a_join_can_be_undone() -> None:
    pile = [reading("Mayor Ana Velik spoke."), reading("Mayor Ana Velik met Tom Grale.\nVelik left.")]
    other = reading("Mayor Anna Velik met Tom Grale.")
    groups = [[one.report.id for one in (*pile, other)]]
    names = [{entity.name, *entity.aliases} for entity in resolve_entities([*pile, other], groups)]
    assert any({"Ana Velik", "Anna Velik"} <= found for found in names)
    undone = resolve_entities([*pile, other], groups, apart=[("Ana Velik", "Anna Velik")])
    assert not any({"Ana Velik", "Anna Velik"} <= {entity.name, *entity.aliases} for entity in undone)


def many_reports(count: int) -> list[Reading]:
    """Reports by seed: each names some of many people in full, one by the surname, a body, and describes an office."""
    dice = random.Random(3)
    families = ["Velik", "Grale", "Tamm", "Solt", "Marwick", "Hale", "Quist", "Winter"]
    pile: list[Reading] = []
    for number in range(count):
        made = bare_reading(f"The report {number}: " + 300 * "x")
        names = [
            f"{dice.choice('ABCDEFGHIJ')}nn{dice.choice('aeo')} {dice.choice(families)}" for _ in range(4)
        ]
        names += [dice.choice(families), f"{dice.choice(families)} Board", "Board"]
        chains = [
            chain(
                made.report.id,
                name,
                start=10 + 30 * place,
                kind=Kind.BODY if name.endswith("Board") else Kind.PERSON,
                roles=(dice.choice(["mayor", "harbour minister", "judge"]),) if place < 2 else (),
            )
            for place, name in enumerate(names)
        ]
        chains.append(chain(made.report.id, None, roles=("mayor",), start=280))
        pile.append(replace(made, chains=tuple(chains)))
    return pile


@pytest.mark.parametrize("reports_of_an_event", [5, 1000])
def test_four_times_the_reports_are_little_more_than_four_times_the_work(reports_of_an_event: int) -> None:
    work: list[int] = []
    for count in (60, 240):
        pile = many_reports(count)
        ids = [one.report.id for one in pile]
        groups = [ids[start : start + reports_of_an_event] for start in range(0, count, reports_of_an_event)]
        resolve_entities(pile, groups)
        work.append(calls_made(partial(resolve_entities, pile, groups)))
    assert work[1] < 5.5 * work[0]
