import json

from onrecord.clean.linked_data import describe_articles


def described(*things: object) -> list[dict[str, str]]:
    return [dict(one) for one in describe_articles(json.dumps(thing) for thing in things)]


def test_an_article_is_found_in_a_graph_and_its_writers_are_told_once() -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Quay to close",
        "author": [{"name": "Ana Velik"}, "Ana Velik"],
    }
    assert described({"@graph": [{"@type": "WebSite", "name": "Site"}, article]}) == [
        {"title": "Quay to close", "author": "Ana Velik"}
    ]


def test_of_a_list_of_articles_only_what_all_may_share_is_told() -> None:
    first = {
        "@type": "NewsArticle",
        "headline": "Mill to close",
        "datePublished": "2013-03-01",
        "url": "https://a.example",
    }
    second = {**first, "headline": "Judge named"}
    assert described([first, second]) == [{"date": "2013-03-01"}, {"date": "2013-03-01"}]


def test_what_is_no_json_or_describes_no_article_says_nothing() -> None:
    assert (
        list(describe_articles(["{", "[" * 200_000, '{"@graph":' * 200_000, "null", '{"@type": "Person"}']))
        == []
    )


def test_values_of_another_type_are_left_out() -> None:
    assert described(
        {"@type": "NewsArticle", "headline": True, "author": {"name": None}, "publisher": [[["x"]]]}
    ) == [{"outlet": "x"}]
