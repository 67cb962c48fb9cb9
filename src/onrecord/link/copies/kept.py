"""What the search for copies works out and may use again when more reports come: wordings, and pairs that were compared.

A pair comes out the same while both reports are read as they were and the same words of theirs are stock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from onrecord.link.copies.own_words import Wording

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from onrecord.link.copies.own_words import Stretch
    from onrecord.model.report import Report
    from onrecord.model.span import Span

Pair = tuple[str, str]
"""Two report ids, the smaller first."""

Shared = tuple[tuple[tuple["Span", "Span"], ...], float]
"""What a copy is but for its two ids: the passages in both, and how much of the shorter report they are."""


@dataclass(frozen=True, slots=True)
class KeptWording:
    """A wording less its text: its stretches, how many words each has, and the numbers of the words as bytes."""

    stretches: tuple[Stretch, ...]
    counts: tuple[int, ...]
    numbers: bytes

    def of(self, report: Report) -> Wording:
        """Return the wording of `report`, which it was read in."""
        kinds = np.array([kind for _, _, kind in self.stretches], dtype=np.int8)
        return Wording(
            report.id,
            report.text,
            self.stretches,
            np.frombuffer(self.numbers, NUMBER).astype(np.uint64, copy=False),
            np.repeat(kinds, self.counts),
            self.counts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopies:
    """What was worked out over a pile.

    `wordings` by report id; `stock`, of the reports that have any, which of their words are stock, as packed bits; and what
    came of each pair that was `compared`, None where it shares too little.
    """

    wordings: Mapping[str, KeptWording] = field(default_factory=dict[str, KeptWording], repr=False)
    stock: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)
    compared: Mapping[Pair, Shared | None] = field(default_factory=dict[Pair, "Shared | None"], repr=False)

    def without(self, changed: Collection[str]) -> KeptCopies:
        """Return it without the reports in which something else is read now."""
        return KeptCopies(
            wordings={key: one for key, one in self.wordings.items() if key not in changed},
            stock={key: one for key, one in self.stock.items() if key not in changed},
            compared={
                pair: found
                for pair, found in self.compared.items()
                if not any(key in changed for key in pair)
            },
        )


NUMBER: Final = np.dtype("<u8")
NO_COPIES_KEPT: Final = KeptCopies()


def keep_wording(wording: Wording) -> KeptWording:
    """Return what is kept of a wording."""
    return KeptWording(
        wording.stretches, wording.counts, wording.numbers.astype(NUMBER, copy=False).tobytes()
    )
