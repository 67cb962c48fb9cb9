from onrecord.clean.markup import read_markup
from onrecord.clean.page_body import PageBody, find_body, is_running
from onrecord.clean.running_text import NONE_FOUND

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years."
MORE = "Works start in May, she added, and will last two years at the least, weather permitting."


def body(source: str) -> tuple[list[str], PageBody]:
    passages = read_markup(source).passages
    return [passage.text for passage in passages], find_body(passages, NONE_FOUND)


def inside(source: str) -> list[str]:
    texts, found = body(source)
    return [text for text, here in zip(texts, found.inside, strict=True) if here]


def test_the_body_is_the_innermost_element_with_most_of_the_running_text() -> None:
    source = f"<div>Menu<div><div>{LEAD}</div><div>{MORE}</div></div><div>Contact us here any time you want.</div></div>"
    assert inside(source) == [LEAD, MORE]


def test_a_block_quotation_never_is_the_whole_body() -> None:
    assert inside(f"<div><p>She wrote:</p><blockquote><p>{LEAD} {MORE} {MORE}</p></blockquote></div>") == [
        "She wrote:",
        f"{LEAD} {MORE} {MORE}",
    ]


def test_a_name_that_most_of_the_text_stands_under_is_not_believed() -> None:
    _, found = body(f"<div class=subscriber-only>{LEAD}</div><div class=subscriber-only>{MORE}</div>")
    assert found.outside == (False, False)
    _, found = body(f"<div>{LEAD}</div><div>{MORE}</div><div class=subscriber-only>{MORE}</div>")
    assert found.outside == (False, False, True)


def test_answers_of_readers_are_outside_however_many() -> None:
    _, found = body(f"<p>{LEAD}</p>" + f"<div class=comment>{MORE}</div>" * 5)
    assert found.outside == (False, *[True] * 5)


def test_a_hidden_copy_is_outside() -> None:
    _, found = body(f"<div><p>{LEAD}</div><div hidden><p>{LEAD}</div>")
    assert found.outside == (False, True)


def test_a_link_that_is_never_closed_points_nowhere() -> None:
    _, found = body(f"<a href=/b>Farm<p>{LEAD}<p>{MORE}")
    assert not any(found.linked)


def test_items_and_cells_are_told_inside_the_body_only() -> None:
    _, found = body(f"<table><tr><td>Menu<td><div><p>{LEAD}<p>{MORE}<ul><li>One</ul></div></table>")
    assert found.listed == (False, False, False, True)


def test_running_text_is_long_or_ends_as_a_sentence() -> None:
    assert is_running("The quay is closed.")
    assert is_running("the quay and all that stood on it until")
    assert not is_running("Most read")
