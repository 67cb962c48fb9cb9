"""What a page lists, as the API is asked for the same: an address, which says it, and from which rows are taken away."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from urllib.parse import urlencode

from onrecord.model.listing import Asked
from onrecord.publish.api.links import ROOT

NAMES = tuple(one.name for one in fields(Asked))
"""What a list is asked by: the API has the same names."""


def selection(call: str, asked: Asked | None = None, **more: object) -> str:
    """Return where the API tells what a page lists that asked for `asked`: the same rows of the same list.

    Args:
        call: the address of the call, without its root: ``statements``, ``search``.
        asked: what the page asked for.
        more: what the call is asked besides; what is None or empty is left out.

    >>> selection("statements", Asked(speaker="velik", independent=2, most=30))
    '/api/v1/statements?speaker=velik&independent=2&most=30'
    """
    usual = Asked()
    given = {} if asked is None else {name: getattr(asked, name) for name in NAMES}
    pairs = [
        (name, value) for name, value in given.items() if name == "most" or value != getattr(usual, name)
    ]
    told = [
        (name, _written(value)) for name, value in (*pairs, *more.items()) if value not in (None, "", False)
    ]
    return f"{ROOT}/{call}?{urlencode(told)}" if told else f"{ROOT}/{call}"


def _written(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    return "true" if value is True else str(value)
