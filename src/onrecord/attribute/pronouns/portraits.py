"""Whom a portrait is about, and so means by a pronoun when nobody else is on stage.

A portrait, an obituary or a report of one person's trial names that person at its head and goes on with "she" from
paragraph to paragraph, whoever is met on the way. The rule: who is named first in the report, and whom at least a few
paragraphs and a good part of all go on with before they name anybody else. Then "she" at the head of a paragraph is that
person, unless the paragraph before put another woman on stage by name.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.stage.salience import Entrance
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.attribute.pronouns.company import Company
    from onrecord.attribute.pronouns.newcomers import Newcomers
    from onrecord.attribute.stage.salience import Stage
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_FEWEST: Final = 4
"""Paragraphs that go on with somebody, from which a report is a portrait."""
_SHARE: Final = 4
"""One in how many of all its paragraphs that must be."""
_OPENING: Final = 2
"""Paragraphs in which a portrait names whom it is about."""
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.UNKNOWN})
_OWNED: Final = ("his ", "her ", "their ")


class Portraits:
    """The person whom one report is about, by "he" and "she"; `chains` and `mentions` may grow meanwhile."""

    def __init__(
        self,
        view: View,
        stage: Stage,
        company: Company,
        *,
        chains: Mapping[str, Chain],
        mentions: Sequence[tuple[Mention, str]],
        newcomers: Newcomers,
    ) -> None:
        self._view = view
        self._stage = stage
        self._company = company
        self._chains = chains
        self._mentions = mentions
        self._newcomers = newcomers
        self._body = [index for index in view.spoken if view.report.blocks[index].zone is Zone.BODY]
        self._found: dict[str, str | None] = {}

    def find(self, head: int, word: str) -> str | None:
        """Return whom the report is about, where the pronoun `word` at the token `head` can mean nobody else near it."""
        if word not in self._found:
            self._found[word] = self._find_portrayed(word)
        portrayed = self._found[word]
        block = self._view.block_of(head)
        if portrayed is None or block not in self._body or not self._company.may_be(portrayed, word):
            return None
        span, position = self._view.report.blocks[block].span, self._view.syntax.tokens[head].span.start
        above = self._body[max(0, self._body.index(block) - 1)]
        if self._others(span.start, position, portrayed, word, named=False):
            return None
        if above != block and self._others(
            self._view.report.blocks[above].span.start, span.start, portrayed, word, named=True
        ):
            return None
        entrance = Entrance(span.start, portrayed, spoken=False)
        newcomer = self._newcomers.newcomer_since(entrance, head, word)
        return None if newcomer or self._newcomers.stranger_since(span.start - 1, head, word) else portrayed

    def _find_portrayed(self, word: str) -> str | None:
        """Return the first person whom the report names, where it goes on with `word` for that person."""
        blocks = self._view.report.blocks
        if len(self._body) < _FEWEST:
            return None
        end = blocks[self._body[:_OPENING][-1]].span.end
        first = next(
            (
                chain_id
                for mention, chain_id in self._mentions
                if mention.span.start < end
                and mention.kind is Kind.PERSON
                and " " in (self._chains[chain_id].name or "")
                and self._company.may_be(chain_id, word)
            ),
            None,
        )
        if first is None or not self._company.is_known(first):
            return None
        alone = sum(self._goes_on(blocks[index].span, word) for index in self._body)
        return first if alone >= _FEWEST and alone * _SHARE >= len(self._body) else None

    def _goes_on(self, span: Span, word: str) -> bool:
        """Tell whether a paragraph says "she" of a subject before it names anybody who may be "she"."""
        view = self._view
        subjects = (
            token
            for token in view.syntax.within(span)
            if view.lower(token) == word
            and view.syntax.tokens[token].dep in _SUBJECTS
            and not view.is_quoted(token)
        )
        first = next(subjects, None)
        if first is None:
            return False
        return not self._others(span.start, view.syntax.tokens[first].span.start, "", word, named=False)

    def _others(self, start: int, end: int, portrayed: str, word: str, *, named: bool) -> bool:
        """Tell whether somebody else who may be `word` stands between two places; with `named`, as who does or says something."""
        first = bisect_left(self._mentions, start, key=lambda pair: pair[0].span.start)
        stop = bisect_left(self._mentions, end, key=lambda pair: pair[0].span.start)
        return any(
            chain_id != portrayed
            and mention.kind in _PEOPLE
            and self._company.may_be(chain_id, word)
            and not self._view.is_quoted(self._view.syntax.at(mention.span.start))
            and (not named or self._acts(mention, chain_id))
            for mention, chain_id in self._mentions[first:stop]
        )

    def _acts(self, mention: Mention, chain_id: str) -> bool:
        """Tell whether somebody with a name does or says something, and is not told by whose he or she is: "his tutor, Ana Roe"."""
        owned = mention.span.of(self._view.text).casefold().startswith(_OWNED)
        return (
            self._chains[chain_id].name is not None and not owned and not self._stage.is_talked_about(mention)
        )
