import math
from dataclasses import replace

import pytest

from onrecord.link.statements.carrying import find_margin, find_subject
from onrecord.link.statements.renderings import Rendering
from onrecord.link.statements.wordings import read_wording
from onrecord.model.report import Zone
from onrecord.text.normalise import normalise
from support.annotated import bare_reading

SUBJECT = frozenset(read_wording("crane harbour collapse Oxley", ()).telling)


def rendering(text: str, *, joint: bool = False) -> Rendering:
    return Rendering(
        text, frozenset({"p1"}), "e1", normalise(text), read_wording(text, ()), text, joint=joint
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the harbour crane at Oxley", "the crane at Oxley will be mended in autumn"),
        (
            "the collapse of the harbour crane",
            "a review of the harbour crane's collapse will follow in autumn",
        ),
    ],
)
def test_the_subject_alone_carries_nothing(first: str, second: str) -> None:
    assert find_margin(rendering(first), rendering(second), SUBJECT) == math.inf


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the crane was inspected in spring", "the survey of the crane was inspected by Dorran"),
        ("the survey was hidden in a drawer", "someone hid the survey in a drawer"),
        ("Dorran", "Dorran went home"),
    ],
)
def test_other_words_in_common_or_the_wording_itself_may_carry_it(first: str, second: str) -> None:
    assert find_margin(rendering(first), rendering(second), SUBJECT) == 0.0


def test_names_alone_carry_less() -> None:
    first, second = "Councillor Dorran's cousin", "her claim that Pim Dorran hid the survey in a drawer"
    assert 0.0 < find_margin(rendering(first), rendering(second), SUBJECT) < 1.0


def test_two_short_wordings_need_more_than_one_word() -> None:
    assert (
        find_margin(rendering("the bridge will close"), rendering("a bridge can wait"), frozenset())
        == math.inf
    )


def test_own_words_are_not_those_of_a_joint_statement() -> None:
    words = "the survey was hidden in a drawer", "someone hid the survey in a drawer"
    assert find_margin(rendering(words[0]), rendering(words[1], joint=True), SUBJECT) == math.inf


def test_the_subject_is_what_several_headlines_name() -> None:
    reports = [
        bare_reading(f"{line}\nThe town was quiet.", zones=[Zone.HEADLINE]).report
        for line in ("Crane falls in Oxley", "Two hurt as crane topples", "Oxley mourns")
    ]
    assert find_subject(reports) == read_wording("crane Oxley", ()).telling


def test_a_time_of_day_alone_carries_nothing() -> None:
    first = replace(rendering("there was a loud bang around 10:30 a.m."), figures=frozenset({"10"}))
    second = "when the driver left the depot around 10 a.m. on Monday, he looked as if he had lost something"
    other = replace(rendering(second), figures=frozenset({"10"}))
    assert find_margin(first, other, SUBJECT) == math.inf
    again = rendering("a loud bang was heard in the depot around 10 a.m.")
    assert find_margin(first, again, SUBJECT) < math.inf


def test_what_two_are_told_to_have_said_needs_more_than_a_word_of_what_one_said() -> None:
    one = rendering("I am still waiting for the survey of the quay")
    both = replace(rendering("to publish the survey at once and in full"), speakers=frozenset({"p1", "p2"}))
    assert find_margin(one, both, frozenset()) == math.inf
    alike = replace(
        rendering("the quay's survey is what we all are still waiting for at the mill"),
        speakers=frozenset({"p1", "p2"}),
    )
    assert find_margin(one, alike, frozenset()) == 0.0


def test_a_thing_of_which_each_says_something_else_carries_nothing() -> None:
    first = replace(rendering("Police opened an inquiry into the fire at Pier 9"), figures=frozenset({"9"}))
    second = replace(rendering("A lamp caused the fire at Pier 9 in Norvik"), figures=frozenset({"9"}))
    assert find_margin(first, second, frozenset()) == math.inf


def test_a_person_by_name_and_office_carries_less() -> None:
    first = rendering("the master, Ana Dorran, is resting at home")
    second = rendering("the master, Captain Ana Dorran, had a ticket and helps the board")
    third = rendering("the master, Ana Dorran, has a ticket")
    assert 0.0 < find_margin(first, second, SUBJECT) < 1.0
    assert find_margin(second, third, SUBJECT) == 0.0
