import pytest

from onrecord.attribute.stage.documents import is_thing
from support.attributed import speakers


@pytest.mark.parametrize(
    "text",
    [
        "A poll by the Harrow Institute found that few would vote.",
        "Guidelines of the Harrow Institute say that few should vote.",
        "The Harrow Institute's website says that few will vote.",
    ],
)
def test_a_document_speaks_for_the_body_that_made_it(text: str) -> None:
    assert speakers(text) == [["Harrow Institute"]]


def test_whom_a_survey_asks_does_not_speak_in_it() -> None:
    assert speakers("A survey of the Harrow Institute found that few would vote.") == [[]]


def test_a_report_speaks_for_no_person() -> None:
    assert speakers("A report by Martha Harrow found that few would vote.") == [[]]


def test_a_thing_is_nobody() -> None:
    assert is_thing("plan")
    assert not is_thing("crew")


def test_a_poll_speaks_for_who_is_told_to_have_made_it() -> None:
    assert speakers("A poll carried out for the town by Norden Polls said that half stayed in.") == [
        ["Norden Polls"]
    ]


def test_a_judgment_speaks_for_the_one_court_just_named() -> None:
    text = "The Halden Court of Appeal has closed the mine. The judgment says that the owner was warned."
    assert speakers(text)[-1] == ["Halden Court of Appeal"]
