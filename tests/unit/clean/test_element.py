import pytest

from onrecord.clean.element import Element


@pytest.mark.parametrize(
    ("attributes", "parts"),
    [
        ({"class": "jp-relatedposts"}, ("jp", "relatedposts")),
        ({"class": "promotedLinks", "id": "box_2"}, ("promoted", "links", "box")),
        ({"data-testid": "inline-message"}, ("inline", "message")),
        ({"title": "related"}, ()),
        ({}, ()),
    ],
)
def test_names_are_taken_apart_at_marks_and_capitals(
    attributes: dict[str, str], parts: tuple[str, ...]
) -> None:
    assert Element("div", attributes).parts == parts


def test_a_link_to_another_page_marks_all_inside_and_one_to_a_place_on_the_page_does_not() -> None:
    link = Element("a", {"href": "/quay"}, Element("p", {}))
    assert Element("b", {}, link).linked
    assert not Element("a", {"href": "#note"}).linked
    assert not Element("a", {"name": "top"}).linked


def test_elements_around_are_told_from_the_inside() -> None:
    inner = Element("p", {}, Element("div", {}, Element("body", {})))
    assert [element.name for element in inner.line()] == ["p", "div", "body"]


def test_a_name_of_any_length_is_read_in_bounded_room() -> None:
    assert len(Element("div", {"class": "related " * 1_000_000}).parts) < 100
