"""Ids that were given out before the pile grew, to the ids of today.

A shared thing carries the digits of its earliest-sorted member (see `onrecord.model.ids`), so an old id names
a member for ever: the statement ``s3f…`` is the one that holds attribution ``a3f…``; or, where that was said to be nobody's speech, the same words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from onrecord.errors import UnknownIdError
from onrecord.model.ids import DIGITS
from onrecord.record.outline.resolve_rejected import find_heir
from onrecord.record.rows import schema
from onrecord.record.rows.prepared import ask_bare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Select, Table

_FORM = re.compile(f"[a-z][0-9a-f]{{2,{DIGITS}}}")
"""A letter for the kind, and digits or the first of them."""
_OWN: Mapping[str, Table] = {
    "r": schema.reports,
    "c": schema.chains,
    "a": schema.attributions,
    "s": schema.statements,
    "e": schema.events,
    "t": schema.stories,
    "l": schema.lineages,
    "p": schema.entities,
}
_KINDS = {
    "r": "report",
    "c": "chain",
    "a": "attribution",
    "s": "statement",
    "e": "event",
    "t": "story",
    "l": "lineage",
    "p": "speaker",
}


def has_form_of_id(wanted: str) -> bool:
    """Tell whether `wanted` looks like an id, of whatever kind, whole or its beginning."""
    return _FORM.fullmatch(wanted) is not None


def refusal(letter: str, wanted: str) -> UnknownIdError:
    """Return what to raise where `wanted` is asked for as an id of the kind of `letter`, and does not begin so.

    What has not the form of an id is called no id: "zzz" is no other kind of one.
    """
    if has_form_of_id(wanted):
        return UnknownIdError(
            f"{wanted!r} is another kind of id; this one starts with {letter} (onrecord show … lists them)"
        )
    return UnknownIdError(
        f"{wanted!r} is no id of a record; this one starts with {letter}, digits from 0 to f behind it "
        "(onrecord show … lists them)"
    )


def _holder_of(letter: str, digits: str) -> Select[Any] | None:
    """Return the query for what holds, today, the member of those digits."""
    reports, events = schema.event_reports.c, schema.story_events.c
    statements, entities, lineages = (
        schema.variant_attributions.c,
        schema.entity_chains.c,
        schema.lineage_reports.c,
    )
    match letter:
        case "s":
            return select(statements.statement_id).where(statements.attribution_id == f"a{digits}")
        case "e":
            return select(reports.event_id).where(reports.report_id == f"r{digits}")
        case "t":
            joined = schema.story_events.join(schema.event_reports, reports.event_id == events.event_id)
            return select(events.story_id).select_from(joined).where(reports.report_id == f"r{digits}")
        case "l":
            return select(lineages.lineage_id).where(lineages.report_id == f"r{digits}")
        case "p":
            return select(entities.entity_id).where(entities.chain_id == f"c{digits}")
        case _:
            return None


@cache
def _itself(table: Table) -> Select[Any]:
    return select(table.c.id).where(table.c.id == bindparam("id"))


def resolve_id(connection: Connection, wanted: str) -> str:
    """Return the id by which the record knows today what was once given the id `wanted`.

    Raises:
        UnknownIdError: when nothing in the record has, or holds what had, that id.
    """
    letter, digits = wanted[:1], wanted[1:]
    table = _OWN.get(letter)
    if table is None:
        raise UnknownIdError(
            f"{wanted!r} is no id of a record; an id is one of the letters {', '.join(sorted(_OWN))} with digits from 0 to f "
            "behind it (onrecord show … lists them)"
        )
    if ask_bare(connection, _itself(table), {"id": wanted}):
        return wanted
    holder = _holder_of(letter, digits)
    found = None if holder is None else connection.scalar(holder.order_by("place").limit(1))
    if found is None and letter == "s":
        found = find_heir(connection, f"a{digits}")
    if found is None:
        raise UnknownIdError(
            f"no {_KINDS[letter]} {wanted} in this record; list those it has with `onrecord show`"
        )
    return str(found)
