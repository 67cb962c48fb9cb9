"""The parse of one report, ready to be asked: who governs whom, and which words hang on a word.

The rules of this package talk in token indices; `spans_of` turns them back into characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.annotation import Sentence, Token

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_MARKS: Final = frozenset("\"“”„‟«»‘’‚‛‹›'`＂")


class Syntax:
    """Tokens of one report with their dependants and sentences."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.tokens = tokens
        self.sentences = sentences
        self._starts = [token.span.start for token in tokens]
        self._ends = [token.span.end for token in tokens]
        children: defaultdict[int, list[int]] = defaultdict(list)
        for index, token in enumerate(tokens):
            if token.head != index:
                children[token.head].append(index)
        self.children: list[tuple[int, ...]] = [()] * len(tokens)
        for index, below in children.items():
            self.children[index] = tuple(below)
        self.sentence_of = [-1] * len(tokens)
        for number, sentence in enumerate(sentences):
            within = sentence.tokens
            self.sentence_of[within.start : within.stop] = [number] * len(within)

    def below(self, index: int, *, without: Iterable[int] = ()) -> list[int]:
        """Return `index` and all that hangs on it, in text order, leaving out the branches `without`."""
        barred = frozenset(without)
        found = [index]
        for here in found:  # grows as it is read
            below = self.children[here]
            found += [child for child in below if child not in barred] if barred else below
        return sorted(found)

    def child(self, index: int, *deps: str) -> int | None:
        """Return the first dependant of `index` under one of the labels `deps`."""
        for child in self.children[index]:
            if self.tokens[child].dep in deps:
                return child
        return None

    def subject(self, index: int) -> int | None:
        """Return the subject that stands at the verb `index` itself."""
        found = self.child(index, "nsubj", "nsubjpass", "csubj")
        for helper in self.children[index] if found is None else ():
            if self.tokens[helper].dep in {
                "aux",
                "auxpass",
            }:  # "Harrow is convinced": the parser may hang Harrow on "is"
                found = self.child(helper, "nsubj", "nsubjpass")
        return found

    def within(self, span: Span) -> range:
        """Return the tokens that start inside `span`."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def at(self, position: int) -> int:
        """Return the first token that ends after `position`."""
        return bisect_right(self._ends, position)

    def is_word(self, index: int) -> bool:
        """Tell whether the token holds a letter or a digit."""
        text = self.tokens[index].text
        return text.isalnum() or any(map(str.isalnum, text))

    def is_mark(self, index: int) -> bool:
        """Tell whether the token is a quotation mark."""
        return all(char in _MARKS for char in self.tokens[index].text)

    def runs(self, indices: Iterable[int]) -> list[tuple[int, int]]:
        """Return sorted token indices as inclusive ranges; a lone mark or comma between two words joins them."""
        found: list[tuple[int, int]] = []
        for index in indices:
            if found and all(not self.is_word(between) for between in range(found[-1][1] + 1, index)):
                found[-1] = (found[-1][0], index)
            else:
                found.append((index, index))
        return found

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` to token `last`, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def spans_of(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """Return the characters of these tokens, one span for each unbroken run."""
        return tuple(self.span(first, last) for first, last in self.runs(indices))
