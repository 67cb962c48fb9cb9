from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import open_record
from onrecord.record.stores.snapshots import one_moment
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import transaction, writing_to
from support.records import written

if TYPE_CHECKING:
    from support.stores import Places

COUNT = "SELECT count(*) FROM divergences"


def test_queries_inside_see_one_state_and_the_next_see_the_new_one(places: Places) -> None:
    place = written(places)
    with writing_to(place) as writer, store_of(place).open().connect() as reader:
        with one_moment(reader):
            before = reader.exec_driver_sql(COUNT).scalar()
            with transaction(writer):
                writer.exec_driver_sql("DELETE FROM divergences")
            with one_moment(reader):
                assert reader.exec_driver_sql(COUNT).scalar() == before == 1
            assert reader.exec_driver_sql(COUNT).scalar() == before
        assert reader.exec_driver_sql(COUNT).scalar() == 0


def test_several_answers_of_a_record_can_be_of_one_moment(places: Places) -> None:
    place = written(places)
    with writing_to(place) as writer, open_record(place) as record:
        with record.at_one_moment():
            whole = record.contents()
            with transaction(writer):
                writer.exec_driver_sql("DELETE FROM divergences")
            assert record.divergences() == whole.linked.divergences
        assert record.divergences() == ()
