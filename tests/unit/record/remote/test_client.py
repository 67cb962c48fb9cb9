from __future__ import annotations

import inspect
from datetime import date
from typing import TYPE_CHECKING, Any
from unittest.mock import Mock

import pytest

from onrecord.errors import RecordError, UnknownIdError
from onrecord.model.attribution import Level, Manner
from onrecord.model.found import Part
from onrecord.model.listing import Asked, Order
from onrecord.record import Record, open_record, write
from onrecord.record.remote.client import RemoteRecord
from support.api import served
from support.contents import ferry_contents
from support.made import made_contents
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from onrecord.record import Record as Near

LISTS = (
    "statements",
    "speakers",
    "events",
    "stories",
    "reports",
    "outlets",
    "problems",
    "divergences",
    "lineages",
)
ASKED = (
    Asked(),
    Asked(order=Order.TIME, first=3, most=7),
    Asked(words="winter", independent=2),
    Asked(outlet="courier", manner=Manner.DIRECT, level=Level.LIKELY),
    Asked(unknown=True),
    Asked(speaker="ba", since=date(2012, 1, 1), until=date(2018, 1, 1)),
)
BY_ID: dict[str, Callable[[Any, str], Any]] = {
    "statement": lambda record, own: record.statement(own),
    "beside": lambda record, own: record.beside(own),
    "resolve": lambda record, own: record.resolve(own),
    "value": lambda record, own: record.value("s", own),
    "find_like": lambda record, own: record.find_like(own, asked=Asked(most=5, outlet="gazette")),
    "slice": lambda record, own: record.slice(statement_ids=[own]),
    "matrix": lambda record, own: record.matrix([record.statement(own).event_id], most_speakers=3),
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Near, Near]]:
    """A record in a file, and the same over the network."""
    path = written(tmp_path_factory.mktemp("both"), made_contents(), name="made.db")
    with served(path) as address, open_record(path) as near, open_record(address) as far:
        yield near, far


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("asked", ASKED)
def test_a_list_is_the_same_from_afar(both: tuple[Near, Near], name: str, asked: Asked) -> None:
    near, far = (getattr(record, f"list_{name}")(asked) for record in both)
    assert far == near


@pytest.mark.parametrize(
    "name",
    [
        "statements",
        "attributions",
        "events",
        "stories",
        "speakers",
        "reports",
        "report_dates",
        "lineages",
        "divergences",
        "problems",
        "corrections",
        "summary",
        "made_with",
        "content_version",
        "list_doubts",
        "matrix",
    ],
)
def test_all_of_a_kind_is_the_same_from_afar(both: tuple[Near, Near], name: str) -> None:
    near, far = (getattr(record, name)() for record in both)
    assert far == near


@pytest.mark.parametrize("name", BY_ID)
def test_one_thing_is_the_same_from_afar(both: tuple[Near, Near], name: str) -> None:
    own = both[0].list_statements(Asked(most=1)).rows[0].id
    near, far = (BY_ID[name](record, own) for record in both)
    assert far == near


def test_words_find_the_same_from_afar(both: tuple[Near, Near]) -> None:
    for words in ("ferry winter", '"before the winter"', "ferri", "?!", ""):
        asked = Asked(words=words)
        parts = (Part.STATEMENTS, Part.SPEAKERS)
        assert both[1].find(asked, parts=parts) == both[0].find(asked, parts=parts)
        assert both[1].search(words) == both[0].search(words)


def test_as_many_are_found_from_afar_as_are_asked_for(
    both: tuple[Near, Near], monkeypatch: pytest.MonkeyPatch
) -> None:
    far, asked = both[1], list[object]()

    def note(_path: str, _form: object, *more: object) -> Mock:
        asked.extend(more)
        return Mock(rows=())

    monkeypatch.setattr(far, "ask", note)
    far.find(Asked(words="ferry"))
    far.find_like("s1", asked=Asked())
    assert asked.count(("most", Asked().most)) == 2


def test_filters_and_titles_are_the_same_from_afar(both: tuple[Near, Near]) -> None:
    report = both[0].reports()[0].id
    for record in both:
        assert record.titles([report, "r0"]) == both[0].titles([report])
    for name in ("statements", "attributions"):
        near, far = (getattr(one, name)(outlet="gazette", manner=Manner.INDIRECT) for one in both)
        assert far == near
        assert near
    assert both[1].reports(outlet="gazette") == both[0].reports(outlet="gazette")


def test_things_stand_at_the_same_characters_from_afar(both: tuple[Near, Near]) -> None:
    linked, reading = made_contents().linked, made_contents().readings[0]
    ids = [one[0].id for one in (linked.statements, linked.entities, linked.events, linked.stories)]
    ids += [reading.report.id, reading.attributions[0].id, both[0].list_outlets(Asked()).rows[0].id]
    near, far = (record.find_places([*ids, "r0", "x0", ""]) for record in both)
    assert set(near) == set(ids)
    assert far == near


def test_every_question_of_a_record_is_answered_from_afar() -> None:
    own = {name for kind in RemoteRecord.__mro__[:2] for name in vars(kind)}
    public = {name for name, _ in inspect.getmembers(Record, callable) if not name.startswith("_")}
    # A table is made of the contents, which are not sent; the other two only say what `find_…` is asked for.
    assert public - {"table", "statements", "attributions"} <= own


def test_what_is_not_there_is_told_from_afar(both: tuple[Near, Near]) -> None:
    with pytest.raises(UnknownIdError, match="no statement"):
        both[1].statement("s" + "0" * 20)
    with pytest.raises(UnknownIdError, match="no event"):
        both[1].list_statements(Asked(event="e" + "0" * 20))
    with pytest.raises(RecordError, match="not sent over the network"):
        both[1].contents()
    with pytest.raises(RecordError, match="not found over the network"):
        both[1].find(Asked(words="ferry"), loose=True)


def test_a_record_that_changes_is_not_of_one_moment(tmp_path: Path) -> None:
    path = written(tmp_path)
    with served(path) as address, open_record(address) as far:
        with far.at_one_moment():
            far.summary()
            write(path, made_contents())
            with pytest.raises(RecordError, match="changed meanwhile"):
                far.summary()
        assert far.summary().reports == len(made_contents().readings) != len(ferry_contents().readings)
