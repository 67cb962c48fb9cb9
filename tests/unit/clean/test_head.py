from onrecord.clean.head import zone_head
from onrecord.clean.lines import find_lines
from onrecord.model.report import Zone

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years."


def headed(*texts: str, title: str | None = None) -> tuple[list[Zone | None], int]:
    lines = find_lines("\n".join(texts))
    zones: list[Zone | None] = [None] * len(lines)
    body = zone_head(lines, zones, title=title)
    return zones, body


def test_the_first_telling_line_is_the_headline() -> None:
    assert headed("Ports", "Old Quay to close at last", "Ana Velik", LEAD) == (
        [Zone.FURNITURE, Zone.HEADLINE, Zone.BYLINE, None],
        3,
    )


def test_a_line_printed_twice_is_the_headline() -> None:
    zones, _ = headed("The cranes of Skerry Point", "Old Quay closes", "Old Quay closes", LEAD)
    assert zones == [Zone.SUBHEADING, Zone.HEADLINE, Zone.HEADLINE, None]


def test_a_value_stands_under_the_name_of_its_field() -> None:
    zones, _ = headed("Old Quay to close at last", "Category", "Harbours of the northern coast", LEAD)
    assert zones[2] is Zone.FURNITURE


def test_a_paragraph_at_the_top_leaves_no_headline() -> None:
    assert headed(LEAD, LEAD) == ([None, None], 0)


def test_nothing_has_no_head() -> None:
    assert headed("") == ([], 0)


def test_an_office_under_a_byline_and_a_signed_picture_are_told() -> None:
    lines = find_lines(
        f"Old Quay to close at last\nAna Velik\nDiplomatic correspondent, Vellin\nThe quay at dawn. (Jonas Wick)\n{LEAD}"
    )
    zones: list[Zone | None] = [None] * len(lines)
    zone_head(lines, zones, title=None)
    assert zones == [Zone.HEADLINE, Zone.BYLINE, Zone.BYLINE, Zone.CAPTION, None]
