from datetime import date

import pytest

from onrecord.model.moment import Basis, Moment


def test_a_moment_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="end before it starts"):
        Moment(earliest=date(2024, 5, 2), latest=date(2024, 5, 1), basis=Basis.STATED, why="")


def test_an_open_end_is_allowed() -> None:
    assert Moment(earliest=None, latest=date(2024, 5, 1), basis=Basis.STATED, why="").earliest is None
