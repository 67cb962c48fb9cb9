import pytest

from onrecord.clean.lines import find_lines
from onrecord.clean.mastheads import (
    find_outlet,
    is_masthead,
    read_dated_masthead,
    read_masthead,
    read_notice,
    split_headline,
)
from onrecord.model.report import Zone


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("ESTUARY HERALD | Local", "ESTUARY HERALD"),
        ("THE MARSH POST", "THE MARSH POST"),
        ("The Harbour Gazette", "The Harbour Gazette"),
        ("Belford Telegraph", "Belford Telegraph"),
        ("Haldenpost | News", "Haldenpost"),
        ("KXN TV | Greek edition", "KXN TV"),
        ("Nordblatt Economy | translated from the original", "Nordblatt"),
        ("Minister Attacks The Post", None),
        ("World News", None),
        ("News | Politics", None),
        ("Old Quay to close | who pays", None),
        ("Old Quay", None),
    ],
)
def test_a_masthead_names_an_outlet_and_nothing_else(text: str, outlet: str | None) -> None:
    line = find_lines(text)[0]
    assert read_masthead(line) == outlet
    assert is_masthead(line) is (outlet is not None)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("© 2024 Haldenpost", "Haldenpost"),
        ("Copyright 2020-2024 The Harbour Gazette. All rights reserved.", "The Harbour Gazette"),
        ("Join our brand new verified KXN Telegram channel and be first to know!", "KXN"),
        ("Follow The Harbour Gazette on X", "The Harbour Gazette"),
        ("Join 40,000 readers of the free Dockside Wire newsletter!", "Dockside Wire"),
        ("Subscribe to Haldenpost on Telegram", "Haldenpost"),
        ("Switch to the Greek edition of Tide & Freight?", "Tide & Freight"),
        ("Follow Ana Velik on Twitter", None),
        ("Sign up for the Morning Tide newsletter", None),
        ("Follow the Beacon on all your devices", None),
        ("Follow us on Telegram", None),
        ("Join our Telegram channel", None),
        ("All rights reserved", None),
    ],
)
def test_a_notice_names_whose_page_it_is_or_nobody(text: str, outlet: str | None) -> None:
    assert read_notice(text) == outlet


def test_a_masthead_in_capitals_is_spelled_as_the_page_spells_it() -> None:
    lines = find_lines("NEA THALASSA HERALD\n© 2024 Nea Thalassa herald")
    assert find_outlet(lines, [Zone.FURNITURE, Zone.FURNITURE], 1) == "Nea Thalassa herald"
    assert find_outlet(lines[:1], [Zone.FURNITURE], 1) == "Nea Thalassa Herald"


def test_a_page_title_may_end_in_its_outlet() -> None:
    assert split_headline("Old Quay to close | Haldenpost News") == ("Old Quay to close", "Haldenpost News")
    assert split_headline("Old Quay to close | who pays") == ("Old Quay to close | who pays", None)
    lines = find_lines("Old Quay to close | Haldenpost News\nThe quay is closed.")
    assert find_outlet(lines, [Zone.HEADLINE, Zone.BODY], 1) == "Haldenpost News"


def test_no_name_is_no_guess() -> None:
    lines = find_lines("Old Quay to close\nThe quay is closed.")
    assert find_outlet(lines, [Zone.HEADLINE, Zone.BODY], 1) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harwell Courier, 13 March 2024", "The Harwell Courier"),
        ("Wednesday, 13 March 2024 | ESTUARY HERALD", "ESTUARY HERALD"),
        ("Harwell Courier - Wednesday 13 March 2024", "Harwell Courier"),
        ("Old Quay to close, 13 March 2024", None),
        ("13 March 2024", None),
        ("The Harwell Courier, 13 March", None),
        ("The Harwell Courier reported on 13 March 2024 that the quay closes.", None),
    ],
)
def test_a_masthead_may_stand_beside_the_day_of_its_edition(text: str, name: str | None) -> None:
    assert read_dated_masthead(find_lines(text)[0]) == name


@pytest.mark.parametrize("name", ["The Beacon", "Southern Mail", "The Clarion", "Valley Express"])
def test_a_paper_is_told_by_its_noun_or_where_it_is_read(name: str) -> None:
    (line,) = find_lines(name)
    assert read_masthead(line) == name
