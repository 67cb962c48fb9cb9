from onrecord.model.report import Block, Report, Zone
from onrecord.model.span import Span, map_widths


def test_a_position_tells_its_zone() -> None:
    report = Report(
        id="r1",
        paths=("a.txt",),
        text="Ferry stops\n\nIt stopped.",
        offsets=map_widths([1] * 24),
        encoding="utf-8",
        blocks=(Block(span=Span(0, 11), zone=Zone.HEADLINE), Block(span=Span(13, 24), zone=Zone.BODY)),
    )
    assert report.zone_at(3) is Zone.HEADLINE
    assert report.zone_at(13) is Zone.BODY
    assert report.zone_at(12) is None
