from onrecord.attribute.frame.occupied import Occupied
from onrecord.model.span import Span


def test_characters_are_taken_or_free() -> None:
    taken = Occupied([Span(2, 5), Span(1, 9), Span(12, 14)])
    assert taken.overlaps(Span(8, 10))
    assert taken.overlaps(Span(13, 20))
    assert not taken.overlaps(Span(9, 12))
    assert not taken.overlaps(Span(0, 1))


def test_nothing_is_taken_by_nothing() -> None:
    assert not Occupied([]).overlaps(Span(0, 10))
