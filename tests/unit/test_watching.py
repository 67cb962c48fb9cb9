from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.clean import read_report
from onrecord.following import Look
from onrecord.growing import Manner
from onrecord.model.report import Capture
from onrecord.pipeline import build
from onrecord.record import check, copy_record, open_record
from onrecord.record.contents.feeds import find_addresses
from onrecord.record.stores.store import store_of
from onrecord.watching import find_polls, look_at_feeds, visit_address
from onrecord.web import Manners, Poll, Visitor
from support.cheap import cheap_reading, write_notes
from support.servers import answer, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.stores import Places

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
    with open_record(record) as opened:
        assert opened.problems() == ()


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


def test_an_address_that_leads_to_where_one_signs_in_gives_no_report() -> None:
    away = answer(status=302, headers={"Location": "/login?back=/page"})
    with (
        serve({"/page": away, "/login?back=/page": answer(PAGE)}) as site,
        Visitor(allow_private=True) as visitor,
    ):
        (problem,) = visit_address(site + "/page", visitor)
    assert getattr(problem, "code", None) == "web.led-away"


def test_the_next_run_asks_only_for_what_changed_since_the_last_one(places: Places, record: Path) -> None:
    place = places.at("watched.db")
    copy_record(record, place)
    heard: list[tuple[str, dict[str, str]]] = []
    pages = {"/robots.txt": answer(b"")}
    with serve(pages, heard) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(
            feed(site, "one"), headers={"ETag": '"1"', "Last-Modified": "Fri, 15 Mar 2024"}
        )
        urls = [site + "/feed", site + "/feed"]
        look = Look(visitor=visitor, manners=Manners(visitor), pages=False)
        look_at_feeds(str(place), find_polls(str(place), urls), look, manner=ALONE)
        pages["/feed"] = answer(status=304)
        news, (poll,) = look_at_feeds(str(place), find_polls(str(place), urls), look, manner=ALONE)
    assert (news.reports, news.problems, poll.etag) == ((), (), '"1"')
    asked = [headers for path, headers in heard if path == "/feed"]
    assert "if-none-match" not in asked[0]
    assert (asked[1]["if-none-match"], asked[1]["if-modified-since"]) == ('"1"', "Fri, 15 Mar 2024")


def test_a_feed_is_asked_for_whole_where_the_record_was_built_anew(record: Path) -> None:
    with serve({"/robots.txt": answer(b"")}) as site, Visitor(allow_private=True) as visitor:
        pages = {"/feed": answer(feed(site, "one"), headers={"ETag": '"1"'}), "/robots.txt": answer(b"")}
        with serve(pages) as other:
            look = Look(visitor=visitor, manners=Manners(visitor), pages=False)
            look_at_feeds(record, find_polls(record, [other + "/feed"]), look, manner=ALONE)
            assert find_polls(record, [other + "/feed"])[0].etag == '"1"'
            build([record.parent / "notes"], record, jobs=1).close()
            assert find_polls(record, [other + "/feed"])[0].etag is None


def test_links_that_lead_nowhere_or_leave_out_their_host_harm_nobody(record: Path) -> None:
    pages = {"/one": answer(PAGE, headers={"Content-Type": "text/html"}), "/robots.txt": answer(b"")}
    with serve(pages) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(feed("", "one"))
        pages["/bad"] = answer(feed("http://[::1", "one", "two"))
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        polls = find_polls(record, [site + "/feed", site + "/bad"])
        news, _ = look_at_feeds(record, polls, look, manner=ALONE)
    assert {report.url for report in news.reports} >= {site + "/one"}
    assert len(news.reports) == 3


