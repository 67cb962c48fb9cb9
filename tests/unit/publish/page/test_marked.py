from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner
from onrecord.model.report import Block, Zone
from onrecord.model.span import Span
from onrecord.publish.page.marked import anchor_of, attribution_anchor, marked_paragraphs
from support.contents import blocks_of, capture_of, report_of, span_of

TEXT = "Ferry late\n\n“We wait,” Velik said. “She told me ‘go’ twice.”\n\nSign up!"


def attribution(name: str, *content: Span) -> Attribution:
    return Attribution(
        id=name,
        report_id="r1",
        content=content,
        quoted=(),
        manner=Manner.DIRECT,
        act=Act.ASSERTION,
        cue=None,
        source=None,
        speakers=(),
        judgement=Judgement(rule="x", because=(), level=Level.CERTAIN),
    )


REPORT = report_of(
    capture_of(TEXT, "a.txt"), blocks=blocks_of(TEXT, (Zone.HEADLINE, Zone.BODY, Zone.FURNITURE))
)
OUTER = attribution("a1", span_of(TEXT, "We wait,"), span_of(TEXT, "She told me ‘go’ twice."))
INNER = attribution("a2", span_of(TEXT, "go"))


def test_nested_and_discontinuous_marks_are_cut_at_their_bounds() -> None:
    _, body, _ = marked_paragraphs(REPORT, (OUTER, INNER))

    assert [(one.text, [cover.id for cover in one.covered_by]) for one in body.segments] == [
        ("“", []),
        ("We wait,", ["a1"]),
        ("” Velik said. “", []),
        ("She told me ‘", ["a1"]),
        ("go", ["a1", "a2"]),
        ("’", ["a1"]),
        (" twice.", ["a1"]),
        ("”", []),
    ]


def test_each_attribution_opens_once_and_closes_once_behind_its_closing_mark() -> None:
    segments = [one for paragraph in marked_paragraphs(REPORT, (OUTER, INNER)) for one in paragraph.segments]

    assert [(one.text, [it.id for it in one.opens]) for one in segments if one.opens] == [
        ("We wait,", ["a1"]),
        ("go", ["a2"]),
    ]
    assert [(one.text, [it.id for it in one.closes]) for one in segments if one.closes] == [
        ("’", ["a2"]),
        ("”", ["a1"]),
    ]


def test_zones_are_kept_and_a_report_without_blocks_is_one() -> None:
    assert [one.zone for one in marked_paragraphs(REPORT, ())] == [Zone.HEADLINE, Zone.BODY, Zone.FURNITURE]
    plain = report_of(capture_of(TEXT, "a.txt"))
    assert [one.zone for one in marked_paragraphs(plain, ())] == [Zone.BODY]
    assert marked_paragraphs(report_of(capture_of("", "a.txt")), ()) == ()


def test_cited_places_get_their_anchor_where_they_begin() -> None:
    place = span_of(TEXT, "Velik")
    _, body, _ = marked_paragraphs(REPORT, (), [place, place])

    assert [(one.text[:5], one.places) for one in body.segments if one.places] == [
        ("Velik", (anchor_of(REPORT.id, place),))
    ]


def test_anchors_name_report_and_place() -> None:
    assert anchor_of("r1", Span(3, 9)) == "r1-c3-9"
    assert attribution_anchor(OUTER) == "r1-a1"


LENGTH = 40
RANGES = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(
    lambda ends: Span(min(ends), max(ends))
)


@given(
    st.lists(st.lists(RANGES, min_size=1, max_size=3), max_size=5),
    st.lists(RANGES, max_size=4),
    st.booleans(),
)
def test_whatever_is_marked_every_character_is_shown_once_and_every_anchor_exists(
    contents: list[list[Span]],
    cited: list[Span],
    in_blocks: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    text = "ab, cd”. " * 5
    blocks = (
        Block(span=Span(1, 12), zone=Zone.BODY),
        Block(span=Span(14, LENGTH), zone=Zone.FURNITURE),
    )
    report = report_of(capture_of(text, "a.txt"), blocks=blocks if in_blocks else ())
    attributions = [attribution(f"a{number}", *sorted(spans)) for number, spans in enumerate(contents)]
    paragraphs = marked_paragraphs(report, attributions, cited)
    segments = [one for paragraph in paragraphs for one in paragraph.segments]
    expected = text[1:12] + text[14:LENGTH] if in_blocks else text

    assert "".join(one.text for one in segments) == expected
    assert sorted(it.id for one in segments for it in one.opens) == sorted(one.id for one in attributions)
    assert sorted(it.id for one in segments for it in one.closes) == sorted(one.id for one in attributions)
    assert sorted(it for one in segments for it in one.places) == sorted(
        anchor_of(report.id, span) for span in set(cited)
    )
