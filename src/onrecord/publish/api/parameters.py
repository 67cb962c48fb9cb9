"""What an address may ask: each parameter with its form, read strictly and described truly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from onrecord.model.attribution import Level, Manner
from onrecord.model.found import Part
from onrecord.model.listing import LARGEST_PLACE, MOST, USUAL, Asked, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Json = dict[str, Any]

LONGEST: Final = 4000
"""Characters of one parameter that are read."""
MOST_IDS: Final = 50
"""Ids that one address may name."""
_WHOLE: Final = re.compile(r"[0-9]{1,10}\Z")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class RefusedError(ValueError):
    """A parameter is not what it must be; `name` is which."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter: `read` makes a value of its text and raises ValueError with what it must be; `several` may be given again."""

    name: str
    told: str
    form: Json
    read: Callable[[str], Any]
    several: bool = False


def _text(name: str, told: str) -> Parameter:
    def read(given: str) -> str:
        if len(given) > LONGEST:
            raise ValueError(f"has at most {LONGEST} characters")
        return given

    return Parameter(name=name, told=told, form={"type": "string", "maxLength": LONGEST}, read=read)


def _day(name: str, told: str) -> Parameter:
    def read(given: str) -> date:
        if not _DAY.match(given):
            raise ValueError("is a day as in 2021-03-04")
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            raise ValueError(f"is no day of the calendar ({error})") from error

    return Parameter(name=name, told=told, form={"type": "string", "format": "date"}, read=read)


def _whole(name: str, told: str, bounds: tuple[int, int], default: int) -> Parameter:
    least, most = bounds

    def read(given: str) -> int:
        if not _WHOLE.match(given) or not least <= int(given) <= most:
            raise ValueError(f"is a whole number from {least} to {most}")
        return int(given)

    form = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return Parameter(name=name, told=told, form=form, read=read)


def _word(name: str, told: str, words: Iterable[Any], *, several: bool = False) -> Parameter:
    by_name = {str(one.value): one for one in words}

    def read(given: str) -> Any:
        if given not in by_name:
            raise ValueError(f"is one of {', '.join(by_name)}")
        return by_name[given]

    form = {"type": "string", "enum": list(by_name)}
    return Parameter(name=name, told=told, form=form, read=read, several=several)


def _flag(name: str, told: str) -> Parameter:
    def read(given: str) -> bool:
        if given not in {"true", "false"}:
            raise ValueError("is true or false")
        return given == "true"

    return Parameter(name=name, told=told, form={"type": "boolean", "default": False}, read=read)


def _ids(name: str, told: str) -> Parameter:
    one = _text(name, told)
    return Parameter(name=name, told=told, form=one.form, read=one.read, several=True)


FIRST = _whole("first", "how many rows to pass over", (0, LARGEST_PLACE), 0)
PAGE = _whole("most", "how many rows to give", (1, MOST), USUAL)
FOUND, ALIKE = 20, 10
"""Rows that a search gives of each part, and statements told to be like one, where nothing is said."""
FOUND_PAGE = _whole("most", "how many rows to give of each part", (1, MOST), FOUND)
ALIKE_PAGE = _whole("most", "how many statements to give, the nearest first", (1, MOST), ALIKE)
WORDS = _text("words", "any words; what stands between quotation marks must follow one another")
FILTERS: Final = (
    _text("speaker", "part of a name or alias, however cased, or an id"),
    _flag("unknown", "only statements of which no speaker is known"),
    _text("outlet", "part of an outlet's name, or its id"),
    _day("since", "the first day it may have been said, published or happened"),
    _day("until", "the last such day"),
    _word("manner", "how a report gives the words", Manner),
    _word("level", "an attribution at least so sure", Level),
    _text("event", "the id of an event"),
    _text("story", "the id of a story"),
    _whole("independent", "at least so many independent lineages", (0, LARGEST_PLACE), 0),
)
ORDER = _word("order", "by what rows stand in order", Order)
LISTED: Final = (WORDS, *FILTERS, ORDER, FIRST, PAGE)
"""What every list is asked by."""
WHOLE = _flag(
    "whole",
    "give whole values, in the record's own order, instead of rows; words and order are not looked at",
)
PARTS = _word("part", "where to look; anywhere if none is named", Part, several=True)
TYPING = _flag("typing", "whether the last word may still go on")
LOOSE = _flag(
    "loose",
    "where no statement holds all words, find those that hold some of them, or are said by somebody named so",
)
CHOSEN: Final = tuple(
    _ids(kind, f"the id of a {kind}; may be given again, {MOST_IDS} ids in sum")
    for kind in ("statement", "report", "speaker", "event", "lineage")
)
MATRIX: Final = (
    _ids("event", "the id of an event; may be given again"),
    _whole("most", "how many events to show where none is named", (1, MOST), 24),
    _whole("most_speakers", "how many speakers to show", (1, MOST), 50),
)
_ASKED: Final = frozenset(one.name for one in LISTED)


def read_parameters(allowed: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> Mapping[str, Any]:
    """Return the values of the parameters that are given, by name.

    Raises:
        RefusedError: when one is unknown, is given twice or is not what it must be.
    """
    by_name = {one.name: one for one in allowed}
    values: dict[str, Any] = {}
    for name, text in given:
        parameter = by_name.get(name)
        if parameter is None:
            raise RefusedError(
                name[:80], f"there is no such parameter; there are {', '.join(by_name) or 'none'}"
            )
        try:
            value = parameter.read(text)
        except ValueError as error:
            raise RefusedError(name, str(error)) from error
        if parameter.several:
            values.setdefault(name, []).append(value)
        elif name in values:
            raise RefusedError(name, "is given twice")
        else:
            values[name] = value
    return values


def asked_of(values: Mapping[str, Any]) -> Asked:
    """Return what lists are asked by, from the values that were read."""
    return Asked(**{name: value for name, value in values.items() if name in _ASKED})
