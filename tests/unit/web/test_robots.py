import pytest

from onrecord.web.robots import LONGEST_DELAY, LONGEST_KEPT, LONGEST_SILENT, Manners
from onrecord.web.visits import Visitor
from support.servers import answer, serve

RULES = b"User-agent: *\nDisallow: /private/\nCrawl-delay: 3\n\nUser-agent: other\nDisallow: /\n"


def test_what_a_host_asks_is_kept_to_and_asked_once() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    with serve({"/robots.txt": answer(RULES)}, heard) as site, Visitor(allow_private=True) as visitor:
        manners = Manners(visitor)
        assert manners.may_visit(site + "/news")
        assert not manners.may_visit(site + "/private/news")
        assert manners.pause(site + "/news") == 3
    assert [path for path, _ in heard] == ["/robots.txt"]


def test_a_host_without_rules_may_be_visited() -> None:
    with serve({}) as site, Visitor(allow_private=True) as visitor:
        manners = Manners(visitor)
        assert manners.may_visit(site + "/news")
        assert manners.pause(site + "/news") == 1


def test_a_host_that_cannot_tell_its_rules_is_left_alone() -> None:
    with serve({"/robots.txt": answer(status=500)}) as site, Visitor(allow_private=True) as visitor:
        manners = Manners(visitor)
        assert not manners.may_visit(site + "/news")
        assert "status 500" in str(manners.fault(site + "/news"))
    with Visitor() as visitor:
        manners = Manners(visitor)
        assert not manners.may_visit(site + "/news")
        fault = manners.fault(site + "/news")
        assert fault is not None
        assert fault.code == "web.private-address"


def test_no_host_makes_us_wait_for_ever() -> None:
    rules = b"User-agent: *\nCrawl-delay: 99999\n"
    with serve({"/robots.txt": answer(rules)}) as site, Visitor(allow_private=True) as visitor:
        assert Manners(visitor).pause(site + "/") == LONGEST_DELAY


def test_a_host_that_could_not_answer_is_asked_again_and_its_rules_are_looked_up_anew_each_day() -> None:
    heard: list[tuple[str, dict[str, str]]] = []
    pages = {"/robots.txt": answer(status=503)}
    now = 0.0
    with serve(pages, heard) as site, Visitor(allow_private=True) as visitor:
        manners = Manners(visitor, clock=lambda: now)
        assert not manners.may_visit(site + "/news")
        pages["/robots.txt"] = answer(b"")
        assert not manners.may_visit(site + "/news")
        now += LONGEST_SILENT
        assert manners.may_visit(site + "/news")
        pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /\n")
        now += LONGEST_KEPT - 1
        assert manners.may_visit(site + "/news")
        now += 1
        assert not manners.may_visit(site + "/news")
    assert len(heard) == 3


def test_a_host_is_left_alone_for_as_long_as_it_asks_but_a_day_at_most() -> None:
    now = 5.0
    with Visitor() as visitor:
        manners = Manners(visitor, clock=lambda: now)
        assert not manners.is_left_alone("https://h.example/news")
        manners.leave_alone("https://h.example/news", 1e9)
        assert manners.is_left_alone("https://h.example/other")
        assert not manners.is_left_alone("https://i.example/other")
        now += LONGEST_KEPT
        assert not manners.is_left_alone("https://h.example/news")


@pytest.mark.parametrize("url", ["http://[::1", "http://[quay]/", "/one", "mailto:a@h.example", ""])
def test_what_is_no_address_may_not_be_visited(url: str) -> None:
    with Visitor() as visitor:
        manners = Manners(visitor)
        assert not manners.may_visit(url)
        fault = manners.fault(url)
        assert fault is not None
        assert fault.code == "web.bad-address"
