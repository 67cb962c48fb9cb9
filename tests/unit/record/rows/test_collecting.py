from __future__ import annotations

import gc

from onrecord.record.rows.collecting import uncollected


def test_the_collector_rests_inside_and_goes_on_behind() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
