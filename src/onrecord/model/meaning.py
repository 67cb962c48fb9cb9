"""What links words by what they mean, as the link stage sees it: a model is handed in, none is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.contents import ModelCard

WordLinks = frozenset[tuple[int, int]]
"""Which word of one wording renders which of another, by index; several may render one."""


class Meanings(Protocol):
    """Relates texts by what they mean. The same texts give the same answer whatever else was asked."""

    @property
    def card(self) -> ModelCard:
        """The model behind it, as it is named in the record."""
        ...

    def prepare(self) -> None:
        """Load what answers will need, before anything is asked."""
        ...

    def relate(
        self, wordings: Sequence[tuple[str, ...]], pairs: Sequence[tuple[int, int]]
    ) -> tuple[int, ...]:
        """Return how near the wordings of each pair are in meaning, seen against all that are given.

        Args:
            wordings: each as a whole, and after it the parts that may be compared by themselves.
            pairs: places in `wordings`.

        Returns:
            Hundredths from -100 to 100, one for each pair.
        """
        ...

    def link_words(self, left: Sequence[str], right: Sequence[str]) -> WordLinks | None:
        """Return which words of two wordings render each other; None where they are too long to be told."""
        ...
