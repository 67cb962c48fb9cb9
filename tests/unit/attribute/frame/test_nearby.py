from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.frame.nearby import Nearby, likeness, shared
from onrecord.model.span import Span


def draft(*content: Span) -> Draft:
    return Draft(content=content, rule="indirect.clause")


def test_drafts_that_share_a_character_are_near() -> None:
    near = Nearby([draft(Span(0, 10)), draft(Span(10, 20)), draft(Span(500, 2000))])
    assert near.overlapping([Span(9, 11)]) == [0, 1]
    assert near.overlapping([Span(1500, 1501)]) == [2]
    assert near.overlapping([Span(20, 30)]) == []


def test_a_draft_added_later_is_near_too() -> None:
    near = Nearby([draft(Span(0, 10))])
    near.add(draft(Span(5, 8)))
    assert near.overlapping([Span(6, 7)]) == [0, 1]


def test_shared_characters_are_counted_over_all_parts() -> None:
    assert shared([Span(0, 4), Span(8, 12)], [Span(2, 10)]) == 4


def test_likeness_goes_from_nothing_to_one() -> None:
    assert likeness([Span(0, 4)], [Span(0, 4)]) == 1
    assert likeness([Span(0, 4)], [Span(2, 6)]) == 0.5
    assert likeness([], []) == 0
