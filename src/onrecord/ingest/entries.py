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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.problem import Problem
    from onrecord.model.report import Capture

_JSON_FEED: Final = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/")


def is_watchable(payload: bytes) -> bool:
    """Tell whether `payload` is a feed, so that what is new in it may go into a record; a page or a message of an error is none."""
    return _is_json_feed(payload) or detect(payload, "feed") == Container.FEED


def read_entries(payload: bytes, locator: str, *, linked: bool = False) -> Iterator[Capture | Problem]:
    """Yield a capture for every entry of a feed that holds a text; with `linked` also for those that only lead to a page."""
    read = (
        whole(partial(read_json_document, linked=linked), TREE)
        if _is_json_feed(payload)
        else whole(partial(read_feed, linked=linked), TREE // 2)
    )
    stream = Stream(io.BytesIO(payload))
    return read_source(Source(stream=stream, locator=locator, name=locator, budget=Budget(locator)), read)


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
