"""Pages made before, as long as the record says what it said then."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 16 * 1024 * 1024
"""Bytes of pages that are kept; the one not asked for the longest goes first."""

Key = tuple[str, str, str]
"""The version of the record, the path and the question of a page."""


class Pages:
    """Keeps pages by the version of the record they were made of; several threads may ask at once."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._pages: OrderedDict[Key, tuple[bytes, int]] = OrderedDict()
        self._size = 0

    def page(self, key: Key, make: Callable[[], tuple[bytes, int]]) -> tuple[bytes, int]:
        """Return the page of that key and its status, made if it is not kept; of a record without a version nothing is."""
        if not key[0]:
            return make()
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        made = make()
        with self._lock:
            before = self._pages.pop(key, None)
            self._size += len(made[0]) - (len(before[0]) if before else 0)
            self._pages[key] = made
            while self._size > self._most and self._pages:
                _, (gone, _) = self._pages.popitem(last=False)
                self._size -= len(gone)
        return made
