"""A pile linked in pieces, each time with what was kept of the time before, says what it says when linked at once."""

import random
from collections.abc import Sequence

import pytest

from bench.linking import make_pile
from onrecord.annotate import load_meanings
from onrecord.link import Kept, Known, decode, encode, link_more
from onrecord.model.attribution import Manner, Reading
from onrecord.model.meaning import Meanings
from onrecord.model.statement import Linked
from onrecord.settings import Settings
from support.piles import reading_of

BASIS = "one program"
WITHOUT = Settings(vectors=False)
DAM = "The council of Oxley voted to drain the Tarn reservoir"

EVENT = reading_of(
    "Oxley drains the Tarn",
    [
        f"{DAM}, and on Friday the sluices of Oxley were opened.",
        "“The dam was never safe for Oxley,” said Dorran.",
    ],
    speeches=[("Dorran", "The dam was never safe for Oxley", Manner.DIRECT)],
)
OTHER_EVENT = reading_of(
    "Velm cannery without water",
    [
        "The cannery of Velm stood still for want of water, its forty workers said.",
        "“Nobody in Velm was asked about the water,” said Halvar.",
    ],
    speeches=[("Halvar", "Nobody in Velm was asked about the water", Manner.DIRECT)],
)
FAR = reading_of(
    "Ferry crew saved off Skerry",
    ["A storm sank the Skerry ferry; its crew was saved.", "“We held on to the mast,” said Orla Pell."],
    speeches=[("Orla Pell", "We held on to the mast", Manner.DIRECT)],
)
BRIDGE = reading_of(
    "Oxley drains the Tarn, Velm cannery without water",
    [
        f"{DAM}. The cannery of Velm stood still for want of water, its forty workers said; the sluices of Oxley were opened.",
        "“Nobody in Velm was asked about the water,” said Dmitro Halvar.",
    ],
    speeches=[("Dmitro Halvar", "Nobody in Velm was asked about the water", Manner.DIRECT)],
)
FULL_NAME = reading_of(
    "Oxley council drains the Tarn",
    [
        f"{DAM}, and the sluices of Oxley were opened.",
        "Pim Dorran said the dam was never safe for Oxley, and never would be.",
    ],
    speeches=[("Pim Dorran", "the dam was never safe for Oxley, and never would be", Manner.INDIRECT)],
)
SECOND_BEARER = reading_of(
    "Mayor and miller of Oxley at odds over the Tarn",
    [
        f"{DAM}.",
        "“I grind no corn without water,” said Ludo Dorran.",
    ],
    speeches=[("Ludo Dorran", "I grind no corn without water", Manner.DIRECT)],
)
COPY = reading_of(
    "Storm sinks ferry",
    [
        "From the coast.",
        "A storm sank the Skerry ferry; its crew was saved. It had left the quay of Skerry before dawn with timber for the mill.",
        "“We held on to the mast,” said Orla Pell.",
    ],
    speeches=[("Orla Pell", "We held on to the mast", Manner.DIRECT)],
    outlet="Skerry Post",
)
COPIED = reading_of(
    "Ferry lost with its timber",
    [
        "A storm sank the Skerry ferry; its crew was saved. It had left the quay of Skerry before dawn with timber for the mill.",
        "“We held on to the mast,” said a sailor.",
        "First published by the Skerry Post.",
    ],
    speeches=[("a sailor", "We held on to the mast", Manner.DIRECT)],
    credit="Skerry Post",
)
DATED = reading_of(
    "Oxley opens the sluices of the Tarn",
    [f"{DAM}; the sluices of Oxley were opened on Friday.", "“The dam was never safe,” said Dorran."],
    speeches=[("Dorran", "The dam was never safe", Manner.DIRECT)],
    day="2014-03-08",
)
TOLD = (EVENT, OTHER_EVENT, FAR, BRIDGE, FULL_NAME, SECOND_BEARER, COPY, COPIED, DATED)


HISTORY = (
    "The lighthouse of Skerry was built by three brothers who quarried its stone from the northern cliff, and for forty "
    "winters no keeper left it before the last boat of the season had come home."
)
"""What an outlet prints under whatever the coast has for news: a copy in a few reports, stock in many."""
WITH_HISTORY = tuple(
    reading_of(
        f"{place} {news}",
        [
            f"The {thing} of {place} {news}, {who} found.",
            HISTORY,
            " ".join(f"{letter}{thing}" for letter in "abcdefghijklmnopqrstuvwxyzåäöæøßþðłőű") + ".",
        ],
        speeches=[],
    )
    for place, thing, news, who in (
        ("Oxley", "granary", "burned", "two farmers"),
        ("Velm", "cannery", "flooded", "its foreman"),
        ("Halden", "footbridge", "collapsed", "a surveyor"),
        ("Bryn", "orchard", "froze", "the growers"),
        ("Tarn", "sluice", "jammed", "an engineer"),
        ("Quorn", "chapel", "leaked", "the sexton"),
        ("Ardle", "tramway", "stopped", "its drivers"),
        ("Morrow", "kiln", "cracked", "the potters"),
        ("Lathe", "ferry", "drifted", "her master"),
        ("Penrow", "school", "emptied", "one teacher"),
    )
)


