"""A record that is served, and asked many things before, answers as the file does when it is opened for one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.attribution import Level, Manner
from onrecord.model.found import Part
from onrecord.model.listing import Asked, Order
from onrecord.record import open_record
from support.api import served
from support.made import made_contents
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.record import Record

WORDS = st.lists(st.sampled_from(["ferry", "winter", "the", "ba", "quay", "mayor", "said"]), max_size=2)
ASKED = st.builds(
    Asked,
    words=WORDS.map(" ".join),
    speaker=st.sampled_from([None, None, "ba"]),
    unknown=st.booleans(),
    outlet=st.sampled_from([None, None, "courier"]),
    manner=st.sampled_from([None, None, *Manner]),
    level=st.sampled_from([None, None, *Level]),
    independent=st.sampled_from([0, 0, 2]),
    order=st.sampled_from(Order),
    first=st.sampled_from([0, 0, 1, 30]),
    most=st.sampled_from([1, 3, 50]),
)
LISTS = ("statements", "speakers", "events", "stories", "reports", "outlets", "divergences")
QUESTION = st.one_of(
    st.tuples(st.sampled_from([f"list_{name}" for name in LISTS]), ASKED, st.none()),
    st.tuples(st.just("find"), ASKED, st.sampled_from([tuple(Part), (Part.SPEAKERS,)])),
    st.tuples(st.just("find_like"), ASKED, st.none()),
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Record]]:
    path = written(tmp_path_factory.mktemp("afar"), made_contents(), name="made.db")
    with served(path) as address, open_record(address) as far:
        yield path, far


@settings(deadline=None, max_examples=120)
@given(question=QUESTION)
def test_a_served_record_answers_like_a_file_just_opened(
    both: tuple[Path, Record], question: tuple[str, Asked, tuple[Part, ...] | None]
) -> None:
    path, far = both
    with open_record(path) as near:
        assert answer(far, *question) == answer(near, *question)


def answer(record: Record, name: str, asked: Asked, parts: tuple[Part, ...] | None) -> object:
    if parts is not None:
        return record.find(asked, parts=parts)
    if name == "find_like":
        return record.find_like(record.list_statements(Asked(most=1)).rows[0].id, asked=asked)
    return getattr(record, name)(asked)
