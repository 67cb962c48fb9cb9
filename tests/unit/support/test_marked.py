"""Marked text is read into a bare report and spans that stand where the marks stood."""

from pathlib import Path

import pytest

from onrecord.model.span import Span
from support.marked import MarkedAttribution, MarkedReport, read_marked, read_marked_file

HEADER = "why: a test\nfrom: invented\nexpect: pass\n"


def read(report: str, *declarations: str) -> MarkedReport:
    return read_marked(HEADER + "".join(f"{line}\n" for line in declarations) + "---\n" + report)


def read_one(report: str, declaration: str = "1: direct | Ragna Tolliver") -> tuple[str, MarkedAttribution]:
    case = read(report, declaration)
    (attribution,) = case.attributions
    return case.text, attribution


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def test_marks_leave_the_text_and_become_spans() -> None:
    text, attribution = read_one("{content 1|“Wait,”} {source 1|Tolliver} {cue 1|said}.\n")
    assert text == "“Wait,” Tolliver said.\n"
    assert words(text, attribution.content) == ["“Wait,”"]
    assert attribution.source == Span(8, 16)
    assert attribution.cue == Span(17, 21)


def test_spans_count_code_points() -> None:
    text, attribution = read_one("🚢 {source 1|Tolliver} {cue 1|said} {content 1|“Now.”}")
    assert attribution.source == Span(2, 10)
    assert words(text, attribution.content) == ["“Now.”"]


def test_a_second_content_mark_makes_the_content_discontinuous() -> None:
    text, attribution = read_one("{content 1|“A,”} {cue 1|said} {source 1|Tolliver}. {content 1|“B.”}")
    assert words(text, attribution.content) == ["“A,”", "“B.”"]


def test_nested_speech_gives_two_attributions() -> None:
    case = read(
        "{source 1|Quill} {cue 1|said} {content 1|{source 2|Renwick} had {cue 2|told} her {content 2|it was late}}.",
        "1: indirect | Teodora Quill",
        "2: indirect | Tobias Renwick",
    )
    outer, inner = case.attributions
    assert words(case.text, outer.content) == ["Renwick had told her it was late"]
    assert words(case.text, inner.content) == ["it was late"]


def test_one_mark_may_serve_two_attributions() -> None:
    case = read(
        "{source 1,2|She} {cue 1|said} {content 1|it was late} and {cue 2|asked} {content 2|for a lamp}.",
        "1: indirect | Teodora Quill",
        "2: indirect | Teodora Quill | act=request",
    )
    assert [attribution.source for attribution in case.attributions] == [Span(0, 3), Span(0, 3)]
    assert [attribution.act for attribution in case.attributions] == ["assertion", "request"]


def test_ranges_of_one_key_are_one_alternative_and_touching_ones_are_joined() -> None:
    text, attribution = read_one(
        "{source 1|She} {cue 1|said} {content 1|that {or 1a|it {or 1b|was late}}}{or 1a| by then}. {or 1b|Too late.}",
        "1: indirect | Teodora Quill",
    )
    assert [words(text, spans) for spans in attribution.alternatives] == [
        ["it was late by then"],
        ["was late", "Too late."],
    ]


def test_a_carried_attribution_has_neither_source_nor_cue() -> None:
    _, attribution = read_one("{content 1|The tide will turn.}", "1: carried | Ragna Tolliver | optional")
    assert (attribution.source, attribution.cue, attribution.required) == (None, None, False)


def test_a_quotation_may_stand_without_its_source_when_it_is_flagged() -> None:
    _, attribution = read_one("{content 1|“Late.”}", "1: direct | Ragna Tolliver | source-none")
    assert attribution.source is None
    assert attribution.required


def test_speakers_are_several_or_unknown() -> None:
    case = read(
        "{source 1|A and B} {cue 1|noted} {content 1|it}. {source 2|An official} {cue 2|said} {content 2|so}.",
        "1: indirect | Ann Bell; Bo Carr | optional",
        "2: indirect | unknown",
    )
    assert [attribution.speakers for attribution in case.attributions] == [("Ann Bell", "Bo Carr"), ()]


def test_attributions_come_in_the_order_of_their_numbers() -> None:
    lines = [f"{number}: carried | Ann Bell" for number in (10, 2, 1)]
    case = read("{content 10|a} {content 2|b} {content 1|c}", *lines)
    assert [attribution.id for attribution in case.attributions] == ["1", "2", "10"]


