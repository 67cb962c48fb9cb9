from onrecord.attribute.patterns.opinions import find_held, find_opinions
from support.attributed import contents, the_attribution, view


def test_a_sentence_that_opens_with_a_view_is_its_owners() -> None:
    text = "In the opinion of the pilots, the channel was too narrow."
    found = the_attribution(text)
    assert found.content[0].of(text) == "the channel was too narrow"
    assert found.source is not None
    assert found.source.of(text) == "the pilots"


def test_who_holds_a_view_is_no_part_of_it() -> None:
    text = "In the view of Ana Velik, who teaches law in Port Carrow, the treaty is a letter of hope."
    assert contents(text) == ["the treaty is a letter of hope"]


def test_a_view_of_nobody_credits_nobody() -> None:
    assert not find_opinions(view("In a word, the channel was too narrow."))


def test_a_view_with_no_clause_behind_it_is_none() -> None:
    assert contents("By her account, a sad day.") == []


def test_what_somebodys_advice_is_belongs_to_them() -> None:
    text = "Martha Harrow's advice was to wait for the tide."
    assert the_attribution(text).content[0].of(text) == "to wait for the tide"


def test_what_a_plan_of_nobody_is_credits_nobody() -> None:
    assert not find_held(view("The advice was to wait for the tide."))


def test_a_view_set_off_in_the_middle_credits_what_stands_around_it() -> None:
    text = "The channel, in the words of the pilots, was a ditch."
    assert contents(text) == ["The channel | was a ditch"]


def test_a_view_set_off_at_the_end_credits_the_sentence() -> None:
    assert contents("The channel was too narrow, in Martha Harrow's view.") == ["The channel was too narrow"]


def test_what_somebody_puts_at_an_amount_is_an_estimate() -> None:
    assert contents("The harbour board put the damage to the pier at two million crowns.") == [
        "the damage to the pier at two million crowns"
    ]


def test_what_somebody_puts_somewhere_is_no_estimate() -> None:
    assert contents("The harbour board put the boats at the old pier.") == []
