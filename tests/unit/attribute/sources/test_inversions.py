import pytest

from onrecord.attribute.sources.inversions import before_second_verb, find_before_and
from onrecord.model.report import Zone
from support.attributed import speakers, token, view


def test_who_stands_behind_a_verb_goes_on_behind_and() -> None:
    seen = view("She is late, joked the warden, Ana Roe, and recalled that the ferry was full.")
    last = find_before_and(seen, token(seen, "recalled"))
    assert last is not None
    assert seen.syntax.tokens[last].text == "Roe"


def test_a_name_before_its_verb_is_no_inversion() -> None:
    seen = view("The ferry was late, Ana Roe joked and recalled that it was full.")
    assert find_before_and(seen, token(seen, "recalled")) is None


def test_a_verb_inside_a_clause_on_a_name_is_no_cue_of_the_quotation() -> None:
    text = "“The ports will close,” President Suharno, who like many goes by one name, told the board."
    assert speakers(text) == [["Suharno"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Corrin Steel names Roe Velik as chief, says Lee’s exit is ‘a move, not a rout’", "Corrin Steel"),
        (
            "Quarrel Salt names Ysoria Quarrow as chief, says Lee’s exit is ‘a move, not a rout’",
            "Quarrel Salt",
        ),
    ],
)
def test_what_names_somebody_in_a_heading_says_what_follows(text: str, speaker: str) -> None:
    assert speakers(text, zones=[Zone.HEADLINE]) == [[speaker]]


def test_a_plural_noun_outside_a_heading_is_no_verb() -> None:
    seen = view("Corrin Steel names Roe Velik as chief, says Lee’s exit is ‘a move, not a rout’")
    head = token(seen, "names")
    assert before_second_verb(seen, head, token(seen, "says")) == head
