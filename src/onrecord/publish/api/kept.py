"""Answers made before, as long as the record says what it said then: pages and calls alike, as bytes.

What is kept is bound to the version of the record, so nobody has to tell that an answer is out of date; and nothing is kept that is
one reader's alone (a form with its key).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, TypeVar

from onrecord.publish.api.answer_ring import Answered, AnswerRing, Key
from onrecord.publish.api.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Answered", "Kept", "Key"]

Made = TypeVar("Made")

MOST = 16 * 1024 * 1024
"""Bytes of answers that are kept; the one not asked for the longest goes first."""

KEPT = frozenset({200, 302})
"""HTTP's numbers for what is here, and for what is elsewhere: both of a thing in the record."""

_NEWEST: Final = 0.25
"""The share that the last answer of a kind has in how long such answers are taken to take."""


class Kept:
    """Keeps answers by the version of the record they were made of; several threads may ask at once, and what is made is made in turn.

    Processes forked after it is made keep theirs together, each with turns of its own.
    """

    def __init__(self, most: int = MOST) -> None:
        self.turns = Turns()
        self._answers = AnswerRing(most)
        self._lasting: dict[str, float] = {}

    def answer(self, key: Key, make: Callable[[], Answered], *, kind: str = "") -> Answered:
        """Return the answer of that key, made if it is not kept; of a record without a version nothing is.

        What is not found today (any status but those of `KEPT`) is made anew each time: such addresses have no end.
        """
        if (known := self._answers.find(key)) is not None:
            return known
        # Whoever had the turn before may have made the same.
        made = self.in_turn(kind, lambda: self._answers.find(key) or make())
        if key[0] and made.status in KEPT:
            self._answers.keep(key, made)
        return made

    def in_turn(self, kind: str, make: Callable[[], Made]) -> Made:
        """Return what `make` makes, when it is this thread's turn; kinds of answers that take long have theirs sooner."""
        known = self._lasting.get(kind, 0.0)
        with self.turns.taken(known):
            began = time.thread_time()
            made = make()
            took = time.thread_time() - began
        self._lasting[kind] = known + _NEWEST * (took - known) if known else took
        return made
