from dataclasses import replace

import pytest

from onrecord.model.attribution import Level
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.statement import Linked
from onrecord.publish.export.limits import at_least
from onrecord.publish.page.summary import Figures, figures_of, limit_words, paragraph
from support.contents import ferry_contents


@pytest.fixture
def figures() -> Figures:
    return figures_of(ferry_contents())


def test_the_figures_count_what_the_record_holds(figures: Figures) -> None:
    assert (figures.reports, figures.outlets, figures.copies) == (3, 2, 1)
    assert (figures.speakers, figures.statements, figures.corroborated) == (1, 5, 1)
    assert figures.manners == {"direct": 3, "indirect": 5}
    assert figures.problems == 3


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level.CERTAIN, "Only what is read as certain stands here; the record holds more."),
        (Level.LIKELY, "Only what is read as likely or surer stands here; the record holds more."),
        (Level.POSSIBLE, ""),
    ],
)
def test_a_page_down_to_a_level_says_so(level: Level, words: str) -> None:
    assert limit_words(at_least(ferry_contents(), level)) == words


def test_the_paragraph_tells_the_figures_in_neutral_words(figures: Figures) -> None:
    assert paragraph(figures) == (
        "3 reports by 2 outlets tell of 1 event on Thursday 4 March 2021. "
        "2 reports share text, in 1 lineage that counts as one. "
        "1 speaker, 5 statements in 8 attributions: 3 direct and 5 indirect. "
        "1 statement stands in more than one independent report. Reports differ on 1 plain fact."
    )


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"events": 3}, "3 events, one on Thursday 4 March 2021."),
        (
            {"events": 3, "last_day": "Friday 5 March 2021"},
            "from Thursday 4 March 2021 to Friday 5 March 2021.",
        ),
        ({"events": 3, "undated_events": 2}, "The day of 2 events is not known."),
        ({"events": 1, "undated_events": 1}, "Its day is not known."),
        ({"events": 2, "undated_events": 2}, "Their days are not known."),
        ({"signed": 2}, "3 reports, 2 of them by 2 named outlets, tell of 1 event"),
        ({"outlets": 0, "signed": 0}, "3 reports tell of 1 event"),
        ({"related": 5, "lineages": 2}, "5 reports share text, in 2 lineages that count as one each."),
        ({"divergences": 4, "pairs": 6}, "Reports differ on 4 plain facts, in 6 pairs of places."),
        ({"attributions": 0}, "Nobody’s words were found in them."),
    ],
)
def test_each_figure_has_its_sentence(figures: Figures, members: dict[str, object], words: str) -> None:
    assert words in paragraph(replace(figures, **members))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_copies_without_an_origin_are_all_but_one_of_their_group() -> None:
    contents = ferry_contents()
    lineage = replace(contents.linked.lineages[0], origin=None)

    def copies(credit: str | None) -> int:
        linked = replace(contents.linked, lineages=(replace(lineage, credit=credit),))
        return figures_of(replace(contents, linked=linked)).copies

    assert copies(None) == 1
    assert copies("The Wire") == 2


def test_an_empty_record_has_a_paragraph_too() -> None:
    made_with = MadeWith(onrecord="0", settings={}, models=(), years=(2000, 2030))
    empty = Contents(made_with=made_with, captures=(), readings=(), linked=Linked())

    assert paragraph(figures_of(empty)) == "0 reports tell of 0 events. Nobody’s words were found in them."
