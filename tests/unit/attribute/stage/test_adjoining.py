from support.attributed import speakers


def test_the_company_is_the_only_firm_that_was_just_named() -> None:
    text = "Tom Velik said the pier was old. Shares in the Harrow Rope Company fell. The company said that it would sue."
    assert speakers(text)[-1] == ["Harrow Rope Company"]


def test_of_two_firms_just_named_the_company_is_neither() -> None:
    text = "Shares in the Harrow Rope Company and the Pell Coal Company fell. The company said that it would sue."
    assert speakers(text)[-1] in ([], [None])


def test_somebodys_age_is_that_of_the_one_person_just_named() -> None:
    text = "In the gallery sat the former president, Oskar Pell. The 88-year-old said that he had seen worse."
    assert speakers(text)[-1] == ["Oskar Pell"]
