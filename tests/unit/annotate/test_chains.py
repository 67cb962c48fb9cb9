from onrecord.model import ids
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
