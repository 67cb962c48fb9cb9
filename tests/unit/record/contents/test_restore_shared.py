from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.record.contents.restore_shared import (
    restore_divergences,
    restore_entities,
    restore_events,
    restore_lineages,
    restore_statements,
    restore_stories,
    restore_wordings,
)
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

LINKED = ferry_contents().linked


def test_entities_come_back_with_roles_aliases_and_merges(ferry: Connection) -> None:
    assert restore_entities(ferry, [entity.id for entity in LINKED.entities]) == LINKED.entities


def test_events_and_stories_come_back_with_their_members(ferry: Connection) -> None:
    assert restore_events(ferry) == LINKED.events
    assert restore_stories(ferry) == LINKED.stories


def test_lineages_come_back_with_both_ends_of_their_passages(ferry: Connection) -> None:
    assert restore_lineages(ferry) == LINKED.lineages


def test_divergences_come_back_with_their_two_places_in_order(ferry: Connection) -> None:
    assert restore_divergences(ferry) == LINKED.divergences


def test_statements_come_back_in_the_order_asked_for(ferry: Connection) -> None:
    ids = [statement.id for statement in LINKED.statements]

    assert restore_statements(ferry, ids[::-1]) == LINKED.statements[::-1]
    assert restore_statements(ferry, ["s0"]) == ()


def test_wordings_are_statements_less_who_said_them_and_when(ferry: Connection) -> None:
    ids = [statement.id for statement in LINKED.statements]
    wordings = tuple(replace(statement, speaker_ids=(), said=None) for statement in LINKED.statements)

    assert restore_wordings(ferry, ids) == wordings != LINKED.statements
