"""The ferry's record, and beside it a report that names an origin which is not in the pile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model.report import Credit
from onrecord.publish.page.outlets import stated_credits
from onrecord.publish.page.pile import pile_of
from onrecord.record import open_record
from support.contents import GAZETTE_OWN, ferry_contents, span_of, stating_contents
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path


HOUSE = Credit(outlet="Bay News Agency", span=span_of(GAZETTE_OWN, "fisherman"))
AGAIN = Credit(outlet="Bay News  Agency", span=span_of(GAZETTE_OWN, "late"))
PICTURE = Credit(outlet="Lens Partners", span=span_of(GAZETTE_OWN, "letter"), picture=True)
OWN = Credit(outlet="Lundholm Gazette", span=span_of(GAZETTE_OWN, "letter"))


def test_a_stated_origin_outside_the_pile_is_told_once_in_the_words_of_its_line(tmp_path: Path) -> None:
    contents = stating_contents(HOUSE, AGAIN, PICTURE)
    with open_record(written(tmp_path, contents)) as record:
        listed = record.list_stated_credits()
        beyond = record.list_stated_credits(first=1)
    (one,) = listed.rows
    assert (one.credited, one.outlet, one.text) == (
        "Bay News Agency",
        "Lundholm Gazette",
        "One fisherman believes the ferry will be late.",
    )
    assert one.place.span == HOUSE.span
    assert (listed.total, beyond.total, beyond.rows) == (1, 1, ())
    assert stated_credits(pile_of(contents)) == listed.rows


@pytest.mark.parametrize("credits_", [(PICTURE,), (OWN,)])
def test_a_picture_and_the_own_house_are_no_origin(tmp_path: Path, credits_: tuple[Credit, ...]) -> None:
    contents = stating_contents(*credits_)
    with open_record(written(tmp_path, contents)) as record:
        # The copy credits the Courier, too: that is evidence of its lineage.
        assert record.list_stated_credits().rows == ()
    assert stated_credits(pile_of(contents)) == ()


def test_nothing_is_counted_otherwise_for_it(tmp_path: Path) -> None:
    with open_record(written(tmp_path, ferry_contents())) as record:
        before = record.summary()
    with open_record(written(tmp_path, stating_contents(HOUSE))) as record:
        assert record.summary() == before