def test_literal_braces_and_backslashes_are_escaped() -> None:
    text, attribution = read_one(r"\{{content 1|a \\ b}\}", "1: carried | Ann Bell")
    assert text == r"{a \ b}"
    assert attribution.content == (Span(1, 6),)


def test_line_ends_and_a_later_rule_stay_in_the_report() -> None:
    case = read("one\r\n---\r\ntwo")
    assert case.text == "one\r\n---\r\ntwo"


def test_the_header_is_kept() -> None:
    marked = (
        "why: a: b\nfrom: the field\nexpect: fail\ntitle: Ships | Boats\noutlet: The Courier\n\n---\nText."
    )
    case = read_marked(marked, name="ships.txt")
    assert (case.name, case.why, case.origin, case.expect) == ("ships.txt", "a: b", "the field", "fail")
    assert dict(case.details) == {"title": "Ships | Boats", "outlet": "The Courier"}
    assert case.attributions == ()


def test_a_file_is_named_in_what_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "case.txt"
    path.write_bytes((HEADER + "---\nfine\n{content 1|no line}").encode())
    with pytest.raises(ValueError, match="no line '1' in the header") as caught:
        read_marked_file(path)
    assert str(caught.value).startswith(f"{path}:6: ")


@pytest.mark.parametrize(
    ("marked", "line", "message"),
    [
        ("why: a\nfrom: b\nexpect: pass\n", 3, "no line '---'"),
        ("", 1, "no line '---'"),
        ("why: a\nfrom: b\n---\n", 3, "the header lacks 'expect'"),
        ("why: a\nfrom:\nexpect: pass\n---\n", 4, "the header lacks 'from'"),
        ("why: a\nfrom: b\nexpect: maybe\n---\n", 4, "not 'maybe'"),
        ("why: a\nwhy: b\n---\n", 2, "'why' is given twice"),
        ("Why so\n---\n", 1, "not a header line"),
        (HEADER + "01: direct | A\n---\n", 4, "not a header line"),
        (HEADER + "1: direct\n---\n", 4, "needs 'manner | speakers'"),
        (HEADER + "1: spoken | A\n---\n", 4, "no manner 'spoken'"),
        (HEADER + "1: direct | A;\n---\n", 4, "an empty speaker"),
        (HEADER + "1: direct | A; unknown\n---\n", 4, "unknown speaker beside"),
        (HEADER + "1: direct | A | perhaps\n---\n", 4, "unheard-of flag 'perhaps'"),
        (HEADER + "1: direct | A | act=song\n---\n", 4, "unheard-of flag 'act=song'"),
        (HEADER + "1: direct | A | act=belief, act=request\n---\n", 4, "more than one act"),
        (HEADER + "1: direct | A\n---\nx", 4, "has no {content 1|"),
        (HEADER + "1: direct | A\n---\n{content 1|x}", 4, "flag it source-none"),
        (HEADER + "1: carried | A\n---\n{content 1|x}\n{source 1|y}", 7, "may have no source"),
        (HEADER + "1: carried | A\n---\n{content 1|x}\n{cue 1|y}", 7, "it has no cue"),
        (HEADER + "1: direct | A\n---\n{content 1|x} {source 1|y}\n{source 1|z}", 7, "a second source"),
        (HEADER + "---\nx\n{quote 1|y}", 6, "not a mark: '{quote 1|y}'"),
        (HEADER + "---\nx }", 5, "no mark open"),
        (HEADER + "---\nx\n\n{content 1|y {cue 1|z}", 7, "is never closed"),
        (HEADER + "---\n{content 1|}", 5, "marks nothing"),
        (HEADER + "---\n{content 1|a {content 1|b}}", 5, "inside itself"),
        (HEADER + "---\na \\ b", 5, "a backslash stands only before"),
        (HEADER + "1: direct | A\n---\n{content 1a|x}", 6, "needs a number"),
        (HEADER + "1: direct | A\n---\n{or 1|x}", 6, "needs a number and a letter"),
        (HEADER + "1: direct | A\n---\n{source 1|A} {content 1|x }", 6, "white space"),
    ],
)
def test_what_breaks_the_form_is_refused_with_its_line(marked: str, line: int, message: str) -> None:
    with pytest.raises(ValueError, match=r"^case\.txt:") as caught:
        read_marked(marked)
    assert str(caught.value).startswith(f"case.txt:{line}: ")
    assert message in str(caught.value)
