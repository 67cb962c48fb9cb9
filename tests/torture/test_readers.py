"""A share of `make torture` for every run of the tests: the same inputs each time, so that a failure is a change of ours."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from torture.readers import make, run

SEED = 1


def test_no_mutation_of_a_golden_file_breaks_a_reader() -> None:
    # In a process of its own: the memory that is watched is the most that a process ever took, whatever ran in it before.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        tried, finds = alone.submit(run, 4, SEED).result()
    assert tried
    assert not [(find.seed, find.number, find.name, find.fault) for find in finds]


def test_a_find_can_be_made_again() -> None:
    assert make(SEED, 7) == make(SEED, 7)
    assert make(SEED, 7) != make(SEED, 8)
