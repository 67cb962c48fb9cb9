"""What feeds said when they were last looked at, so that the next look asks only for what changed since.

It stands among what is kept (`keeping`): no part of what a record says, of no export and no seal, and where it is gone or cannot be
made out a feed is asked for whole again. It holds for the reports that are in the record, and goes with them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sqlalchemy import inspect, select

from onrecord.record.contents.keeping import FEEDS
from onrecord.record.rows import schema
from onrecord.record.rows.collected import to_json
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.transactions import growing_alone, reading_at, transaction, writing_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from onrecord.record.stores.store import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a feed gave to ask with next time: `etag` and `modified`, as HTTP calls them."""

    etag: str | None = None
    modified: str | None = None


def find_tags(place: Place) -> dict[str, Tags]:
    """Return what each feed gave that was looked at for the record at `place`, by its address.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        return _read_tags(connection)


def find_addresses(place: Place) -> frozenset[str]:
    """Return the web addresses of the reports in the record at `place`.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        url = schema.reports.c.url
        return frozenset(connection.scalars(select(url).where(url.is_not(None), url != "")))


def keep_tags(place: Place, tags: Iterable[tuple[str, Tags]]) -> None:
    """Keep, beside what is kept of other feeds, what each of these gave.

    Raises:
        BusyError: when another process writes to the record.
        RecordError: when it cannot be opened or written to.
    """
    given = dict(tags)
    known = find_tags(place)
    if {**known, **given} == known:
        return
    with growing_alone(place) as store, writing_to(store) as connection, transaction(connection):
        if not inspect(connection).has_table(schema.kept.name):
            dialect_of(connection).create_tables(connection, (schema.kept,))
        after = {**_read_tags(connection), **given}
        members = {url: [one.etag, one.modified] for url, one in sorted(after.items())}
        connection.execute(schema.kept.delete().where(schema.kept.c.name == FEEDS))
        row = {"name": FEEDS, "value": to_json(members).encode()}
        dialect_of(connection).insert(connection, schema.kept, [row])


def _read_tags(connection: Connection) -> dict[str, Tags]:
    if not inspect(connection).has_table(schema.kept.name):
        return {}
    value = connection.scalar(select(schema.kept.c.value).where(schema.kept.c.name == FEEDS))
    try:
        members: object = json.loads(bytes(value or b"{}"))
    except ValueError:
        return {}
    if not isinstance(members, dict):
        return {}
    found = cast("dict[str, object]", members)
    return {url: tags for url, one in found.items() if (tags := _tags_of(one)) is not None}


def _tags_of(value: object) -> Tags | None:
    match value:
        case [str() | None as etag, str() | None as modified]:
            return Tags(etag=etag, modified=modified)
        case _:
            return None
