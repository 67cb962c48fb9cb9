import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import read_report
from onrecord.model import ids
from onrecord.model.moment import Basis
from onrecord.model.report import Zone
from onrecord.model.span import Span
from support.captures import codes, html, json_line, plain, read

LEAD = "The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years."


def test_the_text_is_the_decoded_file_with_its_line_ends() -> None:
    report = read(plain(f"\ufeffOld Quay to close\r\n\r\n{LEAD}\r\n"))
    assert report.text == f"Old Quay to close\r\n\r\n{LEAD}\r\n"
    assert report.title == "Old Quay to close"
    assert report.encoding == "utf-8-sig"
    assert report.paths == ("report.txt",)


def test_the_members_of_a_line_are_believed() -> None:
    report = read(
        json_line(
            id=17,
            title="Old Quay to close",
            text=LEAD,
            url="https://haldenpost.example/quay",
            outlet="Haldenpost",
            date="2024-03-15T10:15:00Z",
            language="en",
            desk="harbour",
            words=16,
            paid=False,
            tags=["quay"],
            editor=None,
        )
    )
    assert (report.external_id, report.title, report.language) == ("17", "Old Quay to close", "en")
    assert report.outlet is not None
    assert (report.outlet.name, report.outlet.id) == ("Haldenpost", ids.outlet_id("Haldenpost"))
    assert report.published is not None
    assert (report.published.earliest, report.published.latest) == (date(2024, 3, 15), date(2024, 3, 15))
    assert report.published.basis is Basis.GIVEN
    assert report.declared == {"desk": "harbour", "paid": "false", "words": "16"}


def test_a_date_that_is_none_is_told_and_left_out() -> None:
    capture = json_line(text=LEAD, date="the Ides of March")
    assert codes(capture) == ["clean.bad-date"]
    assert read(capture).published is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"html": "<p> </p>"}', "clean.no-text"),
        ('{"id": 1}', "clean.no-text"),
        ('{"text": ""}', "clean.no-text"),
        ('{"text": " \\n "}', "clean.no-text"),
        ("{", "clean.no-text"),
    ],
)
def test_a_line_without_text_gives_no_report_and_says_why(line: str, code: str) -> None:
    report, problems = read_report(json_line(line))
    assert report is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].path == "pile.jsonl#1"


def test_a_line_without_text_names_its_members_and_the_way_out() -> None:
    _, (problem,) = read_report(json_line(Volltext="Der Kai ist zu.", Datum="2024-03-15"))
    assert "Datum, Volltext" in problem.message or "Volltext, Datum" in problem.message
    assert "--column text=NAME" in problem.message


def test_a_day_of_a_page_that_is_none_is_told() -> None:
    assert codes(
        html("<meta name=date content='15/03/2024 soon'><p>The quay is closed, the board said.</p>")
    ) == ["clean.bad-date"]


def test_where_the_container_gives_no_day_that_page_gives_one() -> None:
    page = "<meta name=date content=2024-03-15><p>The quay is closed, the board said.</p>"
    told = replace(html(page), declared={"date": "soon"})
    assert codes(told) == ["clean.bad-date"]
    report = read(told)
    assert report.published is not None
    assert report.published.earliest == date(2024, 3, 15)


def test_white_space_is_no_report() -> None:
    report, problems = read_report(plain(" \r\n\t\n"))
    assert report is None
    assert [problem.code for problem in problems] == ["clean.no-text"]


def test_a_text_given_twice_is_told_and_the_last_is_read() -> None:
    capture = json_line('{"text": "The first.", "text": "The last."}')
    assert codes(capture) == ["clean.repeated-member"]
    assert read(capture).text == "The last."


def test_spans_lead_into_the_escapes_of_the_line() -> None:
    capture = json_line(r'{"text": "“A\u201d\n\ud83d\udea2 no"}'.encode())
    report = read(capture)
    start = report.text.index("🚢")
    taken = report.offsets.to_captured(Span(start, start + 1))
    assert capture.payload[taken.start : taken.end] == rb"\ud83d\udea2"


def test_half_a_pair_in_a_line_is_replaced_and_told() -> None:
    capture = json_line(r'{"text": "a\ud83d b"}')
    assert codes(capture) == ["clean.lone-surrogate"]
    report = read(capture)
    assert report.text == "a\ufffd b"
    assert [(edit.span, edit.put) for edit in report.edits] == [(Span(1, 2), "\ufffd")]


