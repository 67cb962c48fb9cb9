import pytest

from onrecord.annotate.introductions import is_introduced
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
        ("“They said it on the radio,” said the baker, Suharti, 61, who uses one name.", "Suharti"),
    ],
)
def test_who_has_one_name_is_called_by_it(text: str, name: str) -> None:
    assert speakers(text) == [[name]]


def test_a_name_behind_a_plain_verb_introduces_nobody() -> None:
    text = "the docker who left Halden"
    assert not is_introduced(text, text.index("Halden"))
