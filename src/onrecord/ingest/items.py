"""Items without bytes of their own (a row of a table, an entry of a feed) as JSON lines, and what others call their parts.

The line is made from what the item says alone, with sorted names, so that the same item has the same id wherever it stands.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, cast

from onrecord.lexicon.languages import as_tag
from onrecord.lexicon.members import MEMBERS, NAMES, as_name
from onrecord.model import ids
from onrecord.model.report import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_NAMES_OF_PARTY: Final = ("name", "title", "literal", "id")
"""What says how a house is called, the fullest first."""
MEDIA_TYPE: Final = "application/json"
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?Z?")
_SPACED: Final = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(?:UTC|GMT|Z))?")
_LETTERED: Final = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} ")
"""A time as mails and feeds write it (RFC 5322)."""


def read_columns(pairs: Iterable[str]) -> dict[str, str]:
    """Return the user's name for each member of a report, from pairs such as ``text=Volltext``.

    Raises:
        ValueError: when one is no such pair, names no member, or names one twice.
    """
    columns: dict[str, str] = {}
    for pair in pairs:
        member, _, theirs = (part.strip() for part in pair.partition("="))
        if member not in NAMES or not theirs or member in columns:
            raise ValueError(
                f"{pair!r} is not of the form text=NAME, once for each of {', '.join(sorted(NAMES))}"
            )
        columns[member] = theirs
    return columns


def capture_item(members: Mapping[str, object], locator: str) -> Capture:
    """Return the capture of an item found at `locator`: one JSON line of its members that say anything."""
    said = {name: value for name, value in sorted(members.items()) if value not in (None, "")}
    # A lone surrogate has no form in UTF-8; JSON's own escape keeps it.
    line = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return Capture(id=ids.report_id(line), payload=line, media_type=MEDIA_TYPE, locator=locator)


def read_item(item: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """Return what `item` says by the names of a report's members.

    `columns` gives the user's names ("text" is called "Volltext"), which go before those known here. What has no place
    in a report is kept under its own name, if it is no list and no object.
    """
    own = {theirs.casefold(): member for member, theirs in columns.items()}
    members: dict[str, object] = {}
    extra: dict[str, object] = {}
    for name, value in item.items():
        key = as_name(name)
        member = own.get(name.strip().casefold()) or MEMBERS.get(key)
        said = read_party(value) if member == "outlet" else _plain(value)
        if member and said and not (member in own.values() and name.strip().casefold() not in own):
            members.setdefault(member, _WRITTEN_SO.get(member, str)(said))
        elif said and key and not member:
            extra[key] = said
    return {**extra, **members}


def has_words(members: Mapping[str, object]) -> bool:
    """Tell whether there is anything to read in an item."""
    return any(str(members.get(name) or "").strip() for name in ("text", "html"))


def read_party(value: object) -> str:
    """Return what a house is called: its name, title or code, of several that of the first; nothing where there is none.

    >>> read_party([{"name": "Coastal Press"}]), read_party({"id": "coastal-press", "name": None})
    ('Coastal Press', 'coastal-press')
    """
    if isinstance(value, list):
        return next((said for one in cast("list[object]", value) if (said := read_party(one))), "")
    if isinstance(value, dict):
        party = cast("dict[str, object]", value)
        return next((name for key in _NAMES_OF_PARTY if (name := _plain(party.get(key)))), "")
    return _plain(value)


def _plain(value: object) -> str:
    """Return a value as it is written; of an object its name, of lists nothing."""
    if isinstance(value, dict):
        return _plain(cast("dict[str, object]", value).get("name"))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.strip() if isinstance(value, str) else "" if isinstance(value, list | None) else str(value)


def as_iso(written: str) -> str:
    """Return a day written without strokes, or apart from its hour by a blank, as ISO has it; others as they are.

    >>> as_iso("20240315101500"), as_iso("2024-03-15 10:15:00"), as_iso("Fri, 15 Mar 2024 10:15:00 +0100")
    ('2024-03-15T10:15:00', '2024-03-15T10:15:00', '2024-03-15T10:15:00+01:00')
    """
    if found := _COMPACT.fullmatch(written):
        day = "-".join(found.groups()[:3])
        return f"{day}T{':'.join(found.groups()[3:])}" if found[4] else day
    if found := _SPACED.fullmatch(written):
        return f"{found[1]}T{found[2]}"
    if _LETTERED.match(written):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return parsedate_to_datetime(written).isoformat()
    return written


_WRITTEN_SO: Final[Mapping[str, Callable[[str], str]]] = {"date": as_iso, "language": as_tag}
"""How members are written in a line, where others write them otherwise."""
