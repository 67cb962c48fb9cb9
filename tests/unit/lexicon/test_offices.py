from onrecord.lexicon.offices import OFFICE_FORMS, find_forms


def test_an_office_is_known_by_each_of_its_forms() -> None:
    assert find_forms("Secretary of Defense") == find_forms("defense secretary")
    assert all(office in forms for office, forms in OFFICE_FORMS.items())


def test_an_unknown_office_is_its_own_form() -> None:
    assert find_forms("Harbour Master") == ("harbour master",)
