import json
from typing import Any

import pytest

from onrecord.ingest.json_document import read_json_document, read_members
from onrecord.model.problem import Problem


def articles(document: object, **columns: str) -> list[Any]:
    payload = document if isinstance(document, bytes) else json.dumps(document).encode()
    found = read_json_document(payload, "d.json", columns=columns)
    return [item.code if isinstance(item, Problem) else json.loads(item.payload) for item in found]


def test_a_list_of_articles_is_read_wherever_it_stands() -> None:
    article = {
        "title": "Quay",
        "content": "Ahoy",
        "publishedAt": "2024-03-15T10:15:00Z",
        "source": {"name": "Halden"},
    }
    expected = {"title": "Quay", "text": "Ahoy", "date": "2024-03-15T10:15:00Z", "outlet": "Halden"}
    assert articles([article]) == [expected]
    assert articles({"status": "ok", "articles": [article]}) == [expected]
    assert articles({"response": {"results": [article]}}) == [expected]


def test_a_json_feed_names_the_outlet_of_its_items() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Haldenpost",
        "items": [{"id": "1", "content_html": "<p>Ahoy", "authors": [{"name": "Ana Velik"}]}],
    }
    assert articles(feed) == [{"id": "1", "html": "<p>Ahoy", "author": "Ana Velik", "outlet": "Haldenpost"}]


@pytest.mark.parametrize(
    "item",
    [
        {
            "uri": "u:1",
            "headline": "Quay",
            "body_xhtml": "<p>Ahoy</p>",
            "versioncreated": "2024-03-15",
            "byline": "A",
        },
        {
            "uri": "u:1",
            "headlines": [{"role": "main", "value": "Quay"}],
            "bodies": [{"contenttype": "text/html", "value": "<p>Ahoy</p>"}],
            "versioncreated": "2024-03-15",
            "by": "A",
        },
    ],
)
def test_an_agency_item_is_read_in_either_version(item: dict[str, object]) -> None:
    read = articles(item)[0]
    assert (read["title"], read["html"], read["date"], read["id"]) == (
        "Quay",
        "<p>Ahoy</p>",
        "2024-03-15",
        "u:1",
    )


def test_quotations_without_a_text_are_read_with_the_words_around_them() -> None:
    item = {
        "url": "https://h.example/q",
        "quotes": [{"pre": "The mayor said", "quote": "No.", "post": "She left."}],
    }
    assert articles([item])[0]["text"] == "The mayor said “No.” She left."


def test_what_holds_no_words_or_no_json_is_told() -> None:
    assert articles([{"title": "Quay"}]) == ["ingest.no-words"]
    assert articles(b'[{"title":') == ["ingest.bad-json"]
    assert articles(b"[" * 200_000) == ["ingest.bad-json"]
    assert articles({}) == ["ingest.no-words"]


@pytest.mark.parametrize(
    "name", ["versioncreated", "versionCreated", "VersionCreated", "firstCreated", "firstcreated"]
)
def test_an_agency_item_has_its_day_however_its_names_are_written(name: str) -> None:
    item = {
        "headlines": [{"value": "Quay"}],
        "bodies": [{"contentType": "text/plain", "value": "Ahoy"}],
        "infoSources": [{"name": "Coastal Press"}],
        "copyrightHolder": "Coastal",
        "by": "Ana Velik",
        name: "2024-03-15",
    }
    assert articles(item) == [
        {"author": "Ana Velik", "date": "2024-03-15", "outlet": "Coastal", "text": "Ahoy", "title": "Quay"}
    ]


def test_what_a_json_feed_says_of_itself_holds_for_its_articles() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Haldenpost",
        "language": "de",
        "authors": [{"name": "Ana Velik"}],
        "items": [
            {"content_text": "Ahoy"},
            {"content_text": "There", "language": "en", "authors": [{"name": "Lou Hart"}]},
        ],
    }
    assert articles(feed) == [
        {"author": "Ana Velik", "language": "de", "outlet": "Haldenpost", "text": "Ahoy"},
        {"author": "Lou Hart", "language": "en", "outlet": "Haldenpost", "text": "There"},
    ]


def test_where_no_member_is_known_they_are_named_with_the_way_out() -> None:
    payload = json.dumps([{"Volltext": "Der Kai ist zu.", "\ud800": 1}]).encode()
    (problem,) = read_json_document(payload, "a.json")
    assert isinstance(problem, Problem)
    assert "Volltext, ?" in problem.message
    assert "--column text=NAME" in problem.message


@pytest.mark.parametrize(
    "said",
    [
        {"copyrightholder": "Coastal Press"},
        {"copyrightHolder": "Coastal Press", "source": "Another"},
        {"infoSources": [{"role": "x"}, {"name": "Coastal Press"}]},
        {"infosource": [{"literal": "Coastal Press"}]},
        {"source": "Coastal Press"},
        {"provider": {"name": "Coastal Press"}},
        {"publisher": "Coastal Press"},
    ],
)
def test_ninjs_names_its_outlet_in_several_places(said: dict[str, object]) -> None:
    assert read_members({"headline": "Quay", "body_text": "Ahoy", **said}, {})["outlet"] == "Coastal Press"


@pytest.mark.parametrize(
    "said",
    [
        {"source": {"id": "coastal", "name": "Coastal Press"}},
        {"source": {"id": "Coastal Press", "name": None}},
        {"source": {"uri": "coastal.example", "title": "Coastal Press"}},
        {"provider": [{"name": "Coastal Press"}]},
        {"publication": "Coastal Press"},
    ],
)
def test_lists_of_news_name_their_outlets_in_several_forms(said: dict[str, object]) -> None:
    assert read_members({"title": "Quay", "content": "Ahoy", **said}, {})["outlet"] == "Coastal Press"
