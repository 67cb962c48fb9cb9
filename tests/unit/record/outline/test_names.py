from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Named
from onrecord.record.outline.names import find_named, named_in_order, named_of
from onrecord.record.rows import schema
from support.made import made_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_things_are_found_with_what_they_are_called(connection: Connection) -> None:
    event = made_contents().linked.events[0]
    found = find_named(connection, schema.events, [event.id, None, "e0"])
    assert found == {event.id: Named(id=event.id, name=event.what)}


def test_members_stand_in_their_order(connection: Connection) -> None:
    story = made_contents().linked.stories[0]
    found = named_of(connection, [story.id, "t0"], schema.story_events, schema.events)
    assert [one.id for one in found[story.id]] == list(story.event_ids)
    assert found["t0"] == ()


def test_names_are_ordered_however_cased() -> None:
    found = named_in_order({"o2": "b", "o1": "B", "o3": "a"})
    assert [one.id for one in found] == ["o3", "o1", "o2"]
