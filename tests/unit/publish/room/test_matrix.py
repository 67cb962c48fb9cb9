from pathlib import Path

from onrecord.publish.room.matrix import lines_of, show_matrix, sorted_by, sorted_lines
from support.room import visiting


def test_a_cell_counts_what_a_speaker_said_at_an_event(tmp_path: Path) -> None:
    with visiting(tmp_path, "/matrix") as visit:
        matrix = visit.record.matrix()
        lines = lines_of(matrix)
        shown = show_matrix(visit)

    velik = lines[0]
    assert (velik.name, velik.statements) == ("Ana Velik", 4)
    assert velik.cells[0] is not None
    assert (velik.cells[0].independent, velik.cells[0].heat) == (2, 2)
    assert "speaker=p" in velik.cells[0].href
    assert lines[-1].speaker is None
    assert shown.values["order"] == "statements"


def test_the_table_is_sorted_by_any_column_and_nobody_stays_last(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        matrix = visit.record.matrix()
    lines = lines_of(matrix)
    for order in ("name", "statements", matrix.events[0].id):
        assert sorted_lines(lines, matrix, order)[-1].speaker is None
        assert sorted_by(order) == f"/matrix?by={order}"
