from importlib.resources import files


def test_the_sample_pile_ships_with_the_package() -> None:
    reports = files("onrecord").joinpath("sample/reports")

    assert sum(one.name.endswith(".txt") for one in reports.iterdir()) >= 9
