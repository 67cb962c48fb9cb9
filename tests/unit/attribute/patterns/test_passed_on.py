import pytest

from support.attributed import attributed, speakers


@pytest.mark.parametrize("through", ["Elm News", "Baltia Press"])
def test_who_is_named_before_the_verb_says_it_and_not_through_whom_it_came(through: str) -> None:
    text = (
        f'According to {through}, the head of the water authority, Ana Velik, said: "We are not in danger."'
    )
    assert speakers(text) == [["Ana Velik"]]
    assert [span.of(text) for one in attributed(text).attributions for span in one.content] == [
        "We are not in danger."
    ]


def test_what_a_house_itself_tells_stays_its_own() -> None:
    text = "According to Elm News, the quay will close in May."
    assert speakers(text) == [["Elm News"]]


def test_a_body_is_not_its_commander() -> None:
    text = (
        "A ferry sank on Monday, killing twelve, the coast guard said.\n\n"
        "“The boat was overloaded,” coast guard commander Tom Roe said."
    )
    assert ["Tom Roe"] in speakers(text)
    assert speakers(text).count(["Tom Roe"]) == 1
