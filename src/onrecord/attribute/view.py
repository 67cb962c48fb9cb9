"""One report as the rules of this package see it: its parse, its paragraphs and what stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.attribute.repairs import mended
from onrecord.attribute.syntax import Syntax
from onrecord.model.report import SPOKEN_ZONES, Zone

if TYPE_CHECKING:
    from onrecord.model.annotation import Annotations, Quotemarks
    from onrecord.model.report import Report
    from onrecord.model.span import Span

FIRST_PERSON: Final = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"])
SECOND_PERSON: Final = frozenset(["you", "your", "yours", "yourself", "yourselves"])
TERMINALS: Final = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between outer marks: `inside` without, `outer` with their marks; `tokens` those inside."""

    index: int
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
        self.spoken = [
            index
            for index, block in enumerate(report.blocks)
            if block.zone in SPOKEN_ZONES and not block.repeats
        ]
        spoken = frozenset(self.spoken)
        self.sentences = [
            number for number, sentence in enumerate(annotations.sentences) if sentence.block in spoken
        ]
        self.quotations = self._quotations(spoken)
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
        number = 0
        for marks in self.annotations.quotemarks:
            if marks.depth:
                continue
            start = marks.open.start if marks.open else marks.inside.start
            end = marks.close.end if marks.close else marks.inside.end
            while number < len(blocks) - 1 and blocks[number].span.end <= start:
                number += 1
            if number not in spoken:
                continue
            tokens = self.syntax.within(marks.inside)
            words = sum(1 for token in tokens if self.syntax.is_word(token))
            outer = type(marks.inside)(start, end)
            found.append(Quotation(len(found), marks, marks.inside, outer, tokens, number, words))
        return found

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

    def sentence_tokens(self, token: int) -> range:
        """Return the tokens of the sentence that holds `token`."""
        return self.annotations.sentences[self.syntax.sentence_of[token]].tokens

    def is_headline(self, token: int) -> bool:
        """Tell whether the token stands in a headline or subheading."""
        return self.report.blocks[self.block_of(token)].zone in {Zone.HEADLINE, Zone.SUBHEADING}

    def lower(self, token: int) -> str:
        """Return the token's text in lower case."""
        return self.syntax.tokens[token].text.lower()
