"""What a user asks of an open record; the parts have their own tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.model.found import Hits, Part
from onrecord.model.listing import Asked, Order
from onrecord.model.span import Span
from onrecord.record import open_record
from support.searched import Said, opened
from support.stores import KINDS, Places, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.record import Record

SAID = (
    Said(
        words="We will not raise the fares this year", statement="fares", day="2021-03-04", lineages=3, event="Fares"
    ),
    Said(
        words="The fares won’t rise",
        statement="fares",
        outlet="Gazette",
        manner=Manner.INDIRECT,
        event="Fares",
        title="Fares of the ferry",
    ),
    Said(words="Fares pay for the quay", speaker="Tom Grale", aliases=("Thomas Grale",), day="2021-03-01"),
    Said(words="Le café du port est fermé", speaker="Milena Tymarchuk", outlet="Gazette", story="The port", event="Café"),
)  # fmt: skip


@pytest.fixture(scope="module", params=KINDS)
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with opened(
        places_of(request, tmp_path_factory.mktemp("searched"), request.param), *SAID
    ) as opened_record:
        yield opened_record


def shown(hits: Hits) -> list[str]:
    """Return the wordings found, their marks in brackets."""
    texts: list[str] = []
    for hit in hits.statements.rows:
        text = hit.text
        for mark in reversed(hit.marks):
            text = f"{text[: mark.start]}[{mark.of(text)}]{text[mark.end :]}"
        texts.append(text)
    return texts


def test_words_are_found_in_any_wording_and_marked(record: Record) -> None:
    assert shown(record.find(Asked(words="RAISE fares"))) == ["We will not [raise] the [fares] this year"]
    assert shown(record.find(Asked(words="fares rise"))) == ["The [fares] won’t [rise]"]
    assert shown(record.find(Asked(words="cafe"))) == ["Le [café] du port est fermé"]


def test_a_phrase_must_stand_as_it_is_asked(record: Record) -> None:
    assert shown(record.find(Asked(words='"the fares this year"'))) == [
        "We will not raise [the fares this year]"
    ]
    assert record.find(Asked(words='"fares the"')).statements.total == 0


def test_a_statement_is_found_once_by_the_wording_that_fits_best(record: Record) -> None:
    found = record.find(Asked(words="fares"))

    assert sorted(hit.row.text for hit in found.statements.rows) == sorted(
        {"We will not raise the fares this year", "Fares pay for the quay"}
    )
    assert (found.statements.total, found.statements.more) == (2, False)


def test_the_marks_stand_in_the_report_that_words_it_so(record: Record) -> None:
    (hit,) = record.find(Asked(words="rise")).statements.rows
    (report,) = [one for one in record.reports() if one.id == hit.place.report_id]

    assert [place.span.of(report.text) for place in hit.places] == ["rise"]
    assert hit.place.span.of(report.text) == hit.text
    assert (hit.outlet and hit.outlet.name, hit.title, hit.number) == ("Gazette", "Fares of the ferry", 1)


def test_reports_are_found_by_title_and_text_with_excerpts(record: Record) -> None:
    found = record.find(Asked(words="ferry fares"))
    (hit,) = found.reports.rows
    (report,) = [one for one in record.reports() if one.id == hit.id]

    assert hit.title is not None
    assert [mark.of(hit.title) for mark in hit.title_marks] == ["Fares", "ferry"]
    assert [one.span.of(report.text) for one in hit.excerpts] == [one.text for one in hit.excerpts]
    assert {mark.of(one.text).casefold() for one in hit.excerpts for mark in one.marks} == {"fares", "ferry"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(words="fares", speaker="Grale"), ["[Fares] pay for the quay"]),
        (Asked(words="fares", outlet="gazette"), ["The [fares] won’t rise"]),
        (Asked(words="fares", manner=Manner.INDIRECT), ["The [fares] won’t rise"]),
        (Asked(words="fares", level=Level.CERTAIN, until=date(2021, 3, 2)), ["[Fares] pay for the quay"]),
        (Asked(words="fares", independent=3), ["The [fares] won’t rise"]),
        (Asked(words="fares", independent=4), []),
        (Asked(words="fares", speaker="Grale", outlet="Gazette"), []),
        (Asked(words="fares", speaker="nobody"), []),
    ],
)
def test_filters_hold_together_with_words(record: Record, asked: Asked, words: list[str]) -> None:
    assert shown(record.find(asked)) == words


def test_an_event_and_a_story_are_asked_for_by_their_ids(record: Record) -> None:
    event = next(event for event in record.events() if event.what == "Fares")
    story = next(story for story in record.stories() if story.title == "The port")

    assert record.find(Asked(words="fares", event=event.id)).statements.total == 1
    assert record.find(Asked(words="fares", story=story.id)).statements.total == 0
    with pytest.raises(RecordError, match="no event"):
        record.find(Asked(words="fares", event="e" + "0" * 20))


def test_hits_stand_in_order_of_time_or_of_sources_when_asked(record: Record) -> None:
    by_time = record.find(Asked(words="fares", order=Order.TIME)).statements.rows
    by_sources = record.find(Asked(words="fares", order=Order.SOURCES)).statements.rows

    assert [hit.row.text.split()[0] for hit in by_time] == ["Fares", "We"]
    assert [hit.row.text.split()[0] for hit in by_sources] == ["We", "Fares"]


def test_an_answer_is_paged(record: Record) -> None:
    pages = [record.find(Asked(words="fares", first=first, most=1)).statements for first in (0, 1, 2)]

    assert [len(page.rows) for page in pages] == [1, 1, 0]
    assert {page.total for page in pages} == {2}
    assert len({hit.id for page in pages for hit in page.rows}) == 2


def test_only_the_parts_asked_for_are_looked_through(record: Record) -> None:
    found = record.find(Asked(words="fares"), parts=[Part.REPORTS])

    assert (found.statements.total, found.reports.total) == (0, 3)


def test_a_word_that_is_being_typed_finds_longer_ones(record: Record) -> None:
    assert shown(record.find(Asked(words="far"), typing=True)) != []
    assert shown(record.find(Asked(words="far"))) == []
    assert shown(record.find(Asked(words="pay far"), typing=True)) == ["[Fares] [pay] for the quay"]


@pytest.mark.parametrize("typed", ["Timarczuk", "milena tymarchyk", "TYMARCHUK"])
def test_a_speaker_is_found_by_a_name_typed_nearly_right(record: Record, typed: str) -> None:
    (hit,) = record.find(Asked(words=typed)).speakers.rows

    assert (hit.called, hit.statements) == ("Milena Tymarchuk", 1)


def test_a_speaker_fits_the_filters_too(record: Record) -> None:
    assert record.find(Asked(words="Grale", outlet="Gazette")).speakers.total == 0
    (hit,) = record.find(Asked(words="Thomas Grale", outlet="Courier")).speakers.rows

    assert (hit.called, hit.name, hit.marks) == ("Tom Grale", "Thomas Grale", (Span(0, 6), Span(7, 12)))


def test_what_finds_nothing_says_what_was_looked_for_and_what_may_have_been_meant(record: Record) -> None:
    found = record.find(Asked(words="fares Tymarchyk"))

    assert [(one.text, one.held_by) for one in found.sought] == [("fares", 6), ("Tymarchyk", 0)]
    assert [(one.text, one.instead_of) for one in found.suggestions] == [("fares Tymarchuk", "Tymarchyk")]


@pytest.mark.parametrize("typed", ["", " — “ ” ", "\U0001f6a2", "\x00", "\ud83d"])
def test_a_question_with_no_word_finds_nothing(record: Record, typed: str) -> None:
    found = record.find(Asked(words=typed))

    assert (found.sought, found.statements.total, found.reports.total, found.speakers.total) == ((), 0, 0, 0)


def test_statements_like_another_are_found_by_its_id(record: Record) -> None:
    (own,) = record.find(Asked(words="raise")).statements.rows

    assert own.id not in {like.id for like in record.find_like(own.id)}
    with pytest.raises(RecordError, match="another kind of id"):
        record.find_like("p" + own.id[1:])


def test_what_is_asked_as_before_is_answered_as_before(record: Record) -> None:
    asked = Asked(words="fares", outlet="Gazette")

    assert record.find(asked) == record.find(asked)


QUESTIONS = [
    replace(whose, words=words, order=order, most=most)
    for words in ("the fares", "Grale Tymarchuk")
    for order in Order
    for most in (1, 20)
    for whose in (Asked(), Asked(speaker="Grale"), Asked(unknown=True))
]


def test_what_was_asked_before_changes_no_answer(tmp_path: Path) -> None:
    places = Places("sqlite", tmp_path)
    path = places.at("a.db")
    opened(places, *SAID, Said(words="The quay pays", speaker="Ada Tymarchuk"), name="a.db").close()
    fresh: list[list[object]] = []
    for asked in QUESTIONS:
        with open_record(path) as record:
            fresh.append(answers(record, asked))
    with open_record(path) as record:
        again = [answers(record, asked) for asked in QUESTIONS]
        reverse = [answers(record, asked) for asked in reversed(QUESTIONS)]

    assert again == fresh
    assert reverse[::-1] == fresh


def answers(record: Record, asked: Asked) -> list[object]:
    lists = (
        record.list_statements,
        record.list_speakers,
        record.list_reports,
        record.list_events,
        record.list_stories,
        record.list_outlets,
    )
    like = record.list_statements(Asked(most=1)).rows[0].id
    found = [record.find(asked), record.find(asked, loose=True), record.find_like(like, asked=asked)]
    return [*(one(asked) for one in lists), *found, record.matrix()]
