"""What the input itself says about a report: the members of a JSON line, believed as they are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from onrecord.model.moment import Basis, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN: Final = frozenset({"id", "title", "text", "html", "url", "outlet", "date", "language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The members of a line that a report has a place for, and the others as strings."""

    external_id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    language: str | None = None
    declared: Mapping[str, str]


NOTHING: Final = Given(declared={})


def read_given(members: Mapping[str, object]) -> Given:
    """Return what `members` say; blank strings and nulls say nothing.

    A number is kept as it is written, a truth value as ``true`` or ``false``; lists and objects are left out.
    """
    scalars = {
        name: scalar for name, value in sorted(members.items()) if (scalar := _read_scalar(value)) is not None
    }
    return Given(
        external_id=scalars.get("id"),
        title=scalars.get("title"),
        url=scalars.get("url"),
        outlet=scalars.get("outlet"),
        date=scalars.get("date"),
        language=scalars.get("language"),
        declared={name: scalar for name, scalar in scalars.items() if name not in KNOWN},
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


def _read_scalar(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _whole(value.strip()) or None
    return None


def _whole(text: str) -> str:
    """Return `text` with lone surrogates replaced, so that it can be written anywhere."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
