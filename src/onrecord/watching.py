"""Feeds are looked at politely, and what is new in them goes into a record.

A host is asked what it lets programs do before anything else of it is; a feed is asked for only if it changed; the pages that its
entries lead to are visited one after another, with a pause in between, and never twice. The network is reached here and through
an address that a user names, and nowhere else.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.errors import WebError
from onrecord.growing import add_found, find_addresses
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onrecord.growing import Manner
    from onrecord.model.report import Capture
    from onrecord.news import News
    from onrecord.web import Manners, Poll, Visitor

_FOUND: Final = 200
_JSON: Final = "application/json"
_DECLARED: Final = ("date", "id", "language", "outlet", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to look at feeds: `pages` tells whether the pages that entries lead to are visited, `pause` how to wait."""

    visitor: Visitor
    manners: Manners
    pages: bool = True
    pause: Callable[[float], None] = time.sleep


def look_at_feeds(
    file: str | os.PathLike[str], polls: Sequence[Poll], look: Look, *, manner: Manner | None = None
) -> tuple[News, tuple[Poll, ...]]:
    """Look once at each feed, add what is new in them to the record `file`, and return that and how it went.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when the record cannot be opened, is being written to, or the disk refuses.
    """
    seen = set(find_addresses(file))
    found: list[Capture | Problem] = []
    after: list[Poll] = []
    for poll in polls:
        entries, looked = _look(poll, look)
        after.append(looked)
        found += _follow(entries, seen, look)
    return add_found(file, found, manner=manner), tuple(after)


def visit_address(url: str, visitor: Visitor) -> Iterator[Capture | Problem]:
    """Yield what stands at an address that a user named: a page, a feed, an archive."""
    from onrecord.ingest import read_bytes

    try:
        visit = visitor.visit(url)
    except WebError as error:
        yield Problem(code=error.code, message=str(error), path=url)
        return
    if visit.status != _FOUND:
        yield _refused(url, visit.status)
        return
    yield from read_bytes(visit.payload, visit.url, declared={"url": visit.url})


def _look(poll: Poll, look: Look) -> tuple[list[Capture | Problem], Poll]:
    """Return the entries of a feed, none where it did not change, and how the look went."""
    from onrecord.ingest import read_bytes

    failed = replace(poll, failures=poll.failures + 1, retry_after=None)
    if not look.manners.may_visit(poll.url):
        if fault := look.manners.fault(poll.url):
            return [Problem(code=fault.code, message=str(fault), path=poll.url)], failed
        message = f"{poll.url}: its host lets no program visit it"
        return [Problem(code="web.not-allowed", message=message, path=poll.url)], failed
    try:
        visit = look.visitor.visit(poll.url, etag=poll.etag, modified=poll.modified)
    except WebError as error:
        return [Problem(code=error.code, message=str(error), path=poll.url)], failed
    if visit.unchanged:
        return [], replace(poll, failures=0, retry_after=visit.retry_after)
    if visit.status != _FOUND:
        return [_refused(poll.url, visit.status)], replace(failed, retry_after=visit.retry_after)
    looked = replace(
        poll, etag=visit.etag, modified=visit.modified, failures=0, retry_after=visit.retry_after
    )
    return list(read_bytes(visit.payload, poll.url)), looked


def _follow(entries: Iterable[Capture | Problem], seen: set[str], look: Look) -> Iterator[Capture | Problem]:
    """Yield each entry that is new as the page it leads to, or as it stands in the feed where there is no such page."""
    from onrecord.ingest import read_bytes

    for entry in entries:
        members = _members(entry)
        url = members.get("url", "")
        if isinstance(entry, Problem) or not url:
            yield entry
            continue
        if url in seen:
            continue
        seen.add(url)
        if not look.pages or not look.manners.may_visit(url):
            yield entry
            continue
        look.pause(look.manners.pause(url))
        declared = {name: members[name] for name in _DECLARED if members.get(name)}
        try:
            visit = look.visitor.visit(url)
        except WebError as error:
            yield Problem(code=error.code, message=str(error), path=url)
            yield entry
            continue
        if visit.status != _FOUND:
            yield _refused(url, visit.status)
        page = visit.status == _FOUND and "html" in visit.media_type.lower()
        yield from read_bytes(visit.payload, url, declared={**declared, "url": url}) if page else [entry]


def _members(entry: Capture | Problem) -> dict[str, str]:
    if isinstance(entry, Problem) or entry.media_type != _JSON:
        return {}
    members: dict[str, object] = json.loads(entry.payload)
    return {name: value for name, value in members.items() if isinstance(value, str)}


def _refused(url: str, status: int) -> Problem:
    message = f"{url} answers with status {status} instead of what stands there; look at it in a browser"
    return Problem(code="web.refused", message=message, path=url)
