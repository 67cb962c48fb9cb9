from onrecord.link.groups.candidates import find_candidates


def test_members_without_a_common_term_are_not_compared() -> None:
    assert find_candidates({"r1": ["harbour"], "r2": ["museum"]}) == {}


def test_a_pair_counts_the_terms_that_brought_it_up() -> None:
    assert find_candidates({"r2": ["harbour", "crane"], "r1": ["crane", "harbour"]}) == {("r1", "r2"): 2}


def test_a_long_list_is_chained_and_still_connects_all_its_members() -> None:
    members = {f"r{index:04}": ["harbour"] for index in range(500)}
    pairs = find_candidates(members)
    assert len(pairs) < 5 * len(members)
    assert all((f"r{index:04}", f"r{index + 1:04}") in pairs for index in range(499))
