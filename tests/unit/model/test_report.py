from onrecord.model.report import Block, Report, Zone, first_words
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


def test_the_first_words_of_a_text_are_whole_and_never_none() -> None:
    assert first_words("\n The ferry\nis late. ") == "The ferry is late."
    assert first_words("ferry " * 50) == "ferry " * 9 + "ferry …"
    assert first_words("x" * 500) == "x" * 60 + " …"
    assert first_words(" \n") == "no words"
