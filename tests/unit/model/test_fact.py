from datetime import date

import pytest

from onrecord.model.fact import Fact


def test_a_fact_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end before it starts"):
        Fact(
            id="f1",
            subject="Ana Velik",
            relation="mayor",
            object="Harwell",
            first=date(2014, 1, 1),
            last=date(2013, 1, 1),
            source="",
        )
