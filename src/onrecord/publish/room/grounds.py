"""Why the record has something as it has it, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import NotHere, RecordError
from onrecord.model.listing import Asked
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.why import find_ground
from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.publish.room.visit import Visit

SMALL = 1_500
"""Up to so many attributions the whole record is weighed; of a larger one, what concerns the thing asked for."""
OTHERS = 8
"""Other statements of a speaker, the likest, that are looked at in a large record."""


def show_why(visit: Visit) -> Shown:
    """Show the ground of whatever id the address names."""
    wanted = visit.parts["id"]
    whole = visit.record.summary().attributions <= SMALL
    try:
        contents = visit.record.contents() if whole else _concerned(visit, wanted)
        ground = find_ground(pile_of(contents), wanted, visit.record.resolve)
    except RecordError as error:
        raise NotHere(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    return Shown(
        template="why.html.j2",
        title=f"Why: {ground.what[:80]}",
        values={"ground": ground, "whole": whole, "was": wanted if wanted != ground.id else ""},
    )


def _concerned(visit: Visit, wanted: str) -> Contents:
    """Return the part of a large record that bears on what an id names."""
    record = visit.record
    letter, digits = wanted[:1], wanted[1:]
    if letter == "a":
        # A statement has the digits of a member under a letter of its own (`onrecord.model.ids`).
        return record.slice(statement_ids=(record.resolve(f"s{digits}"),))
    if letter == "d":
        return record.slice(report_ids=tuple(side.report_id for side in record.value("d", wanted).between))
    today = record.resolve(wanted)
    if letter == "s":
        speakers = record.value("s", today).speaker_ids
        asked = Asked(speaker=speakers[0], most=OTHERS) if speakers else Asked(unknown=True, most=OTHERS)
        others = record.find_like(today, asked=asked)
        return record.slice(statement_ids=(today, *(one.row.id for one in others)))
    chosen = {"p": "speaker_ids", "e": "event_ids", "l": "lineage_ids", "r": "report_ids"}
    if letter not in chosen:
        raise RecordError(f"{wanted} is told of in small records only; ask `onrecord why`")
    return record.slice(**{chosen[letter]: (today,)})
