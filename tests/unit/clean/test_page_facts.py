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


def test_microdata_name_the_writer_and_the_outlet() -> None:
    given = facts(
        "<body><div itemscope itemtype=https://schema.org/NewsArticle><span itemprop=author itemscope><b itemprop=name>Ana Velik</b></span>"
        "<span itemprop=publisher itemscope><meta itemprop=name content=Haldenpost></span><h1 itemprop=headline>Quay to close</h1></div>"
    )
    assert (given.title, given.outlet, given.declared) == (
        "Quay to close",
        "Haldenpost",
        {"author": "Ana Velik"},
    )


def test_the_outlet_is_no_part_of_the_title() -> None:
    site = "<meta property=og:site_name content='Port Carrow Online Today'>"
    assert facts(f"{site}<title>Quay to close – Port Carrow Online Today</title>").title == "Quay to close"
    assert facts("<title>MARSH POST ONLINE</title>").title is None


def test_a_time_says_the_day_of_publishing_only_where_it_says_so() -> None:
    assert facts("<body><time class='entry-date published' datetime=2024-03-15>").date == "2024-03-15"
    for marked in ("updated", "published updated", "visit", ""):
        assert facts(f"<body><time class='{marked}' datetime=2024-03-15>").date is None


def test_times_of_publishing_of_two_days_give_none() -> None:
    time = "<time class=published datetime=2024-03-{}>"
    assert facts(f"<body>{time.format(15)}{time.format(16)}").date is None


def test_a_writer_is_named_without_by() -> None:
    assert facts("<meta name=byl content='By Ana Velik'>").declared == {"author": "Ana Velik"}


def test_a_day_is_told_in_whatever_form_it_is_written() -> None:
    for written in ("20240315", "2024/03/15", "Fri, 15 Mar 2024 10:15:00 GMT", "March 15, 2024"):
        assert facts(f"<meta name=pubdate content='{written}'>").date == "2024-03-15"
        assert facts(linked(datePublished=written)).date == "2024-03-15"


def test_a_day_that_is_none_is_told_only_where_no_other_stands() -> None:
    for head in ("<meta name=date content=2024-13-45>", linked(datePublished="2024-13-45")):
        assert (facts(head).date, facts(head).unread) == (None, "2024-13-45")
        both = facts(head + "<meta property=article:published_time content=2024-03-15>")
        assert (both.date, both.unread) == ("2024-03-15", None)


def test_words_that_people_read_are_no_wrong_day() -> None:
    assert facts("<meta name=date content='-'>").unread is None
    assert facts("<time class=published>2 hours ago</time>").unread is None


def test_a_language_may_be_named() -> None:
    page = read_page_facts(read_markup("<html lang=English><body>x").told)
    assert page.language == "en"
