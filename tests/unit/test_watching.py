from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.growing import Manner, find_addresses
from onrecord.pipeline import build
from onrecord.record import check, open_record
from onrecord.watching import Look, look_at_feeds, visit_address
from onrecord.web import Manners, Poll, Visitor
from support.cheap import cheap_reading, write_notes
from support.servers import answer, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ALONE = Manner(jobs=1)
PAGE = b"""<html><head><title>Ferry</title></head><body><article><p>\xe2\x80\x9cThe ferry will open in May,\xe2\x80\x9d Ana Velik said.</p>
<p>Nobody else spoke of it on that day, in that place or in any other.</p></article></body></html>"""


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write_notes(tmp_path / "notes", 1, seed=1)
    build([tmp_path / "notes"], tmp_path / "a.db", jobs=1).close()
    return tmp_path / "a.db"


def feed(site: str, *entries: str) -> bytes:
    items = "".join(
        f"<item><title>{name}</title><link>{site}/{name}</link><pubDate>Fri, 15 Mar 2024 10:15:00 GMT</pubDate>"
        f"<description>“The pier needs new piles,” Orla Fennimore said of {name}.</description></item>"
        for name in entries
    )
    return f"<rss><channel><title>Haldenpost</title>{items}</channel></rss>".encode()


def test_what_is_new_in_a_feed_is_added_as_the_pages_it_leads_to(record: Path) -> None:
    pages = {"/one": answer(PAGE, headers={"Content-Type": "text/html"}), "/robots.txt": answer(b"")}
    heard: list[tuple[str, dict[str, str]]] = []
    waits: list[float] = []
    with serve(pages, heard) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(feed(site, "one", "gone"), headers={"ETag": '"1"'})
        look = Look(visitor=visitor, manners=Manners(visitor), pause=waits.append)
        news, (poll,) = look_at_feeds(record, [Poll(url=site + "/feed")], look, manner=ALONE)
        assert len(news.reports) == 2
        assert [(problem.code, problem.path) for problem in news.problems] == [
            ("web.refused", site + "/gone")
        ]
        assert poll.etag == '"1"'
        again, _ = look_at_feeds(record, [poll], look, manner=ALONE)
    assert again.reports == ()
    assert [path for path, _ in heard] == ["/robots.txt", "/feed", "/one", "/gone", "/feed"]
    assert heard[-1][1]["if-none-match"] == '"1"'
    assert waits == [1.0, 1.0]
    assert find_addresses(record) == {site + "/one", site + "/gone"}
    assert check(record) == ()
    with open_record(record) as opened:
        days = {report.outlet.name: report.published for report in opened.reports() if report.outlet}
        texts = [report.text for report in opened.reports() if report.url]
    assert str(days["Haldenpost"].earliest if days["Haldenpost"] else None) == "2024-03-15"
    assert any("The ferry will open" in text for text in texts)
    assert any("of gone" in text for text in texts)


def test_a_feed_that_cannot_or_may_not_be_visited_is_told_and_tried_less_often(record: Path) -> None:
    with (
        serve({"/robots.txt": answer(b"User-agent: *\nDisallow: /feed\n")}) as site,
        Visitor(allow_private=True) as visitor,
    ):
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        polls = [Poll(url=site + "/feed"), Poll(url=site + "/missing")]
        news, looked = look_at_feeds(record, polls, look, manner=ALONE)
    assert [problem.code for problem in news.problems] == ["web.not-allowed", "web.refused"]
    assert [poll.failures for poll in looked] == [1, 1]


def test_a_page_whose_host_wants_no_programs_is_taken_as_its_feed_has_it(record: Path) -> None:
    pages = {"/robots.txt": answer(b"User-agent: *\nDisallow: /one\n")}
    heard: list[tuple[str, dict[str, str]]] = []
    with serve(pages, heard) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(feed(site, "one"))
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        news, _ = look_at_feeds(record, [Poll(url=site + "/feed")], look, manner=ALONE)
    assert len(news.reports) == 1
    assert "/one" not in [path for path, _ in heard]


def test_an_address_that_a_user_names_is_read_as_a_file_would_be() -> None:
    with (
        serve({"/page": answer(PAGE), "/gone": answer(status=410)}) as site,
        Visitor(allow_private=True) as visitor,
    ):
        (capture,) = visit_address(site + "/page", visitor)
        (problem,) = visit_address(site + "/gone", visitor)
        (refused,) = visit_address("ftp://h.example/", visitor)
    assert getattr(capture, "declared", None) == {"url": site + "/page"}
    assert [getattr(one, "code", None) for one in (problem, refused)] == ["web.refused", "web.bad-address"]
