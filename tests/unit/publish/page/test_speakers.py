from dataclasses import replace

import pytest

from onrecord.model.annotation import Kind
from onrecord.publish.page import speakers as module
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.speakers import KINDS, UNKNOWN_ANCHOR, speakers, who_said_what
from support.contents import ferry_contents


def test_speakers_stand_by_how_much_they_said_and_unknown_ones_last() -> None:
    everyone = speakers(pile_of(ferry_contents()))

    assert [(one.entity.name if one.entity else None, one.statements) for one in everyone] == [
        ("Ana Velik", 4),
        (None, 1),
    ]
    assert everyone[-1].anchor == UNKNOWN_ANCHOR


def test_a_speaker_has_roles_with_their_places_and_statements_by_event() -> None:
    velik = speakers(pile_of(ferry_contents()))[0]
    ((title, places),) = velik.roles
    (occasion,) = velik.occasions

    assert (title, places[0].exact) == ("Harbour Minister", "Harbour Minister")
    assert occasion.event is not None
    assert occasion.said[0].when == "Thursday 4 March 2021"


def test_a_name_that_nothing_is_attributed_to_is_no_speaker() -> None:
    assert "One fisherman" not in [
        one.entity.name for one in speakers(pile_of(ferry_contents())) if one.entity
    ]


def test_the_table_has_a_cell_for_each_speaker_and_event() -> None:
    pile = pile_of(ferry_contents())
    table = who_said_what(pile, speakers(pile))
    assert table is not None
    cells = [cell for _, row in table.rows for cell in row]

    assert len(table.events) == 1
    assert [(cell.statements, cell.independent) for cell in cells if cell] == [(4, 2), (1, 1)]


def test_statements_of_no_event_have_a_column_of_their_own() -> None:
    contents = ferry_contents()
    loose = tuple(replace(one, event_id=None) for one in contents.linked.statements)
    pile = pile_of(replace(contents, linked=replace(contents.linked, statements=loose)))
    table = who_said_what(pile, speakers(pile))

    assert table is not None
    assert table.events[-1] is None
    assert table.rows[0][1][0] is None
    assert table.rows[0][1][1] is not None


def test_a_table_too_wide_to_read_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pile = pile_of(ferry_contents())
    monkeypatch.setattr(module, "WIDEST_TABLE", 0)

    assert who_said_what(pile, speakers(pile)) is None
    assert who_said_what(pile, ()) is None


def test_every_kind_has_words() -> None:
    assert set(KINDS) == set(Kind)
