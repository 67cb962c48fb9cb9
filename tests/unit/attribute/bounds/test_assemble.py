from onrecord.model.attribution import Level, Manner
from support.attributed import contents, speakers, the_attribution


def test_marks_and_commas_at_the_ends_are_outside_content() -> None:
    assert contents("“The ferry will not sail,” Martha Harrow said.") == ["The ferry will not sail"]


def test_a_closing_stop_is_outside_a_clause_and_inside_a_quotation() -> None:
    assert contents("Martha Harrow said the ferry was sound.") == ["the ferry was sound"]
    assert contents("Martha Harrow said: “The ferry is sound.”") == ["The ferry is sound."]


def test_only_what_stands_between_marks_is_quoted() -> None:
    text = "Martha Harrow said that the line “has no boats” and needs help."
    attribution = the_attribution(text)
    assert [span.of(text) for span in attribution.quoted] == ["has no boats"]
    assert attribution.manner is Manner.MIXED


def test_a_judgement_points_at_cue_source_and_marks() -> None:
    text = "“The ferry will not sail,” Martha Harrow said."
    judgement = the_attribution(text).judgement
    assert {span.of(text) for span in judgement.because} == {"“", "”", "Martha Harrow", "said"}
    assert judgement.level is Level.CERTAIN


def test_a_source_is_told_with_the_pronoun_by_which_its_cue_knows_it() -> None:
    text = "The crews waited for Martha Harrow, who added that the ferry was sound."
    source = the_attribution(text).source
    assert source is not None
    assert source.of(text) == "Martha Harrow, who"
    text = "Martha Harrow, who runs the ferry, said it was sound."
    source = the_attribution(text).source
    assert source is not None
    assert not source.of(text).endswith("who")


def test_a_source_and_its_cue_are_nobodys_words() -> None:
    assert contents("His aunt had told him nothing, Martin Roe said.") == ["His aunt had told him nothing"]


def test_of_two_whose_words_hold_each_others_cue_the_surer_stays() -> None:
    text = "Ana Velik told an aide to lock the doors on the day of the vote, her deputy Jo Roe told the inquiry on Monday."
    assert speakers(text)[0] == ["Jo Roe"]
    assert all("inquiry" not in content for content in contents(text))
