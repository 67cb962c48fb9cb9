import pytest

from support.annotated import annotated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The head teacher, Rhys ap Harrow, said the bus was late.", "Rhys ap Harrow"),
        ("“No,” said its secretary, Marisol de la Fuente y Roe.", "Marisol de la Fuente y Roe"),
        (
            "Wiebke van der Meer, an agent for the firm, said the lodges would bring jobs.",
            "Wiebke van der Meer",
        ),
        ("Fergus Ardry-Roe, the director of the firm, said he was tired.", "Fergus Ardry-Roe"),
    ],
)
def test_a_name_is_read_at_its_full_length(text: str, name: str) -> None:
    assert name in {mention.name for mention in annotated(text).mentions}


def test_a_hyphen_between_a_place_and_a_common_word_joins_nothing() -> None:
    text = "The Halden-based firm said it was sorry."
    assert not any("based" in (mention.name or "") for mention in annotated(text).mentions)


def test_a_name_begins_before_the_hyphen_that_joins_its_first_words() -> None:
    text = "Jan-Erik Harrow said that the river was high."
    assert "Jan-Erik Harrow" in {mention.name for mention in annotated(text).mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Captain Daulet Orazbek-uly said the boat was late.", "Daulet Orazbek-uly"),
        ("The lawyer Fernanda Lima e Silva said the boat was late.", "Fernanda Lima e Silva"),
        ("Siân ap Rhydderch, the director, said the boat was late.", "Siân ap Rhydderch"),
        ("Marc-Antoine d'Aubigny, the head of the board, said no.", "Marc-Antoine d'Aubigny"),
    ],
)
def test_a_name_is_whole_in_the_spelling_of_its_country(text: str, name: str) -> None:
    assert name in {mention.name for mention in annotated(text).mentions}


def test_a_compound_is_no_part_of_a_name() -> None:
    assert "Velik-led" not in {mention.name for mention in annotated("The Velik-led board met.").mentions}


def test_a_body_of_which_one_word_is_tagged_reaches_to_the_word_that_heads_it() -> None:
    text = (
        "Shares in Amsel Commercial fell by 4.1 per cent. The bank warned in a statement that a tax is a tax."
    )
    assert "Amsel Commercial" in {chain.name for chain in annotated(text).chains}


def test_a_name_goes_on_behind_a_given_name_of_two_syllables() -> None:
    text = "Its author, Min-jun Haverstock, said that gulls were to blame."
    assert "Min-jun Haverstock" in {mention.name for mention in annotated(text).mentions}
