from support.attributed import token, view


def test_what_hangs_on_a_word_comes_in_text_order() -> None:
    syntax = (seen := view("The old pier at Port Elm closed.")).syntax
    below = syntax.below(token(seen, "pier"))
    assert [syntax.tokens[index].text for index in below] == ["The", "old", "pier", "at", "Port", "Elm"]


def test_a_branch_can_be_left_out() -> None:
    syntax = (seen := view("The old pier at Port Elm closed.")).syntax
    below = syntax.below(token(seen, "pier"), without=[token(seen, "at")])
    assert [syntax.tokens[index].text for index in below] == ["The", "old", "pier"]


def test_runs_join_over_marks_and_part_at_words() -> None:
    syntax = (seen := view("Old “piers” close, crews wait.")).syntax
    first, last = token(seen, "Old"), token(seen, "piers")
    assert syntax.runs([first, last]) == [(first, last)]
    assert len(syntax.runs([first, token(seen, "crews")])) == 2


def test_the_subject_is_found() -> None:
    seen = view("Martha Harrow said the tide turned.")
    assert seen.syntax.subject(token(seen, "said")) == token(seen, "Harrow")
