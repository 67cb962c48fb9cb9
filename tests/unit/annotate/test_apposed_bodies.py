import pytest

from support.attributed import speakers


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The news agency Velmpress reported that the boat was empty.", "Velmpress"),
        ("The newspaper Arena wrote that the coach would leave.", "Arena"),
        ("The human rights organisation Plain Witness said that forty people were held.", "Plain Witness"),
        ("The retailer, Velmo, said that prices would fall.", "Velmo"),
        ("The shipping company «Severnye Linii» said that the boat was empty.", "Severnye Linii"),
    ],
)
def test_a_name_behind_what_it_is_is_a_bodys(text: str, name: str) -> None:
    assert speakers(text) == [[name]]


def test_a_noun_with_a_name_behind_it_goes_on_with_no_other_body() -> None:
    text = "The insurer Halden Mutual said that claims had doubled.\n\nThe retailer, Velmo, said that prices would fall."
    assert speakers(text) == [["Halden Mutual"], ["Velmo"]]
