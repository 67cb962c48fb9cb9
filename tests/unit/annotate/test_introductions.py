import pytest

from onrecord.annotate.introductions import is_introduced
from onrecord.model.annotation import Kind
from support.annotated import annotated
from support.attributed import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The fan was off,” said a docker who gave his name only as Bolat.", "Bolat"),
        ("Its spokesman, who goes by the name of Corporal Ash, wrote that it had answered.", "Corporal Ash"),
        (
            "A beekeeper from the upper valley who goes by the single name of Orvo said that his hives were wet.",
            "Orvo",
        ),
        (
            "A clerk, who spoke from behind a curtain and was called only Witness D, said that he was cold.",
            "Witness D",
        ),
        ("“I ran,” said the woman, who gave her name as Vesna.", "Vesna"),
        ("A docker surnamed Hong said that the boats were gone.", "Hong"),
        ("A blogger known as Thermal Ruth said that the battery was a fake.", "Thermal Ruth"),
        ("“They came at night,” a user under the nickname Baba_Olha wrote.", "Baba_Olha"),
        (
            "One of them, who gives his name as Colonel Idris Velik, says: “We hold the bridge.”",
            "Idris Velik",
        ),
        ("“They said it on the radio,” said the baker, Suharti, 61, who uses one name.", "Suharti"),
    ],
)
def test_who_has_one_name_is_called_by_it(text: str, name: str) -> None:
    assert speakers(text) == [[name]]


@pytest.mark.parametrize(
    "text",
    [
        "A docker known as a hard bargainer said that the pay was low.",
        "A lawyer named in the papers said that he knew nothing.",
        "A woman called the police and said that the door was open.",
        "A man called Tom Roe and said that he would sue.",
        "A lawyer called Ana Brodd on Monday and said that the case was over.",
        "A woman named Tom Roe as her attacker and said that he had fled.",
    ],
)
def test_words_that_give_no_name_introduce_nobody(text: str) -> None:
    assert speakers(text) == [[None]]


def test_a_name_behind_a_plain_verb_introduces_nobody() -> None:
    text = "the docker who left Halden"
    assert not is_introduced(text, text.index("Halden"))


def test_who_asks_for_a_name_at_the_end_of_a_clause_is_called_so() -> None:
    text = "A trader who crosses the river at Muri and asked to be known as Uncle said that it was quiet."
    assert ("Uncle", Kind.PERSON) in {(one.name, one.kind) for one in annotated(text).mentions}


def test_what_his_name_is_is_a_person_s() -> None:
    text = "He told nurses his name was Tavo. Tavo said he was fine."
    assert {(one.name, one.kind) for one in annotated(text).mentions if one.name} == {("Tavo", Kind.PERSON)}
