from onrecord.model.report import Zone
from onrecord.publish.page.marked import Paragraph, Segment
from onrecord.publish.room.parts import LARGEST, cut_into_parts, part_with


def paragraph(*texts: str, at: bool = False) -> Paragraph:
    return Paragraph(zone=Zone.BODY, repeats=False, segments=tuple(Segment(text=one, at=at) for one in texts))


def text_of(parts: list[list[Paragraph]]) -> str:
    return "".join(one.text for part in parts for some in part for one in some.segments)


def test_a_report_that_fits_is_one_part() -> None:
    assert cut_into_parts([paragraph("a"), paragraph("b")]) == [[paragraph("a"), paragraph("b")]]


def test_no_part_is_larger_than_it_may_be_and_nothing_is_lost() -> None:
    whole = ["x" * (LARGEST // 2 + 1), "y" * (3 * LARGEST), "z"]
    parts = cut_into_parts(paragraph(one) for one in whole)
    assert text_of(parts) == "".join(whole)
    assert max(sum(len(s.text) for p in part for s in p.segments) for part in parts) <= LARGEST


def test_a_report_opens_at_the_part_that_holds_what_is_asked_for() -> None:
    parts = [[paragraph("a")], [paragraph("b", at=True)]]
    assert part_with(parts, None, opened=True) == 2
    assert part_with(parts, 1, opened=True) == 1
    assert part_with(parts, 9, opened=False) == 1
