from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from onrecord import following as module
from onrecord.following import MOST_TRIES, Following, Look
from onrecord.ingest import capture_item
from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from onrecord.web import Manners, Visitor
from support.servers import answer, serve

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from onrecord.record.contents.feeds import Held
    from support.servers import Answer

HTML = {"Content-Type": "text/html"}
PAGE = answer(b"<html><body><p>The quay is closed, the harbour master said.</p></body></html>", headers=HTML)


@dataclass
class Site:
    """A site whose feed has entries, looked at again and again; an hour lies between two looks."""

    visitor: Visitor
    pages: dict[str, Answer]
    heard: list[tuple[str, dict[str, str]]]
    url: str = ""
    held: Mapping[str, Held] = field(default_factory=dict[str, "Held"])
    known: frozenset[str] = frozenset()
    hours: int = 0
    manners: Manners | None = None

    def entry(self, name: str, text: str = "The council voted on the quay.") -> Capture:
        """Return an entry that leads to a page of the site."""
        members: dict[str, object] = {"title": name, "url": f"{self.url}/{name}"}
        return capture_item({**members, "text": text} if text else members, f"feed#{name}")

    def look(self, *entries: Capture | Problem, pages: bool = True) -> Following:
        """Look once at the entries of its feed, an hour later."""
        self.hours += 1
        self.manners = self.manners or Manners(self.visitor, clock=lambda: self.hours * 3600.0)
        look = Look(visitor=self.visitor, manners=self.manners, pages=pages, pause=lambda _seconds: None)
        once = Following(look, self.known, self.held)
        once.resume("feed")
        once.follow(entries, "feed")
        captured = frozenset(one.locator for one in once.found if isinstance(one, Capture))
        of_entries = frozenset(f"{self.url}/{one.rpartition('#')[2]}" for one in captured if "#" in one)
        self.known |= captured | of_entries
        once.settle(self.known)
        self.held = {url: one for url, one in {**self.held, **once.held}.items() if one is not None}
        return once

    def asked(self) -> list[str]:
        """Return the pages that were asked for since the last time."""
        paths = [path for path, _ in self.heard if path != "/robots.txt"]
        self.heard.clear()
        return paths


@contextmanager
def site_with(pages: Mapping[str, Answer]) -> Generator[Site]:
    with Visitor(allow_private=True) as visitor:
        site = Site(visitor, {"/robots.txt": answer(b""), **pages}, [])
        with serve(site.pages, site.heard) as url:
            site.url = url
            yield site


def told(found: list[Capture | Problem] | list[Problem]) -> list[str]:
    return [one.code for one in found if isinstance(one, Problem)]


def places(found: list[Capture | Problem]) -> list[str]:
    return [one.locator for one in found if isinstance(one, Capture)]


def test_the_page_of_an_entry_without_a_text_is_visited() -> None:
    with site_with({"/quay": PAGE}) as site:
        once = site.look(site.entry("quay", ""))
        assert (places(once.found), once.told) == ([site.url + "/quay"], [])


def test_an_entry_without_a_text_whose_page_is_gone_is_told_and_its_page_not_asked_for_again() -> None:
    with site_with({}) as site:
        once = site.look(site.entry("quay", ""))
        assert (places(once.found), told(once.found)) == ([], ["web.refused"])
        assert site.asked() == ["/quay"]
        assert site.look(site.entry("quay", "")).found == []
        assert site.asked() == []


def test_a_page_that_fails_for_now_is_asked_for_at_the_next_look_whether_its_feed_still_has_it_or_not() -> (
    None
):
    with site_with({"/quay": answer(status=503), "/pier": PAGE}) as site:
        once = site.look(site.entry("quay"), site.entry("pier"))
        assert places(once.found) == [site.url + "/pier"]
        assert told(once.told) == ["web.refused"]
        assert "asked for again at the next look" in once.told[0].message
        site.pages["/quay"] = PAGE
        site.asked()
        again = site.look()
        assert (places(again.found), again.told, site.asked()) == ([site.url + "/quay"], [], ["/quay"])
        assert site.held == {}


def test_it_is_asked_for_less_and_less_often_and_not_for_ever() -> None:
    with site_with({"/quay": answer(status=500)}) as site:
        site.look(site.entry("quay"))
        looks, found = [1], list[Capture | Problem]()
        site.asked()
        for number in range(2, 40):
            found += site.look(site.entry("quay")).found
            looks += [number] * len(site.asked())
    assert looks == [1, 2, 4, 8, 16]
    assert len(looks) == MOST_TRIES
    assert (places(found), told(found)) == (["feed#quay"], ["web.refused"])
    assert "its text in the feed is taken" in str(found[0])


