from onrecord.annotate.short_bodies import find_short_bodies


def test_a_brand_is_short_for_the_one_firm_of_that_name() -> None:
    assert list(find_short_bodies(["velm roe", "velm roe group plc"])) == [("velm roe", "velm roe group plc")]


def test_a_brand_that_two_bodies_bear_is_short_for_neither() -> None:
    assert list(find_short_bodies(["velm", "velm optik", "velm freight"])) == []


def test_a_place_is_not_short_for_its_council() -> None:
    assert list(find_short_bodies(["halden", "halden council"])) == []


def test_the_last_word_of_an_outlet_is_short_for_it() -> None:
    assert list(find_short_bodies(["courier", "halden courier"])) == [("courier", "halden courier")]


def test_what_a_firm_makes_is_not_the_firm() -> None:
    assert list(find_short_bodies(["velm", "velm r30"])) == []
