"""The entries of a feed that is watched: of RSS, Atom or a JSON feed, and of nothing else that may stand where a feed was."""

from __future__ import annotations

import io
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from onrecord.ingest.detect import Container, detect
from onrecord.ingest.door import read_source, whole
from onrecord.ingest.feed import read_feed
from onrecord.ingest.json_document import read_json_document
from onrecord.ingest.limits import TREE, Budget
from onrecord.ingest.source import Source
from onrecord.ingest.streams import Stream
from onrecord.model.problem import Problem
from onrecord.model.report import Capture

if TYPE_CHECKING:
    from collections.abc import Iterator

_JSON_FEED: Final = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")
_ENDED: Final = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>")
"""The end of a feed."""
_ENTRY: Final = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
"""The beginning of an entry."""
_TAIL: Final = 4096
"""Bytes in which the end of a feed is looked for: some have remarks of their servers behind it."""


def is_watchable(payload: bytes) -> bool:
    """Tell whether `payload` is a feed, so that what is new in it may go into a record; a page or a message of an error is none."""
    return _is_json_feed(payload) or detect(payload, "feed") == Container.FEED


def read_entries(payload: bytes, locator: str, *, linked: bool = False) -> Iterator[Capture | Problem]:
    """Yield a capture for every entry of a feed that holds a text; with `linked` also for those that only lead to a page.

    Of a feed that breaks off the last entry is left out: its text, or where it leads, may be half of what stands there.
    """
    json_feed = _is_json_feed(payload)
    read = (
        whole(partial(read_json_document, linked=linked), TREE)
        if json_feed
        else whole(partial(read_feed, linked=linked), TREE // 2)
    )
    cut = not json_feed and not _ENDED.search(payload[-_TAIL:].lower().replace(b"\0", b""))
    stream = Stream(io.BytesIO(_before_last_entry(payload) if cut else payload))
    source = Source(stream=stream, locator=locator, name=locator, budget=Budget(locator))
    for one in read_source(source, read):
        if not cut or isinstance(one, Capture):
            yield one
    if cut:
        message = f"{locator} breaks off; its last entry is left for a later look"
        yield Problem(code="ingest.damaged", message=message, path=locator)


def _before_last_entry(payload: bytes) -> bytes:
    begins = [found.start() for found in _ENTRY.finditer(payload)]
    return payload[: begins[-1]] if begins else payload


def _is_json_feed(payload: bytes) -> bool:
    """Tell by the version that a JSON feed states of itself (jsonfeed.org, version 1.1)."""
    if not payload.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        value: object = json.loads(payload, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return False
    version = cast("dict[str, object]", value).get("version") if isinstance(value, dict) else None
    return isinstance(version, str) and _JSON_FEED.match(version) is not None