def test_half_a_pair_in_another_member_can_be_written() -> None:
    report = read(json_line(r'{"title": "a\ud83d", "text": "Ahoy"}'))
    assert report.title == "a\ufffd"


def test_a_line_in_utf_16_is_read() -> None:
    report = read(json_line('{"text": "Ahoy 🚢"}'.encode("utf-16-le")))
    assert (report.text, report.encoding) == ("Ahoy 🚢", "utf-16-le")
    assert report.offsets.to_captured(Span(5, 6)) == Span(30, 34)


def test_a_published_line_of_the_page_dates_the_report() -> None:
    report = read(plain(f"Old Quay to close\n\nPublished: 4 March 2022, 10:15\n\n{LEAD}"))
    assert report.published is not None
    assert (report.published.earliest, report.published.basis) == (date(2022, 3, 4), Basis.STATED)
    assert report.published.evidence[0].span.of(report.text) == "4 March 2022"


def test_the_day_in_a_byline_dates_the_report() -> None:
    report = read(plain(f"Old Quay to close at last\n\nTidewire Staff, Aug 22 2017\n\n{LEAD}"))
    assert report.published is not None
    assert report.published.earliest == date(2017, 8, 22)


def test_a_correction_below_the_text_does_not_date_it() -> None:
    report = read(
        plain(f"Old Quay to close\n\n{LEAD}\n\nCorrection: March 9, 2022\n\nFriday, March 11, 2022")
    )
    assert report.published is None


@pytest.mark.parametrize(
    "text",
    [
        "Die Mole ist gesperrt, und sie wird auch im Sommer nicht mehr für die Schiffe geöffnet.",
        "El muelle se cerrará en marzo y no se abrirá para los barcos de la ciudad hasta el verano.",
    ],
)
def test_a_language_that_is_not_read_is_told(text: str) -> None:
    assert codes(plain(text)) == ["clean.language-not-read"]
    assert codes(plain(LEAD)) == []
    assert codes(json_line(text=LEAD, language="en-GB")) == []


def test_an_outlet_is_only_named_where_the_page_does() -> None:
    assert read(plain(LEAD)).outlet is None
    report = read(plain(f"{LEAD}\n\n© 2024 Haldenpost. All rights reserved."))
    assert report.outlet is not None
    assert report.outlet.name == "Haldenpost"


def test_a_line_that_is_a_report_of_one_line_is_body() -> None:
    assert [block.zone for block in read(plain("Subscribe to our newsletter")).blocks] == [Zone.BODY]


CHARACTERS = st.text(st.characters(exclude_categories=["Cs"]))
LINES = st.lists(
    st.sampled_from(
        [
            "Old Quay to close",
            LEAD,
            "By Ana Velik",
            "“No,” she said.",
            "Share",
            "",
            " \t",
            "Ana Velik",
            "Harbour minister",
            "PORT HALDEN (CPA) — It is over.",
            "Source: CPA",
            "© 2024 Haldenpost",
            "4 March 2022",
            "THE MARSH POST",
        ]
    )
    | CHARACTERS,
    max_size=12,
).map("\n".join)


@given(LINES)
def test_blocks_are_sorted_and_leave_out_only_white_space(text: str) -> None:
    report, problems = read_report(plain(text))
    if report is None:
        assert problems
        return
    done = 0
    for block in report.blocks:
        assert block.span.start >= done
        assert not report.text[done : block.span.start].strip()
        assert block.span.of(report.text).strip() == block.span.of(report.text) != ""
        done = block.span.end
    assert not report.text[done:].strip()
    for credit in report.credits:
        assert credit.span.of(report.text) == credit.outlet


@given(CHARACTERS, st.booleans())
def test_a_text_reads_the_same_from_a_file_and_from_a_line(text: str, ascii_only: bool) -> None:  # noqa: FBT001
    line = json.dumps({"text": text}, ensure_ascii=ascii_only)
    from_line, _ = read_report(json_line(line))
    if from_line is None:
        assert not text.lstrip("\ufeff").strip()
        return
    payload = line.encode()
    for place, letter in enumerate(from_line.text):
        taken = from_line.offsets.to_captured(Span(place, place + 1))
        assert json.loads(b'"' + payload[taken.start : taken.end] + b'"') == letter


