from dataclasses import replace

import pytest

from onrecord.model.correction import Anchor
from onrecord.model.span import Span
from support.corrected import one_of_each, quay_pile


def test_an_anchor_holds_to_exact_words_at_their_place() -> None:
    anchor = Anchor(report_id="r1", spans=(Span(0, 4),), exact=("Ahoy",))
    assert anchor.holds("Ahoy there")
    assert not anchor.holds("There, Ahoy")
    assert not anchor.holds("Aho")
    assert Anchor(report_id="r1").holds("")


def test_every_span_needs_its_words() -> None:
    with pytest.raises(ValueError, match="1 spans"):
        Anchor(report_id="r1", spans=(Span(0, 4),))


def test_the_id_follows_from_all_that_is_said() -> None:
    each = one_of_each(*quay_pile())
    changed = [replace(one, by="pq") for one in each]
    assert len({one.id for one in (*each, *changed)}) == 2 * len(each)
    assert replace(each[0]).id == each[0].id
