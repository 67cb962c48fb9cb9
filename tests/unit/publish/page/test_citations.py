from dataclasses import replace

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.page.citations import citation, citations, cited_spans, shortened, standing
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents, span_of


def test_a_citation_shows_the_exact_characters_and_leads_to_them() -> None:
    pile = pile_of(ferry_contents())
    report = pile.reports[2].report
    evidence = Evidence(report_id=report.id, span=span_of(report.text, "12 boats"))
    found = citation(pile, evidence)

    assert found is not None
    assert (found.exact, found.outlet, found.number) == ("12 boats", "The Orrin Courier", "R3")
    assert found.anchor == f"{report.id}-c{evidence.span.start}-{evidence.span.end}"
    assert not found.shortened
    assert [(run.opens, run.closes) for run in found.runs] == [("", "")]


def test_the_same_place_is_cited_once_and_an_unknown_report_not_at_all() -> None:
    pile = pile_of(ferry_contents())
    evidence = Evidence(report_id=pile.reports[0].report.id, span=Span(0, 5))
    stray = replace(evidence, report_id="r0")

    assert len(citations(pile, (evidence, stray, evidence))) == 1


def test_an_attribution_is_cited_by_its_own_anchor() -> None:
    pile = pile_of(ferry_contents())
    attribution = pile.reports[0].attributions[0]

    assert standing(pile, attribution).anchor == f"{attribution.report_id}-{attribution.id}"


def test_a_long_passage_is_shortened_to_whole_words() -> None:
    assert shortened("one two three", 9) == "one two"
    assert shortened("one two three", 13) == "one two three"
    assert shortened("x" * 50, 10) == "x" * 10
    assert shortened(" " + "x" * 50, 10) == " " + "x" * 9 or shortened(" " + "x" * 50, 10)


def test_every_place_that_anything_rests_on_is_cited() -> None:
    contents = ferry_contents()
    cited = cited_spans(contents)
    pile = pile_of(contents)
    exact = {
        span.of(pile.readings_by_id[report_id].report.text)
        for report_id, spans in cited.items()
        for span in spans
    }

    assert {
        "12 boats",
        "14 boats",
        "4 March",
        "Harbour Minister",
        "Originally published by The Orrin Courier",
        "the ferry will be late",
    } <= exact
