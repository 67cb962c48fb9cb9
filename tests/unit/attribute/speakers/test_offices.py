import pytest

from onrecord.attribute.speakers.offices import read_office
from support.attributed import attributed, speakers


@pytest.mark.parametrize(
    "text",
    [
        "Ana Velik met the crews. Her office said that the quay was shut.",
        "Ana Velik met the crews. Velik’s office said that the quay was shut.",
        "Ana Velik met the crews. Tom Roe sang. Ana Velik would open the quay on Monday, her office said.",
    ],
)
def test_an_office_is_called_by_the_full_name_of_the_person_it_belongs_to(text: str) -> None:
    assert speakers(text)[-1] == ["Ana Velik's office"]


def test_somebodys_office_is_no_other_office_of_the_report() -> None:
    text = "The post office was shut. Ana Velik met the crews. Her office said that the quay was shut."
    assert speakers(text)[-1] == ["Ana Velik's office"]


def test_both_ways_of_telling_whose_it_is_are_its_names() -> None:
    read = attributed("Ana Velik met the crews. Her office said that the quay was shut.")
    (made,) = [chain for chain in read.chains if chain.name == "Ana Velik's office"]
    assert "office of Ana Velik" in made.names


def test_one_candidate_has_one_campaign() -> None:
    text = "Ana Velik lost. Velik’s campaign said that she would wait. Her campaign added that the count was slow."
    read = attributed(text)
    told = [attribution.speakers for attribution in read.attributions]
    assert told[-1] == told[-2] != ()


def test_the_office_of_an_office_holder_stays_as_it_is_called() -> None:
    text = "The premier, Tom Roe, left. The premier’s office denied that he was ill. His office said that he was well."
    told = [attribution.speakers for attribution in attributed(text).attributions]
    assert told[-1] == told[-2] != ()


def test_whose_office_nobody_can_tell_has_no_name() -> None:
    text = "The post office was shut. His office said that the quay was shut."
    assert speakers(text)[-1] == []


def test_a_clause_that_leads_up_names_no_owner() -> None:
    text = "Ana Velik spoke. Asked about Maud Roe, her office said that the quay was shut."
    assert speakers(text)[-1] == ["Ana Velik's office"]


def test_a_phrase_that_tells_more_is_no_office_of_somebody() -> None:
    assert read_office("the office of the mayor") is None
    assert read_office("Her campaign manager") is None
