from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.page.grounds import place_of, places_of, telling_words, words_of
from onrecord.publish.page.pile import pile_of
from support.contents import COURIER, ferry_contents, span_of

PILE = pile_of(ferry_contents())
REPORT = next(one.report for one in PILE.reports if one.report.text == COURIER)


def test_a_place_has_the_exact_words_and_their_line() -> None:
    place = place_of(PILE, REPORT.id, span_of(COURIER, "Velik told reporters"), "source")
    assert place is not None
    assert (place.exact, place.line, place.part) == ("Velik told reporters", 5, "source")


def test_what_is_in_no_report_of_the_pile_has_no_place() -> None:
    assert place_of(PILE, "r0", Span(0, 1)) is None


def test_each_place_is_told_once_and_long_words_are_cut() -> None:
    evidence = Evidence(report_id=REPORT.id, span=Span(0, len(COURIER)))
    (place,) = places_of(PILE, [evidence, evidence])
    assert words_of([place], 20).endswith("[…]")


def test_words_that_tell_nothing_are_left_out() -> None:
    assert telling_words("the ferry and the ferry") == {"ferry"}
