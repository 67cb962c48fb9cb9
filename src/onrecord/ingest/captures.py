"""All captures of the places a user names, and a problem for every place that gives none."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.ingest.door import read_source
from onrecord.ingest.limits import Budget
from onrecord.ingest.source import Source
from onrecord.ingest.streams import Stream
from onrecord.ingest.walk import read_place, read_stream, unreadable
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

    from onrecord.model.report import Capture

STANDARD_INPUT = "-"


def read_captures(
    paths: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    record: str | None = None,
) -> Iterator[Capture | Problem]:
    """Yield the captures of files, folders (walked in order of name) and ``-`` for `stdin`, as they are found.

    `columns` is what tables and lists of the user's call the members of a report: the user's name for each. The file of the `record`
    that they are read for is no report, wherever it stands.
    Places are reported as they were given. Whatever cannot be read becomes a `Problem` whose `path` names the place;
    nothing is raised for content, for a missing file or for one that may not be read.
    """
    for path in paths:
        places = _read_standard_input(stdin) if path == STANDARD_INPUT else read_place(path, record)
        for found in places:
            if isinstance(found, Problem):
                yield found
            else:
                yield from read_source(replace(found, columns=columns or {}))


def read_bytes(
    payload: bytes, locator: str, *, declared: Mapping[str, str] | None = None
) -> Iterator[Capture | Problem]:
    """Yield the captures of bytes that came from elsewhere: told by their content, as a file that the user named would be.

    `declared` is what is known of them, by the names of a JSON line's members.
    """
    stream = Stream(io.BytesIO(payload))
    yield from read_source(
        Source(stream=stream, locator=locator, name=locator, budget=Budget(locator), declared=declared or {})
    )


def _read_standard_input(stdin: BinaryIO | None) -> Iterator[Source | Problem]:
    try:
        if stdin is None:
            yield unreadable(STANDARD_INPUT, ValueError("no standard input was given"))
        else:
            yield read_stream(stdin, STANDARD_INPUT)
    except ValueError as error:
        yield unreadable(STANDARD_INPUT, error)
