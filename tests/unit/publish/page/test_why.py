from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.why import find_ground
from support.contents import ferry_contents
from support.made import made_contents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.contents import Contents
    from onrecord.publish.page.grounds import Ground

PILE = pile_of(ferry_contents())
LINKED = PILE.contents.linked


def refuse(wanted: str) -> str:
    raise RecordError(f"no {wanted}")


def test_everything_with_an_id_has_a_ground() -> None:
    ids = [
        *PILE.attributions_by_id,
        *(one.id for one in LINKED.statements),
        *(one.id for one in LINKED.entities),
        *(one.id for one in LINKED.events),
        *(one.id for one in LINKED.stories),
        *(one.id for one in LINKED.lineages),
        *(one.id for one in LINKED.divergences),
        *(one.report.id for one in PILE.reports),
    ]
    for wanted in ids:
        ground = find_ground(PILE, wanted, refuse)
        assert ground.id == wanted
        assert ground.rule


def sentences(ground: Ground) -> Iterator[str]:
    yield from (ground.what, *ground.because)
    for one in ground.candidates:
        yield from (one.what, one.why_not, *(place.part for place in one.places))
    for part in ground.parts:
        yield from sentences(part)


@pytest.mark.parametrize("contents", [ferry_contents(), made_contents()], ids=["ferry", "made"])
def test_no_ground_tells_a_number_that_is_of_one_view_only(contents: Contents) -> None:
    pile = pile_of(contents)
    linked = contents.linked
    ids = [
        *pile.attributions_by_id,
        *pile.readings_by_id,
        *(one.id for one in linked.statements),
        *(one.id for one in linked.entities),
        *(one.id for one in linked.events),
        *(one.id for one in linked.stories),
        *(one.id for one in linked.lineages),
    ]
    for wanted in ids:
        for sentence in sentences(find_ground(pile, wanted, refuse)):
            assert not re.search(r"\b[RES][0-9]+\b", sentence)


def test_numbers_starts_of_ids_and_older_ids_lead_there_too() -> None:
    statement = PILE.statements[0].id
    assert find_ground(PILE, "s1", refuse).id == statement
    assert find_ground(PILE, statement[:12], refuse).id == statement
    assert find_ground(PILE, "s-older", lambda _: statement).id == statement
    assert find_ground(PILE, LINKED.entities[0].chain_ids[0], lambda one: one).id == LINKED.entities[0].id


@pytest.mark.parametrize("wanted", ["s", "zz", ""])
def test_what_is_unclear_or_unknown_is_refused(wanted: str) -> None:
    with pytest.raises(RecordError):
        find_ground(PILE, wanted, refuse)


def test_a_number_of_nothing_is_told_with_the_numbers_there_are() -> None:
    with pytest.raises(RecordError, match=r"'S99' is no number .* S1 to S"):
        find_ground(PILE, "S99", refuse)
