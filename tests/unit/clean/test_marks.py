import pytest

from onrecord.clean.lines import find_lines
from onrecord.clean.marks import own_zone
from onrecord.model.report import Zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("***", Zone.FURNITURE),
        ("Advertisement", Zone.FURNITURE),
        ("By Ana Velik", Zone.BYLINE),
        ("4 March 2022", Zone.DATELINE),
        ("Source: CPA", Zone.CREDIT),
        ("Photo: Harbour Board", Zone.CAPTION),
        ("Sign up for our newsletter", Zone.FURNITURE),
        ("The quay is closed.", None),
        ("quay " * 100, None),
    ],
)
def test_a_line_shows_its_zone_or_none(text: str, zone: Zone | None) -> None:
    assert own_zone(find_lines(text)[0]) is zone
