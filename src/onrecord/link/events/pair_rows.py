"""What is told of pairs of reports, a row for each report: made of arrays when it is asked for, since most of a large pile never is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    Places = npt.NDArray[np.int64]
    Values = npt.NDArray[np.float64]

Row = Mapping[str, float]


class PairRows(Mapping[str, Row]):
    """A number for each of some pairs of reports: rows by the id of one, in them the numbers by the id of the other.

    A value: `with_rows` returns another. What one row says of a pair, the other's row has to say too.

    (`typing.override` would mark what a mapping has to have, but comes only with Python 3.12.)
    """

    __slots__ = ("_bounds", "_made", "_names", "_others", "_places", "_told", "_values")

    def __init__(self) -> None:
        self._told: dict[str, Row] = {}
        self._made: dict[str, Row] = {}
        self._places: Mapping[str, int] = {}
        self._names: npt.NDArray[Any] = np.empty(0, object)
        self._bounds: list[int] = [0]
        self._others: Places = np.empty(0, np.int64)
        self._values: Values = np.empty(0, np.float64)

    @classmethod
    def of_pairs(cls, ids: Sequence[str], firsts: Places, seconds: Places, values: Values) -> PairRows:
        """Return the rows of these pairs.

        Args:
            ids: of all reports; each has a row.
            firsts: the place among `ids` of one report of each pair.
            seconds: that of the other; no pair stands twice, either way round.
            values: the number of each.
        """
        rows = cls()
        ones, others = np.concatenate([firsts, seconds]), np.concatenate([seconds, firsts])
        order = np.argsort(ones, kind="stable")
        rows._places = {key: place for place, key in enumerate(ids)}
        rows._names = np.array([*ids, None], object)[:-1]
        rows._bounds = np.searchsorted(ones[order], np.arange(len(ids) + 1)).tolist()
        rows._others = others[order]
        rows._values = np.concatenate([values, values])[order]
        return rows

    def with_rows(self, told: Mapping[str, Row]) -> PairRows:
        """Return these rows with others in their place, or beside them."""
        rows = PairRows()
        for name in ("_made", "_places", "_names", "_bounds", "_others", "_values"):
            setattr(rows, name, getattr(self, name))
        rows._told = {**self._told, **told}
        return rows

    def __getitem__(self, key: str) -> Row:  # type: ignore[explicit-override]
        found = self._told.get(key)
        if found is None:
            found = self._made.get(key)
        if found is None:
            place = self._places[key]
            start, stop = self._bounds[place : place + 2]
            names, values = self._names[self._others[start:stop]], self._values[start:stop]
            found = self._made[key] = dict(zip(names.tolist(), values.tolist(), strict=True))
        return found

    def __iter__(self) -> Iterator[str]:  # type: ignore[explicit-override]
        yield from self._places
        for key in self._told:
            if key not in self._places:
                yield key

    def __len__(self) -> int:  # type: ignore[explicit-override]
        return len(self._places.keys() | self._told.keys())

    def tabulate(self, ids: Sequence[str]) -> tuple[Places, Values]:
        """Return the pairs, rising, each as one number, and the number of each.

        Args:
            ids: of all reports, sorted. The number of a pair is the smaller place among them, times how many there are, plus
                the greater place.
        """
        places = {key: place for place, key in enumerate(ids)}
        told = [(places[key], row) for key, row in self._told.items()]
        now = np.array([places[key] for key in self._places], np.int64)
        stands = np.array([key not in self._told for key in self._places], np.bool_)
        sizes = np.diff(self._bounds)
        kept = np.repeat(stands, sizes)
        firsts = np.concatenate(
            [
                np.repeat(now, sizes)[kept],
                np.repeat(np.array([place for place, _ in told], np.int64), [len(row) for _, row in told]),
            ]
        )
        seconds = np.concatenate(
            [now[self._others[kept]], np.array([places[other] for _, row in told for other in row], np.int64)]
        )
        values = np.concatenate(
            [self._values[kept], np.array([one for _, row in told for one in row.values()], np.float64)]
        )
        inside = firsts < seconds
        pairs = firsts[inside] * len(ids) + seconds[inside]
        order = np.argsort(pairs)
        return pairs[order], values[inside][order]
