import pytest

from support.annotated import annotated


@pytest.mark.parametrize(
    "name",
    [
        "Tariq bin Saeed al-Mansoor",
        "Elchin Tahir oglu Safarli",
        "Pieter van 't Hof",
        "Siobhan Mac an tSaoir",
        "Rupert ffoulkes-Grale",
        "Marie-Ange N'Diagne",
    ],
)
def test_a_name_goes_on_behind_its_joint(name: str) -> None:
    assert name in {mention.name for mention in annotated(f"The owner, {name}, said no.").mentions}


def test_no_name_goes_on_behind_a_common_word() -> None:
    assert "Ana Velik" in {mention.name for mention in annotated("Ana Velik in the van said no.").mentions}
