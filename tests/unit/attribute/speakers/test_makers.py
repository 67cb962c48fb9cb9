import pytest

from support.attributed import speakers


@pytest.mark.parametrize(
    "text",
    [
        "A Halden College poll found that few would vote.",
        "The Halden College survey says that few would vote.",
        "A Halden College study found that few would vote.",
    ],
)
def test_a_body_before_a_document_made_it(text: str) -> None:
    assert speakers(text) == [["Halden College"]]


def test_a_report_may_be_one_on_the_body_before_it() -> None:
    assert speakers("The Halden College report said that the roof leaked.") == [[]]


def test_a_body_without_a_name_speaks_in_its_figures() -> None:
    text = (
        "The port tribunal said that the count was slow. The tribunal’s figures show that half was counted."
    )
    assert speakers(text)[0] == speakers(text)[-1]


def test_somebodys_body_is_not_named_by_whose_it_is() -> None:
    text = "Ana Velik studies seals. A report by Velik’s university said that they sleep."
    assert speakers(text)[-1] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board issued a statement on Monday. The statement said that the quay was shut.",
        "The Harbour Board said in a letter that it was sorry. The letter says that the quay leaks.",
        "A survey by the Harbour Board had the quay ahead. The poll says that the quay is loved.",
    ],
)
def test_a_document_goes_on_with_the_one_brought_up(text: str) -> None:
    assert speakers(text)[-1] == ["Harbour Board"]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board sent a letter, and Ana Velik sent a letter. The letter says that the quay is shut.",
        "The Harbour Board sent a letter. The letter to the crews says that the quay is shut.",
        "A letter came for the Harbour Board. The letter says that the quay is shut.",
    ],
)
def test_which_of_two_documents_is_meant_nobody_can_tell(text: str) -> None:
    assert speakers(text)[-1] == []


def test_a_statement_from_somebodys_office_is_the_offices() -> None:
    text = "The post office was shut. Ana Velik left. The quay will open, according to a statement from her office."
    assert speakers(text)[-1] == ["Ana Velik's office"]
