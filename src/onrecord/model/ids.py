"""Ids from content, never from paths, order or time, so that a rebuild gives the same ones.

A shared thing takes the id of its earliest-sorted member under another letter. So an id given out before the
pile grew still resolves: the statement ``s3f…`` is the statement that holds attribution ``a3f…``, whatever its id
is by now. Letters: r report, c chain, a attribution, s statement, e event, t story, l lineage, p entity, o outlet, f fact,
d divergence.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.span import Span

DIGITS = 20
"""Hexadecimal digits kept of a SHA-256: 80 bits, enough for piles of millions."""


def digest(*parts: str) -> str:
    """Return the shortened SHA-256 of `parts`, told apart by a separator that no part holds."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def report_id(payload: bytes) -> str:
    """Return the id of the report read from `payload`."""
    return "r" + hashlib.sha256(payload).hexdigest()[:DIGITS]


def chain_id(report: str, first_mention: Span) -> str:
    """Return the id of the chain of report id `report` whose earliest mention is `first_mention`."""
    return "c" + digest(report, f"{first_mention.start}-{first_mention.end}")


def attribution_id(report: str, content: Iterable[Span]) -> str:
    """Return the id of the attribution of report id `report` with these content spans."""
    return "a" + digest(report, *(f"{span.start}-{span.end}" for span in content))


def outlet_id(name: str) -> str:
    """Return the id of the outlet of that name, however it is spaced and cased."""
    return "o" + digest(" ".join(name.casefold().split()))


def fact_id(*values: str) -> str:
    """Return the id of the fact with these values, in the order of its columns."""
    return "f" + digest(*values)


def divergence_id(slot: str, places: Iterable[tuple[str, Span]]) -> str:
    """Return the id of the divergence of a slot between these places, each a report id and a span."""
    return "d" + digest(slot, *(f"{report} {span.start}-{span.end}" for report, span in sorted(places)))


def shared_id(letter: str, member_ids: Iterable[str]) -> str:
    """Return the id, under `letter`, of the group with these members.

    >>> shared_id("s", ["a07", "a03"])
    's03'
    """
    return letter + min(member_ids)[1:]
