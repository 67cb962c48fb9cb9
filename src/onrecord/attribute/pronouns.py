"""Whom "he", "she", "they" and "it" go on with.

The rule: whoever took the stage last and may be called so, unless somebody nearer could be meant. Where two could be,
or where the nearest is somebody whom nobody could place, it is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.agreement import Agreement
    from onrecord.attribute.salience import Entrance, Stage
    from onrecord.attribute.view import View
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

PRONOUNS: Final = frozenset(["he", "she", "him", "her", "his", "they", "them", "their", "it", "its"])
_MALE: Final = frozenset({"he", "him", "his"})
_OWNED: Final = re.compile(r"\b(?:his|her)\s+(?:[\w-]+\s+)?[\w-]+,?\s+(?:[A-Z][\w.’'-]*(?:\s+|$))+$")
"""Somebody named as another's: "his tutor, Sir Martin Roe"."""
_REACH: Final = 40
"""Characters before a name in which whose somebody is stands."""
_FEMALE: Final = frozenset({"she", "her"})


class Pronouns:
    """Resolves the pronouns of one report, in text order; `chains` and `mentions` may grow meanwhile."""

    def __init__(
        self,
        view: View,
        stage: Stage,
        agreement: Agreement,
        *,
        chains: Mapping[str, Chain],
        mentions: Sequence[tuple[Mention, str]],
    ) -> None:
        self._view = view
        self._stage = stage
        self._agreement = agreement
        self._chains = chains
        self._mentions = mentions
        self._called: dict[str, str] = {}
        """Who has been "he" or "she" so far."""

    def resolve(self, head: int, word: str) -> str | None:
        """Return the id of the chain that the pronoun `word` at the token `head` goes on with."""
        meant = self._find(head, word)
        if meant is not None and word in {"he", "she"}:
            self._called.setdefault(meant, word)
        return meant

    def _find(self, head: int, word: str) -> str | None:
        position = self._view.syntax.tokens[head].span.start
        near = self._near(head, word)
        block_start = self._view.report.blocks[self._view.block_of(head)].span.start
        entrances = self._stage.entrances_before(position, self._mentions)
        for entrance in entrances:
            chain = self._chains[entrance.chain_id]
            if chain.kind is Kind.UNKNOWN and not entrance.spoken:
                continue
            if self._may_be(chain.id, word):
                if word in {"he", "she"} and self._is_far(entrance, head):
                    return None
                if entrance.start < block_start and near - {entrance.chain_id} and word in {"he", "she"}:
                    return None
                if (
                    entrance.start < block_start
                    and not entrance.spoken
                    and self._is_doubtful(entrance, entrances, word)
                ):
                    return None
                return None if self._stranger_since(entrance.start, head, word) else entrance.chain_id
            if entrance.spoken and word in {"he", "she"} and _may_be_misread(chain):
                return None
        return next(iter(near)) if len(near) == 1 and word in {"he", "she", "his", "her", "him"} else None

    def _is_asking(self, mention: Mention, head: int) -> bool:
        """Tell whether a mention is the agent of a clause that leads up to the pronoun: "Asked by a guest, she said …"."""
        syntax = self._view.syntax
        agents = (
            token
            for token in syntax.within(mention.span)
            if syntax.tokens[token].dep == "pobj" and syntax.tokens[syntax.tokens[token].head].dep == "agent"
        )
        return any(syntax.sentence_of[token] == syntax.sentence_of[head] for token in agents)

    def _is_far(self, entrance: Entrance, head: int) -> bool:
        """Tell whether somebody was put on stage too long before, or as somebody's, to be who a new paragraph means.

        A paragraph between that does not go on with him ("Harrow left. / The republics asked him to settle. / He …"),
        or "his tutor, Martin Harrow", whose pupil the report is about.
        """
        view = self._view
        block, of_entrance = view.block_of(head), view.block_of(view.syntax.at(entrance.start))
        if of_entrance == block:
            return False
        first = next((m for m, one in self._mentions if one == entrance.chain_id and m.name), None)
        if first is not None and _OWNED.search(view.text[max(0, first.span.start - _REACH) : first.span.end]):
            return True
        between = [view.report.blocks[index].span for index in view.spoken if of_entrance < index < block]
        alike = _FEMALE if view.lower(head) == "she" else _MALE
        return any(self._turns(alike, span) and not self._is_in(entrance.chain_id, span) for span in between)

    def _turns(self, words: frozenset[str], span: Span) -> bool:
        """Tell whether a paragraph's first pronoun of `words` is no subject, as in "They asked him to settle".

        A subject goes on with who was on stage ("And he predicted big wins ahead."); anything else is of somebody
        whom the report is about all along.
        """
        view = self._view
        told = (t for t in view.syntax.within(span) if view.lower(t) in words and not view.is_quoted(t))
        first = next(told, None)
        return first is not None and view.syntax.tokens[first].dep not in {"nsubj", "nsubjpass"}

    def _is_in(self, chain_id: str, span: Span) -> bool:
        return any(one == chain_id and mention.span in span for mention, one in self._mentions)

    def _is_doubtful(self, entrance: Entrance, entrances: Sequence[Entrance], word: str) -> bool:
        """Tell whether somebody else on stage is known to be "she", and whoever took it last is not.

        "The spokeswoman, Imke Roth, said … Her predecessor, Cole Dean, had left. “Never,” she said."
        """
        if (
            word not in {"he", "she"}
            or self._agreement.is_female(self._chains[entrance.chain_id]) is not None
        ):
            return False
        block = self._view.block_of(self._view.syntax.at(entrance.start))
        others = {
            one.chain_id
            for one in entrances
            if one.spoken and self._view.block_of(self._view.syntax.at(one.start)) == block
        } - {entrance.chain_id}
        return any(
            self._may_be(other, word)
            and (self._agreement.is_female(self._chains[other]) is not None or other in self._called)
            for other in others
        )

    def _near(self, head: int, word: str) -> set[str]:
        """Return everybody whom the paragraph of a pronoun names before it, in its own words."""
        view = self._view
        block, position = view.block_of(head), view.syntax.tokens[head].span.start
        start = view.report.blocks[block].span.start
        first = bisect_left(self._mentions, start, key=lambda pair: pair[0].span.start)
        stop = bisect_left(self._mentions, position, key=lambda pair: pair[0].span.start)
        return {
            chain_id
            for mention, chain_id in self._mentions[first:stop]
            if not self._stage.is_talked_about(mention)
            and self._may_be(chain_id, word)
            and not self._is_asking(mention, head)
        }

    def _may_be(self, chain_id: str, word: str) -> bool:
        """Tell whether a chain may be "he", which it is not after it was "she": "“You lied,” she told him. …"."""
        called = self._called.get(chain_id, word)
        other = {called, word} == {"he", "she"}
        return not other and self._agreement.may_be(self._chains[chain_id], word)

    def _stranger_since(self, start: int, head: int, word: str) -> bool:
        """Tell whether a name that nobody could place is the subject of a sentence since `start`.

        Then "he" may well be that stranger, and nobody is named rather than somebody else.
        """
        if word not in {"he", "she"}:
            return False
        view, tokens = self._view, self._view.syntax.tokens
        block = view.report.blocks[view.block_of(head)].span
        if start >= block.start:
            return False
        for token in view.syntax.within(block):
            if token >= head:
                return False
            subject = tokens[token].dep == "nsubj" and tokens[tokens[token].head].dep == "ROOT"
            if subject and tokens[token].pos == "PROPN" and not view.is_quoted(token):
                mention = view.mention_at(token)
                return mention is None or mention.kind in {Kind.PLACE, Kind.UNKNOWN}
        return False


def _may_be_misread(chain: Chain) -> bool:
    """Tell whether a speaker taken for a place, or for nothing known, may be a person: then "she" is nobody before."""
    if chain.kind is Kind.UNKNOWN:
        return not any(is_body_noun(role.split()[-1]) for role in chain.roles if role)
    return chain.kind is Kind.PLACE and chain.name is not None and not is_place(chain.name)
