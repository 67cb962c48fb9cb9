import json

from onrecord.clean.given import Given
from onrecord.clean.markup import read_markup
from onrecord.clean.page_facts import read_page_facts


def facts(head: str) -> Given:
    return read_page_facts(read_markup(f"<html lang='de'><head>{head}</head><body>x").told)


def linked(**members: object) -> str:
    thing = {"@type": "NewsArticle", **members}
    return (
        f"<script type='application/ld+json'>{json.dumps({'@graph': [{'@type': 'WebSite'}, thing]})}</script>"
    )


def test_json_ld_is_believed_before_other_metadata() -> None:
    given = facts(
        linked(
            headline="Quay to close",
            datePublished="2024-03-15T10:15:00Z",
            dateModified="2024-03-18",
            author=[{"name": "Ana Velik"}, {"name": "Lou Hart"}],
            publisher={"name": "Haldenpost"},
            mainEntityOfPage={"@id": "https://haldenpost.example/quay"},
            inLanguage="en",
        )
        + "<meta property=og:title content=Other><meta name=date content=2020-01-01>"
    )
    assert (given.title, given.date, given.outlet) == ("Quay to close", "2024-03-15", "Haldenpost")
    assert (given.url, given.language) == ("https://haldenpost.example/quay", "en")
    assert given.declared == {"author": "Ana Velik; Lou Hart", "modified": "2024-03-18"}


def test_open_graph_and_the_page_itself_are_believed_where_nothing_better_stands() -> None:
    given = facts(
        "<title>Quay to close | The Harbour Gazette</title><link rel=canonical href=https://g.example/quay>"
        "<meta property=og:site_name content='The Harbour Gazette'>"
    )
    assert (given.title, given.outlet) == ("Quay to close", "The Harbour Gazette")
    assert (given.url, given.language, given.date) == ("https://g.example/quay", "de", None)


def test_two_articles_of_different_days_give_no_day() -> None:
    assert facts(linked(datePublished="2024-03-15") + linked(datePublished="2024-03-16")).date is None


def test_a_day_that_is_none_and_an_address_for_a_writer_are_left_out() -> None:
    given = facts("<meta name=date content=yesterday><meta name=author content=https://g.example/velik>")
    assert (given.date, dict(given.declared)) == (None, {})


def test_broken_and_deeply_nested_json_says_nothing() -> None:
    assert facts(f"<script type=application/ld+json>{'[' * 100_000}</script>").title is None
