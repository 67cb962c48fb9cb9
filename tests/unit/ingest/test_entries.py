from __future__ import annotations

import json

import pytest

from onrecord.ingest.entries import is_watchable, read_entries
from onrecord.model.report import Capture

RSS = """<rss version="2.0"><channel><title>Haldenpost</title>
<item><title>Quay</title><link>https://h.example/q</link><description>The council voted.</description></item>
<item><title>Pier</title><link>https://h.example/p</link></item><item><title>Nothing more</title></item></channel></rss>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Haldenpost",
        "items": [
            {"id": "1", "url": "https://h.example/q", "content_text": "The council voted."},
            {"id": "2", "url": "https://h.example/p", "title": "Pier"},
            {"id": "3", "title": "Nothing more"},
        ],
    }
)


def titles_and_codes(feed: str, *, linked: bool) -> list[str]:
    found = read_entries(feed.encode(), "https://h.example/feed", linked=linked)
    return [json.loads(one.payload)["url"] if isinstance(one, Capture) else one.code for one in found]


@pytest.mark.parametrize("feed", [RSS, JSON_FEED])
def test_entries_that_only_lead_to_a_page_are_yielded_where_pages_are_visited(feed: str) -> None:
    assert titles_and_codes(feed, linked=True) == [
        "https://h.example/q",
        "https://h.example/p",
        "ingest.no-words",
    ]
    assert titles_and_codes(feed, linked=False) == ["https://h.example/q", "ingest.no-words"]


def test_a_feed_without_entries_is_told_as_such() -> None:
    (problem,) = read_entries(b"<rss><channel><title>Haldenpost</title></channel></rss>", "f")
    assert not isinstance(problem, Capture)
    assert (problem.code, problem.message) == (
        "ingest.no-words",
        "f: a feed without entries; look again later",
    )


def test_of_a_feed_that_breaks_off_the_last_entry_waits() -> None:
    cut = RSS[: RSS.index("/p</link>")]
    assert titles_and_codes(cut, linked=True) == ["https://h.example/q", "ingest.damaged"]
    assert titles_and_codes(RSS + "<!-- served by two -->", linked=True)[-1] == "ingest.no-words"


@pytest.mark.parametrize("feed", [RSS, JSON_FEED, "﻿" + RSS, "\n <?xml version='1.0'?><!-- ours -->" + RSS])
def test_a_feed_is_told_by_its_bytes(feed: str) -> None:
    assert is_watchable(feed.encode())


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "<!doctype html><html><body><p>Please sign in.</p></body></html>",
        "<html><body><pre>&lt;rss&gt; <rss></pre></body></html>",
        "Service unavailable",
        '{"error": "sign in", "content": "The quay is closed."}',
        '{"version": 2}',
        '[{"text": "The quay is closed."}]',
        "{" * 100_000,
        "<opml><body/></opml>",
        "<urlset></urlset>",
    ],
)
def test_what_stands_where_a_feed_was_is_none(payload: str) -> None:
    assert not is_watchable(payload.encode())
