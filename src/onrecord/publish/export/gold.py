"""A hand-made reading of a pile, as the scorer wants it: read from JSON, refused with the member's name if malformed.

Its form is that of the record format where the two meet (spans, manners); docs/record-format.md gives it in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeGuard

from onrecord.errors import ScoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """One attribution that a reader found; `ways` are the bounds of its content that the reader allows."""

    id: str
    report: str
    ways: tuple[Ranges, ...]
    manner: str
    speaker: str | None
    required: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """The day a report was published, and how many days an answer may leave open."""

    report: str
    day: date
    max_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A whole reading. Reports go by their external id or file name, groups by ids of attributions or reports."""

    attributions: tuple[GoldAttribution, ...]
    accept: Mapping[str, tuple[str, ...]]
    same_statement: tuple[tuple[str, ...], ...]
    may_be_same: tuple[tuple[str, ...], ...]
    not_same: tuple[tuple[str, ...], ...]
    events: tuple[tuple[str, ...], ...]
    dates: tuple[GoldDate, ...]
    furniture: Mapping[str, tuple[str, ...]]


def read_gold(gold: Mapping[str, Any]) -> Gold:
    """Return the reading that `gold`, parsed JSON, holds. Members the scorer does not use are passed over.

    Raises:
        ScoreError: when a member is missing or is not what it should be; the message names it.
    """
    return Gold(
        attributions=tuple(
            _read_attribution(one, f"attributions[{number}]")
            for number, one in enumerate(_list(gold, "attributions", "gold", needed=True))
        ),
        accept=_lists_by_name(gold, "accept"),
        same_statement=_groups(gold, "same_statement", "variants"),
        may_be_same=_groups(gold, "may_be_same"),
        not_same=_groups(gold, "not_same"),
        events=_groups(gold, "events", "reports"),
        dates=tuple(_read_dates(_mapping(gold.get("dating", {}), "dating"))),
        furniture=_lists_by_name(gold, "furniture"),
    )


def _read_attribution(one: object, where: str) -> GoldAttribution:
    members = _mapping(one, where)
    content = _ranges(members.get("content"), f"{where}.content")
    others = _list(members, "or", where)
    texts = _list(members, "content_text", where)
    speaker = _present(members, "speaker", where)
    if speaker is not None and not isinstance(speaker, str):
        raise ScoreError(f"{where}.speaker: a name or null is wanted, not {speaker!r}")
    required = _present(members, "required", where)
    if not isinstance(required, bool):
        raise ScoreError(f"{where}.required: true or false is wanted, not {required!r}")
    return GoldAttribution(
        id=_string(_present(members, "id", where), f"{where}.id"),
        report=_string(_present(members, "report", where), f"{where}.report"),
        ways=(content, *(_ranges(way, f"{where}.or[{number}]") for number, way in enumerate(others))),
        manner=_string(_present(members, "manner", where), f"{where}.manner"),
        speaker=speaker,
        required=required,
        text=_string(texts[0], f"{where}.content_text") if texts else "",
    )


def _read_dates(dating: Mapping[str, Any]) -> list[GoldDate]:
    dates: list[GoldDate] = []
    for name, told in dating.items():
        where = f"dating.{name}"
        members = _mapping(told, where)
        if "date" not in members:
            continue
        days = _present(members, "max_days", where)
        if not isinstance(days, int):
            raise ScoreError(f"{where}.max_days: a number of days is wanted, not {days!r}")
        try:
            day = date.fromisoformat(_string(members["date"], f"{where}.date"))
        except ValueError as error:
            raise ScoreError(f"{where}.date: an ISO day is wanted, not {members['date']!r}") from error
        dates.append(GoldDate(report=name, day=day, max_days=days))
    return dates


def _groups(gold: Mapping[str, Any], name: str, member: str | None = None) -> tuple[tuple[str, ...], ...]:
    """Read groups of ids: each a list, or an object that holds the list as `member`."""
    groups: list[tuple[str, ...]] = []
    for number, group in enumerate(_list(gold, name, "gold")):
        where = f"{name}[{number}]"
        ids: object = group if member is None else _present(_mapping(group, where), member, where)
        groups.append(_strings(ids, where if member is None else f"{where}.{member}"))
    return tuple(groups)


def _lists_by_name(gold: Mapping[str, Any], name: str) -> Mapping[str, tuple[str, ...]]:
    lists = _mapping(gold.get(name, {}), name)
    return {key: _strings(several, f"{name}.{key}") for key, several in lists.items()}


def _ranges(value: object, where: str) -> Ranges:
    if not _is_list(value) or not value:
        raise ScoreError(f"{where}: a list of [start, end] is wanted, not {value!r}")
    ranges: list[tuple[int, int]] = []
    for one in value:
        match one:
            case [int(start), int(end)] if 0 <= start <= end:
                ranges.append((start, end))
            case _:
                raise ScoreError(f"{where}: [start, end] in code points is wanted, not {one!r}")
    return tuple(ranges)


def _present(members: Mapping[str, Any], name: str, where: str) -> object:
    if name not in members:
        raise ScoreError(f"{where}: the member {name!r} is missing")
    return members[name]


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not _is_object(value):
        raise ScoreError(f"{where}: an object is wanted, not {value!r}")
    return value


def _list(members: Mapping[str, Any], name: str, where: str, *, needed: bool = False) -> list[Any]:
    value = _present(members, name, where) if needed else members.get(name, [])
    if not _is_list(value):
        raise ScoreError(f"{where}.{name}: a list is wanted, not {value!r}")
    return value


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not _is_list(value):
        raise ScoreError(f"{where}: a list of strings is wanted, not {value!r}")
    return tuple(_string(one, where) for one in value)


def _string(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ScoreError(f"{where}: a string is wanted, not {value!r}")
    return value


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
