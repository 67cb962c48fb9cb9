from onrecord.link.groups.groups import Linkage, group_average, group_checked, group_connected, pair_key


def test_a_pair_is_keyed_the_same_from_both_sides() -> None:
    assert pair_key("r2", "r1") == pair_key("r1", "r2") == ("r1", "r2")


def test_members_joined_by_a_path_are_one_group() -> None:
    assert group_connected(["d", "c", "b", "a"], [("a", "b"), ("b", "c")]) == [("a", "b", "c"), ("d",)]


def test_one_strong_pair_does_not_join_two_groups_that_are_otherwise_unlike() -> None:
    scores = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.6}
    assert group_average("abcd", scores, Linkage(at_least=0.3)) == [("a", "b"), ("c", "d")]


SIDE_BY_SIDE = {(x, y): 0.2 for x in "abc" for y in "def"} | dict.fromkeys(
    (("a", "b"), ("a", "c"), ("b", "c"), ("d", "e"), ("d", "f"), ("e", "f")), 0.5
)


def test_two_tight_groups_stay_apart_where_they_are_less_alike_than_in_themselves() -> None:
    assert group_average("abcdef", SIDE_BY_SIDE, Linkage(at_least=0.1)) == [tuple("abcdef")]
    apart = group_average("abcdef", SIDE_BY_SIDE, Linkage(at_least=0.1, cohesion=0.6))
    assert apart == [tuple("abc"), tuple("def")]


def test_groups_stay_apart_by_what_tells_things_apart_even_where_their_scores_are_alike() -> None:
    scores = {pair: 0.8 + score / 10 for pair, score in SIDE_BY_SIDE.items()}
    linkage = Linkage(at_least=0.1, cohesion=0.6, told_apart=0.6)
    assert group_average("abcdef", scores, linkage, telling=SIDE_BY_SIDE) == [tuple("abc"), tuple("def")]
    assert group_average("abcdef", scores, linkage, telling=scores) == [tuple("abcdef")]


def test_a_member_without_a_day_brings_no_dated_ones_together_that_are_unlike() -> None:
    scores = {
        ("a", "b"): 0.9,
        ("c", "d"): 0.9,
        ("a", "x"): 0.9,
        ("b", "x"): 0.9,
        ("c", "x"): 0.8,
        ("d", "x"): 0.8,
    }
    linkage = Linkage(at_least=0.1)
    assert group_average("abcdx", scores, linkage) == [tuple("abcdx")]
    week = {"a": 1, "b": 1, "c": 8, "d": 9}
    assert group_average("abcdx", scores, linkage, days=week) == [tuple("abx"), tuple("cd")]
    assert group_average("abcdx", scores, linkage, days={"a": 1, "b": 1}) == [tuple("abcdx")]
    alike = scores | {(x, y): 0.2 for x in "ab" for y in "cd"}
    assert group_average("abcdx", alike, linkage, days=week) == [tuple("abcdx")]


def test_a_group_of_two_is_too_small_to_be_held_to_itself() -> None:
    scores = {(x, y): 0.2 for x in "ab" for y in "cd"} | {("a", "b"): 0.5, ("c", "d"): 0.5}
    assert group_average("abcd", scores, Linkage(at_least=0.1, cohesion=0.9)) == [tuple("abcd")]


def test_a_score_in_another_component_changes_nothing() -> None:
    scores = {("a", "b"): 0.5, ("b", "c"): 0.5, ("a", "c"): 0.1}
    near = group_checked("abc", list(scores), scores, at_least=0.3)
    far = group_checked("abcxy", [*scores, ("x", "y")], {**scores, ("x", "y"): 0.9}, at_least=0.3)
    assert [group for group in far if "x" not in group] == near


def test_equal_scores_are_joined_in_the_order_of_their_ids() -> None:
    scores = {("a", "b"): 0.5, ("b", "c"): 0.5}
    assert group_average("cba", scores, Linkage(at_least=0.4)) == [("a", "b"), ("c",)]
