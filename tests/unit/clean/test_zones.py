import json
from pathlib import Path

import pytest

from onrecord.model.report import SPOKEN_ZONES
from support.captures import plain, read, shared, zoned, zones

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years, its chair said."
MORE = "The union said it would fight the vote in court and on the quays until the summer at least."
HEADLINE = "Old Quay to close within three years"


def test_a_report_without_a_headline_is_all_body() -> None:
    assert zones(LEAD, "", MORE) == ["body", "body"]


def test_one_paragraph_is_body_whatever_it_looks_like() -> None:
    assert zones("Subscribe to our newsletter") == ["body"]
    assert zones(HEADLINE) == ["body"]


def test_a_headline_printed_twice_amid_labels_is_read_once() -> None:
    lines = [
        HEADLINE,
        "Category",
        "Ports",
        "Publication date",
        "",
        HEADLINE,
        "",
        "The first crane",
        "Source:  CPA",
        "",
        LEAD,
    ]
    assert zones(*lines) == [
        "headline", "furniture", "furniture", "furniture", "headline", "caption", "credit", "body",
    ]  # fmt: skip
    blocks = read(plain("\n".join(lines))).blocks
    assert [block.repeats for block in blocks if block.zone == "headline"] == [False, True]


def test_a_pitch_before_the_headline_and_a_caption_after_it() -> None:
    assert zones(
        "Join our verified Tidewatch Telegram channel and be first to know!",
        "",
        HEADLINE,
        "",
        "Mayor Dunstan Pell at the Guildhall. (Council/Released)",
        "",
        "This article was originally published by Radio Halden and is reprinted with permission.",
        "",
        LEAD,
    ) == ["furniture", "headline", "caption", "credit", "body"]


def test_the_head_of_a_page_with_menus_byline_and_stamp() -> None:
    assert zones(
        "Home", "News", "Politics", HEADLINE, "Board splits over the Skerry Point lease", "Ana Velik and Tom Reed",
        "March 4, 2022 | 10:15", "Share", "Tweet", LEAD,
    ) == [
        "furniture", "furniture", "furniture", "headline", "subheading", "byline", "dateline", "furniture", "furniture",
        "body",
    ]  # fmt: skip


def test_a_masthead_and_its_slogan_are_no_headline() -> None:
    assert zones("THE MARSH POST", "Both banks, every day", "", HEADLINE, "", LEAD) == [
        "furniture", "furniture", "headline", "body",
    ]  # fmt: skip


def test_the_given_title_finds_the_headline() -> None:
    from support.captures import json_line

    text = f"Harbour news of the day\n{HEADLINE}\n{LEAD}"
    blocks = read(json_line(title=HEADLINE.upper(), text=text)).blocks
    assert [str(block.zone) for block in blocks] == ["subheading", "headline", "body"]


def test_a_dateline_is_a_block_of_its_own() -> None:
    assert zoned(f"PORT CARROW (CPA) – {LEAD}", "", MORE) == [
        ("dateline", "PORT CARROW (CPA) –"), ("body", LEAD), ("body", MORE),
    ]  # fmt: skip


def test_headings_between_paragraphs_are_subheadings() -> None:
    assert zones(LEAD, "", "Who pays for the cranes", "", MORE) == ["body", "subheading", "body"]


def test_a_question_between_paragraphs_is_body_unless_other_headings_stand_there() -> None:
    assert zones(LEAD, "And who pays?", MORE) == ["body", "body", "body"]
    assert zones(LEAD, "And who pays?", MORE, "The cranes of Skerry Point", LEAD) == [
        "body", "subheading", "body", "subheading", "body",
    ]  # fmt: skip


def test_name_and_title_lines_sign_the_paragraph_above() -> None:
    quote = "We have nothing to hide at the bottom of that harbour, and nothing to show."
    assert zones(LEAD, quote, "", "Tobias Renwick", "", "Tobias Renwick", "", "Head of the Port Authority", "", MORE) == [
        "body", "body", "signature", "signature", "signature", "body",
    ]  # fmt: skip


def test_what_trails_after_the_last_paragraph_is_no_body() -> None:
    assert zones(
        HEADLINE, LEAD, "", "Ana Velik is a reporter for the Haldenpost.", "With reporting by CPA", "Read more",
        "Strike enters its third week", "Mayor opens new terminal", "Tags: quay, harbour", "Leave a comment",
        "© 2024 Haldenpost. All rights reserved.",
    ) == ["headline", "body", "byline", "byline", *["furniture"] * 6]  # fmt: skip


def test_a_last_line_without_a_full_stop_is_still_body() -> None:
    assert zones(LEAD, "The union said it would fight the vote in court and on the quays") == ["body", "body"]
    assert zones(LEAD, "“Ask them whose,” Loveday said") == ["body", "body"]


def test_speech_is_never_furniture() -> None:
    for line in (
        "“Join us on Telegram and sign up for the newsletter,” the union's secretary told its members.",
        "“Follow us,” she said.",
        "Subscribe to the truth, Pell told reporters: “Cookies are for children.”",
    ):
        assert zones(LEAD, line, MORE) == ["body", "body", "body"]


def test_a_late_stamp_does_not_date_the_text() -> None:
    assert zones(HEADLINE, LEAD, "5:15 p.m.", MORE, "Friday, March 11, 2022") == [
        "headline", "body", "furniture", "body", "furniture",
    ]  # fmt: skip


def test_a_transcript_is_no_row_of_datelines() -> None:
    assert zones("TOLLIVER: We will not sign that.", "PELL: Then who will?") == ["body", "body"]
    assert zones("RAGNA TOLLIVER: We will not sign.", "DUNSTAN PELL: Then who will?") == ["body", "body"]
    assert zones(f"PORT CARROW: {LEAD}", MORE) == ["dateline", "body", "body"]


def test_a_paragraph_printed_again_is_read_once() -> None:
    blocks = read(plain(f"{LEAD}\n\n{MORE}\n\n{LEAD}")).blocks
    assert [block.repeats for block in blocks] == [False, False, True]


def test_a_page_of_nothing_but_furniture_keeps_its_longest_line() -> None:
    assert "body" in zones("Share", "Sign up for our newsletter and never miss a tide", "© 2024 Haldenpost")


@pytest.mark.shared
def test_no_furniture_of_the_seeds_is_spoken() -> None:
    gold_path = shared("gold", "seeds.json")
    if not gold_path.exists():
        pytest.skip("the shared development data is not here")
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    for name, lines in gold["furniture"].items():
        report = read(plain(Path(shared("seeds", name)).read_bytes()))
        for line in lines:
            assert report.zone_at(report.text.index(line.strip())) not in SPOKEN_ZONES, line


@pytest.mark.shared
def test_no_speech_of_the_seeds_is_furniture() -> None:
    gold_path = shared("gold", "seeds.json")
    if not gold_path.exists():
        pytest.skip("the shared development data is not here")
    for path in sorted(shared("seeds").glob("*.txt")):
        report = read(plain(path.read_bytes()))
        quoted = [place for place, letter in enumerate(report.text) if letter in "“”"]
        assert all(report.zone_at(place) in SPOKEN_ZONES for place in quoted)
