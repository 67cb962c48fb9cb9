from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.model.contents import ModelCard
from onrecord.model.listing import Asked
from onrecord.record.room.remembered import Remembered
from support.searched import Said, opened
from support.stores import KINDS, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.found import Alike
    from onrecord.model.meaning import WordLinks
    from onrecord.record import Record

SAID = (
    Said(words="The lighthouse keeper will repaint the lantern before winter", statement="own"),
    Said(words="The keeper of the lighthouse will repaint its lantern", statement="own", outlet="Gazette"),
    Said(words="Nobody will repaint a lantern in the lighthouse", event="Paint", day="2021-05-01"),
    Said(words="A lantern and a lighthouse cost the same", speaker="Tom Grale", event="Costs", story="Money"),
    Said(words="Lighthouses want lanterns", speaker="Tom Grale", event="Costs", story="Money"),
    Said(words="It will be the same before and after", speaker="Mia Tamm", event="Costs", story="Money"),
    Said(words="Herring is dear", speaker="Mia Tamm"),
)  # fmt: skip


class Lengths:
    """Takes texts for near whose lengths are near."""

    card = ModelCard(name="lengths", version="1", sha256="0" * 64)

    def prepare(self) -> None:
        """Load nothing."""

    def relate(
        self, wordings: Sequence[tuple[str, ...]], pairs: Sequence[tuple[int, int]]
    ) -> tuple[int, ...]:
        """Return how near the lengths are."""
        return tuple(100 - abs(len(wordings[a][0]) - len(wordings[b][0])) for a, b in pairs)

    def link_words(self, left: Sequence[str], right: Sequence[str]) -> WordLinks | None:
        """Link nothing."""
        return None if left or right else frozenset()


@pytest.fixture(scope="module", params=KINDS)
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with opened(places_of(request, tmp_path_factory.mktemp("alike"), request.param), *SAID) as found:
        yield found


def own_id(record: Record) -> str:
    return record.find(Asked(words="repaint winter")).statements.rows[0].id


def texts(alike: Sequence[Alike]) -> list[str]:
    return [one.row.text for one in alike]


def test_the_nearest_by_telling_words_and_speaker_come_first(record: Record) -> None:
    found = record.find_like(own_id(record))

    assert texts(found)[0] == "Nobody will repaint a lantern in the lighthouse"
    assert set(texts(found)) == {SAID[2].words, SAID[3].words, SAID[4].words}


def test_the_words_that_both_have_are_told_and_marked(record: Record) -> None:
    (nearest, *_) = record.find_like(own_id(record))

    assert set(nearest.words) == {"repaint", "lantern", "lighthouse"}
    assert [mark.of(nearest.row.text) for mark in nearest.marks] == ["repaint", "lantern", "lighthouse"]


def test_other_forms_of_a_word_are_shared_too(record: Record) -> None:
    plural = next(one for one in record.find_like(own_id(record)) if one.row.text == SAID[4].words)

    assert [mark.of(plural.row.text) for mark in plural.marks] == ["Lighthouses", "lanterns"]


def test_it_is_told_what_the_two_have_in_common(record: Record) -> None:
    by_text = {one.row.text: one for one in record.find_like(own_id(record))}
    same, other = by_text[SAID[2].words], by_text[SAID[3].words]

    assert (same.same_speaker, same.same_event, same.same_story) == (True, False, True)
    assert (other.same_speaker, other.same_event, other.same_story) == (False, False, False)
    assert (other.outlet and other.outlet.name, other.title) == ("The Orrin Courier", "News of the day")


def test_a_story_or_a_speaker_narrows_it_down(record: Record) -> None:
    money = next(story for story in record.stories() if story.title == "Money")
    own = own_id(record)

    assert set(texts(record.find_like(own, asked=Asked(story=money.id)))) == {SAID[3].words, SAID[4].words}
    assert texts(record.find_like(own, asked=Asked(speaker="Velik"))) == [SAID[2].words]
    assert len(record.find_like(own, asked=Asked(most=1))) == 1


def test_meaning_changes_the_order_where_a_model_is_handed_in(record: Record) -> None:
    with_model = record.find_like(own_id(record), meanings=Lengths())

    assert all(one.meaning is not None for one in with_model)
    assert all(one.meaning is None for one in record.find_like(own_id(record)))


def test_a_statement_of_common_words_is_like_no_other(record: Record) -> None:
    common = record.find(Asked(words="same before after")).statements.rows[0]

    assert record.find_like(common.id) == ()


@pytest.mark.parametrize(
    "asked", [Asked(speaker="Grale"), Asked(outlet="Orrin"), Asked(since=date(2021, 5, 1))]
)
def test_filters_leave_the_same_with_an_outline_at_hand(record: Record, asked: Asked) -> None:
    record.remembered = Remembered()
    without = record.find_like(own_id(record), asked=asked)
    record.list_statements(Asked(most=1))
    assert record.find_like(own_id(record), asked=asked) == without
    assert without
