from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from onrecord.link import link, linking
from onrecord.link.statements.variants import relate_variants
from onrecord.model.attribution import Attribution, Manner
from onrecord.model.statement import Variant
from onrecord.settings import Settings
from support.piles import reading_of

PILE = (
    reading_of(
        "Council votes to drain the Tarn",
        ["The council of Oxley voted on Friday to drain the Tarn. “It is overdue,” said Pim Dorran."],
        speeches=[("Pim Dorran", "It is overdue", Manner.DIRECT)],
    ),
    reading_of("Fire guts a cannery", ["A fire destroyed the Halvard cannery in Velm."]),
    reading_of("", [""]),
)


def test_every_report_has_one_event_and_every_event_one_story() -> None:
    linked = link(PILE, Settings())
    assert sorted(key for event in linked.events for key in event.report_ids) == sorted(
        r.report.id for r in PILE
    )
    assert sorted(key for story in linked.stories for key in story.event_ids) == sorted(
        e.id for e in linked.events
    )


def test_every_attribution_has_one_statement() -> None:
    linked = link(PILE, Settings())
    (statement,) = linked.statements
    assert statement.variants[0].attribution_ids == (PILE[0].attributions[0].id,)
    assert statement.event_id in {event.id for event in linked.events}
    assert (statement.corroboration.reports, statement.corroboration.lineages) == (1, 1)


def test_the_order_of_the_readings_changes_nothing() -> None:
    expected = link(PILE, Settings())
    assert all(link(order, Settings()) == expected for order in permutations(PILE))


def test_no_readings_link_to_nothing() -> None:
    assert link((), Settings()).events == ()


def test_names_that_the_settings_keep_apart_are_two() -> None:
    said = [
        ("Dmytro Halvar", "It is overdue", Manner.DIRECT),
        ("Dmitro Halvar", "It is overdue", Manner.DIRECT),
    ]
    pile = [
        reading_of(
            "Council votes to drain the Tarn",
            [f"The council of Oxley voted to drain the Tarn. “It is overdue,” said {speech[0]} of Velm."],
            speeches=[speech, ("Oxley", "drain the Tarn", Manner.INDIRECT)],
        )
        for speech in said
    ]
    names = [speech[0] for speech in said]
    together = link(pile, Settings()).entities
    assert any(set(names) <= {one.name, *one.aliases} for one in together)
    parted = link(pile, Settings(apart=((names[0], names[1]),))).entities
    assert not any(set(names) <= {one.name, *one.aliases} for one in parted)
    assert {*names} <= {name for one in parted for name in (one.name, *one.aliases)}


def test_statements_that_did_not_change_are_not_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = link(PILE, Settings())
    told = {
        tuple(sorted(key for variant in one.variants for key in variant.attribution_ids)): one.variants
        for one in before.statements
    }
    more = reading_of(
        "Council votes to drain the Tarn",
        ["The council voted to drain it. “The fish can go to Velm,” said Orla Finch."],
        speeches=[("Orla Finch", "The fish can go to Velm", Manner.DIRECT)],
    )
    expected = link([*PILE, more], Settings())
    asked: list[set[str]] = []

    def relate(members: Sequence[Attribution], *others: Any) -> tuple[Variant, ...]:
        asked.append({member.id for member in members})
        return relate_variants(members, *others)

    monkeypatch.setattr(linking, "relate_variants", relate)

    assert link([*PILE, more], Settings(), told=told) == expected
    assert asked == [{more.attributions[0].id}]
