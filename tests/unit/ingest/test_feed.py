import json
from typing import Any

from onrecord.ingest.feed import is_feed, read_feed
from onrecord.model.problem import Problem

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Haldenpost</title><language>en</language>
<item><title>Quay to close</title><link>https://h.example/q</link><guid>q1</guid>
<pubDate>Fri, 15 Mar 2024 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The council &amp; the mayor voted.</p>]]></content:encoded></item>
<item><title>No words</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Haldenpost</title>
<entry><title>Quay</title><id>e1</id><updated>2024-03-18T00:00:00Z</updated><summary>The council voted.</summary></entry></feed>"""


def entries(feed: str) -> list[Any]:
    found = read_feed(feed.encode(), "f.xml")
    return [item.code if isinstance(item, Problem) else json.loads(item.payload) for item in found]


def test_an_entry_is_read_with_its_content_and_its_own_day() -> None:
    assert entries(RSS) == [
        {
            "date": "2024-03-15T23:30:00-05:00",
            "html": "<p>The council &amp; the mayor voted.</p>",
            "id": "q1",
            "language": "en",
            "outlet": "Haldenpost",
            "title": "Quay to close",
            "url": "https://h.example/q",
        },
        "ingest.no-words",
    ]


def test_a_day_of_updating_is_no_day_of_publishing() -> None:
    entry = entries(ATOM)[0]
    assert "date" not in entry
    assert (entry["outlet"], entry["id"]) == ("Haldenpost", "e1")


def test_a_damaged_feed_gives_what_stands_before_the_damage() -> None:
    found = entries(RSS[: RSS.index("<item><title>No")])
    assert found[0]["title"] == "Quay to close"
    assert "ingest.bad-feed" in found


def test_entities_that_grow_are_stopped() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
        + "]><rss><channel><item><title>&j;</title><description>&j;</description></item></channel></rss>"
    )
    assert "ingest.bad-feed" in entries(bomb)


def test_a_feed_is_told_from_a_page() -> None:
    assert is_feed(RSS.encode())
    assert is_feed(ATOM.encode())
    assert not is_feed(b"<html><body><rss>")
    assert not is_feed(b"Ahoy")


def test_a_feed_that_its_library_stumbles_over_is_told() -> None:
    assert entries("<rss><channel<item<link</item</link>") == ["ingest.bad-feed"]


def test_an_id_is_no_address_though_no_link_stands_beside_it() -> None:
    (entry,) = entries(
        "<rss><channel><item><title>Quay</title><guid>17</guid><description>Ahoy</description></item></channel></rss>"
    )
    assert (entry["id"], entry.get("url")) == ("17", None)
