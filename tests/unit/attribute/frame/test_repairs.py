from support.attributed import contents, token, view


def test_a_joined_verb_of_saying_goes_back_to_the_first_one() -> None:
    seen = view("Martha Harrow said she would resign and warned that the pier was unsafe.")
    assert seen.syntax.tokens[token(seen, "warned")].head == token(seen, "said")


def test_both_clauses_are_then_read() -> None:
    text = "Martha Harrow said she would resign and warned that the pier was unsafe."
    assert contents(text) == ["she would resign", "the pier was unsafe"]


def test_a_participle_of_saying_goes_on_from_the_verb_of_saying() -> None:
    text = "Martha Harrow said the pier would stay shut, adding that the boats had left."
    assert contents(text) == ["the pier would stay shut", "the boats had left"]
