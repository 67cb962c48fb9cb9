import pytest

from onrecord.clean.credits import find_credits, is_credit
from onrecord.clean.lines import find_lines
from onrecord.model.report import Block, Zone
from onrecord.model.span import Span
from support.captures import plain, read

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years, its chair said."


def credited(*lines: str) -> list[tuple[str, bool]]:
    report = read(plain("\n".join(lines)))
    for credit in report.credits:
        assert credit.span.of(report.text) == credit.outlet
    return [(credit.outlet, credit.picture) for credit in report.credits]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("This article was originally published by Radio Halden/Radio Coast and is reprinted with permission.", "Radio Halden/Radio Coast"),
        ("This story first appeared in The Marsh Post.", "The Marsh Post"),
        ("This piece was republished from The Marsh Post under a licence.", "The Marsh Post"),
        ("Originally published on Haldenpost", "Haldenpost"),
        ("Source: CPA", "CPA"),
        ("(Reuters)", "Reuters"),
        ("With reporting by Reuters", "Reuters"),
        ("By Ana Velik, Associated Press", "Associated Press"),
    ],
)  # fmt: skip
def test_an_acknowledged_origin_is_read(line: str, outlet: str) -> None:
    assert credited("Old Quay to close", "", LEAD, "", line) == [(outlet, False)]


@pytest.mark.parametrize(
    "line",
    [
        "As first reported by The Marsh Post, the survey is finished.",
        "The report published Tuesday showed that the quay was sinking.",
        "The survey was published by the Harbour Board in May.",
        "By Ana Velik, The Marsh Post",
        "With reporting by Tom Reed",
        "A source: the tide comes in.",
    ],
)
def test_other_mentions_of_outlets_are_no_credits(line: str) -> None:
    assert credited("Old Quay to close", "", LEAD, "", line) == []


def test_the_agency_of_a_dateline_is_a_credit() -> None:
    assert credited(f"PORT CARROW, June 3 (CPA) — {LEAD}") == [("CPA", False)]


def test_a_source_at_a_picture_is_doubtful() -> None:
    assert credited("Old Quay to close", "", "The first crane", "Source:  CPA", "", LEAD) == [("CPA", True)]


def test_a_credit_is_a_line_of_its_own() -> None:
    assert is_credit(find_lines("Courtesy of The Marsh Post")[0])
    assert not is_credit(find_lines("The piece was played by courtesy of the band, he said.")[0])


def test_an_agency_that_reported_is_the_origin_and_a_writer_is_not() -> None:
    for text, outlets in (
        ("(Reporting by Tidewire; editing by Ana Velik)", ["Tidewire"]),
        ("(Reporting by Ana Velik)", []),
    ):
        blocks = [Block(span=Span(0, len(text)), zone=Zone.BYLINE)]
        assert [credit.outlet for credit in find_credits(text, blocks)] == outlets
