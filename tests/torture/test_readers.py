"""A share of `make torture` for every run of the tests: the same inputs each time, so that a failure is a change of ours."""

from torture.readers import make, run

SEED = 1


def test_no_mutation_of_a_golden_file_breaks_a_reader() -> None:
    tried, finds = run(4, SEED)
    assert tried
    assert not [(find.seed, find.number, find.name, find.fault) for find in finds]


def test_a_find_can_be_made_again() -> None:
    assert make(SEED, 7) == make(SEED, 7)
    assert make(SEED, 7) != make(SEED, 8)
