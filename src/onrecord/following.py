"""The entries of feeds are followed to the pages they lead to: each page once, and one that fails for now again at a later look.

Where a page is not to be had, what its feed says of it stands in its place, and that is told. An entry whose page may come yet
waits, and is not in the record twice: as its feed has it and as the page.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from onrecord.errors import WebError
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from onrecord.model.report import Capture
    from onrecord.record.contents.feeds import Held
    from onrecord.web import Manners, Visit, Visitor

MOST_PAGES: Final = 200
"""Pages of a feed that are visited in one look; with a second in between that takes some minutes."""
MOST_TRIES: Final = 5
"""How often a page is asked for that fails for reasons that pass."""
_FOUND: Final = 200
_TOO_MANY: Final = 429
_PASSING: Final = frozenset({408, 425, _TOO_MANY, 500, 502, 503, 504, *range(520, 528), 529, 530})
"""Refusals that a later look may not meet (RFC 9110, 15.5 and 15.6; RFC 6585; above 520 those of proxies)."""
_PASSING_CODES: Final = frozenset({"web.unreachable", "web.too-slow"})
_LASTING: Final = frozenset({"ingest.bad-feed", "ingest.no-words"})
"""What is wrong with a feed that another look at the same bytes does not mend; one that breaks off may come whole."""
_FAULTS: Final = 3
"""So many failures one after another are the host's, not those of its pages."""
_DECLARED: Final = ("date", "id", "language", "outlet", "title")
_LATER: Final = "; try again later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to look at feeds: `pages` tells whether the pages that entries lead to are visited, `pause` how to wait."""

    visitor: Visitor
    manners: Manners
    pages: bool = True
    pause: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """An entry of `feed` and the page it leads to, which was asked for `tries` times in vain."""

    url: str
    feed: str
    entry: Capture
    tries: int = 0


