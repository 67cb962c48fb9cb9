import pytest

from onrecord.model.annotation import Kind
from support.annotated import annotated


def bodies(text: str) -> list[str]:
    return [one.name for one in annotated(text).mentions if one.kind is Kind.BODY and one.name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Ministry for Trade, Energy and the Sea said the price would fall.",
            "Ministry for Trade, Energy and the Sea",
        ),
        (
            "The Department of Public Works and Highways said it was late.",
            "Department of Public Works and Highways",
        ),
        ("The Velm and District Anglers’ Club said the fish were gone.", "Velm and District Anglers’ Club"),
        ("The Workers’ and Farmers’ Party said it would ask.", "Workers’ and Farmers’ Party"),
        ("Yesterday the Doctors Without Harbours said that its ship was full.", "Doctors Without Harbours"),
    ],
)
def test_a_joint_inside_the_name_of_a_body_is_part_of_it(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Defence and NATO said so.",
        "The Council of Halden and Martha Velik said so.",
        "The Harbour Board and Dockers’ Union said so.",
    ],
)
def test_two_that_speak_together_stay_two(text: str) -> None:
    assert not [name for name in bodies(text) if " and " in name]


def test_a_heading_in_title_case_tells_nothing() -> None:
    text = "Velm and District Anglers Club Wins New Vote in Court Today"
    assert not [name for name in bodies(text) if " and " in name]
