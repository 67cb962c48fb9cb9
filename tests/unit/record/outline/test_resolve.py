from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record.outline.resolve import refusal, resolve_id
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

CONTENTS = ferry_contents()
LINKED = CONTENTS.linked


def test_an_id_of_today_is_itself(ferry: Connection) -> None:
    reading = CONTENTS.readings[0]
    for own in (reading.report.id, reading.chains[0].id, reading.attributions[0].id):
        assert resolve_id(ferry, own) == own


def test_a_statement_answers_to_each_of_its_attributions(ferry: Connection) -> None:
    for statement in LINKED.statements:
        for variant in statement.variants:
            for member in variant.attribution_ids:
                assert resolve_id(ferry, f"s{member[1:]}") == statement.id


def test_an_event_its_story_and_a_lineage_answer_to_each_of_their_reports(ferry: Connection) -> None:
    for report_id in LINKED.events[0].report_ids:
        assert resolve_id(ferry, f"e{report_id[1:]}") == LINKED.events[0].id
        assert resolve_id(ferry, f"t{report_id[1:]}") == LINKED.stories[0].id
    for report_id in LINKED.lineages[0].report_ids:
        assert resolve_id(ferry, f"l{report_id[1:]}") == LINKED.lineages[0].id


def test_a_speaker_answers_to_each_of_the_chains(ferry: Connection) -> None:
    for entity in LINKED.entities:
        for chain_id in entity.chain_ids:
            assert resolve_id(ferry, f"p{chain_id[1:]}") == entity.id


@pytest.mark.parametrize("wanted", ["s00", "e00", "t00", "l00", "p00", "r00", "c00", "a00"])
def test_an_id_of_nothing_is_refused_by_kind(wanted: str, ferry: Connection) -> None:
    with pytest.raises(RecordError, match=rf"no \w+ {wanted} in this record; list those"):
        resolve_id(ferry, wanted)


@pytest.mark.parametrize("wanted", ["", "x1", "Velik", "'"])
def test_what_is_no_id_is_refused(wanted: str, ferry: Connection) -> None:
    with pytest.raises(RecordError, match="is no id of a record"):
        resolve_id(ferry, wanted)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("e" + "0" * 20, "another kind of id; this one starts with s"),
        ("e3f", "another kind of id"),
        ("zzz", "no id of a record; this one starts with s"),
        ("Velik", "no id of a record"),
        ("E3", "no id of a record"),
        ("", "no id of a record"),
    ],
)
def test_only_what_has_the_form_of_an_id_is_called_another_kind_of_one(wanted: str, told: str) -> None:
    assert told in str(refusal("s", wanted))
