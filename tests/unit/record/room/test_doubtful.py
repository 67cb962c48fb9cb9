from pathlib import Path

from onrecord.model.attribution import Level
from onrecord.record import open_record
from support.records import tampered, written


def test_what_is_least_sure_comes_first_and_of_equals_what_most_carry(tmp_path: Path) -> None:
    with open_record(written(tmp_path)) as record:
        listed = record.list_doubts()
        keys = [(-list(Level).index(one.level), -one.lineages, -one.reports) for one in listed.rows]

        assert listed.total == len(listed.rows) == len(record.attributions())
        assert keys == sorted(keys)
        assert listed.rows[0].level is Level.POSSIBLE


def test_what_a_person_has_looked_at_is_not_asked_for_again(tmp_path: Path) -> None:
    path = written(tmp_path)
    tampered(path, "UPDATE attributions SET rule = 'person.accept' WHERE place = 1")
    with open_record(path) as record:
        assert record.list_doubts().total == len(record.attributions()) - 1


def test_a_page_of_doubts_begins_where_it_is_asked_to(tmp_path: Path) -> None:
    with open_record(written(tmp_path)) as record:
        whole = record.list_doubts().rows

        assert record.list_doubts(first=2, most=3).rows == whole[2:5]
