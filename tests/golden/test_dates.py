"""Every case in dates/: the reports of one event, and exactly the days that follow from them."""

from pathlib import Path

import pytest

from support.dated import read_dated_case, resolve_case

CASES = sorted((Path(__file__).parent / "dates").glob("*.txt"))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CASES])
def test_exactly_the_expected_days_are_found(path: Path) -> None:
    case = read_dated_case(path)
    assert resolve_case(case) == dict(case.expected)


def test_a_third_of_the_cases_are_traps() -> None:
    traps = [path for path in CASES if read_dated_case(path).kind == "trap"]
    assert len(CASES) >= 60
    assert len(traps) * 3 >= len(CASES)
