"""Feeds are looked at politely, and what is new in them goes into a record.

A host is asked what it lets programs do before anything else of it is; a feed is asked for only if it changed; the pages that its
entries lead to are visited one after another (`following`), with a pause in between. What a feed gave to ask with next time is kept in
the record, as are the pages that a later look asks for. The network is reached here and through an address that a user names, and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.errors import BusyError, WebError
from onrecord.following import Following, read_page
from onrecord.growing import add_found
from onrecord.model.problem import Problem
from onrecord.news import News

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    from onrecord.following import Look
    from onrecord.growing import Manner
    from onrecord.model.report import Capture
    from onrecord.web import Poll, Visit, Visitor

    _Result = TypeVar("_Result")

_FOUND: Final = 200
_NAMED: Final = 3
"""Feeds of a page that are named at most."""
_BUSY_PAUSE: Final = 5.0
"""Seconds between two tries to add to a record that somebody else is writing to."""
_BUSY_TRIES: Final = 120


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

    What is wrong with a feed, and a page that a later look may find, is told among the problems that are new, each time, and leaves
    nothing in the record: what it holds comes with a later look.

    Raises:
        ModelError: when the record was made with other models or another version of the program.
        RecordError: when the record cannot be opened, the disk refuses, or somebody else writes to it and does not end.
    """
    from onrecord.record.contents.feeds import Tags, find_addresses, find_held, find_reports, keep_looks
    from onrecord.record.contents.inbox import is_waiting

    following = Following(look, find_addresses(file), find_held(file))
    after: list[Poll] = []
    for poll in polls:
        entries, looked = _look(poll, look)
        following.resume(poll.url)
        whole = following.follow(entries, poll.url)
        # What was not taken whole is asked for whole again.
        after.append(looked if whole or looked.failures else replace(looked, etag=None, modified=None))
    found = following.found
    news = (
        _when_free(look, lambda: add_found(file, found, manner=manner))
        if found or is_waiting(file)
        else News()
    )
    if wordless := following.find_wordless(find_reports(file)):
        news = _joined(news, _when_free(look, lambda: add_found(file, wordless, manner=manner)))
    following.settle(find_addresses(file))
    tags = [(one.url, Tags(etag=one.etag, modified=one.modified)) for one in after]
    _when_free(look, lambda: keep_looks(file, tags, following.held))
    return replace(news, problems=(*following.told, *news.problems)), tuple(after)


def _joined(news: News, more: News) -> News:
    """Return what two additions brought, one after the other."""
    return News(
        reports=(*news.reports, *more.reports),
        statements=(*news.statements, *more.statements),
        corroborated=(*news.corroborated, *more.corroborated),
        events=(*news.events, *more.events),
        problems=(*news.problems, *more.problems),
    )


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
    from onrecord.web import find_gate

    try:
        visit = visitor.visit(url)
    except WebError as error:
        yield Problem(code=error.code, message=str(error), path=url)
        return
    if visit.status != _FOUND:
        yield _refused(url, visit.status)
        return
    if gate := find_gate(url, visit.url):
        message = f"{url} leads to {visit.url}, {gate}, which is not read; save the page yourself"
        yield Problem(code="web.led-away", message=message, path=url)
        return
    yield from read_page(visit, visit.url, {"url": visit.url})


def _look(poll: Poll, look: Look) -> tuple[list[Capture | Problem], Poll]:
    """Return the entries of a feed, none where it did not change, and how the look went."""
    from onrecord.ingest import is_watchable, read_entries
    from onrecord.web import refuse_address

    failed = replace(poll, failures=poll.failures + 1, retry_after=None)
    try:
        refuse_address(poll.url)
        if not look.manners.may_visit(poll.url):
            fault = look.manners.fault(poll.url)
            message = f"{poll.url}: its host lets no program visit it"
            raise fault or WebError("web.not-allowed", message)
        visit = look.visitor.visit(poll.url, etag=poll.etag, modified=poll.modified)
    except WebError as error:
        return [Problem(code=error.code, message=str(error), path=poll.url)], failed
    if visit.unchanged:
        return [], replace(poll, failures=0, retry_after=visit.retry_after)
    if visit.status != _FOUND:
        return [_refused(poll.url, visit.status)], replace(failed, retry_after=visit.retry_after)
    if not is_watchable(visit.payload):
        return [_no_feed(poll.url, visit)], replace(failed, retry_after=visit.retry_after)
    looked = replace(
        poll, etag=visit.etag, modified=visit.modified, failures=0, retry_after=visit.retry_after
    )
    return list(read_entries(visit.payload, poll.url, linked=look.pages)), looked


def _no_feed(url: str, visit: Visit) -> Problem:
    """Tell what stands where a feed should: nothing of it goes into a record, for it may be a page of an error or for signing in."""
    from onrecord.web import find_feeds

    feeds = find_feeds(visit.payload, visit.url)[:_NAMED]
    way_out = f"this page names {' and '.join(feeds)}" if feeds else "give the address of the feed itself"
    led = f" leads to {visit.url}, which" if visit.url != url else ""
    what = "is no feed (RSS, Atom or JSON feed)" if visit.payload else "is empty"
    return Problem(code="web.no-feed", message=f"{url}{led} {what}; {way_out}", path=url)


def _refused(url: str, status: int) -> Problem:
    message = f"{url} answers with status {status} instead of what stands there; look at it in a browser"
    return Problem(code="web.refused", message=message, path=url)