def linked_in_pieces(
    pieces: Sequence[Sequence[Reading]], meanings: Meanings | None = None
) -> tuple[Linked, dict[str, bytes]]:
    """Link pieces one after another; what is kept goes through its bytes each time."""
    pile: list[Reading] = []
    linked, values = Linked(), dict[str, bytes]()
    for piece in pieces:
        pile += piece
        kept = decode(values, BASIS)
        told = {
            tuple(
                sorted(key for one in statement.variants for key in one.attribution_ids)
            ): statement.variants
            for statement in linked.statements
        }
        linked, found = link_more(pile, WITHOUT, meanings=meanings, known=Known(told=told, kept=kept))
        values = encode(found, BASIS, before=kept, stored=values)
    return linked, values


def cut(readings: Sequence[Reading], dice: random.Random) -> list[list[Reading]]:
    order = list(readings)
    dice.shuffle(order)
    cuts = sorted(dice.sample(range(1, len(order)), min(len(order) - 1, dice.randint(2, 6))))
    return [order[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(order)], strict=True)]


@pytest.mark.parametrize("seed", range(8))
def test_reports_that_join_and_part_what_was_known_are_linked_as_at_once(seed: int) -> None:
    assert linked_in_pieces(cut(TOLD, random.Random(seed))) == linked_in_pieces([TOLD])


@pytest.mark.parametrize("last", range(len(TOLD)))
def test_whichever_comes_last_the_rest_being_known_they_are_linked_as_at_once(last: int) -> None:
    before = [one for place, one in enumerate(TOLD) if place != last]
    assert linked_in_pieces([before, [TOLD[last]]]) == linked_in_pieces([TOLD])


@pytest.mark.parametrize("seed", range(3))
def test_a_generated_pile_is_linked_in_pieces_as_at_once(seed: int) -> None:
    pile = make_pile(70, seed)
    linked, values = linked_in_pieces(cut(pile, random.Random(seed)))
    assert len(linked.events) > 1
    assert (linked, values) == linked_in_pieces([pile])


@pytest.mark.parametrize("seed", range(2))
def test_what_texts_mean_is_taken_over_and_changes_nothing(seed: int) -> None:
    pile = make_pile(24, seed)
    linked, values = linked_in_pieces(cut(pile, random.Random(seed)), load_meanings())
    assert any(event.meant for event in decode(values, BASIS).events.values())
    assert (linked, values) == linked_in_pieces([pile], load_meanings())


@pytest.mark.parametrize("seed", range(4))
def test_words_that_become_stock_on_the_way_make_copies_of_none(seed: int) -> None:
    assert linked_in_pieces([WITH_HISTORY[:4]])[0].lineages
    linked, values = linked_in_pieces(cut(WITH_HISTORY, random.Random(seed)))
    assert not linked.lineages
    assert decode(values, BASIS).copies.stock
    assert (linked, values) == linked_in_pieces([WITH_HISTORY])


def test_the_pile_joins_and_parts_what_it_shall() -> None:
    """Hold the made-up reports to what they were made for."""

    def link(*readings: Reading) -> Linked:
        return link_more(readings, WITHOUT)[0]

    def names(linked: Linked) -> list[str]:
        return sorted(entity.name for entity in linked.entities)

    assert len(link(EVENT, OTHER_EVENT, FAR).events) == 3
    assert len(link(EVENT, OTHER_EVENT, FAR, BRIDGE).events) == 2
    assert names(link(EVENT)) == ["Dorran"]
    assert names(link(EVENT, FULL_NAME)) == ["Pim Dorran"]
    assert len(link(EVENT, FULL_NAME, SECOND_BEARER).entities) > 1
    assert (len(link(FAR, COPY).lineages), len(link(COPY, COPIED).lineages)) == (0, 1)
    assert link(EVENT, FULL_NAME).report_dates == {}
    assert EVENT.report.id in link(EVENT, FULL_NAME, DATED).report_dates


def test_a_reading_that_is_another_now_is_linked_anew() -> None:
    first, kept = link_more(TOLD, WITHOUT)
    assert first.statements
    changed = reading_of("Oxley drains the Tarn", [*EVENT.report.text.split("\n\n")[1:]])
    assert changed.report.id == EVENT.report.id
    assert changed != EVENT
    now = [changed, *TOLD[1:]]
    again, _ = link_more(now, WITHOUT, known=Known(kept=kept, changed=frozenset({EVENT.report.id})))
    assert again == link_more(now, WITHOUT)[0]
    assert again != first


@pytest.mark.parametrize("name", ["groups", "outline", "event", "copies", "wording"])
def test_what_rests_on_something_else_or_cannot_be_made_out_is_not_used(name: str) -> None:
    _, kept = link_more(TOLD, WITHOUT)
    values = encode(kept, BASIS)
    assert decode(values, BASIS) == kept
    assert decode(values, "another program") == Kept()
    one = min(key for key in values if key.startswith(name))
    assert decode({**values, one: b"\x00\x00\x00\x02ab"}, BASIS) == Kept()
