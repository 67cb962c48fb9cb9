import pytest

from onrecord.attribute.stage.followed import find_followed
from support.attributed import view


def followed(text: str) -> list[tuple[str, bool]]:
    seen = view(text)
    names = {chain.id: chain.name or "" for chain in seen.annotations.chains}
    pairs = [(mention, chain.id) for chain in seen.annotations.chains for mention in chain.mentions]
    return [(names[chain_id], female) for chain_id, female in find_followed(seen, pairs)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zaq Harrow met his successor.", [("Zaq Harrow", False)]),
        ("Zaq Harrow said she would climb the crane.", [("Zaq Harrow", True)]),
        ("Zaq Harrow thanked her for the rope.", []),
        ("Zaq Harrow told a nurse that she would pay.", []),
        ("Zaq Harrow saw Jul Pell before he left.", []),
    ],
)
def test_a_pronoun_tells_of_the_one_person_before_it(text: str, told: list[tuple[str, bool]]) -> None:
    assert followed(text) == told


def test_what_somebody_says_between_marks_tells_nothing() -> None:
    assert followed("“Zaq Harrow sold his boat,” the clerk said.") == []
