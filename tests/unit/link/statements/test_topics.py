import pytest

from onrecord.link.statements.topics import share_topic_only
from onrecord.link.statements.wordings import read_wording


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We are looking at a lamp", "It was a lamp, as we thought"),
        (
            "Police have opened an inquiry into the fire at Pier 9",
            "A lamp caused the fire at Pier 9 in Norvik",
        ),
        ("nobody will pay twice for the bridge", "it took her grandfather years to paint the bridge"),
    ],
)
def test_one_thing_of_which_each_says_something_else(first: str, second: str) -> None:
    assert share_topic_only(read_wording(first, ()), read_wording(second, ()))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Something else is shared: a word of what is said, the words around the thing, or more than one thing.
        ("the crane was inspected in spring", "Dorran inspected the crane herself"),
        ("I wish this season was over", "I want this season to be over"),
        ("an inquiry is not a court", "This is not a court, and no theatre"),
        (
            "it was not for us to name the guilty in the inquiry",
            "establishing guilt was no matter for the inquiry",
        ),
        ("the play became a worldwide success", "The piece was a worldwide success"),
        (
            "Degrees will go by the strength of community spread, the minister explained",
            "Grades rest on the strength of community spread, the minister explained",
        ),
        ("the 900 boats would be sent across", "our 900 boats leave tomorrow, she promised"),
        # A verb is shared, not a thing.
        ("they must flood the meadow before the autumn", "he never wanted anybody to flood anything at home"),
        ("nothing is in common", "she paints a bridge"),
    ],
)
def test_what_has_more_in_common_may_be_one(first: str, second: str) -> None:
    assert not share_topic_only(read_wording(first, ()), read_wording(second, ()))
