from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model.found import Likeness
from onrecord.model.listing import Asked, Order
from onrecord.record.outline.asked import question_of
from onrecord.record.search.names import read_names
from onrecord.record.search.question import read_question
from onrecord.record.search.speakers import find_speaker_hits, suggest
from onrecord.record.stores.file import connect
from support.records import written
from support.searched import Said, searched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model.found import SpeakerHit

SAID = (
    Said(words="One thing", speaker="Milena Tymarchuk", aliases=("Tymarchuk",)),
    Said(words="Another thing", speaker="Milena Tymarchuk", outlet="Gazette"),
    Said(words="A third thing", speaker="Georg Stoltenhagen"),
    Said(words="A fourth thing", speaker="Bo Lin"),
    Said(words="A fifth thing", speaker="Theo Harper"),
    Said(words="A sixth thing", speaker="Rosa Tymarchuk"),
)  # fmt: skip


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path = written(tmp_path_factory.mktemp("speakers"), searched(*SAID))
    with connect(path, options="mode=ro").connect() as opened:
        yield opened


def find(connection: Connection, asked: Asked, *, typing: bool = False) -> tuple[SpeakerHit, ...]:
    question = read_question(asked.words, typing=typing)
    return find_speaker_hits(
        connection, question, question_of(connection, asked), read_names(connection)
    ).rows


def names(connection: Connection, words: str, *, typing: bool = False) -> list[str]:
    return [hit.called for hit in find(connection, Asked(words=words), typing=typing)]


def test_a_speaker_of_several_names_is_found_once(connection: Connection) -> None:
    assert names(connection, "tymarchuk") == ["Milena Tymarchuk", "Rosa Tymarchuk"]


def test_who_says_most_comes_first_among_names_that_fit_alike(connection: Connection) -> None:
    assert [hit.statements for hit in find(connection, Asked(words="tymarchuk", order=Order.SOURCES))] == [
        2,
        1,
    ]


def test_a_whole_name_outweighs_a_part_of_the_question(connection: Connection) -> None:
    assert names(connection, "Rosa Tymarchuk") == ["Rosa Tymarchuk"]


def test_a_name_among_other_words_is_found(connection: Connection) -> None:
    assert names(connection, "what Stoltenhagin said of the thing") == ["Georg Stoltenhagen"]


@pytest.mark.parametrize("words", ["harbour", "harper's harbour", "the thing", "Lim", "Bow Lines"])
def test_common_words_and_short_names_are_not_taken_for_others(connection: Connection, words: str) -> None:
    assert [name for name in names(connection, words) if name != "Theo Harper"] == []


def test_while_it_is_typed_a_name_is_found_by_its_beginning(connection: Connection) -> None:
    assert names(connection, "stol", typing=True) == ["Georg Stoltenhagen"]


def test_a_name_of_an_outlet_that_is_asked_for(connection: Connection) -> None:
    assert [hit.called for hit in find(connection, Asked(words="Tymarchuk", outlet="Gazette"))] == [
        "Milena Tymarchuk"
    ]


def test_how_a_name_fits_is_told(connection: Connection) -> None:
    (hit,) = find(connection, Asked(words="Stoltenhagin"))

    assert (hit.likeness, hit.asked) == (Likeness.NEAR, "Stoltenhagin")
    assert [mark.of(hit.name) for mark in hit.marks] == ["Stoltenhagen"]


def test_another_question_puts_the_name_as_the_record_has_it(connection: Connection) -> None:
    hits = find(connection, Asked(words="milena timarczuk"))

    assert [one.text for one in suggest("milena timarczuk", hits)] == ["Milena Tymarchuk"]
    assert suggest("something else", hits) == ()
    assert suggest("Tymarchuk", find(connection, Asked(words="Tymarchuk"))) == ()
