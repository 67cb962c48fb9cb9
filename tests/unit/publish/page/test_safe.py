import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.page.safe import direction, language_tag, link_to, shown


@given(st.text())
def test_shown_text_keeps_its_length_and_can_be_written(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert "\x00" not in shown(text)
    shown(text).encode("utf-8")


def test_letters_and_line_breaks_stay_as_they_are() -> None:
    assert shown("«Да», said\tA.\n") == "«Да», said\tA.\n"


def test_lone_surrogates_controls_and_overrides_become_visible() -> None:
    assert shown("\ud800\x1b\x85\u202e") == "\ufffd␛\ufffd\ufffd"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://",
        "http://a.example/\x00",
        'http://a.example/"x',
        " https://a.example",
        "http://[broken",
        "",
        None,
    ],
)
def test_only_ordinary_web_addresses_become_links(url: str | None) -> None:
    assert link_to(url) is None


def test_an_ordinary_web_address_is_a_link() -> None:
    assert link_to("https://courier.example/ferry?x=1#y") == "https://courier.example/ferry?x=1#y"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "ltr"),
        ("ar-EG", "rtl"),
        ("az-Arab-IR", "rtl"),
        ("he-Latn", "ltr"),
        ('en" onclick="x', "auto"),
        (None, "auto"),
    ],
)
def test_the_direction_follows_language_and_script(language: str | None, expected: str) -> None:
    assert direction(language) == expected


def test_what_has_not_the_form_of_a_language_tag_is_none() -> None:
    assert language_tag("pt-BR") == "pt-BR"
    assert language_tag("en us") is None
    assert language_tag("") is None
