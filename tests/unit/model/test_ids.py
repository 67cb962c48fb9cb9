from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.ids import attribution_id, chain_id, digest, outlet_id, report_id, shared_id
from onrecord.model.span import Span


def test_ids_come_from_content_alone() -> None:
    assert report_id(b"ferry") == report_id(b"ferry")
    assert report_id(b"ferry") != report_id(b"ferries")
    assert attribution_id("r1", [Span(1, 2)]) != attribution_id("r1", [Span(1, 2), Span(3, 4)])
    assert chain_id("r1", Span(1, 2)) != chain_id("r2", Span(1, 2))


def test_letters_tell_what_an_id_is_of() -> None:
    assert report_id(b"")[0] == "r"
    assert chain_id("r", Span(0, 0))[0] == "c"
    assert attribution_id("r", [Span(0, 0)])[0] == "a"
    assert outlet_id("The  Gazette") == outlet_id("the gazette")


def test_parts_are_told_apart() -> None:
    assert digest("a", "b") != digest("ab")


@given(
    st.lists(st.text("0123456789abcdef", min_size=4, max_size=4), min_size=1),
    st.text("0123456789abcdef", min_size=4, max_size=4),
)
def test_a_group_that_grows_keeps_an_id_that_a_member_resolves(members: list[str], newcomer: str) -> None:
    members = [f"a{member}" for member in members]
    before = shared_id("s", members)
    after = shared_id("s", [*members, f"a{newcomer}"])
    assert after in {before, f"s{newcomer}"}
    assert f"a{before[1:]}" in members