@given(st.binary())
def test_any_bytes_give_a_report_or_a_problem(payload: bytes) -> None:
    for capture in (plain(payload), json_line(payload)):
        report, problems = read_report(capture)
        assert report is not None or problems
        assert read_report(capture) == (report, problems)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "“" * 300_000,
        "A. " * 100_000,
        "\u202e(AP) — " * 20_000,
        "Name " * 50_000,
        "(\n" * 20_000,
    ],
)
def test_a_long_line_takes_about_linear_time(text: str) -> None:
    assert read(plain(text)).text == text


def test_a_member_of_a_wrong_type_is_a_problem_of_its_line() -> None:
    capture = json_line(
        '{"text": "The quay is closed, and it will not be opened.", "language": true, "outlet": 7}'
    )
    report, problems = read_report(capture)
    assert report is not None
    assert (report.language, report.outlet) == ("en", None)
    assert [(problem.code, problem.path) for problem in problems] == [
        ("clean.bad-member", "pile.jsonl#1")
    ] * 2
    assert problems[0].message == 'pile.jsonl#1 "language" is a truth value, not a string; it is left out'
    assert codes(json_line('{"title": ["a"]}')) == ["clean.bad-member", "clean.no-text"]


@pytest.mark.parametrize(
    ("value", "told"), [("12", "the number 12"), ('["a"]', "a list"), ('{"a": "b"}', "an object")]
)
def test_a_text_that_is_no_string_is_told_as_that(value: str, told: str) -> None:
    report, problems = read_report(json_line(f'{{"id": "7", "text": {value}, "outlet": "House"}}'))
    assert report is None
    assert [problem.code for problem in problems] == ["clean.bad-member", "clean.no-text"]
    assert problems[0].message == f'pile.jsonl#1 "text" is {told}, not a string; it is left out'
    assert "(its members are id, outlet)" in problems[1].message


def test_of_repeated_texts_the_last_counts_though_it_is_no_string() -> None:
    assert codes(json_line('{"text": "no", "text": 7}')) == ["clean.bad-member", "clean.no-text"]


def test_a_masthead_with_a_day_names_the_outlet_and_dates_the_report() -> None:
    report = read(plain(f"The Harwell Courier, 13 March 2024\n\nOld Quay to close, council says\n\n{LEAD}"))
    assert report.outlet is not None
    assert report.outlet.name == "The Harwell Courier"
    assert report.published is not None
    assert report.published.earliest == date(2024, 3, 13)
    assert [block.zone for block in report.blocks[:2]] == [Zone.DATELINE, Zone.HEADLINE]


PAGE = """<!doctype html><html lang="en-GB"><head><title>Quay to close | The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette">
<meta property="article:published_time" content="2024-03-15T10:15:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Quay to close</h1>
<p>The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years.</p>
<p>&ldquo;The tide is out,&rdquo; said Mayor Ragna <b>Tolliver</b>.</p></article></body></html>"""


def test_a_page_is_read_with_what_it_says_of_itself() -> None:
    report = read(html(PAGE))
    assert (report.title, report.language) == ("Quay to close", "en-GB")
    assert report.outlet is not None
    assert report.outlet.name == "The Harbour Gazette"
    assert report.published is not None
    assert report.published.earliest == date(2024, 3, 15)
    said = [block.span.of(report.text) for block in report.blocks if block.zone is Zone.BODY]
    assert said[-1] == "“The tide is out,” said Mayor Ragna Tolliver."
    zones = {block.span.of(report.text): block.zone for block in report.blocks}
    assert (zones["Home"], zones["Quay to close"]) == (Zone.FURNITURE, Zone.HEADLINE)


def test_every_letter_of_a_page_leads_to_its_bytes() -> None:
    report = read(html(PAGE))
    start = report.text.index("“The tide")
    place = report.offsets.to_captured(Span(start, start + len("“The tide is out,”")))
    assert PAGE.encode()[place.start : place.end] == b"&ldquo;The tide is out,&rdquo;"


def test_a_line_with_a_page_reads_as_the_page_does_and_believes_its_own_members() -> None:
    report = read(json_line(html=PAGE, outlet="Haldenpost"))
    assert report.text == read(html(PAGE)).text
    assert report.outlet is not None
    assert report.outlet.name == "Haldenpost"
    assert report.title == "Quay to close"


def test_what_a_container_says_of_a_page_is_believed_before_the_page() -> None:
    capture = replace(html(PAGE), declared={"url": "https://haldenpost.example/quay", "date": "2024-03-16"})
    report = read(capture)
    assert report.url == "https://haldenpost.example/quay"
    assert report.published is not None
    assert report.published.earliest == date(2024, 3, 16)
