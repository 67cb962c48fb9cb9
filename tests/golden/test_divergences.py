"""Every case in divergences/: exactly the expected divergences, or a failure that is known and listed."""

from pathlib import Path

import pytest

from onrecord.pipeline import read_pile
from onrecord.settings import Settings
from support.divergent import DivergentCase, read_divergent_cases, score_case

SEEDS = Path(__file__).resolve().parents[2] / "../shared/seeds"
CASES = read_divergent_cases((Path(__file__).parent / "divergences").glob("*.txt"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_exactly_the_expected_divergences_are_found(
    case: DivergentCase, request: pytest.FixtureRequest
) -> None:
    if case.fails:
        request.applymarker(pytest.mark.xfail(strict=True, reason="known failure"))
    hits, expected, others = score_case(case)
    assert (hits, others) == (expected, 0)


def test_half_of_the_cases_are_harmless() -> None:
    assert len(CASES) >= 40
    assert all(case.trap != bool(case.differ) for case in CASES)
    assert 0.4 <= sum(case.trap for case in CASES) / len(CASES) <= 0.6


@pytest.mark.shared
def test_the_ministers_of_two_portfolios_at_one_meeting_are_found() -> None:
    if not SEEDS.is_dir():
        pytest.skip("needs the shared reports beside the checkout")
    contents = read_pile([str(SEEDS)], settings=Settings(tagger=False, vectors=False), jobs=1)
    texts = {reading.report.id: reading.report for reading in contents.readings}
    sides = {
        frozenset(
            (Path(texts[side.report_id].paths[0]).name[:3], side.span.of(texts[side.report_id].text))
            for side in divergence.between
        )
        for divergence in contents.linked.divergences
    }
    expected = {("000", "defense ministers"), ("003", "[Member countries’ foreign] ministers")}
    assert frozenset(expected) in sides
