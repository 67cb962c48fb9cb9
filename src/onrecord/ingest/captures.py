"""All captures of the places a user names, and a problem for every place that gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.ingest.detect import Container, describe_binary, detect
from onrecord.ingest.jsonl import read_json_lines
from onrecord.ingest.page import read_page
from onrecord.ingest.plain import read_plain
from onrecord.ingest.walk import Found, read_place, read_stream, unreadable
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from onrecord.model.report import Capture

STANDARD_INPUT = "-"


def read_captures(paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Capture | Problem]:
    """Yield the captures of files, folders (walked in order of name) and ``-`` for `stdin`, as they are found.

    Places are reported as they were given. Whatever cannot be read becomes a `Problem` whose `path` names the place;
    nothing is raised for content, for a missing file or for one that may not be read.
    """
    for path in paths:
        places = [_read_standard_input(stdin)] if path == STANDARD_INPUT else read_place(path)
        for found in places:
            if isinstance(found, Problem):
                yield found
            else:
                yield from _read_found(found)


def _read_standard_input(stdin: BinaryIO | None) -> Found | Problem:
    if stdin is None:
        return unreadable(STANDARD_INPUT, ValueError("no standard input was given"))
    try:
        return read_stream(stdin, STANDARD_INPUT)
    except (OSError, ValueError) as error:
        return unreadable(STANDARD_INPUT, error)


def _read_found(found: Found) -> Iterator[Capture | Problem]:
    container = detect(found.payload, found.locator, listed=found.listed)
    match container:
        case Container.PLAIN:
            yield read_plain(found.payload, found.locator)
        case Container.JSON_LINES:
            items = tuple(read_json_lines(found.payload, found.locator))
            yield from items or [_problem("ingest.empty", found, "holds only blank lines; leave it out")]
        case Container.EMPTY:
            yield _problem("ingest.empty", found, "is empty; leave it out or save its text again")
        case Container.BINARY:
            kind = describe_binary(found.payload)
            yield _problem("ingest.binary", found, f"holds {kind}, not text; save its text as .txt")
        case Container.HTML:
            yield read_page(found.payload, found.locator)
        case Container.UNKNOWN:
            yield _problem(
                "ingest.unknown-kind",
                found,
                "is neither .txt nor .jsonl; name the file itself if it is a report",
            )


def _problem(code: str, found: Found, message: str) -> Problem:
    return Problem(code=code, message=f"{found.locator} {message}", path=found.locator)
