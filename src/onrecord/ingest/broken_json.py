"""What is whole in a JSON document that breaks off or is damaged: the items of its list before that place."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_WHITE: Final = re.compile(r"[ \t\r\n]*")
_COLON: Final = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_DECODER: Final = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def read_whole_items(
    text: str, lists: Collection[str], deepest: int
) -> list[object] | dict[str, object] | None:
    """Return `text` as far as it is whole: its list with the items before the fault, in the objects that hold it; None without one.

    The list is the whole document, or a member called as one of `lists` says, in at most `deepest` objects. No item is cut: what
    does not end is left out.

    >>> read_whole_items('{"articles": [{"text": "Ahoy"}, {"text": "The qu', {"articles"}, 3)
    {'articles': [{'text': 'Ahoy'}]}
    """
    place = _behind(_WHITE, text, 0)
    if text.startswith("[", place):
        return _read_items(text, place + 1) or None
    if text.startswith("{", place) and deepest:
        return _read_object(text, place + 1, lists, deepest)
    return None


def _read_items(text: str, place: int) -> list[object]:
    items: list[object] = []
    while found := _read_value(text, place):
        value, place = found
        items.append(value)
        place = _behind(_WHITE, text, place)
        if not text.startswith(",", place):
            break
        place += 1
    return items


def _read_object(text: str, place: int, lists: Collection[str], deepest: int) -> dict[str, object] | None:
    """Return the members of an object up to the list that breaks off; None where something else does."""
    members: dict[str, object] = {}
    while (named := _read_value(text, place)) and isinstance(named[0], str):
        colon = _COLON.match(text, named[1])
        if colon is None:
            return None
        found = _read_value(text, colon.end())
        if found is None:
            inner = read_whole_items(text[colon.end() :], lists, deepest - 1) if named[0] in lists else None
            return {**members, named[0]: inner} if inner is not None else None
        members[named[0]], place = found
        place = _behind(_WHITE, text, place)
        if not text.startswith(",", place):
            break
        place += 1
    return members if any(members.get(name) for name in lists) else None


def _read_value(text: str, place: int) -> tuple[object, int] | None:
    """Return the value at `place` and where it ends; None where it does not, or is nested too deeply."""
    try:
        return _DECODER.raw_decode(text, _behind(_WHITE, text, place))
    except (ValueError, RecursionError):
        return None


def _behind(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
