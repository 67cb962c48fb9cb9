"""From characters of a page's source to its bytes, in little room: a page may have fifty million."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP: Final = 1 << 12
_ALIKE: Final = re.compile(rb"\x01+|\x02+|\x03+|\x04+|.", re.DOTALL)


class Places:
    """Where each character stands when they take `widths` bytes each, the first at byte `offset`."""

    def __init__(self, widths: bytes, offset: int = 0) -> None:
        self._widths = widths
        self._sums = [offset]
        for start in range(0, len(widths), _STEP):
            self._sums.append(self._sums[-1] + sum(widths[start : start + _STEP]))
        self._last = (0, offset)

    def before(self, place: int) -> int:
        r"""Return the byte at which character `place` begins; that past the last for one behind the end.

        >>> Places(b"\x01\x02\x01", 10).before(2)
        13
        """
        known, byte = self._last
        if not known <= place < known + _STEP:
            known = place - place % _STEP
            byte = self._sums[min(known // _STEP, len(self._sums) - 1)]
        byte += sum(self._widths[known:place])
        self._last = (place, byte)
        return byte

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        r"""Yield, for characters `start` to `end`, stretches of equally wide ones: first byte, width and how many.

        >>> list(Places(b"\x01\x02\x02").runs(0, 3))
        [(0, 1, 1), (1, 2, 2)]
        """
        byte = self.before(start)
        for alike in _ALIKE.finditer(self._widths, start, end):
            width, count = alike.group()[0], alike.end() - alike.start()
            yield byte, width, count
            byte += width * count
