from onrecord.attribute.bounds.clauses import clause_behind_that, has_clause_form, trimmed
from support.attributed import contents, token, view


def test_a_clause_is_trimmed_of_that_and_of_marks() -> None:
    seen = view("Martha Harrow said that “the tide turns”.")
    kept = trimmed(seen, list(range(len(seen.syntax.tokens))), after=token(seen, "said"))
    assert seen.syntax.span(kept[0], kept[-1]).of(seen.text) == "the tide turns"


def test_a_distant_that_opens_the_clause() -> None:
    seen = view("Martha Harrow pointed out at the end of a long session that the planks are rotten.")
    found = clause_behind_that(seen, token(seen, "pointed"))
    assert seen.syntax.span(found[0], found[-1]).of(seen.text) == "the planks are rotten"


def test_a_noun_is_no_clause() -> None:
    seen = view("Martha Harrow said the tide turns.")
    assert has_clause_form(seen, token(seen, "turns"))
    assert not has_clause_form(seen, token(seen, "tide"))


def test_what_hangs_on_an_aside_is_not_content() -> None:
    text = "The line will not reopen, Martha Harrow said on Tuesday, as hundreds marched past."
    assert contents(text) == ["The line will not reopen"]


def test_an_aside_in_the_middle_parts_the_content() -> None:
    assert contents("The pier, Martha Harrow said, was inspected twice.") == [
        "The pier | was inspected twice"
    ]


def test_the_day_and_the_reason_of_saying_are_outside() -> None:
    text = "The board ordered residents to boil their water on Tuesday after a main burst."
    assert contents(text) == ["residents to boil their water"]


def test_an_aside_behind_a_semicolon_credits_only_its_own_half() -> None:
    text = "Owen Pell believes the pier is lost; the board, Martha Harrow said, must act."
    assert contents(text)[-1] == "the board | must act"


def test_a_second_verb_of_saying_behind_an_aside_is_not_content() -> None:
    text = "The pier will be finished in May, Martha Harrow said, and added nothing."
    assert contents(text) == ["The pier will be finished in May"]


def test_that_before_a_short_verb_is_part_of_what_was_said() -> None:
    assert contents("Martha Harrow says that's untrue.") == ["that's untrue"]
    assert contents("Martha Harrow says that he's late.") == ["he's late"]


def test_what_is_told_of_the_speaker_behind_an_aside_is_not_said() -> None:
    text = "The permit was refused in March, said Martha Harrow, who would not say why it was refused."
    assert contents(text) == ["The permit was refused in March"]


def test_who_tells_it_is_no_part_of_what_is_told() -> None:
    assert contents("According to Ana Velik, whose brother runs the mill, the river rose at night.") == [
        "the river rose at night"
    ]
    assert contents("The river, according to Ana Velik, who runs the mill, rose at night.") == [
        "The river | rose at night"
    ]
