import pytest

from onrecord.annotate.kinds import holds_body_noun, with_sure_kind
from onrecord.annotate.runs import Name
from onrecord.model.annotation import Kind
from support.annotated import annotated, mentions


def test_a_capitalised_body_noun_makes_a_body() -> None:
    assert holds_body_noun(["Halden", "Harbour", "Board"])
    assert not holds_body_noun(["Ana", "Velik"])


def test_what_brackets_shorten_is_a_firm() -> None:
    found = mentions("Velm Optik (VMO) said on Monday it would offer more.")
    assert found["Velm Optik"].kind is Kind.BODY


def test_a_double_name_that_speaks_is_a_person() -> None:
    found = mentions("Two experts, Mei Sakura and Dawit Gebre-Roe, agreed that the ramp was not watertight.")
    assert found["Dawit Gebre-Roe"].kind is Kind.PERSON


def test_who_speaks_by_a_last_name_alone_is_a_person() -> None:
    text = "The council wrote to Oduya Balogun in May. “Nobody answered,” Balogun said."
    assert [chain.kind for chain in annotated(text).chains if chain.name == "Oduya Balogun"] == [Kind.PERSON]


def test_what_a_body_noun_stands_before_is_a_body() -> None:
    text = "It bought the coatings firm Delft Vapour in 2019."
    assert [found.kind for found in annotated(text).mentions if found.name == "Delft Vapour"] == [Kind.BODY]


def test_whose_last_word_stands_alone_is_no_firm_for_a_which_behind() -> None:
    text = (
        "He spoke of this at a joint briefing with his colleague from Orlava, Sharofat Nazirzoda, which was held in a tent.\n\n"
        "For her part she noted that mines were cleared. Our sappers lifted them by hand, stated Nazirzoda."
    )
    assert [chain.kind for chain in annotated(text).chains if chain.name == "Sharofat Nazirzoda"] == [
        Kind.PERSON
    ]


def test_a_name_explained_as_a_body_is_one() -> None:
    found = mentions("Strome Civil, the company that kept the bridge, said in a letter that it was safe.")
    assert found["Strome Civil"].kind is Kind.BODY


def test_a_name_that_ends_as_outlets_do_is_no_person() -> None:
    assert with_sure_kind(Name(range(2), "Brenn News", Kind.PERSON)).kind is Kind.BODY
    assert with_sure_kind(Name(range(1), "News", Kind.PERSON)).kind is Kind.BODY
    assert with_sure_kind(Name(range(2), "Emily Post", Kind.PERSON)).kind is Kind.PERSON


def test_a_headline_that_says_news_makes_no_outlet_a_person() -> None:
    found = annotated("Breaking News says all\nThe crews left, Brenn News said. News said it on Monday.")
    assert not [one for one in found.mentions if one.name == "Brenn News" and one.kind is Kind.PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Do not worry,” says her aunt, Philomène, 80, from the door.", "Philomène"),
        ("Her son, Yerlan, said the shop was closed.", "Yerlan"),
    ],
)
def test_a_relative_of_one_name_is_a_person(text: str, name: str) -> None:
    assert mentions(text)[name if name == "Yerlan" else f"{name}, 80"].kind is Kind.PERSON
