"""Answers that cost much and stay true until the record is another: kept for who asks again.

What is kept is bound to the seal over everything (see `seal`), so nothing has to be told that an answer is out of date: a record that
grew has another. A record that was built anew over itself may have the same, and its rows at other places; that is told by its layout. A record without a seal, of the first version, is asked anew each time.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Answer = TypeVar("Answer")

MOST = 40_000_000
"""So many bytes of answers are kept, as far as they can be estimated."""
NUMBER, ID, ROW = 36, 120, 3_000
"""What a number, an id, and a row of a list, is taken to weigh in bytes."""


class Remembered:
    """The answers last asked for. May be shared by several connections to one record, in several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()
        self._sought: dict[Hashable, RLock] = {}

    def answer(self, question: Hashable, find: Callable[[], Answer], *, each: int = ID) -> Answer:
        """Return the answer to `question`: the one kept, or the one that `find` finds, which is kept then.

        Of several threads that ask the same at a time one finds it, and the others wait for that. `each` is what one item of the
        answer weighs, in bytes.
        """
        with self._lock:
            kept = self._find_kept(question)
            if kept is not None:
                return cast("Answer", kept[0])
            gate = self._sought.setdefault(question, RLock())
        with gate:
            with self._lock:
                kept = self._find_kept(question)
            if kept is not None:
                return cast("Answer", kept[0])
            try:
                found = find()
                self._keep(question, found, _weigh(found, each))
            finally:
                with self._lock:
                    self._sought.pop(question, None)
        return found

    def known(self, question: Hashable) -> Any:
        """Return the answer to `question` that is kept, None where none is."""
        with self._lock:
            kept = self._find_kept(question)
        return None if kept is None else kept[0]

    def _find_kept(self, question: Hashable) -> tuple[Any, int] | None:
        kept = self._kept.get(question)
        if kept is not None:
            self._kept.move_to_end(question)
        return kept

    def _keep(self, question: Hashable, found: object, weight: int) -> None:
        with self._lock:
            self._weight += weight - self._forget(question)
            self._kept[question] = (found, weight)
            while self._weight > self._most and len(self._kept) > 1:
                self._weight -= self._forget(next(iter(self._kept)))

    def _forget(self, question: Hashable) -> int:
        return self._kept.pop(question, (None, 0))[1]


def _weigh(found: Any, each: int) -> int:
    """Return what an answer weighs, in bytes: an array what it takes, anything else by its items."""
    items = len(found) if hasattr(found, "__len__") else 0
    return ROW + items * int(getattr(found, "itemsize", each))
