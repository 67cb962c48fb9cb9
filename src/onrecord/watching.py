"""Feeds are looked at politely, and what is new in them goes into a record.

A host is asked what it lets programs do before anything else of it is; a feed is asked for only if it changed; the pages that its
entries lead to are visited one after another, with a pause in between, and never twice. What a feed gave to ask with next time is kept
in the record. The network is reached here and through an address that a user names, and nowhere else.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from onrecord.errors import BusyError, WebError
from onrecord.growing import add_found
from onrecord.model.problem import Problem
from onrecord.news import News

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeVar

    from onrecord.growing import Manner
    from onrecord.model.report import Capture
    from onrecord.web import Manners, Poll, Visit, Visitor

    _Result = TypeVar("_Result")

_FOUND: Final = 200
_JSON: Final = "application/json"
_DECLARED: Final = ("date", "id", "language", "outlet", "title")
_BUSY_PAUSE: Final = 5.0
"""Seconds between two tries to add to a record that somebody else is writing to."""
_BUSY_TRIES: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to look at feeds: `pages` tells whether the pages that entries lead to are visited, `pause` how to wait."""

    visitor: Visitor
    manners: Manners
    pages: bool = True
    pause: Callable[[float], None] = time.sleep


def find_polls(file: str | os.PathLike[str], urls: Iterable[str]) -> tuple[Poll, ...]:
    """Return how the last look at each feed went, as far as the record `file` knows: what to ask with, so that only news is sent.

    Raises:
        RecordError: when the record cannot be opened.
    """
    from onrecord.record.contents.feeds import Tags, find_tags
    from onrecord.web import Poll

    known = find_tags(file)
    several = [(url, known.get(url, Tags())) for url in dict.fromkeys(urls)]
    return tuple(Poll(url=url, etag=tags.etag, modified=tags.modified) for url, tags in several)


def look_at_feeds(
    file: str | os.PathLike[str], polls: Sequence[Poll], look: Look, *, manner: Manner | None = None
) -> tuple[News, tuple[Poll, ...]]:
    """Look once at each feed, add what is new in them to the record `file`, and return that and how it went.

    A feed that cannot be visited is told among the problems that are new, each time, and leaves nothing in the record: what
    it holds comes with a later look.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when the record cannot be opened, the disk refuses, or somebody else writes to it and does not end.
    """
    from onrecord.record.contents.feeds import Tags, find_addresses, keep_tags
    from onrecord.record.contents.inbox import is_waiting

    seen = set(find_addresses(file))
    found: list[Capture | Problem] = []
    unseen: list[Problem] = []
    after: list[Poll] = []
    for poll in polls:
        entries, looked = _look(poll, look)
        after.append(looked)
        if looked.failures:
            unseen += [one for one in entries if isinstance(one, Problem)]
        else:
            found += _follow(entries, poll.url, seen, look)
    news = (
        _when_free(look, lambda: add_found(file, found, manner=manner))
        if found or is_waiting(file)
        else News()
    )
    tags = [(one.url, Tags(etag=one.etag, modified=one.modified)) for one in after]
    _when_free(look, lambda: keep_tags(file, tags))
    return replace(news, problems=(*unseen, *news.problems)), tuple(after)


def _when_free(look: Look, change: Callable[[], _Result]) -> _Result:
    """Return what `change` does to a record, once nobody else is writing to it."""
    for _ in range(_BUSY_TRIES):
        try:
            return change()
        except BusyError:
            look.pause(_BUSY_PAUSE)
    return change()


def visit_address(url: str, visitor: Visitor) -> Iterator[Capture | Problem]:
    """Yield what stands at an address that a user named: a page, a feed, an archive."""
    try:
        visit = visitor.visit(url)
    except WebError as error:
        yield Problem(code=error.code, message=str(error), path=url)
        return
    if visit.status != _FOUND:
        yield _refused(url, visit.status)
        return
    yield from _read_page(visit, visit.url, {"url": visit.url})


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


def _follow(
    entries: Iterable[Capture | Problem], feed: str, seen: set[str], look: Look
) -> Iterator[Capture | Problem]:
    """Yield each entry that is new as the page it leads to, or as it stands in the feed where there is no such page."""
    for entry in entries:
        members = _members(entry)
        url = _address_of(members.get("url", ""), feed)
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
        yield from _read_page(visit, url, {**declared, "url": url}) if page else [entry]


def _read_page(visit: Visit, place: str, declared: Mapping[str, str]) -> Iterator[Capture | Problem]:
    """Yield what a visit brought, with what is known of it and the encoding that the server states."""
    from onrecord.ingest import read_bytes

    stated = {"charset": visit.charset} if visit.charset else {}
    return read_bytes(visit.payload, place, declared={**declared, **stated})


def _address_of(link: str, feed: str) -> str:
    """Return where an entry of `feed` leads: some feeds leave out what their own address begins with."""
    if not link:
        return ""
    try:
        return urljoin(feed, link)
    except ValueError:
        return link


def _members(entry: Capture | Problem) -> dict[str, str]:
    if isinstance(entry, Problem) or entry.media_type != _JSON:
        return {}
    members: dict[str, object] = json.loads(entry.payload)
    return {name: value for name, value in members.items() if isinstance(value, str)}


def _refused(url: str, status: int) -> Problem:
    message = f"{url} answers with status {status} instead of what stands there; look at it in a browser"
    return Problem(code="web.refused", message=message, path=url)