class Following:
    """One look's entries. `found` is for the record; `told` is not, for a later look may find otherwise; `held` is to be kept.

    Args:
        look: how to look.
        seen: addresses of pages that are in the record.
        held: what earlier looks left, by the addresses of pages.
    """

    def __init__(self, look: Look, seen: Iterable[str], held: Mapping[str, Held]) -> None:
        self.found: list[Capture | Problem] = []
        self.told: list[Problem] = []
        self.held: dict[str, Held | None] = {}
        self._look = look
        self._before = held
        self._seen = {*seen, *held}
        self._done: dict[str, str] = {}
        self._taken: dict[str, tuple[Capture, frozenset[str]]] = {}
        self._faults: Counter[str] = Counter()
        self._left_alone: Counter[str] = Counter()

    def follow(self, entries: Iterable[Capture | Problem], feed: str) -> bool:
        """Follow each entry that is new, and tell whether that were all: not where there are too many, or the feed breaks off."""
        whole, visited, over = True, 0, 0
        for entry in entries:
            if isinstance(entry, Problem):
                self.told.append(entry)
                whole = whole and entry.code in _LASTING
                continue
            url = _address_of(_members(entry).get("url", ""), feed)
            if not url or not self._look.pages:
                self._take_entry(entry, url)
            elif url not in self._seen and visited == MOST_PAGES:
                over += 1
            elif url not in self._seen:
                visited += 1
                self._seen.add(url)
                self._visit(_Link(url=url, feed=feed, entry=entry))
        if over:
            message = f"{feed}: {over} new entries are left for later looks; {MOST_PAGES} pages are visited at a time"
            self.told.append(Problem(code="web.later", message=message, path=feed))
        return whole and not over

    def resume(self, feed: str) -> None:
        """Ask again for the pages of `feed` that earlier looks left, as far as it is time."""
        for url, held in sorted(self._before.items()):
            if held.feed != feed or not held.entry:
                continue
            if held.wait > 0 and self._look.pages:
                self.held[url] = replace(held, wait=held.wait - 1)
                continue
            link = _Link(url=url, feed=feed, entry=_entry_of(held), tries=held.tries)
            if self._look.pages:
                self._visit(link)
            elif _has_words(link.entry):
                self._finish(link, link.entry)

    def find_wordless(self, reports: frozenset[str]) -> list[Capture]:
        """Return the entries whose pages gave none of the `reports`, named by their ids: what there is of their text is in the feed."""
        taken = sorted(self._taken.items())
        return [entry for _, (entry, ids) in taken if reports.isdisjoint(ids)]

    def settle(self, addresses: frozenset[str]) -> None:
        """Let go of what is in the record by now, where reports have these `addresses`; what gave no report is not asked for again."""
        from onrecord.record.contents.feeds import Held

        for url, feed in self._done.items():
            self.held[url] = None if url in addresses else Held(feed=feed)
        for origin, pages in sorted(self._left_alone.items()):
            message = (
                f"{origin}: {pages} pages are left for a later look, since this host is left alone for now"
            )
            self.told.append(Problem(code="web.later", message=message, path=origin))

    def _take_entry(self, entry: Capture, url: str) -> None:
        if url not in self._seen:
            self.found.append(entry)
        if url:
            self._seen.add(url)

    def _visit(self, link: _Link) -> None:
        """Ask for the page of an entry, where its host lets programs visit it and answers."""
        manners, url = self._look.manners, link.url
        if manners.is_left_alone(url):
            self._leave(link)
        elif not manners.may_visit(url):
            if fault := manners.fault(url):
                self._fail(link, fault)
            elif _has_words(link.entry):
                self._finish(link, link.entry)
            else:
                message = f"{url}: its host lets no program visit it"
                self._give_up(link, "web.not-allowed", message)
        else:
            self._look.pause(manners.pause(url))
            try:
                visit = self._look.visitor.visit(url)
            except WebError as error:
                self._fail(link, error)
                return
            self._take(link, visit)

    def _take(self, link: _Link, visit: Visit) -> None:
        """Take what a visit brought: the page, or what its feed says of it."""
        from onrecord.web import find_gate

        url = link.url
        if visit.status in _PASSING:
            if visit.status == _TOO_MANY or visit.retry_after:
                self._look.manners.leave_alone(url, float(visit.retry_after or 0))
            refusal = WebError("web.refused", f"{url} answers with status {visit.status}")
            self._fail(link, refusal, passing=True)
            return
        self._faults[_origin_of(url)] = 0
        if visit.status != _FOUND:
            self._give_up(link, "web.refused", f"{url} answers with status {visit.status} instead of a page")
        elif gate := find_gate(url, visit.url):
            self._give_up(link, "web.led-away", f"{url} leads to {visit.url}, {gate}")
        elif "html" in visit.media_type.lower() or not _has_words(link.entry):
            members = _members(link.entry)
            declared = {name: members[name] for name in _DECLARED if members.get(name)}
            page = list(read_page(visit, url, {**declared, "url": url}))
            if _has_words(link.entry):
                ids = frozenset(one.id for one in page if not isinstance(one, Problem))
                self._taken[url] = (link.entry, ids)
            self._finish(link, *page)
        else:
            self._finish(link, link.entry)

    def _fail(self, link: _Link, error: WebError, *, passing: bool = False) -> None:
        """Ask again at a later look, less and less often, where the reason may pass; but not for ever."""
        reason = str(error).removesuffix(_LATER)
        if not passing and error.code not in _PASSING_CODES:
            self._give_up(link, error.code, reason)
            return
        origin, tries = _origin_of(link.url), link.tries + 1
        self._faults[origin] += 1
        if self._faults[origin] >= _FAULTS:
            self._look.manners.leave_alone(link.url, 0.0)
        if tries >= MOST_TRIES:
            self._give_up(link, error.code, f"{reason}; it was asked for {tries} times and is given up")
            return
        looks = 2 ** (tries - 1)
        when = "at the next look" if looks == 1 else f"{looks} looks from now"
        message = f"{reason}; it is asked for again {when}, and its entry waits for that"
        self.told.append(Problem(code=error.code, message=message, path=link.url))
        self._hold(link, tries, looks - 1)

    def _leave(self, link: _Link) -> None:
        """Leave a page to a later look without asking for it: a try where its host failed just now."""
        origin = _origin_of(link.url)
        if self._faults[origin] and link.tries + 1 >= MOST_TRIES:
            message = f"{link.url}: its host did not answer at {MOST_TRIES} looks; the page is given up"
            self._give_up(link, "web.unreachable", message)
            return
        self._left_alone[origin] += 1
        self._hold(link, link.tries + bool(self._faults[origin]), 0)

    def _hold(self, link: _Link, tries: int, wait: int) -> None:
        from onrecord.record.contents.feeds import Held

        entry = link.entry.payload.decode()
        self.held[link.url] = Held(
            feed=link.feed, locator=link.entry.locator, entry=entry, tries=tries, wait=wait
        )

    def _give_up(self, link: _Link, code: str, message: str) -> None:
        """Take what the feed says in place of a page that is not to be had, and tell it."""
        words = _has_words(link.entry)
        instead = "its text in the feed is taken" if words else "its entry holds no text either"
        problem = Problem(code=code, message=f"{message}; {instead}", path=link.url)
        self._finish(link, problem, *((link.entry,) if words else ()))

    def _finish(self, link: _Link, *found: Capture | Problem) -> None:
        self.found += found
        self._done[link.url] = link.feed


def read_page(visit: Visit, place: str, declared: Mapping[str, str]) -> Iterator[Capture | Problem]:
    """Yield what a visit brought, with what is known of it and the encoding that the server states."""
    from onrecord.ingest import read_bytes

    stated = {"charset": visit.charset} if visit.charset else {}
    return read_bytes(visit.payload, place, declared={**declared, **stated})


def _origin_of(url: str) -> str:
    from onrecord.web import origin_of

    return origin_of(url)


def _address_of(link: str, feed: str) -> str:
    """Return where an entry of `feed` leads: some feeds leave out what their own address begins with."""
    if not link:
        return ""
    try:
        return urljoin(feed, link)
    except ValueError:
        return link


def _entry_of(held: Held) -> Capture:
    from onrecord.ingest import capture_item

    members: dict[str, object] = json.loads(held.entry)
    return capture_item(members, held.locator)


def _has_words(entry: Capture) -> bool:
    from onrecord.ingest import has_words

    return has_words(_members(entry))


def _members(entry: Capture) -> dict[str, str]:
    members: dict[str, object] = json.loads(entry.payload)
    return {name: value for name, value in members.items() if isinstance(value, str)}