def test_a_host_that_wants_to_be_left_alone_is_and_that_is_no_try() -> None:
    with site_with({"/a": answer(status=429, headers={"Retry-After": "9000"}), "/b": PAGE}) as site:
        once = site.look(site.entry("a"), site.entry("b"))
        assert site.asked() == ["/a"]
        assert told(once.told) == ["web.refused", "web.later"]
        tries = {url: one.tries for url, one in site.held.items()}
        later = site.look()
        assert (site.asked(), told(later.told)) == ([], ["web.later"])
        assert {url: one.tries for url, one in site.held.items()} == tries
        site.pages["/a"] = PAGE
        site.hours += 2
        assert len(site.look().found) == 2


def test_a_host_that_fails_again_and_again_is_asked_no_more_in_this_look() -> None:
    broken = {f"/{n}": answer(status=502) for n in range(8)}
    with site_with(broken) as site:
        once = site.look(*(site.entry(str(n)) for n in range(8)))
        assert site.asked() == ["/0", "/1", "/2"]
        assert "5 pages are left for a later look" in once.told[-1].message
        found = [one for _ in range(20) for one in site.look().found]
        assert len(places(found)) == 8
        assert len(site.asked()) <= 3 * 2 * MOST_TRIES


def test_a_host_whose_wishes_cannot_be_learned_is_asked_again() -> None:
    with site_with({"/robots.txt": answer(status=503), "/quay": PAGE}) as site:
        once = site.look(site.entry("quay"))
        assert (once.found, told(once.told)) == ([], ["web.unreachable"])
        site.pages["/robots.txt"] = answer(b"")
        assert places(site.look().found) == [site.url + "/quay"]


@pytest.mark.parametrize("text", ["The council voted.", ""])
def test_a_host_that_wants_no_programs_is_not_visited(text: str) -> None:
    with site_with({"/robots.txt": answer(b"User-agent: *\nDisallow: /\n"), "/quay": PAGE}) as site:
        once = site.look(site.entry("quay", text))
        assert site.asked() == []
    assert (places(once.found), told(once.found)) == (
        (["feed#quay"], []) if text else ([], ["web.not-allowed"])
    )


def test_a_page_where_one_signs_in_is_no_report() -> None:
    away = answer(status=302, headers={"Location": "/login?back=/quay"})
    with site_with({"/quay": away, "/login?back=/quay": PAGE}) as site:
        once = site.look(site.entry("quay"))
    assert (places(once.found), told(once.found)) == (["feed#quay"], ["web.led-away"])


def test_what_is_no_page_gives_way_to_the_feed_and_is_read_where_the_feed_says_nothing() -> None:
    notes = answer(b"The council voted on the quay.", headers={"Content-Type": "text/plain"})
    with site_with({"/notes": notes, "/more": notes}) as site:
        once = site.look(site.entry("notes"), site.entry("more", ""))
        assert places(once.found) == ["feed#notes", site.url + "/more"]


def test_an_entry_of_two_feeds_is_followed_once() -> None:
    with site_with({"/quay": PAGE}) as site:
        once = site.look(site.entry("quay"), site.entry("quay", "Others say it so."))
        assert len(once.found) == 1


def test_more_pages_than_are_visited_at_a_time_are_left_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 3)
    with site_with({f"/{n}": PAGE for n in range(5)}) as site:
        entries = [site.entry(str(n)) for n in range(5)]
        look = Look(visitor=site.visitor, manners=Manners(site.visitor), pause=lambda _seconds: None)
        once = Following(look, (), {})
        assert not once.follow(entries, "feed")
        assert "2 new entries are left" in once.told[0].message
        rest = Following(look, [site.url + f"/{n}" for n in range(3)], {})
        assert rest.follow(entries, "feed")
        assert [len(one.found) for one in (once, rest)] == [3, 2]


def test_what_waits_is_taken_as_its_feed_has_it_where_no_pages_are_visited() -> None:
    with site_with({"/quay": answer(status=503)}) as site:
        site.look(site.entry("quay"))
        assert places(site.look(pages=False).found) == ["feed#quay"]
        assert site.held == {}


def test_what_is_wrong_with_a_feed_is_told_and_not_for_the_record() -> None:
    fault = Problem(code="ingest.bad-feed", message="feed is damaged", path="feed")
    with site_with({"/quay": PAGE}) as site:
        once = site.look(site.entry("quay"), fault)
    assert (len(once.found), once.told) == (1, [fault])
