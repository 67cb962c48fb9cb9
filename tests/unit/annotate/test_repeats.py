from onrecord.annotate.repeats import find_parts
from onrecord.model.annotation import Kind
from support.annotated import annotated


def chains_of(text: str) -> dict[str, set[str]]:
    return {chain.name: set(chain.names) for chain in annotated(text).chains if chain.name}


def test_a_family_name_of_several_words_is_found_whole() -> None:
    text = "Rovers coach Fernanda Lima e Silva said it was late. Lima e Silva praised the defence."
    assert chains_of(text)["Fernanda Lima e Silva"] == {"Fernanda Lima e Silva", "Lima e Silva"}


def test_a_particle_that_opens_a_sentence_belongs_to_the_name() -> None:
    text = "The coach, Björn af Klint, said it was late. af Klint praised the defence."
    assert "af Klint" in chains_of(text)["Björn af Klint"]


def test_the_first_of_two_family_names_is_who_bears_both() -> None:
    text = "Dr María Teresa Ibarra Quintana said the birds were late. “They came,” said Ibarra."
    assert "Ibarra" in chains_of(text)["María Teresa Ibarra Quintana"]


def test_initials_before_a_known_family_name_belong_to_it() -> None:
    text = "Transport minister Keith Stone said the ferries would sail. But K. Stone gave no day."
    assert "K. Stone" in chains_of(text)["Keith Stone"]


def test_a_longer_name_that_holds_a_part_stays_what_it_is() -> None:
    text = "Ana Velik Roe opened the market. The Velik Roe Foundation paid for it."
    found = annotated(text).mentions
    assert any(mention.kind is Kind.BODY and mention.name == "Velik Roe Foundation" for mention in found)


def test_a_word_with_a_meaning_of_its_own_is_no_family_name_inside_one() -> None:
    assert "Jane" not in find_parts("Lady Mary Jane Velik")
    assert find_parts("Ana Velik") == {"Velik"}
