import pytest

from onrecord.attribute.descriptions.bodies import may_be_called, read_class
from onrecord.model.annotation import Kind
from support.annotated import chain
from support.attributed import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ports Department kept the letters. “They are late,” the agency said.", "Ports Department"),
        (
            "The Rowan Fund paid the Carrow Times for a story on Axxon Mobil. “It was true,” the newspaper said.",
            "Carrow Times",
        ),
        (
            "Marram Logistics lost its mill. The Carrow Times had told of it. The company said it would sue.",
            "Marram Logistics",
        ),
    ],
)
def test_a_word_for_a_class_is_of_the_one_body_named_that_belongs_to_it(text: str, name: str) -> None:
    assert speakers(text)[-1] == [name]


def test_what_a_company_names_in_its_own_words_is_not_the_company() -> None:
    text = "Phone maker Zeta gave up. “We thank our customers and will retire the Zeta Phone in May,” the company said."
    assert speakers(text)[-1] == ["Zeta"]


def test_of_two_bodies_of_a_class_a_word_for_it_is_neither() -> None:
    text = "The Ports Department fought the Roads Bureau over the quay. The agency said it was shut."
    assert speakers(text)[-1] == []


def test_a_class_is_read_where_nothing_else_is_told() -> None:
    assert read_class("the agency") == "agency"
    assert read_class("their agency") is None


def test_a_newspaper_is_no_company_and_a_department_an_agency() -> None:
    assert not may_be_called("company", chain("r", "Carrow Times", kind=Kind.BODY))
    assert may_be_called("agency", chain("r", "Ports Department", kind=Kind.BODY))
    assert not may_be_called("agency", chain("r", "Bardo Optik", kind=Kind.BODY))
