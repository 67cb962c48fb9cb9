import pytest

from support.attributed import speakers


@pytest.mark.parametrize("paper", ["The paper", "The tabloid", "The evening paper", "The same paper"])
def test_the_paper_is_the_newspaper_that_has_just_spoken(paper: str) -> None:
    text = f"“It snores,” writes the Halden Gazette. {paper} adds that the organ is old."
    assert speakers(text)[-1] == ["Halden Gazette"]


def test_a_council_that_has_just_spoken_is_no_paper() -> None:
    text = "Halden Council said that it snores. The paper adds that the organ is old."
    assert speakers(text)[-1] == []


def test_a_paper_that_spoke_long_before_is_not_meant() -> None:
    text = "The Halden Gazette said that it snores.\nIt rained.\nTom Roe left.\nThe paper adds that the organ is old."
    assert speakers(text)[-1] == []


def test_a_campaign_goes_on_with_the_one_told_of() -> None:
    text = "Ana Velik lost. Velik’s campaign said that she would wait. The campaign hopes that the count is fair."
    assert speakers(text)[-1] == ["Ana Velik's campaign"]


def test_of_two_campaigns_neither_is_the_campaign() -> None:
    text = (
        "Ana Velik lost to Tom Roe. Velik’s campaign said that she would wait. Roe’s campaign said that he was glad. "
        "The campaign hopes that the count is fair."
    )
    assert speakers(text)[-1] in ([], [None])


def test_the_unit_is_the_one_body_whose_name_ends_so() -> None:
    text = "The Road Safety Unit closed the quay. Tom Roe fumed. The unit said that it was unsafe."
    assert [name.split(" Unit")[0] for name in speakers(text)[-1] if name] == ["Road Safety"]


def test_of_two_units_neither_is_the_unit() -> None:
    text = "The Road Safety Unit met the Fraud Unit. The unit said that it was unsafe."
    assert speakers(text)[-1] in ([], [None])
