import json

import pytest

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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("\n//<![CDATA[\n", "\n//]]>\n"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("<!--\n", "\n-->"),
        ("<![CDATA[", "]]>"),
        ("", ";"),
    ],
)
@pytest.mark.parametrize("comma", ["", ",", ",\n "])
def test_what_is_wrapped_around_it_and_a_comma_too_many_are_passed_over(
    before: str, after: str, comma: str
) -> None:
    script = f'{before}{{"@type": "NewsArticle", "datePublished": "2024-03-15"{comma}}}{after}'
    assert list(describe_articles([script])) == [{"date": "2024-03-15"}]


def test_a_comma_before_a_bracket_in_words_stays() -> None:
    assert described({"@type": "NewsArticle", "headline": "Quay [closed,]"}) == [{"title": "Quay [closed,]"}]
