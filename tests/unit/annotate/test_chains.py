from onrecord.model import ids
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone
from support.annotated import annotated, chains


def test_a_surname_goes_with_its_full_name() -> None:
    assert ["Ana Velik", "Velik"] in chains("Ana Velik opened the market.\nVelik said it was late.")


def test_two_people_of_one_surname_stay_apart() -> None:
    found = chains("Ana Velik met Tom Velik in the hall.\nVelik said it was late.")
    assert ["Ana Velik"] in found
    assert ["Tom Velik"] in found
    assert ["Velik"] in found


def test_spellings_of_one_name_are_one() -> None:
    assert ["Mayor Dmytro Kulesh", "Dmitro Kulesh"] in chains(
        "Mayor Dmytro Kulesh spoke first.\nThen Dmitro Kulesh left."
    )


def test_a_description_goes_to_the_holder_of_the_office() -> None:
    text = "Harbour League Secretary General Ana Velik spoke.\nThe secretary general of the league said no."
    assert any({"The secretary general of the league"} < set(chain) for chain in chains(text))


def test_a_deputy_is_somebody_else() -> None:
    found = chains("Mayor Ana Velik spoke on Monday.\nThe deputy mayor said no.")
    assert ["The deputy mayor"] in found


def test_somebody_new_is_not_the_one_already_named() -> None:
    found = chains("The senior official, Ana Velik, spoke.\nA senior official said no.")
    assert ["A senior official"] in found


def test_a_signature_gives_its_title_to_its_name() -> None:
    text = "The bus will come.\nAna Velik\nMayor of the town"
    found = chains(text, zones=[Zone.BODY, Zone.SIGNATURE, Zone.SIGNATURE])
    assert ["Ana Velik", "Mayor of the town"] in found


def test_a_lone_noun_is_the_one_body_that_ends_with_it() -> None:
    found = chains("The port workers' union refused.\nThe union said it would strike.")
    assert ["The port workers' union", "The union"] in found


def test_a_chain_takes_its_id_from_its_first_mention() -> None:
    marked = annotated("Ana Velik opened the market.")
    assert [chain.id for chain in marked.chains] == [
        ids.chain_id(marked.report_id, chain.mentions[0].span) for chain in marked.chains
    ]


def test_a_surname_of_several_is_whom_the_paragraph_has_named() -> None:
    text = (
        "Ada Penn and Luke Penn were there.\nOwen Penn wept. Mr Penn left.\nIt rained.\nPenn was seen again."
    )
    assert ["Owen Penn", "Mr Penn"] in chains(text)
    assert ["Penn"] in chains(text)


def test_a_title_and_given_names_tell_two_of_a_surname_apart() -> None:
    text = "Martha Penn wept. Owen Penn stayed in the hall.\nMrs Penn left."
    assert ["Martha Penn", "Mrs Penn"] in chains(text)


def test_a_surname_of_two_is_not_his_who_is_no_she() -> None:
    text = "Martha Penn wept.\nOwen Penn stayed in the hall.\nPenn said {} would not come again."
    assert ["Owen Penn", "Penn"] in chains(text.format("he"))
    assert ["Penn"] in chains(text.format("she"))


def test_a_description_brought_up_anew_is_somebody_new() -> None:
    text = "A harbour pilot wept. Another harbour pilot said no. The harbour pilot left."
    assert chains(text) == [["A harbour pilot"], ["Another harbour pilot"], ["The harbour pilot"]]


def test_a_description_repeated_is_the_same_person() -> None:
    assert chains("A harbour pilot wept. The harbour pilot left.") == [
        ["A harbour pilot", "The harbour pilot"]
    ]


def test_a_surname_with_and_without_its_title_is_one_person() -> None:
    assert chains("Mr Penn said no. Penn left.") == [["Mr Penn", "Penn"]]
    assert chains("Mr Penn said no. Mrs Penn left.") == [["Mr Penn"], ["Mrs Penn"]]


