import json
from collections.abc import Callable
from typing import Any

import pytest

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


DC = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"'
)


def rss(said: str, title: str = "Quay") -> str:
    entry = f"<item><title>{title}</title><description>The council voted.</description>{said}</item>"
    return f'<rss version="2.0" {DC} xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Haldenpost</title>{entry}</channel></rss>'


def rdf(said: str) -> str:
    entry = (
        f'<item rdf:about="x"><title>Quay</title><description>The council voted.</description>{said}</item>'
    )
    return (
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {DC}>'
        f"<channel><title>Haldenpost</title><dc:date>2020-01-01</dc:date></channel>{entry}</rdf:RDF>"
    )


@pytest.mark.parametrize("feed", [rss, rdf])
@pytest.mark.parametrize(
    "said",
    [
        "<dc:date>2024-03-15T10:15:00Z</dc:date>",
        "<dc:date><![CDATA[2024-03-15T10:15:00Z]]></dc:date>",
        "<prism:publicationDate>2024-03-15T10:15:00Z</prism:publicationDate>",
    ],
)
def test_a_day_by_the_words_of_libraries_is_read(feed: Callable[[str], str], said: str) -> None:
    assert entries(feed(said))[0]["date"] == "2024-03-15T10:15:00+00:00"


def test_beside_a_day_of_publishing_another_says_nothing() -> None:
    said = "<pubDate>Fri, 15 Mar 2024 10:15:00 GMT</pubDate><dc:date>2024-03-18</dc:date>"
    assert entries(rss(said))[0]["date"] == "2024-03-15T10:15:00+00:00"
    assert "date" not in entries(rss("<a:updated>2024-03-15</a:updated>"))[0]


def test_a_day_that_is_none_is_kept_to_be_told() -> None:
    assert entries(rss("<pubDate>the other day</pubDate>"))[0]["date"] == "the other day"


def test_what_an_entry_says_of_itself_goes_before_the_feed() -> None:
    said = "<dc:creator>Ana Velik</dc:creator><dc:creator>Lou Hart</dc:creator><dc:language>English</dc:language><dc:publisher>Marsh Post</dc:publisher>"
    entry = entries(rss(said))[0]
    assert (entry["author"], entry["language"], entry["outlet"]) == (
        "Ana Velik; Lou Hart",
        "en",
        "Marsh Post",
    )
    assert entries(rss("<author>ana@h.example (Ana Velik)</author>"))[0]["author"] == "Ana Velik"


def test_the_writer_of_a_feed_wrote_its_entries() -> None:
    whole = ATOM.replace("<entry>", "<author><name>Ana Velik</name></author><entry>")
    assert entries(whole)[0]["author"] == "Ana Velik"
    own = whole.replace("<id>", "<author><name>Lou Hart</name></author><id>")
    assert entries(own)[0]["author"] == "Lou Hart"


def test_markup_in_a_title_is_no_word_of_it() -> None:
    assert (
        entries(rss("", "Quay &lt;em&gt;closed&lt;/em&gt; &amp;amp; ferry"))[0]["title"]
        == "Quay closed & ferry"
    )
    assert entries(rss("", "Less is &lt; more"))[0]["title"] == "Less is < more"


def defining(entities: str, words: str) -> str:
    item = f"<item><title>Quay</title><description>{words}</description></item>"
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]><rss version="2.0"><channel>{item}</channel></rss>'
    )


def test_what_a_feed_defines_by_an_address_is_told_and_not_there() -> None:
    feed = defining('<!ENTITY note SYSTEM "https://h.example/note">', "The council voted. &note;")
    assert [item if isinstance(item, str) else item["html"] for item in entries(feed)] == [
        "ingest.bad-feed",
        "The council voted.",
    ]


def test_a_reference_that_multiplies_without_end_leaves_no_report_of_its_name() -> None:
    bomb = '<!ENTITY a0 "lol">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 9)
    )
    found = [item for item in entries(defining(bomb, "&a8;")) if not isinstance(item, str)]
    assert [item.get("html") for item in found] in ([], [None])
    told = [item for item in read_feed(defining(bomb, "&a8;").encode(), "f.xml") if isinstance(item, Problem)]
    assert {problem.path for problem in told} >= {"f.xml#1"}


def test_a_reference_that_the_text_shows_stays() -> None:
    feed = defining('<!ENTITY pub "Haldenpost">', "Write &amp;pub; for the name. &pub; asks it.")
    assert [item["html"] for item in entries(feed)] == ["Write &pub; for the name. Haldenpost asks it."]
