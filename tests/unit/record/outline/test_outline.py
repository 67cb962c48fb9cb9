from array import array

from onrecord.record.outline.outline import NO_DAY, NONE, Days, post


def test_postings_give_back_the_places_of_each_owner() -> None:
    postings = post(array("i", [2, 0, NONE, 2]), 3)
    assert [list(postings.of(one)) for one in range(3)] == [[1], [], [0, 3]]


def days(first: int, last: int, candidates: tuple[int, ...] | None = None) -> Days:
    return Days(array("i", [first]), array("i", [last]), {} if candidates is None else {0: candidates})


def test_a_day_lies_within_days_it_may_be() -> None:
    assert days(10, 20).may_be_within(0, 15, 30)
    assert days(10, NO_DAY).may_be_within(0, 15, 30)
    assert days(NO_DAY, 20).may_be_within(0, 1, 5)
    assert not days(10, 20).may_be_within(0, 21, 30)
    assert not days(10, 20).may_be_within(0, 1, 9)
    assert not days(NONE, NONE).may_be_within(0, 1, 10**6)
    assert not days(10, 20, (10, 20)).may_be_within(0, 12, 18)


def test_what_has_no_day_is_last_in_time() -> None:
    keys = [one.key(0) for one in (days(5, 9), days(NO_DAY, 6), days(7, NO_DAY), days(NONE, NONE))]
    assert keys == sorted(keys)
