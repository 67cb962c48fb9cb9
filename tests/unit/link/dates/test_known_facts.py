from datetime import date

import pytest

from onrecord.link.dates.known_facts import KnownFacts, Office, title_after, title_before, words_of
from onrecord.model.fact import ALSO_CALLED, BEGAN, Fact


def fact(subject: str, relation: str, about: str = "", first: date | None = None) -> Fact:
    return Fact(
        id=f"f{subject}{about}",
        subject=subject,
        relation=relation,
        object=about,
        first=first,
        last=None,
        source="",
    )


VELIK = fact("Ana Ki-Velik", "mayor", "Harwell", date(2014, 1, 1))
KNOWN = KnownFacts(
    [
        VELIK,
        fact("Rob Hale", "mayor", "Poland"),
        fact("Tom Hale", "mayor", "Velm"),
        fact("Ana Ki-Velik", ALSO_CALLED, "Velka"),
        fact("Poland", ALSO_CALLED, "Land of the Vistula"),
        fact("Old Quay fire", BEGAN, first=date(2016, 5, 1)),
    ]
)


def test_names_are_found_by_their_last_word_the_longest_first() -> None:
    forms = KNOWN.forms_by_last_word["velik"]
    assert [(form.words, form.whole) for form in forms] == [
        (("ana", "ki", "velik"), True),
        (("ki", "velik"), False),
    ]
    assert KNOWN.forms_by_last_word["velka"][0].facts == ("fAna Ki-VelikVelka",)


def test_a_word_is_looked_up_as_it_is_written() -> None:
    assert KNOWN.forms_ending_in("Vélik’s") == KNOWN.forms_by_last_word["velik"]
    assert KNOWN.forms_ending_in("quay") == KNOWN.forms_ending_in("quay") == ()


def test_a_surname_of_two_persons_is_nobodys() -> None:
    assert [form.words for form in KNOWN.forms_by_last_word["hale"]] == [("rob", "hale"), ("tom", "hale")]


def test_terms_are_found_by_office_and_beginnings_by_name() -> None:
    assert KNOWN.terms("Ana Ki-Velik") == {Office("mayor", "Harwell"): [VELIK]}
    assert [one.first for one in KNOWN.beginnings("Old Quay fire")] == [date(2016, 5, 1)]
    assert not KnownFacts([])


@pytest.mark.parametrize("text", ["the Polish mayor", "mayor of Poland", "the land of the Vistula"])
def test_a_country_is_found_under_its_names(text: str) -> None:
    assert KNOWN.called("Poland").search(text)


def test_a_short_name_is_found_in_capitals_only() -> None:
    called = KnownFacts([]).called("United States")
    assert called.search("a US envoy")
    assert not called.search("he told us so")


@pytest.mark.parametrize("before", ["Mayor ", "the mayor of Harwell, ", "Lord Mayor "])
def test_an_office_is_found_before_a_name(before: str) -> None:
    assert title_before("mayor").search(before)


@pytest.mark.parametrize("before", ["Mayor-elect ", "mayoress ", "the mayor and "])
def test_what_only_looks_like_an_office_is_not(before: str) -> None:
    assert not title_before("mayor").search(before)


def test_an_office_is_found_after_a_name_with_its_body() -> None:
    match = title_after("mayor").match(", the long-serving mayor of Harwell, spoke")
    assert match is not None
    assert (match["mid"], match["of"]) == ("long-serving ", "Harwell")


def test_words_of_a_name_are_folded() -> None:
    assert words_of("Šimon Ki-Velik’s") == ("simon", "ki", "velik")
