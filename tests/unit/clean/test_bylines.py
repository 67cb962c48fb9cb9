import pytest

from onrecord.clean.bylines import has_office, is_bio, is_byline, is_writer_line
from onrecord.clean.lines import find_lines


@pytest.mark.parametrize(
    "text",
    [
        "By Ana Velik",
        "By Ana Velik, Staff Writer",
        "BY ANA VELIK AND TOM REED",
        "By our own correspondent",
        "From our correspondent in Vellin",
        "Written by Ana Velik for The Marsh Post",
        "Ana Velik | Tuesday",
        "15:31 Ana Velik",
        "Words: Ana Velik. Pictures: Jonas Wick",
        "Ana Velik | Senior reporter",
        "(Reporting by Ana Velik in Vellin; Editing by Tom Reed)",
        "Additional reporting by Ana Velik.",
        "Ana Velik contributed reporting.",
        "Ana Velik and Tom Reed reported from Vellin.",
    ],
)
def test_writers_are_named(text: str) -> None:
    assert is_byline(find_lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the strike had ended.",
        "By Monday",
        "By the water",
        "By all accounts the quay is done",
        "From the quay to the court",
        "Lost trade contributed to the decline of the town.",
        "Reporting “by rumour” is how Quill calls it",
        "Port Carrow | Tides",
    ],
)
def test_other_lines_are_no_bylines(text: str) -> None:
    assert not is_byline(find_lines(text)[0])


def test_names_beside_a_headline_are_writers() -> None:
    assert is_writer_line(find_lines("Ana Velik and Tom Reed")[0])
    assert is_writer_line(find_lines("Ana Velik, Political Editor")[0])
    assert is_writer_line(find_lines("Tidewire Staff, Aug 22 2017")[0])
    assert has_office(find_lines("Diplomatic correspondent, Vellin")[0])
    assert not is_writer_line(find_lines("Haldenpost News")[0])
    assert not is_writer_line(find_lines("Old Quay, new trouble")[0])


def test_a_writers_life_is_told_from_a_reports_sentence() -> None:
    assert is_bio(find_lines("Ana Velik is a senior reporter at the Haldenpost.")[0])
    assert not is_bio(find_lines("The mayor is a former dockworker.")[0])
