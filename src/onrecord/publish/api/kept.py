"""Answers made before, as long as the record says what it said then: pages and calls alike, as bytes.

What is kept is bound to the version of the record, so nobody has to tell that an answer is out of date; and nothing is kept that is
one reader's alone (a form with its key).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.publish.api.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST = 16 * 1024 * 1024
"""Bytes of answers, and of the questions to them, that are kept; the one not asked for the longest goes first."""

KEPT = frozenset({200, 302})
"""HTTP's numbers for what is here, and for what is elsewhere: both of a thing in the record."""

Key = tuple[str, str, str]
"""The version of the record, the path and the question of an answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer ready to be sent: its bytes, its status, and the headers that are its own."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Kept:
    """Keeps answers by the version of the record they were made of; several threads may ask at once, and what is made is made in `turns`."""

    def __init__(self, most: int = MOST) -> None:
        self.turns = Turns()
        self._most = most
        self._lock = threading.Lock()
        self._answers: OrderedDict[Key, Answered] = OrderedDict()
        self._size = 0

    def answer(self, key: Key, make: Callable[[], Answered]) -> Answered:
        """Return the answer of that key, made if it is not kept; of a record without a version nothing is.

        What is not found today (any status but those of `KEPT`) is made anew each time: such addresses have no end.
        """
        if (known := self._find(key)) is not None:
            return known
        with self.turns.taken():
            # Whoever had the turn before may have made the same.
            made = self._find(key) or make()
        if key[0] and made.status in KEPT:
            self._keep(key, made)
        return made

    def _find(self, key: Key) -> Answered | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _keep(self, key: Key, made: Answered) -> None:
        with self._lock:
            self._forget(key)
            self._answers[key] = made
            self._size += _weigh(key, made)
            while self._size > self._most:
                self._forget(next(iter(self._answers)))

    def _forget(self, key: Key) -> None:
        gone = self._answers.pop(key, None)
        if gone is not None:
            self._size -= _weigh(key, gone)


def _weigh(key: Key, made: Answered) -> int:
    return len(made.body) + len(key[1]) + len(key[2])
