"""The ground of whatever an id names: an attribution, statement, speaker, event, story, lineage, report or divergence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.publish.page.grouped_grounds import (
    divergence_ground,
    event_ground,
    lineage_ground,
    report_ground,
    story_ground,
)
from onrecord.publish.page.named_grounds import entity_ground
from onrecord.publish.page.spoken_grounds import attribution_ground, statement_ground

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onrecord.publish.page.grounds import Ground
    from onrecord.publish.page.pile import Pile


def find_ground(pile: Pile, wanted: str, resolve: Callable[[str], str]) -> Ground:
    """Return why what `wanted` names is as the record has it.

    Args:
        pile: the record, looked up from every side.
        wanted: an id, the start of one, or a number as pages show it (S1, E2, R3).
        resolve: gives today's id for one given out before the pile grew.

    Raises:
        RecordError: when nothing has that id or number, or several begin with it.
    """
    grounds = _grounds(pile)
    numbered = {number.casefold(): key for key, number in pile.numbers.items()}
    key = numbered.get(wanted.casefold(), wanted)
    if key not in grounds:
        starting = sorted(one for one in grounds if key and one.startswith(key))
        if len(starting) > 1:
            raise RecordError(f"{wanted!r} begins {len(starting)} ids; give more of the id")
        if not starting:
            pile.refuse_number(wanted)
        key = starting[0] if starting else resolve(wanted)
    if key not in grounds:
        key = pile.contents.linked.entity_by_chain().get(key, key)
    if key not in grounds:
        raise RecordError(f"{wanted!r} is in this record, but nobody was resolved from it")
    return grounds[key]()


def _grounds(pile: Pile) -> Mapping[str, Callable[[], Ground]]:
    linked = pile.contents.linked
    said = {one.id: partial(attribution_ground, pile, one) for one in pile.attributions_by_id.values()}
    return {
        **said,
        **{one.id: partial(statement_ground, pile, one) for one in linked.statements},
        **{one.id: partial(entity_ground, pile, one) for one in linked.entities},
        **{one.id: partial(event_ground, pile, one) for one in linked.events},
        **{one.id: partial(story_ground, pile, one) for one in linked.stories},
        **{one.id: partial(lineage_ground, pile, one) for one in linked.lineages},
        **{one.report.id: partial(report_ground, pile, one) for one in pile.reports},
        **{one.id: partial(divergence_ground, pile, one) for one in linked.divergences},
    }
