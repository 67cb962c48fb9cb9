"""Ids of statements whose earliest wording was said to be nobody's speech: to the statement that holds its other wordings.

Such words are in no statement any more, but the correction that says so still holds them. Wordings of one statement are of one event
and share most of their telling words, so whoever noted its address is led to the statement of that event that does. Nothing is
credited by that: it is an address, and the page says which one led there. Where two are as near, neither is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from onrecord.model.correction import CorrectionKind
from onrecord.model.ids import attribution_id
from onrecord.record.contents.corrections import restore_corrections
from onrecord.record.rows import schema
from onrecord.text.rarity import rarity
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from onrecord.model.correction import Anchor

LEAST: Final = 0.5
"""The least share of the lighter wording's telling weight that two of one statement have in common."""
WORTH: Final = 1.2
"""The weight they share at least: one rare word and a less rare one."""
_LOOKED_AT: Final = 5000
"""Wordings of an event that are compared."""


def find_heir(connection: Connection, attribution: str) -> str | None:
    """Return the statement that has the other wordings of a rejected `attribution`.

    None where it was not rejected, or where no statement or more than one is as near.
    """
    anchor = _find_rejected(connection, attribution)
    if anchor is None:
        return None
    telling = _telling(" ".join(anchor.exact))
    shares: dict[str, float] = {}
    for statement_id, text in _find_wordings(connection, anchor.report_id):
        share = _share(telling, _telling(text))
        shares[statement_id] = max(shares.get(statement_id, 0.0), share)
    best = sorted(((-share, owner) for owner, share in shares.items() if share >= LEAST))[:2]
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _find_rejected(connection: Connection, attribution: str) -> Anchor | None:
    """Return where the words of an attribution stand that a person said is nobody's speech; None where nobody said so."""
    for one in restore_corrections(connection):
        if one.kind is CorrectionKind.NOT_SPEECH:
            (anchor,) = one.anchors
            if attribution_id(anchor.report_id, anchor.spans) == attribution:
                return anchor
    return None


def _find_wordings(connection: Connection, report_id: str) -> list[tuple[str, str]]:
    """Return the wordings of the statements of a report's event, each with the statement it is of."""
    variant, statement, event = schema.variants.c, schema.statements.c, schema.event_reports.c
    query = (
        select(variant.statement_id, variant.text)
        .join(schema.statements, statement.id == variant.statement_id)
        .join(schema.event_reports, event.event_id == statement.event_id)
        .where(event.report_id == report_id)
        .order_by(variant.place)
        .limit(_LOOKED_AT)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def _telling(text: str) -> Mapping[str, float]:
    return {word.key: weight for word in find_words(text) if (weight := rarity(word.key)) > 0}


def _share(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return which part of the lighter wording's weight two share; none where what they share tells too little."""
    shared = sum(one[word] for word in sorted(one.keys() & other.keys()))
    lighter = min(sum(one.values()), sum(other.values()))
    return shared / lighter if shared >= WORTH and lighter else 0.0
