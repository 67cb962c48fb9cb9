"""What links words by what they mean, as the link stage sees it: a model is handed in, none is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@runtime_checkable
class Remembers(Protocol):
    """What can be told what it worked out of single texts at another time, which most of an answer costs."""

    def remembering(self, known: Mapping[str, bytes], asked: dict[str, bytes]) -> Meanings:
        """Return meanings that give the same answers from what is `known`, and put into `asked` what answers rested on.

        Args:
            known: what was put into `asked` before.
            asked: what every text gave that an answer needed, known or not, under a name that follows from the text.
        """
        ...
