"""What feeds said when they were last looked at, so that the next look asks only for what changed since, and which of their entries wait.

It stands among what is kept (`keeping`): no part of what a record says, of no export and no seal, and where it is gone or cannot be
made out a feed is asked for whole again. It holds for the reports that are in the record, and goes with them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sqlalchemy import inspect, select

from onrecord.record.contents.keeping import FEEDS, PAGES
from onrecord.record.rows import schema
from onrecord.record.rows.collected import to_json
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.transactions import growing_alone, reading_at, transaction, writing_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeVar

    from sqlalchemy import Connection

    from onrecord.record.stores.store import Place

    _Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a feed gave to ask with next time: `etag` and `modified`, as HTTP calls them."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An entry of a feed whose page is not in the record yet; without an `entry` its page is never asked for again.

    `entry` is its JSON line and `locator` where it stood; its page was asked for `tries` times in vain, and `wait` more looks at its
    feed pass before it is asked for again.
    """

    feed: str
    locator: str = ""
    entry: str = ""
    tries: int = 0
    wait: int = 0


def find_tags(place: Place) -> dict[str, Tags]:
    """Return what each feed gave that was looked at for the record at `place`, by its address.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        return _read_tags(connection)


def find_held(place: Place) -> dict[str, Held]:
    """Return the entries whose pages are not in the record at `place`, by the addresses of their pages.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        return _read_held(connection)


def find_addresses(place: Place) -> frozenset[str]:
    """Return the web addresses of the reports in the record at `place`.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        url = schema.reports.c.url
        return frozenset(connection.scalars(select(url).where(url.is_not(None), url != "")))


def find_reports(place: Place) -> frozenset[str]:
    """Return the ids of the reports in the record at `place`.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        return frozenset(connection.scalars(select(schema.reports.c.id)))


def keep_looks(
    place: Place, tags: Iterable[tuple[str, Tags]], held: Mapping[str, Held | None] | None = None
) -> None:
    """Keep, beside what is kept of others, what each of these feeds gave, and the entries that are `held`; None lets go of one.

    Raises:
        BusyError: when another process writes to the record.
        RecordError: when it cannot be opened or written to.
    """
    given, changed = dict(tags), dict(held or {})
    with reading_at(place) as connection:
        if (
            _joined(_read_tags(connection), given) is None
            and _joined(_read_held(connection), changed) is None
        ):
            return
    with growing_alone(place) as store, writing_to(store) as connection, transaction(connection):
        if not inspect(connection).has_table(schema.kept.name):
            dialect_of(connection).create_tables(connection, (schema.kept,))
        looked = _joined(_read_tags(connection), given)
        if looked is not None:
            _put(connection, FEEDS, {url: [one.etag, one.modified] for url, one in sorted(looked.items())})
        waiting = _joined(_read_held(connection), changed)
        if waiting is not None:
            _put(connection, PAGES, {url: _members_of(one) for url, one in sorted(waiting.items())})


def _joined(known: dict[str, _Kept], given: Mapping[str, _Kept | None]) -> dict[str, _Kept] | None:
    """Return what is known with what is given, nothing where that is the same."""
    joined = {url: one for url, one in {**known, **given}.items() if one is not None}
    return None if joined == known else joined


def _put(connection: Connection, name: str, members: Mapping[str, object]) -> None:
    connection.execute(schema.kept.delete().where(schema.kept.c.name == name))
    row = {"name": name, "value": to_json(members).encode()}
    dialect_of(connection).insert(connection, schema.kept, [row])


def _members_of(held: Held) -> list[object]:
    return [held.feed, held.locator, held.entry, held.tries, held.wait]


def _read_tags(connection: Connection) -> dict[str, Tags]:
    found = _read_members(connection, FEEDS)
    return {url: tags for url, one in found.items() if (tags := _tags_of(one)) is not None}


def _read_held(connection: Connection) -> dict[str, Held]:
    found = _read_members(connection, PAGES)
    return {url: held for url, one in found.items() if (held := _held_of(one)) is not None}


def _read_members(connection: Connection, name: str) -> dict[str, object]:
    if not inspect(connection).has_table(schema.kept.name):
        return {}
    value = connection.scalar(select(schema.kept.c.value).where(schema.kept.c.name == name))
    try:
        members: object = json.loads(bytes(value or b"{}"))
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", members) if isinstance(members, dict) else {}


def _tags_of(value: object) -> Tags | None:
    match value:
        case [str() | None as etag, str() | None as modified]:
            return Tags(etag=etag, modified=modified)
        case _:
            return None


def _held_of(value: object) -> Held | None:
    match value:
        case [str() as feed, str() as locator, str() as entry, int() as tries, int() as wait] if _is_line(
            entry
        ):
            return Held(feed=feed, locator=locator, entry=entry, tries=tries, wait=wait)
        case _:
            return None


def _is_line(entry: str) -> bool:
    """Tell whether this is the JSON line of an entry, or none."""
    try:
        return not entry or isinstance(json.loads(entry), dict)
    except (ValueError, RecursionError):
        return False
