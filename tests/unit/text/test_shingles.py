from onrecord.text.shingles import find_shingles


def test_equal_runs_have_equal_numbers_wherever_they_stand() -> None:
    first = find_shingles(["a", "ship", "came", "in", "at", "dawn"], size=3)
    second = find_shingles(["then", "a", "ship", "came", "back"], size=3)
    assert first[0] == second[1]
    assert len(set(first)) == len(first) == 4


def test_fewer_words_than_a_run_have_none() -> None:
    assert find_shingles(["ship"], size=5) == []


def test_the_numbers_are_fixed() -> None:
    assert find_shingles(["one", "two", "three", "four", "five"]) == find_shingles(
        ["one", "two", "three", "four", "five"]
    )
    assert all(
        0 <= number < 2**61 for number in find_shingles(["one", "two", "three", "four", "five", "six"])
    )
