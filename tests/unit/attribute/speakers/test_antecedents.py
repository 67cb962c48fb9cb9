from onrecord.model.annotation import Kind
from onrecord.model.attribution import Level
from support.attributed import attributed, speakers


def test_a_pronoun_goes_on_with_the_last_speaker() -> None:
    text = "Martha Harrow said that Tom Velik would resign.\nShe added that the board had agreed."
    assert speakers(text) == [["Martha Harrow"], ["Martha Harrow"]]


def test_a_role_without_a_name_gets_a_chain_without_one() -> None:
    assert speakers("The harbour pilot said the ferry was sound.") == [[None]]


def test_a_group_is_named_by_its_phrase_less_what_only_points() -> None:
    read = attributed("Several pilots said they had never seen the plan.")
    chain = {chain.id: chain for chain in read.chains}[read.attributions[0].speakers[0]]
    assert (chain.name, chain.kind) == ("pilots", Kind.GROUP)


def test_a_description_of_a_role_that_one_named_person_holds_is_that_person() -> None:
    text = "The mayor of Port Elm, Martha Harrow, said the pier would close.\nThe mayor said money was short."
    assert speakers(text) == [["Martha Harrow"], ["Martha Harrow"]]


def test_a_description_is_nobody_else_while_others_are_on_stage() -> None:
    text = "Martha Harrow said the pier would close.\nTom Velik left.\nThe former dockworker said money was short."
    assert speakers(text)[-1] == [None]


def test_two_speakers_at_once_are_both_credited() -> None:
    assert speakers("Martha Harrow and Tom Velik said that the crews must be heard.") == [
        ["Martha Harrow", "Tom Velik"]
    ]


def test_a_pronoun_with_nobody_before_it_is_unknown() -> None:
    assert speakers("He said that the crews must be heard.") == [[]]


def test_a_name_nobody_can_place_may_be_who_he_is() -> None:
    text = "Martha Harrow said the pier was shut.\nZq walked in. He said the crews would wait."
    assert speakers(text)[-1] != ["Martha Harrow"]


def test_whoever_a_phrase_is_explained_by_is_who_speaks() -> None:
    text = "The victims' father, Owen Penn, said the family had waited too long."
    assert speakers(text) == [["Owen Penn"]]


def test_somebody_unknown_who_spoke_last_may_be_who_she_is() -> None:
    text = "Martha Harrow left.\nThe wife of a docker said it was late. She said the crews would wait."
    assert speakers(text)[-1] != ["Martha Harrow"]


def test_a_hyphened_noun_is_the_body_whose_name_ends_with_it() -> None:
    text = "The Elm Fishermen's Co-operative said it had asked.\nNo answer has come, the co-operative said."
    assert speakers(text)[-1] == ["Elm Fishermen's Co-operative"]


def test_who_speaks_for_somebody_is_somebody_else() -> None:
    text = (
        "Mayor Rob Hale said the bridge was shut.\n"
        "The mayor's spokeswoman said the work had begun.\n“It is true,” the spokeswoman said."
    )
    assert speakers(text) == [["Rob Hale"], [None], [None]]


def test_a_lawyer_for_somebody_is_nobody_named() -> None:
    text = "The minister, Owen Pratt, said the road was safe.\nThe lawyer for the minister said the claim was false."
    assert speakers(text) == [["Owen Pratt"], [None]]


def test_the_aide_of_the_only_speaker_is_not_that_speaker() -> None:
    text = "The minister, Owen Pratt, said the road was safe.\nThe minister's aide said the claim was false."
    assert speakers(text) == [["Owen Pratt"], [None]]


def test_a_speaker_worked_out_from_a_pronoun_or_a_role_is_at_most_likely() -> None:
    text = (
        "Mayor Martha Harrow said the pier was shut.\n“It leaks,” she said.\nThe mayor said money was short."
    )
    levels = [attribution.judgement.level for attribution in attributed(text).attributions]
    assert levels == [Level.CERTAIN, Level.LIKELY, Level.LIKELY]


def test_he_right_after_she_is_the_other_one() -> None:
    text = "Union leader Martha Moss met minister Quill Pratt. “You lied,” she told him. “I did not,” he replied."
    assert speakers(text) == [["Martha Moss"], ["Quill Pratt"]]


def test_he_right_after_she_is_nobody_where_there_is_no_other() -> None:
    text = "Union leader Zet Moss walked in. “You lied,” she said. “I did not,” he replied."
    assert speakers(text) == [["Zet Moss"], []]


def test_she_is_not_somebody_who_may_be_he_while_a_spokeswoman_is_on_stage() -> None:
    text = (
        "The council's new spokeswoman, Imke Roth, said the fine was final. "
        "Roth's predecessor, Cole Dean, had promised leniency.\n“It was never on the table,” she said."
    )
    assert speakers(text)[-1] in ([], ["Imke Roth"])


def test_she_is_no_martin_whom_a_stranger_disagrees_with() -> None:
    text = "Martin Clarke said the pier was safe.\nZq disagreed with Martin Clarke. “The cracks are real,” she said."
    assert speakers(text)[-1] != ["Martin Clarke"]


def test_the_head_of_a_lead_is_named_by_the_paragraph_behind_it() -> None:
    text = (
        "The bridge had been cracked for a year before it fell, the chair of the inquiry said Tuesday.\n"
        "“It warned us for months,” Judge Harriet Penrose told reporters at the town hall."
    )
    assert speakers(text) == [["Harriet Penrose"], ["Harriet Penrose"]]


def test_a_baker_behind_a_lead_is_not_its_mayor() -> None:
    text = (
        "The pier will stay shut until May, the mayor of Halden said Tuesday.\n"
        "“It warned us for months,” Harriet Penrose, a baker, told reporters."
    )
    assert speakers(text)[0] == [None]


def test_a_letter_speaks_for_whom_it_is_from() -> None:
    text = "Harrow Group denied the fault.\nA statement from Harrow Group said the door was sound."
    assert ["Harrow Group"] in speakers(text)


def test_an_office_of_another_place_is_another_person() -> None:
    text = (
        "The minister of Belostan, Rustem Velikov, said the border would open.\n"
        "The head of the customs service of Orlava said there were no mines."
    )
    assert speakers(text)[-1] == [None]


def test_a_body_named_by_the_way_does_not_speak() -> None:
    text = "The former HRB second-in-command said that the pier was shut."
    assert speakers(text) in ([[]], [[None]])


def test_a_surname_of_two_called_she_is_the_woman() -> None:
    text = (
        "Mrs Martha Harrow spoke. Her husband, Mr Tom Harrow, listened.\n"
        "Harrow is already blamed for her words. Harrow said that they were fair."
    )
    assert ["Tom Harrow"] not in speakers(text)
