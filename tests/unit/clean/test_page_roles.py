import pytest

from onrecord.clean.element import Element
from onrecord.clean.markup import read_markup
from onrecord.clean.page_roles import Role, find_roles


def role(name: str, **attributes: str) -> Role:
    return Role().within(Element(name, {key.replace("_", "-"): value for key, value in attributes.items()}))


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("class", "jp-relatedposts", "relatedposts"),
        ("class", "promotedLinks", "promoted"),
        ("class", "up-next", "up next"),
        ("role", "complementary", "complementary"),
        ("hidden", "", "hidden"),
        ("style", "color:red;display: none", "hidden"),
    ],
)
def test_what_stands_beside_the_report_is_told_by_names(name: str, value: str, word: str) -> None:
    assert role("div", **{name: value}).beside >= {word}


def test_the_whole_of_a_page_is_never_beside_it() -> None:
    assert role("article", **{"class": "tag-ferries has-sidebar"}).beside == frozenset()


@pytest.mark.parametrize(("name", "value"), [("nav", ""), ("div", "comment-list"), ("section", "disqus")])
def test_what_is_for_using_the_page_and_what_readers_wrote_is_never_the_report(name: str, value: str) -> None:
    assert role(name, **{"class": value}).never


def test_captions_headings_and_quotations_are_told() -> None:
    assert role("figcaption").caption
    assert role("span", **{"class": "photo-credit"}).caption
    assert (role("h2").heading, role("h1").headline, role("h2").headline) == ("h2", True, False)
    assert role("blockquote").quoted
    assert role("blockquote").within(Element("footer", {})).signed


@pytest.mark.parametrize("value", ["entry-content", "articleBody", "story_text", "post-body"])
def test_names_of_what_holds_the_text_are_known(value: str) -> None:
    assert role("div", **{"class": value}).named


def test_every_element_around_a_passage_has_a_role_outer_ones_first() -> None:
    passages = read_markup("<main><blockquote><p>Ahoy").passages
    assert [element.name for element in find_roles(passages)] == [
        "",
        "html",
        "body",
        "main",
        "blockquote",
        "p",
    ]
