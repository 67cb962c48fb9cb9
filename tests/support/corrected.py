"""A small pile to be corrected, and short ways to say what is otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.model.attribution import Manner
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from support.piles import reading_of

if TYPE_CHECKING:
    from onrecord.model.attribution import Reading

TIDE = "The tide is out for the Old Quay"
WAIT = "We will wait for the boats until May"
DAY = date(2024, 3, 15)


def quay_pile() -> tuple[Reading, Reading]:
    """Return two reports of one announcement; each quotes the mayor, the second the minister too."""
    first = reading_of(
        "Quay to close",
        [f"“{TIDE},” Mayor Ragna Tolliver said on Friday.", "Ana Velik was there."],
        speeches=[("Ragna Tolliver", TIDE, Manner.DIRECT)],
        outlet="Haldenpost",
    )
    second = reading_of(
        "Mayor closes quay",
        [f"“{TIDE},” Tolliver said. “{WAIT},” Ana Velik added."],
        speeches=[("Ragna Tolliver", TIDE, Manner.DIRECT), ("Ana Velik", WAIT, Manner.DIRECT)],
        outlet="The Marsh Post",
    )
    return first, second


def anchor_of(reading: Reading, number: int = 0) -> Anchor:
    """Return the anchor of the reading's attribution of that number."""
    content = sorted(one.content for one in reading.attributions)[number]
    return Anchor(
        report_id=reading.report.id,
        spans=content,
        exact=tuple(span.of(reading.report.text) for span in content),
    )


def whole(reading: Reading) -> Anchor:
    """Return the anchor of the reading's whole report."""
    return Anchor(report_id=reading.report.id)


def one_of_each(first: Reading, second: Reading) -> tuple[Correction, ...]:
    """Return a correction of every kind over two readings."""
    kind, words = CorrectionKind, (anchor_of(first), anchor_of(second))
    return (
        Correction(kind=kind.ACCEPT, anchors=words[:1], by="lh"),
        Correction(
            kind=kind.NOT_SPEECH, anchors=(anchor_of(second, 1),), by="lh", note="a “sign”\non the quay"
        ),
        Correction(kind=kind.SPEAKER, anchors=words[1:], names=("Ana Velik", "Ragna Tolliver")),
        Correction(kind=kind.SAME_NAME, names=("R. Tolliver", "Ragna Tolliver")),
        Correction(kind=kind.OTHER_NAME, names=("Tolliver", "Ana Velik")),
        Correction(kind=kind.SAME_STATEMENT, anchors=words),
        Correction(kind=kind.OTHER_STATEMENT, anchors=words),
        Correction(kind=kind.DATE, anchors=(whole(first),), days=(DAY, DAY)),
        Correction(kind=kind.COPY, anchors=(whole(second), whole(first))),
        Correction(kind=kind.UNDO, undoes="k00"),
    )
