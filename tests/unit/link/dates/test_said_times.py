import pytest

from onrecord.link.dates.said_times import hangs_on_saying
from onrecord.model.span import Span


def hangs(sentence: str, time: str, *, cue: str, content: str = "") -> bool:
    verb, told = (Span(sentence.index(one), sentence.index(one) + len(one)) for one in (cue, time))
    said = Span(sentence.index(content), sentence.index(content) + len(content)) if content else None
    return hangs_on_saying(sentence, Span(0, len(sentence)), verb, told, [said] if said else [])


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("Velik said on Monday that the quay was shut.", "Monday"),
        ("Velik said in a talk with Gov. Hale on Monday that the quay was shut.", "Monday"),
        ("On Monday, Velik said that the quay was shut.", "Monday"),
        ("Speaking in Halden on Monday after a walk, Velik said that the quay was shut.", "Monday"),
        ("Gov. Velik on Monday again said that the quay was shut.", "Monday"),
        ("Velik, speaking to the Courier on Monday, said that the quay was shut.", "Monday"),
        ("Velik, who spoke on Monday, said that the quay was shut.", "Monday"),
    ],
)
def test_a_time_of_the_verb_or_of_its_clause_hangs_on_saying(sentence: str, time: str) -> None:
    assert hangs(sentence, time, cue="said", content="the quay was shut")


@pytest.mark.parametrize(
    "sentence",
    [
        "Velik, who crossed the quay on Monday, said that it was shut.",
        "The miller, sacked on Monday, said that it was shut.",
        "Calls were not answered on Monday, and a recording said it was shut.",
        "Monday's storm, Velik said, was the worst.",
        "Velik said they found the ladder during a search on Monday.",
        "The man said to have shot two is Ada Rusk, who left the mill on Monday.",
    ],
)
def test_a_time_of_another_verb_or_of_a_noun_does_not(sentence: str) -> None:
    assert not hangs(sentence, "Monday", cue="said")


def test_a_time_that_opens_what_is_told_in_the_present_is_of_the_deed() -> None:
    assert not hangs("In Halden on Monday, police say a miller fell.", "Monday", cue="say")


def test_a_time_behind_the_words_hangs_on_saying_where_these_are_quoted() -> None:
    assert hangs("Velik called it “a gift” on Monday.", "Monday", cue="called", content="a gift”")
    assert not hangs(
        "Police said the box lay in a yard on Monday.", "Monday", cue="said", content="the box lay in a yard"
    )


def test_a_participle_is_said_with_its_clause() -> None:
    assert hangs("Velik spoke to the town on Monday, admitting it was late.", "Monday", cue="admitting")


def test_a_time_that_goes_with_a_noun_does_not_hang_on_saying() -> None:
    sentence = "Velik named the overnight storm, which Hale called a warning."
    assert not hangs(sentence, "overnight", cue="named")
    assert not hangs(sentence, "overnight", cue="called")


@pytest.mark.parametrize(
    "sentence",
    [
        "Velik told the Courier in an interview published on Monday that it was late.",
        "In an interview broadcast by Tide Radio on Monday, Velik said it was late.",
    ],
)
def test_the_day_on_which_an_interview_came_out_is_not_that_of_its_words(sentence: str) -> None:
    assert not hangs(sentence, "Monday", cue="told" if " told " in sentence else "said")


def test_the_day_of_an_interview_is_that_of_its_words() -> None:
    assert hangs(
        "Velik said in an interview recorded on Monday and broadcast on Friday it was late.",
        "Monday",
        cue="said",
    )
    assert hangs("Velik said in a statement released on Monday it was late.", "Monday", cue="said")
