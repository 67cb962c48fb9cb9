"""What linking works out and may use again when more reports come: outlines and their neighbourhoods, and what is told of an event.

Everything here follows from the reports it names (and, where `EventKept.speakers` says so, from who speaks as whom), with
one program, one set of models and one of settings. So it is used again only where these are the same, and linking with it
gives what linking without it gives (tests/property).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from onrecord.link.copies.kept import NO_COPIES_KEPT, KeptCopies
from onrecord.link.events.grouping import EventGroups

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from onrecord.link.dates.dates import Days
    from onrecord.link.events.outline import Outline
    from onrecord.link.statements.statements import Group
    from onrecord.model.attribution import Reading
    from onrecord.model.statement import Divergence

SaidIds = tuple[tuple[tuple[str, ...], ...], ...]
"""Statements of one event as of `onrecord.link.statements.statements.Group`, by the ids of their attributions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKept:
    """What was told of one event.

    `days` and `between` (what its reports tell differently) follow from its readings. `said` follows from these and from
    `speakers`, which says which of its attributions have the same speakers (`tell_speakers`). `meant` is what was worked
    out of single texts on the way (`onrecord.model.meaning.Remembers`).
    """

    days: Days
    between: tuple[Divergence, ...]
    speakers: str
    said: SaidIds
    meant: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was worked out over a pile: copies, its reports in groups, and of each event, by its sorted report ids, what was told."""

    copies: KeptCopies = NO_COPIES_KEPT
    grouped: EventGroups = field(default_factory=EventGroups)
    events: Mapping[tuple[str, ...], EventKept] = field(
        default_factory=dict[tuple[str, ...], EventKept], repr=False
    )

    def without(self, changed: Collection[str]) -> Kept:
        """Return it without the copies and events of reports in which something else is read now."""
        gone = frozenset(changed)
        if not gone:
            return self
        return replace(
            self,
            copies=self.copies.without(gone),
            events={key: found for key, found in self.events.items() if gone.isdisjoint(key)},
        )

    def find_meant(self) -> dict[str, bytes]:
        """Return what was worked out of single texts, of all events: it follows from each text alone."""
        return {name: value for event in self.events.values() for name, value in event.meant.items()}


NOTHING_KEPT: Final = Kept()


def fits(grouped: EventGroups, outlines: Mapping[str, Outline]) -> bool:
    """Tell whether all that is grouped stands in the pile, with the same outlines."""
    return all(
        (now := outlines.get(key)) is found or now == found for key, found in grouped.near.outlines.items()
    )


def tell_speakers(readings: Iterable[Reading], entity_of: Mapping[str, str]) -> str:
    """Return a text that is the same for two ways to resolve speakers exactly if they join and part the same attributions.

    Args:
        readings: of one event, sorted by report id.
        entity_of: entity id by chain id.
    """
    numbers: dict[str, str] = {}
    return ";".join(
        ",".join(
            numbers.setdefault(entity_of[chain], str(len(numbers)))
            for chain in attribution.speakers
            if chain in entity_of
        )
        for reading in readings
        for attribution in reading.attributions
    )


def restore_said(said: SaidIds, readings: Iterable[Reading]) -> list[Group]:
    """Return groups of attributions by their ids."""
    attributions = {one.id: one for reading in readings for one in reading.attributions}
    return [tuple(tuple(attributions[key] for key in ids) for ids in group) for group in said]


def name_said(groups: Iterable[Group]) -> SaidIds:
    """Return the ids of groups of attributions."""
    return tuple(tuple(tuple(one.id for one in rendering) for rendering in group) for group in groups)
