from onrecord.model.attribution import Act, Manner
from support.attributed import contents, the_attribution


def test_a_clause_reaches_to_the_closing_mark_over_sentence_ends() -> None:
    text = "Martha Harrow said it was “the worst storm in decades. More is likely to come.”"
    assert contents(text) == ["it was “the worst storm in decades. More is likely to come."]


def test_a_quoted_name_for_something_comes_with_the_thing() -> None:
    text = "Martha Harrow called the timetable “a work of fiction” and left."
    attribution = the_attribution(text)
    assert attribution.content[0].of(text) == "the timetable “a work of fiction"
    assert (attribution.manner, attribution.act) == (Manner.MIXED, Act.ASSERTION)


def test_the_narrators_tail_is_cut() -> None:
    text = "Martha Harrow said there would be “more delays and more tears”, for which the line has laid on buses."
    assert contents(text) == ["there would be “more delays and more tears"]


def test_a_stray_closing_mark_does_not_spoil_the_clause() -> None:
    text = "Martha Harrow said that “we see a danger for every passenger.” of that line.”"
    assert len(contents(text)) == 1


def test_a_name_given_to_a_thing_is_no_speech() -> None:
    assert contents("The pier, which the pilots call “the Crooked Finger”, is old.") == []


def test_marks_that_hold_the_whole_clause_behind_that_are_mixed() -> None:
    assert the_attribution("Martha Harrow wrote that “a pier that waits is a wreck”.").manner is Manner.MIXED


def test_as_and_its_circumstances_are_outside() -> None:
    text = "The port paid a fine, which Martha Harrow described at the time as “a great pity of ours”."
    assert contents(text) == ["a great pity of ours"]


def test_a_name_between_marks_is_nobodys_words() -> None:
    assert contents("“The Necklace”, the townspeople call the line.") == []
