from onrecord.publish.export.brief import HOW_COUNTED, HOW_QUOTED
from onrecord.publish.export.briefing import brief_of
from onrecord.publish.export.chosen import Chosen
from support.taken import ferry


def test_a_brief_is_plain_values_that_can_be_compared() -> None:
    assert brief_of(ferry(), Chosen()) == brief_of(ferry(), Chosen())


def test_it_says_how_sources_are_counted_and_words_quoted() -> None:
    assert "counts once" in HOW_COUNTED
    assert "quotation marks only where the report has them" in HOW_QUOTED
