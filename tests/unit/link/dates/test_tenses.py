import pytest

from onrecord.link.dates.tenses import is_cue_ahead, is_day_ahead


@pytest.mark.parametrize(
    ("before", "after", "ahead"),
    [
        ("The council meets again on ", ".", True),
        ("The council is widely expected to vote on ", ".", True),
        ("They'll decide on ", ".", True),
        ("The board sat on ", ", when Hale is due to speak.", True),
        ("The council voted on ", ".", False),
        ("Halden Rovers host Oxley at the Dell on ", ".", True),
        ("The town goes to the polls on ", ".", True),
        ("Hale says in a talk to be broadcast on ", ".", True),
        ("Nobody saw his play on ", ".", False),
        ("The crowd that hosts feared was kept out on ", ".", False),
        ("The quay will close, Hale said on ", ".", False),
        ("Hale said the quay will close on ", ".", True),
        ("The council met on ", ", when Hale spoke.", False),
    ],
)
def test_a_day_is_to_come_by_the_words_about_it(before: str, after: str, ahead: bool) -> None:  # noqa: FBT001
    assert is_day_ahead(before, after) is ahead


@pytest.mark.parametrize(
    ("before", "ahead"),
    [
        ("Hale is expected to ", True),
        ("Hale will also ", True),
        ("Hale plans to ", True),
        ("The quay will close, Hale ", False),
        ("Hale ", False),
        ("", False),
    ],
)
def test_a_cue_is_to_come_by_the_words_right_before_it(before: str, ahead: bool) -> None:  # noqa: FBT001
    assert is_cue_ahead(before) is ahead
