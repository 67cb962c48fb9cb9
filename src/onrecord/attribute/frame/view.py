"""One report as the rules of this package see it: its parse, its paragraphs and what stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.repairs import mended
from onrecord.attribute.frame.syntax import Syntax
from onrecord.model.annotation import Kind
from onrecord.model.report import SPOKEN_ZONES, Zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Annotations, Mention, Quotemarks
    from onrecord.model.report import Report
    from onrecord.model.span import Span

FIRST_PERSON: Final = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"])
SECOND_PERSON: Final = frozenset(["you", "your", "yours", "yourself", "yourselves"])
_SPEAKING: Final = frozenset({Kind.PERSON, Kind.BODY, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between outer marks: `inside` without, `outer` with their marks; `tokens` those inside.

    `index` counts the quotations of the view, `number` the pairs of marks of the report.
    """

    index: int
    number: int
    marks: Quotemarks
    inside: Span
    outer: Span
    tokens: range
    block: int
    words: int


class View:
    """A report, its annotations and its parse."""

    def __init__(self, report: Report, annotations: Annotations) -> None:
        self.report = report
        self.text = report.text
        self.annotations = annotations
        self.syntax = Syntax(mended(annotations.tokens), annotations.sentences)
        self._lower = [token.text.lower() for token in self.syntax.tokens]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for token, word in enumerate(self._lower):
            self._places[word].append(token)
        self.spoken = [
            index
            for index, block in enumerate(report.blocks)
            if block.zone in SPOKEN_ZONES and not block.repeats
        ]
        spoken = self._spoken = frozenset(self.spoken)
        self.sentences = [
            number for number, sentence in enumerate(annotations.sentences) if sentence.block in spoken
        ]
        self._mentions = [
            mention for mention in annotations.mentions if mention.name and mention.kind in _SPEAKING
        ]
        self._all_starts = [mention.span.start for mention in annotations.mentions]
        self._mention_starts = [mention.span.start for mention in self._mentions]
        self.quotations = self._quotations(spoken)
        self._inner = [marks.inside for marks in annotations.quotemarks if marks.depth]
        self._quotation_starts = [quotation.outer.start for quotation in self.quotations]
        self._quotation_ends = [quotation.outer.end for quotation in self.quotations]
        self._quotation_of = {
            token: quotation.index for quotation in self.quotations for token in quotation.tokens
        }
        self._by_block: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            self._by_block.setdefault(quotation.block, []).append(quotation)

    def _quotations(self, spoken: frozenset[int]) -> list[Quotation]:
        """Return the outer quotations of the spoken blocks, in text order."""
        found: list[Quotation] = []
        blocks = self.report.blocks
        at = 0
        for number, marks in enumerate(self.annotations.quotemarks):
            if marks.depth:
                continue
            start = marks.open.start if marks.open else marks.inside.start
            end = marks.close.end if marks.close else marks.inside.end
            while at < len(blocks) - 1 and blocks[at].span.end <= start:
                at += 1
            if at not in spoken:
                continue
            tokens = self.syntax.within(marks.inside)
            words = sum(1 for token in tokens if self.syntax.is_word(token))
            outer = type(marks.inside)(start, end)
            found.append(Quotation(len(found), number, marks, marks.inside, outer, tokens, at, words))
        return found

    def quotations_over(self, span: Span) -> list[Quotation]:
        """Return the outer quotations that share a character (marks counted) with `span`."""
        first = bisect_right(self._quotation_ends, span.start)
        last = bisect_left(self._quotation_starts, span.end, lo=first)
        return self.quotations[first:last]

    def inner_marks(self, span: Span) -> list[Span]:
        """Return what stands between marks inside outer quotations and overlaps `span`."""
        first = bisect_left(self._inner, span.start, key=lambda inner: inner.end)
        return [
            inner
            for inner in takewhile(lambda inner: inner.start < span.end, self._inner[first:])
            if inner.overlaps(span)
        ]

    def named_at(self, token: int) -> Mention | None:
        """Return the mention of a named person, body or group that holds the token."""
        position = self.syntax.tokens[token].span.start
        index = bisect_right(self._mention_starts, position) - 1
        mention = self._mentions[index] if index >= 0 else None
        return mention if mention and position in mention.span else None

    def mention_at(self, token: int) -> Mention | None:
        """Return the mention, named or described, that holds the token."""
        position = self.syntax.tokens[token].span.start
        index = bisect_right(self._all_starts, position) - 1
        mention = self.annotations.mentions[index] if index >= 0 else None
        return mention if mention and position in mention.span else None

    def quotations_in(self, block: int) -> list[Quotation]:
        """Return the outer quotations of one block."""
        return self._by_block.get(block, [])

    def quotation_at(self, token: int) -> Quotation | None:
        """Return the outer quotation that holds this token."""
        index = self._quotation_of.get(token)
        return None if index is None else self.quotations[index]

    def is_quoted(self, token: int) -> bool:
        """Tell whether the token stands between quotation marks."""
        return token in self._quotation_of

    def block_of(self, token: int) -> int:
        """Return the block of a token."""
        return self.annotations.sentences[self.syntax.sentence_of[token]].block

    def is_spoken(self, token: int) -> bool:
        """Tell whether the token stands in a block that is read for speech."""
        return self.block_of(token) in self._spoken

    def sentence_tokens(self, token: int) -> range:
        """Return the tokens of the sentence that holds `token`."""
        return self.annotations.sentences[self.syntax.sentence_of[token]].tokens

    def is_headline(self, token: int) -> bool:
        """Tell whether the token stands in a headline or subheading."""
        return self.report.blocks[self.block_of(token)].zone in {Zone.HEADLINE, Zone.SUBHEADING}

    def places_of(self, words: Iterable[str]) -> list[int]:
        """Return the tokens, in order, that are one of `words` (in lower case)."""
        return sorted(token for word in words for token in self._places.get(word, ()))

    def lower(self, token: int) -> str:
        """Return the token's text in lower case."""
        return self._lower[token]
