import pytest

from onrecord.model.attribution import Level, Manner
from support.attributed import attributed, contents, speakers


def test_a_paragraph_of_nothing_but_quotation_goes_on_with_the_last_speaker() -> None:
    text = "Martha Harrow said: “The pier is closed until spring.”\n“It is time we took the sign down too.”"
    read = attributed(text)
    assert read.attributions[1].judgement.rule == "carryover.quotation"
    assert read.attributions[1].manner is Manner.DIRECT
    assert read.attributions[1].cue is None
    assert speakers(text)[1] == ["Martha Harrow"]


def test_a_consequence_is_carried_but_only_possible() -> None:
    text = "Martha Harrow stated that peace is needed. Therefore, the crews must end the quarrel."
    carried = attributed(text).attributions[1]
    assert (carried.manner, carried.judgement.level) == (Manner.CARRIED, Level.POSSIBLE)


def test_a_plain_sentence_is_not_carried() -> None:
    assert len(contents("Martha Harrow stated that peace is needed. The crews met at noon.")) == 1


def test_marks_of_distance_go_on_with_nobody() -> None:
    assert contents("Martha Harrow said the pier was shut.\nThe tug “Lady Maren” came in.") == [
        "the pier was shut"
    ]


def test_a_heading_in_marks_is_nobodys_speech() -> None:
    assert contents("“The pier is rotten,” Martha Harrow said.\n‘All Bets Are Off.’") == [
        "The pier is rotten"
    ]


def test_words_that_the_next_sentence_gives_to_another_go_on_with_nobody() -> None:
    text = "“The pier is rotten,” Martha Harrow said.\n“We would burn it all down first.”\nThat was the view of one guest."
    assert contents(text) == ["The pier is rotten"]


def test_a_quotation_left_open_at_the_end_of_its_paragraph_is_of_who_closes_it() -> None:
    text = (
        "“It will rain in the hills by noon,” said Tom Pell.\n"
        "“This is the worst spring of all the years that I have kept the mill.\n"
        "The river took the bridge and the road in May,” said Ana Velik, the miller."
    )
    assert speakers(text)[1] == ["Ana Velik"]


def test_a_paragraph_in_marks_is_somebodys_words_though_nobody_near_it_speaks() -> None:
    text = "The boats stayed in.\n“We have all read the notice on the quay.\n“A herring reads no notices.”\nThe ferry sails on Monday."
    (attribution,) = attributed(text).attributions
    assert (attribution.judgement.rule, attribution.speakers) == ("carryover.open", ())
    assert [span.of(text) for span in attribution.content] == [
        "We have all read the notice on the quay.",
        "A herring reads no notices.",
    ]


@pytest.mark.parametrize(
    "behind",
    [
        " So why was the ferry sent out?",
        " So the mayor went home.",
        "\nSo the ferry has to wait.",
    ],
)
def test_a_question_a_tale_and_the_next_paragraph_draw_no_consequence(behind: str) -> None:
    assert contents("Martha Harrow stated that the pier is rotten." + behind) == ["the pier is rotten"]


def test_a_question_behind_a_reply_is_the_others_turn() -> None:
    text = (
        "“It was your map,” Tom Velik said.\n“It was your rock,” Martha Roe replied.\n"
        "“And who was asked about the rock?”\n“Nobody was asked about the rock.”"
    )
    assert speakers(text) == [["Tom Velik"], ["Martha Roe"], ["Tom Velik"], ["Martha Roe"]]


def test_a_paragraph_that_asks_nothing_goes_on_with_who_replied() -> None:
    text = (
        "“It was your map,” Tom Velik said.\n“It was your rock,” Martha Roe replied.\n"
        "“It stood there for a hundred years before you came.”"
    )
    assert speakers(text)[-1] == ["Martha Roe"]


def test_words_nobody_is_credited_with_part_a_quotation_from_the_last_speaker() -> None:
    text = (
        "Martha Harrow says that she paid for the slip with her own two pounds. ‘With MY numbers,’ trumpets Mo. "
        "‘It was my birthday, my locker and my hip.’"
    )
    assert speakers(text)[-1] != ["Martha Harrow"]


def test_a_quotation_never_closed_that_ends_in_a_credit_goes_on_with_nobody() -> None:
    text = 'The crews went home.\n"The pier broke at noon on Monday and crews were at work, harbour wardens said.\nThe boats are safe, said Martha Harrow.'
    assert "Martha Harrow" not in [name for names in speakers(text)[:-1] for name in names]
