import json
from typing import Any

import pytest

from onrecord.ingest.json_document import read_json_document
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
