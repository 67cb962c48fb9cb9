import pytest

from onrecord.web.alternates import find_feeds

URL = "https://haldenpost.example/news/"


def test_the_feeds_of_a_page_are_found_in_its_order_whatever_way_they_are_written() -> None:
    page = b"""<html><head><link rel=stylesheet href=/a.css><LINK REL='alternate home' TYPE='application/atom+xml; charset=utf-8'
        title="News" HREF='../all.atom?a=1&amp;b=2'/>
        <link rel="alternate" type="application/rss+xml" href="https://other.example/rss">
        <link href=feed.json type=application/feed+json rel=alternate>
        <link rel="alternate" type="application/rss+xml" href="https://other.example/rss"></head>"""
    assert find_feeds(page, URL) == (
        "https://haldenpost.example/all.atom?a=1&b=2",
        "https://other.example/rss",
        "https://haldenpost.example/news/feed.json",
    )


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"\xff\x00<link",
        b'<link rel="alternate" hreflang="de" href="/de">',
        b'<link rel="alternate" type="application/rss+xml">',
        b'<link rel="alternate" type="application/rss+xml" href="http://[::1">',
        b'<link rel="alternate" type="application/rss+xml" href="javascript:x()">',
        b"<link " * 20_000,
    ],
)
def test_a_page_that_names_none_has_none(page: bytes) -> None:
    assert find_feeds(page, URL) == ()
