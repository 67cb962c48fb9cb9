from onrecord.text.sequence import align_items


def equal(left: str, right: str) -> float:
    return float(left == right)


def test_pairs_increase_on_both_sides() -> None:
    assert align_items(list("abcd"), list("acbd"), equal) in (
        [(0, 0), (1, 2), (3, 3)],
        [(0, 0), (2, 1), (3, 3)],
    )


def test_a_run_is_preferred_to_scattered_items() -> None:
    assert align_items(list("xab"), list("xyab"), equal) == [(0, 0), (1, 2), (2, 3)]


def test_very_long_sequences_are_aligned_by_what_occurs_once() -> None:
    left = [f"w{index}" for index in range(3000)]
    right = ["new", *left[:1500], "other", *left[1501:]]
    pairs = align_items(left, right, equal)
    assert len(pairs) == 2999
    assert pairs[0] == (0, 1)


def test_no_items_give_no_pairs() -> None:
    assert align_items([], list("ab"), equal) == []
