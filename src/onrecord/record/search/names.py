"""The names of those who speak, ready to be found by what somebody typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model.annotation import Kind
from onrecord.record.rows import schema
from onrecord.text.name_search import NameIndex

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Somebody who speaks, under one name or alias; `statements` counts all that the record holds of theirs."""

    id: str
    called: str
    kind: Kind
    name: str
    statements: int


class Names:
    """The names and aliases of the speakers of a record, those who say most first."""

    def __init__(self, bearers: tuple[Bearer, ...]) -> None:
        self.bearers = bearers
        self.index = NameIndex([bearer.name for bearer in bearers])

    def __len__(self) -> int:
        return len(self.bearers)


def read_names(connection: Connection) -> Names:
    """Return the names of all who are credited with a statement."""
    speaker, entity, word = schema.statement_speakers.c, schema.entities.c, schema.entity_words.c
    counted = select(speaker.entity_id, func.count()).group_by(speaker.entity_id)
    said: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
    entities = connection.execute(select(entity.id, entity.name, entity.kind)).all()
    called = {row.id: (row.name, Kind(row.kind)) for row in entities if row.id in said}
    aliases = select(word.entity_id, word.words).where(word.part == "alias")
    names = {(one, name): None for one, (name, _) in called.items()}
    names.update(((row[0], row[1]), None) for row in connection.execute(aliases) if row[0] in called)
    bearers = (
        Bearer(id=one, called=called[one][0], kind=called[one][1], name=name, statements=said[one])
        for one, name in names
    )
    return Names(
        tuple(sorted(bearers, key=lambda one: (-one.statements, one.id, one.name != one.called, one.name)))
    )
