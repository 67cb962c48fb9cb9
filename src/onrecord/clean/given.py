"""What the input itself says about a report: the members of a JSON line, believed as they are given.

A member of another type than it should have is left out and named: ``"language": true``, ``"title": ["Old Quay"]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from onrecord.clean.members import Number
from onrecord.model.moment import Basis, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN: Final = frozenset({"id", "title", "text", "html", "url", "outlet", "date", "language"})
_WRITTEN: Final = ("date", "id", "language", "outlet", "title", "url")
"""The members that are strings; "id" may be a number too."""
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+")
_SHOWN: Final = 40
"""Characters of a value that a fault shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The members of a line that a report has a place for, and the others as strings.

    `faults` say, in order of name, which members are left out and why: ``"outlet" is the number 7, not a string``.
    """

    external_id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    language: str | None = None
    declared: Mapping[str, str]
    faults: tuple[str, ...] = ()


NOTHING: Final = Given(declared={})


def read_given(members: Mapping[str, object]) -> Given:
    """Return what `members` say; blank strings and nulls say nothing.

    Of the members that no report has a place for a number is kept as it is written and a truth value as ``true`` or
    ``false``; lists and objects are left out.
    """
    found = {name: _find_fault(name, members.get(name)) for name in _WRITTEN}
    faults = tuple(fault for fault in found.values() if fault)
    scalars = {
        name: scalar
        for name, value in sorted(members.items())
        if not found.get(name) and (scalar := _read_scalar(value)) is not None
    }
    return Given(
        external_id=scalars.get("id"),
        title=scalars.get("title"),
        url=scalars.get("url"),
        outlet=scalars.get("outlet"),
        date=scalars.get("date"),
        language=scalars.get("language"),
        declared={name: scalar for name, scalar in scalars.items() if name not in KNOWN},
        faults=faults,
    )


def read_moment(written: str) -> Moment | None:
    """Return the day of an ISO date or time, or the interval of an ISO month or year; None if it is none.

    >>> moment = read_moment("2024-03-15T10:15:00Z")
    >>> str(moment.earliest), moment.basis
    ('2024-03-15', <Basis.GIVEN: 'given'>)
    """
    day = _read_day(written.strip())
    if day is None:
        return None
    return Moment(earliest=day, latest=day, basis=Basis.GIVEN, why=f"the input gives {written.strip()}")


def _read_day(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        return None


def _find_fault(name: str, value: object) -> str | None:
    """Return what is wrong with a member, or None when it may be believed or says nothing."""
    if isinstance(value, Number):
        return None if name == "id" else f'"{name}" is the number {value[:_SHOWN]}, not a string'
    if value is not None and not isinstance(value, str):
        wrong = _TYPES.get(type(value), "no string")
        return f'"{name}" is {wrong}, not a string'
    if name == "language" and value and value.strip() and not _LANGUAGE_TAG.fullmatch(value.strip()):
        return f'"language" is {_whole(value.strip()[:_SHOWN])!r}, which is no language tag such as "en" or "pt-BR"'
    return None


_TYPES: Final[Mapping[type, str]] = {bool: "a truth value", list: "a list", dict: "an object"}


def _read_scalar(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _whole(value.strip()) or None
    return None


def _whole(text: str) -> str:
    """Return `text` with lone surrogates replaced, so that it can be written anywhere."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
