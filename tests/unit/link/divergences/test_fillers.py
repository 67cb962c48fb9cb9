from onrecord.link.divergences.counts import count_alike, find_counts
from onrecord.link.divergences.fillers import Filler, compare_fillers, find_sentences
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.model.statement import Slot
from support.piles import reading_of

READINGS = sorted(
    (reading_of("", [text]) for text in ("Six boats. Ten boats.", "Nine boats.")),
    key=lambda one: one.report.id,
)
REPORTS = {reading.report.id: reading.report for reading in READINGS}


def filler(report_id: str, value: str) -> Filler:
    start = REPORTS[report_id].text.index(value)
    return Filler(
        "boats", frozenset({value}), Evidence(report_id=report_id, span=Span(start, start + len(value)))
    )


def compared(*fillers: Filler) -> list[str]:
    found = compare_fillers(fillers, REPORTS, slot=Slot.NUMBER, agree=lambda a, b: a.values == b.values)
    return [one.note for one in found]


def test_a_point_inside_a_number_ends_no_sentence() -> None:
    report = reading_of("", ["It is 4.5 km off. It rained."]).report
    assert [span.of(report.text).strip() for span in find_sentences(report)] == [
        "It is 4.5 km off.",
        "It rained.",
    ]


def test_a_list_without_an_end_is_no_sentence() -> None:
    report = reading_of("", ["12 boats " * 1000 + ". It rained."]).report
    assert [span.of(report.text).strip() for span in find_sentences(report)] == ["It rained."]


def test_one_value_against_another_is_told_in_the_reports_words() -> None:
    two, one = sorted(REPORTS, key=lambda key: -len(REPORTS[key].text))
    (note,) = compared(filler(two, "Six"), filler(one, "Nine"))
    assert {"Six", "Nine"} <= set(note.replace(",", "").replace(".", "").split())


def test_a_report_with_two_values_gives_none() -> None:
    two, one = sorted(REPORTS, key=lambda key: -len(REPORTS[key].text))
    assert compared(filler(two, "Six"), filler(two, "Ten"), filler(one, "Nine")) == []


def test_a_sentence_that_several_reports_copy_is_set_against_another_once() -> None:
    copied = "About 2,300 people live in the three villages below the dam."
    reports = [
        reading_of("Dam", [copied, f"The paper asked {name}."]).report for name in ("Ek", "Hale", "Abele")
    ]
    reports.append(reading_of("Dam", ["Below the dam in the villages live about 3,200 people."]).report)
    by_id = {one.id: one for one in reports}
    fillers = [filler for one in reports for filler in find_counts(one)]

    assert len(list(compare_fillers(fillers, by_id, slot=Slot.NUMBER, agree=count_alike))) == 1