def test_a_record_that_somebody_else_writes_to_is_waited_for(record: Path) -> None:
    waits: list[float] = []
    held = store_of(record).writing_alone()

    def pause(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            held.__exit__(None, None, None)

    with serve({"/robots.txt": answer(b"")}) as site, Visitor(allow_private=True) as visitor:
        look = Look(visitor=visitor, manners=Manners(visitor), pages=False, pause=pause)
        pages = {"/feed": answer(feed(site, "one")), "/robots.txt": answer(b"")}
        with serve(pages) as other:
            held.__enter__()
            news, _ = look_at_feeds(record, find_polls(record, [other + "/feed"]), look, manner=ALONE)
    assert len(news.reports) == 1
    assert waits == [5.0, 5.0]


def test_a_page_is_read_in_the_encoding_that_its_server_states() -> None:
    page = "<article><p>“Причал закрыт”, сказала мэр.</p></article>".encode("windows-1251")
    served = answer(page, headers={"Content-Type": "text/html; charset=windows-1251"})
    with serve({"/page": served}) as site, Visitor(allow_private=True) as visitor:
        (capture,) = visit_address(site + "/page", visitor)
    assert isinstance(capture, Capture)
    report, _ = read_report(capture)
    assert report is not None
    assert "“Причал закрыт”" in report.text


PAGE_WITH_FEED = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/all.rss"></head>
<body><p>Please sign in, the Haldenpost said.</p></body></html>"""


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (PAGE_WITH_FEED, "this page names {}/all.rss"),
        (b"<html><body><p>Please sign in.</p></body></html>", "give the address of the feed itself"),
        (b"Back soon.", "give the address of the feed itself"),
        (b'{"error": "no", "text": "The quay is closed."}', "give the address of the feed itself"),
        (b"", "is empty"),
    ],
)
def test_what_stands_where_a_feed_should_goes_into_no_record(record: Path, body: bytes, told: str) -> None:
    pages = {"/robots.txt": answer(b""), "/feed": answer(body, headers={"ETag": '"login"'})}
    with serve(pages) as site, Visitor(allow_private=True) as visitor:
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        news, (poll,) = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
    assert news.reports == ()
    (problem,) = news.problems
    assert problem.code == "web.no-feed"
    assert told.format(site) in problem.message
    assert (poll.failures, poll.etag) == (1, None)


def test_a_feed_that_breaks_off_is_asked_for_whole_again(record: Path) -> None:
    pages = {"/robots.txt": answer(b"")}
    with serve(pages) as site, Visitor(allow_private=True) as visitor:
        whole = feed(site, "one", "two")
        pages["/feed"] = answer(whole[: whole.index(b" said of two")], headers={"ETag": '"1"'})
        look = Look(visitor=visitor, manners=Manners(visitor), pages=False)
        news, (poll,) = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
        assert [problem.code for problem in news.problems] == ["ingest.damaged"]
        assert (len(news.reports), poll.etag) == (1, None)
        pages["/feed"] = answer(whole, headers={"ETag": '"1"'})
        again, (poll,) = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
    assert (len(again.reports), again.problems, poll.etag) == (1, (), '"1"')
    with open_record(record) as opened:
        assert all(name in " ".join(one.text for one in opened.reports()) for name in ("of one", "of two"))


def test_a_page_that_failed_for_now_comes_with_the_next_run_though_its_feed_did_not_change(
    record: Path,
) -> None:
    pages = {"/robots.txt": answer(b""), "/one": answer(status=503)}
    with serve(pages) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(feed(site, "one"), headers={"ETag": '"1"'})
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        news, _ = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
        assert (news.reports, [problem.code for problem in news.problems]) == ((), ["web.refused"])
        pages["/feed"] = answer(status=304)
        pages["/one"] = answer(PAGE, headers={"Content-Type": "text/html"})
        news, _ = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
    assert [report.url for report in news.reports] == [site + "/one"]
    assert news.problems == ()
    with open_record(record) as opened:
        assert opened.problems() == ()


def test_where_a_page_holds_no_words_the_text_in_its_feed_is_taken(record: Path) -> None:
    shell = b"<html><head><script>load()</script></head><body><div id=root></div></body></html>"
    pages = {"/robots.txt": answer(b""), "/one": answer(shell, headers={"Content-Type": "text/html"})}
    heard: list[tuple[str, dict[str, str]]] = []
    with serve(pages, heard) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(feed(site, "one"))
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        news, polls = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
        look_at_feeds(record, polls, look, manner=ALONE)
    assert ["of one" in report.text for report in news.reports] == [True]
    assert [problem.code for problem in news.problems] == ["clean.no-text"]
    assert [path for path, _ in heard].count("/one") == 1


def test_one_page_at_two_addresses_is_one_report_and_no_feed_stands_in_for_it(record: Path) -> None:
    page = answer(PAGE, headers={"Content-Type": "text/html"})
    pages = {"/robots.txt": answer(b""), "/one": page, "/two": page}
    with serve(pages) as site, Visitor(allow_private=True) as visitor:
        pages["/feed"] = answer(feed(site, "one", "two"))
        look = Look(visitor=visitor, manners=Manners(visitor), pause=lambda _seconds: None)
        news, _ = look_at_feeds(record, find_polls(record, [site + "/feed"]), look, manner=ALONE)
    assert ["The ferry will open" in report.text for report in news.reports] == [True]


def test_only_addresses_of_the_web_are_visited(record: Path) -> None:
    with Visitor() as visitor:
        look = Look(visitor=visitor, manners=Manners(visitor))
        news, _ = look_at_feeds(record, [Poll(url="ftp://h.example/feed")], look, manner=ALONE)
    (problem,) = news.problems
    assert problem.message == "ftp://h.example/feed is no web address: only http:// and https:// are visited"
