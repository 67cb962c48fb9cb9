"""What the input itself says about a report: the members of a JSON line, believed as they are given.

A member of another type than it should have is left out and named: ``"language": true``, ``"title": ["Old Quay"]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from onrecord.clean.days import read_written_day
from onrecord.clean.members import Number
from onrecord.lexicon.languages import as_tag
from onrecord.lexicon.members import NAMES, as_name
from onrecord.model.moment import Basis, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN: Final = frozenset({"id", "title", "text", "html", "url", "outlet", "date", "language"})
_WRITTEN: Final = ("date", "id", "language", "outlet", "title", "url")
"""The members that are strings; "id" may be a number too."""
_NUMBERED: Final = frozenset({"date", "id"})
"""The members for which a number by another name is taken: as it is written, even where no day can be told from it."""
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*+")
_SHOWN: Final = 40
"""Characters of a value that a fault shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The members of a line that a report has a place for, and the others as strings.

    `unread` is what is given as the day and is none. `faults` say, in order of name, which members are left out and why: ``"outlet" is the number 7, not a string``.
    """

    external_id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    date: str | None = None
    unread: str | None = None
    language: str | None = None
    declared: Mapping[str, str]
    faults: tuple[str, ...] = ()


NOTHING: Final = Given(declared={})


def read_given(members: Mapping[str, object]) -> Given:
    """Return what `members` say; blank strings and nulls say nothing.

    Of the members that no report has a place for a number is kept as it is written and a truth value as ``true`` or
    ``false``; lists and objects are left out.
    """
    members = _by_names(members)
    found = {name: find_fault(name, members.get(name)) for name in _WRITTEN}
    faults = tuple(fault for fault in found.values() if fault)
    scalars = {
        name: scalar
        for name, value in sorted(members.items())
        if not found.get(name) and (scalar := _read_scalar(value)) is not None
    }
    day = scalars.get("date")
    readable = day is not None and read_written_day(day) is not None
    language = scalars.get("language")
    return Given(
        external_id=scalars.get("id"),
        title=scalars.get("title"),
        url=scalars.get("url"),
        outlet=scalars.get("outlet"),
        date=day if readable else None,
        unread=None if readable else day,
        language=as_tag(language) if language else None,
        declared={name: scalar for name, scalar in scalars.items() if name not in KNOWN},
        faults=faults,
    )


def _by_names(members: Mapping[str, object]) -> dict[str, object]:
    """Return `members`, and what they say by other names under those that are known here, where these say nothing."""
    called: dict[str, str] = {}
    for name in members:
        called.setdefault(as_name(name), name)
    found = dict(members)
    for member in _WRITTEN:
        if found.get(member) in (None, ""):
            for name in NAMES[member]:
                theirs = called.get(name, member)
                value = found.get(theirs)
                if isinstance(value, Number) and member not in _NUMBERED:
                    continue
                if theirs != member and (said := _name_of(value)):
                    del found[theirs]
                    found[member] = said
                    break
    writers = found.get("authors")
    if "author" not in found and isinstance(writers, list):
        named = (_name_of(writer) for writer in cast("list[object]", writers))
        found["author"] = "; ".join(name for name in named if name)
    return found


def _name_of(value: object) -> str | None:
    """Return a string, or the name of an object that has one."""
    said = cast("dict[str, object]", value).get("name") if isinstance(value, dict) else value
    return said.strip() or None if isinstance(said, str) else None


def read_moment(written: str) -> Moment | None:
    """Return the day that is given, with or without a time; None if it is none.

    >>> moment = read_moment("2024-03-15T10:15:00Z")
    >>> str(moment.earliest), moment.basis
    ('2024-03-15', <Basis.GIVEN: 'given'>)
    """
    day = read_written_day(written)
    if day is None:
        return None
    return Moment(earliest=day, latest=day, basis=Basis.GIVEN, why=f"the input gives {written.strip()}")


def find_fault(name: str, value: object) -> str | None:
    """Return what is wrong with a member, or None when it may be believed or says nothing."""
    if isinstance(value, Number):
        return None if name == "id" else f'"{name}" is the number {value[:_SHOWN]}, not a string'
    if value is not None and not isinstance(value, str):
        wrong = _TYPES.get(type(value), "no string")
        return f'"{name}" is {wrong}, not a string'
    if name == "language" and value and value.strip() and not _LANGUAGE_TAG.fullmatch(as_tag(value).strip()):
        return f'"language" is {without_halves(value.strip()[:_SHOWN])!r}, which is no language tag such as "en" or "pt-BR"'
    return None


_TYPES: Final[Mapping[type, str]] = {bool: "a truth value", list: "a list", dict: "an object"}


def _read_scalar(value: object) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return without_halves(value.strip()) or None
    return None


def without_halves(text: str) -> str:
    """Return `text` with lone surrogates replaced, so that it can be written anywhere."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
