"""Which pronouns go on with one another: "She was born there", and then "she says".

The rule: a "she" that is a subject goes on with the last "she" that was one, as long as nobody else who may be called
so has become the subject of a sentence since. Words between marks and what somebody is reported to say are passed over,
for they have threads of their own.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import KIN_NOUNS, is_person_role
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.attribute.stage.salience import Stage
    from onrecord.model.annotation import Mention

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_BLOCKS_BACK: Final = 2
"""Paragraphs before that of a pronoun in which its thread may have stood last."""


class Threads:
    """The pronouns of one report that are subjects in its own words."""

    def __init__(
        self,
        view: View,
        stage: Stage,
        mentions: Sequence[tuple[Mention, str]],
        may_be: Callable[[str, str], bool],
    ) -> None:
        self._view = view
        self._stage = stage
        self._mentions = mentions
        self._may_be = may_be
        self._subjects = {
            word: [*filter(self._is_plain_subject, view.places_of([word]))] for word in ("he", "she")
        }

    def before(self, head: int, *, same_block: bool) -> int | None:
        """Return the pronoun that the one at `head` goes on with; None where there is none, or somebody came between."""
        word = self._view.lower(head)
        subjects = self._subjects.get(word, [])
        place = bisect_left(subjects, head)
        for token in reversed(subjects[max(0, place - 8) : place]):
            if self._stage.is_inside(self._view.syntax.tokens[token].span.start):
                continue
            near = self._is_near(token, head, same_block=same_block)
            return token if near and not self._comes_between(token, head, word) else None
        return None

    def _is_plain_subject(self, token: int) -> bool:
        """Tell whether a pronoun is a subject in the report's own words."""
        view = self._view
        return (
            view.is_spoken(token) and view.syntax.tokens[token].dep in _SUBJECTS and not view.is_quoted(token)
        )

    def _is_near(self, token: int, head: int, *, same_block: bool) -> bool:
        here, there = self._view.block_of(head), self._view.block_of(token)
        if here == there or same_block:
            return here == there
        between = [index for index in self._view.spoken if there <= index < here]
        return len(between) <= _BLOCKS_BACK

    def _comes_between(self, token: int, head: int, word: str) -> bool:
        """Tell whether somebody else who may be meant is the subject of a clause between two pronouns."""
        tokens = self._view.syntax.tokens
        start, end = tokens[token].span.end, tokens[head].span.start
        first = bisect_left(self._mentions, start, key=lambda pair: pair[0].span.start)
        for mention, chain_id in self._mentions[first:]:
            if mention.span.start >= end:
                break
            if self._may_be(chain_id, word) and self._is_subject(mention.span):
                return True
        return any(self._is_person(between) for between in self._view.syntax.within(Span(start, end)))

    def _is_subject(self, span: Span) -> bool:
        if self._stage.is_inside(span.start):
            return False
        tokens = self._view.syntax.tokens
        return any(
            tokens[token].dep in _SUBJECTS and not self._view.is_quoted(token)
            for token in self._view.syntax.within(span)
        )

    def _is_person(self, token: int) -> bool:
        """Tell whether a token is a noun for one person, nobody's mention, and a subject outside what is told."""
        seen = self._view.syntax.tokens[token]
        if seen.dep not in _SUBJECTS or seen.tag not in {"NN", "NNP"} or self._view.is_quoted(token):
            return False
        if self._stage.is_inside(seen.span.start) or self._view.mention_at(token) is not None:
            return False
        noun = self._view.lower(token)
        return seen.tag == "NNP" or is_person_role(noun) or noun in KIN_NOUNS
