from onrecord.clean.lines import find_lines
from onrecord.clean.signatures import zone_signatures
from onrecord.model.report import Zone

QUOTE = "We have nothing to hide at the bottom of that harbour."
MORE = "The union said it would fight the vote in court."


def signed(*texts: str) -> list[str]:
    lines = find_lines("\n".join(texts))
    zones: list[Zone | None] = [None] * len(lines)
    zone_signatures(lines, zones, 0)
    return [line.text for line, zone in zip(lines, zones, strict=True) if zone is Zone.SIGNATURE]


def test_a_name_and_an_office_sign() -> None:
    assert signed(QUOTE, "Tobias Renwick", "Chief executive", MORE) == ["Tobias Renwick", "Chief executive"]


def test_name_and_office_may_share_a_line() -> None:
    assert signed(QUOTE, "Tobias Renwick, chief executive", MORE) == ["Tobias Renwick, chief executive"]


def test_a_dash_before_a_name_signs() -> None:
    assert signed(QUOTE, "— Tobias Renwick", MORE) == ["— Tobias Renwick"]


def test_a_name_alone_is_a_heading_and_signs_nothing() -> None:
    assert signed(QUOTE, "Tobias Renwick", MORE) == []


def test_a_heading_of_capitalised_words_signs_nothing() -> None:
    assert signed(QUOTE, "Tobias Renwick, Long A Thorn", MORE) == []


def test_a_name_under_a_heading_signs_nothing() -> None:
    assert signed("What the board says", "Tobias Renwick", "Chief executive", MORE) == []


def test_a_signature_at_the_end_is_somebody_the_report_knows() -> None:
    known = "Renwick has run the port for nine years."
    assert signed(known, QUOTE, "Tobias Renwick", "Chief executive") == ["Tobias Renwick", "Chief executive"]
    assert signed(QUOTE, "Ana Velik", "Chief reporter") == []
