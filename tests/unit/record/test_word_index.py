from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import check, open_record, schema
from onrecord.record.transactions import transaction, writing_to
from onrecord.record.word_index import add_reports, forget_reports, rebuild
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path


def test_words_are_forgotten_and_found_again(tmp_path: Path) -> None:
    path = written(tmp_path)
    with open_record(path) as record:
        ids = record.search("fisherman").report_ids
        with writing_to(path) as connection:
            with transaction(connection):
                forget_reports(connection, ids)
            assert record.search("fisherman").report_ids == ()
            with transaction(connection):
                add_reports(connection, ids)
        assert record.search("fisherman").report_ids == ids
    assert check(path) == ()


def test_an_index_out_of_step_is_made_again(tmp_path: Path) -> None:
    path = tampered(written(tmp_path), "INSERT INTO variant_words(variant_words) VALUES ('delete-all')")
    assert "check.words" in {finding.code for finding in check(path)}

    with writing_to(path) as connection, transaction(connection):
        for name in schema.WORD_INDEXES:
            rebuild(connection, name)

    assert check(path) == ()
