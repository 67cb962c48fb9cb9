import pytest

from onrecord.text.spellings import bare_letters, is_spelling, is_sure_spelling, spelling_evidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gunawan", "Goenawan"),
        ("Tymoshchuk", "Timoschtschuk"),
        ("Mokdad", "Mekdad"),
        ("Kolyada", "Koliada"),
        ("Ackroyd", "Akroyd"),
        ("Müller", "Muller"),
    ],
)
def test_letters_speak_for_spellings_of_one_name(one: str, other: str) -> None:
    assert is_spelling(one, other)
    assert spelling_evidence(one, other) == spelling_evidence(other, one)


@pytest.mark.parametrize(("one", "other"), [("Gunawan", "Kurosawa"), ("Velik", "Grale"), ("Roe", "Tamm")])
def test_letters_speak_against_other_names(one: str, other: str) -> None:
    assert not is_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tymarchuk", "Timartschuk"), ("Qadduri", "Gadduri"), ("Willemsen", "Wilemsen"), ("Velikiy", "Velikyy")],
)
def test_only_usual_changes_are_sure(one: str, other: str) -> None:
    assert is_sure_spelling(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ramalho", "Camalho"),  # another sound
        ("Johnson", "Johnston"),  # another name that has this one inside
        ("Petrov", "Petrova"),  # a woman's form of a family name
        ("Kowalski", "Kowalska"),
        ("Hansen", "Hanson"),  # too short to be sure
        ("Lang", "Lund"),
    ],
)
def test_names_that_are_near_are_not_sure(one: str, other: str) -> None:
    assert not is_sure_spelling(one, other)


def test_a_name_is_surer_the_longer_it_is() -> None:
    assert spelling_evidence("Roe", "Roe") < spelling_evidence("Rosenkranz", "Rosencrantz")


@pytest.mark.parametrize("word", ["", "\x00", "مريم", "—", "a" * 10_000, "^$"])
def test_any_word_can_be_compared(word: str) -> None:
    assert isinstance(spelling_evidence(word, "Velik"), float)
    assert isinstance(is_sure_spelling("Velik", word), bool)
    assert len(bare_letters(word)) <= 40
