from support.annotated import annotated


def names(text: str) -> set[str]:
    return {mention.name for mention in annotated(text).mentions if mention.name}


def test_two_family_names_that_the_report_goes_by_are_two_persons() -> None:
    text = "Jens Orvar and Ana Brandt met on Friday.\nBrandt and Orvar also noted the overnight shelling of the plant."
    assert "Brandt and Orvar" not in names(text)


def test_a_firm_of_two_partners_is_one() -> None:
    text = "The lamps were sold by Marks and Spencer, a firm of Halden. Marks and Spencer said that they were safe."
    assert not {"Marks", "Spencer"} & names(text)