def test_a_given_name_of_two_words_is_the_full_name_that_opens_with_it() -> None:
    text = "Zsa Zsa Penrose brought grapes.\n“She is a fighter,” said Zsa Zsa, who had come by train."
    named = [set(chain.names) for chain in annotated(text).chains if chain.name and "Zsa" in chain.name]
    assert all("Zsa Zsa Penrose" in names for names in named)


def test_who_somebody_is_said_to_be_is_one_with_the_name() -> None:
    text = "The caller hung up twice.\nThe caller was Martha Penrose, who cleans the rooms."
    chain = next(chain for chain in annotated(text).chains if chain.name == "Martha Penrose")
    assert len(chain.mentions) > 1


def test_a_surname_behind_a_title_of_the_other_sex_is_somebody_else() -> None:
    text = "The musician, Martha Harrow, sang. Her father slept. Mr Harrow woke at dawn."
    assert ["Mr Harrow"] in chains(text)


def test_the_elder_is_not_the_one_who_is_named_in_full() -> None:
    text = "Achille Harrow, 84, owns the mill. “No,” said the younger Harrow. Mr Harrow owns the pond."
    assert ["Harrow"] in chains(text)


def test_a_nickname_between_given_and_family_name_stands_for_both() -> None:
    text = "Dolores ‘Dolly’ Harrow kept the ticket. They say that Dolly Harrow sang."
    assert any(len(one) > 1 for one in chains(text))


def test_the_last_words_of_a_long_name_are_that_name() -> None:
    text = "Its head, Maria do Carmo Velik Roe, left. Ms Velik Roe said no."
    assert any({"Ms Velik Roe"} < set(one) for one in chains(text))


def test_who_has_one_name_keeps_the_style_before_it_as_a_spelling() -> None:
    found = annotated("“I offered them chairs,” Sister Agnes said.").chains
    assert [chain.names for chain in found if chain.name == "Agnes"] == [("Agnes", "Sister Agnes")]


def test_a_family_name_of_two_words_that_two_bear_is_nobody() -> None:
    text = "The workshop of the Velik Roe siblings is cold. Ana Velik Roe left. Tom Velik Roe stayed."
    assert [chain.kind for chain in annotated(text).chains if chain.name == "Velik Roe"] in ([], [Kind.GROUP])


def test_what_a_firm_makes_is_not_the_firm() -> None:
    text = "Castrel said that the fault was mended. The mend comes with Castrel Update, Castrel said."
    assert not any({"Castrel", "Castrel Update"} <= set(chain.names) for chain in annotated(text).chains)


def test_a_rank_belongs_to_who_is_never_called_otherwise() -> None:
    text = "Lord Velik said that the tide had turned. “It has,” Lord Velik said."
    assert [set(chain.names) for chain in annotated(text).chains] == [{"Velik", "Lord Velik"}]


def test_what_is_numbered_is_no_fuller_name_of_who_makes_it() -> None:
    text = "The new Castrel R80 flew late. Castrel said that the wing was bent. Castrel said it would fly on."
    assert not any({"Castrel", "Castrel R80"} <= set(chain.names) for chain in annotated(text).chains)


def test_a_surname_of_two_with_an_office_is_its_holder() -> None:
    text = (
        "Oswin Quill, the chairman of the port, spoke first. Teodora Quill, the mayor, listened.\n"
        "“The cranes are old,” said Quill, the chairman."
    )
    assert {"Oswin Quill, the chairman of the port", "Quill, the chairman"} in [
        set(one) for one in chains(text)
    ]


def test_what_we_make_is_not_who_we_are() -> None:
    made = "“We will retire the Zeta Phone in May,” Zeta said in a statement. Zeta has its own foundry."
    assert [chain for chain in chains(made) if "Zeta" in chain] == [["Zeta", "Zeta"]]
