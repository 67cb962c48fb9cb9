"""Who is credited with what: the speakers of each attribution, the statement it renders, and all who speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.model.statement import Entity, Statement


def speakers_by_attribution(contents: Contents) -> dict[str, tuple[str, ...]]:
    """Return the ids of the entities that each attribution is credited to; none where the speaker is unknown."""
    entity_of = contents.linked.entity_by_chain()
    return {
        one.id: tuple(dict.fromkeys(entity_of[chain] for chain in one.speakers if chain in entity_of))
        for reading in contents.readings
        for one in reading.attributions
    }


def statement_by_attribution(contents: Contents) -> dict[str, Statement]:
    """Return the statement that each attribution renders."""
    return {
        member: statement
        for statement in contents.linked.statements
        for variant in statement.variants
        for member in variant.attribution_ids
    }


def credited(contents: Contents) -> tuple[Entity, ...]:
    """Return the entities to which a statement or an attribution is credited, in the order of the record."""
    speaking = {speaker for several in speakers_by_attribution(contents).values() for speaker in several}
    speaking.update(speaker for statement in contents.linked.statements for speaker in statement.speaker_ids)
    return tuple(entity for entity in contents.linked.entities if entity.id in speaking)
