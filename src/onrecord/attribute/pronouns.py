"""Whom "he", "she", "they" and "it" go on with.

The rule: whoever took the stage last and may be called so, unless somebody nearer could be meant. Where two could be,
or where the nearest is somebody whom nobody could place, it is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.agreement import is_of_sex
from onrecord.attribute.replies import find_addressed, is_reply
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import KIN_NOUNS, is_body_noun, is_person_role
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.agreement import Agreement
    from onrecord.attribute.salience import Entrance, Stage
    from onrecord.attribute.view import View
    from onrecord.model.annotation import Chain, Mention

PRONOUNS: Final = frozenset(["he", "she", "him", "her", "his", "they", "them", "their", "it", "its"])
_MALE: Final = frozenset({"he", "him", "his"})
_OWNED: Final = re.compile(r"\b(?:his|her)\s+(?:[\w-]+\s+)?[\w-]+,?\s+(?:[A-Z][\w.’'-]*(?:\s+|$))+$")
"""Somebody named as another's: "his tutor, Sir Martin Roe"."""
_REACH: Final = 40
"""Characters before a name in which whose somebody is stands."""
_FEMALE: Final = frozenset({"she", "her"})
_SUBJECTS: Final = frozenset({"he", "she"})
_SUBJECT_LABELS: Final = frozenset({"nsubj", "nsubjpass"})
_SOMEBODY: Final = frozenset(
    {
        "boy",
        "child",
        "gentleman",
        "girl",
        "kid",
        "lady",
        "man",
        "pupil",
        "schoolboy",
        "schoolgirl",
        "stranger",
        "woman",
    }
)
_PARTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "conj"})
_PERSON_LIKE: Final = re.compile(
    r"(?:[eo]r|ist|ian|ee|ant|man|woman|hand|kin|boy|girl|mate|ess|ette|old|self)$"
)


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
        if meant is not None and is_reply(self._view, head) and self._is_teller(meant, head, word):
            return None
        if meant is not None and word in {"he", "she"}:
            self._called.setdefault(meant, word)
        return meant

    def _is_teller(self, chain_id: str, head: int, word: str) -> bool:
        """Tell whether the sentence before a reply speaks to somebody else who may be "he": “I never did,” he replied."""
        tokens = self._view.syntax.tokens
        for teller, token in find_addressed(self._view, head):
            told = self._owner_at(tokens[token].span)
            telling = None if teller is None else self._owner_at(tokens[teller].span)
            if telling not in {None, chain_id}:
                continue
            if self._stage.is_inside(tokens[token].span.start) or told == chain_id:
                continue
            if told is not None and (self._chains[told].name is not None or tokens[token].pos == "PROPN"):
                return self._may_be(told, word)
            person = tokens[token].tag == "NN" and _is_person_noun(tokens[token].text)
            if tokens[token].pos in {"PRON", "PROPN"} or (
                person and is_of_sex(tokens[token].text, female=word == "she")
            ):
                return True
        return False

    def _find(self, head: int, word: str) -> str | None:
        position = self._view.syntax.tokens[head].span.start
        if word in _SUBJECTS and self._view.is_quoted(head):
            return self._within_quotation(head, word)
        near = self._near(head, word)
        entrances = [
            one
            for one in self._stage.entrances_before(position, self._mentions)
            if not self._is_possessed(one, head, word)
        ]
        for entrance in entrances:
            chain = self._chains[entrance.chain_id]
            if chain.kind is Kind.UNKNOWN and not entrance.spoken:
                continue
            if self._may_be(chain.id, word):
                return self._unless_doubtful(entrance, entrances, head, near=near)
            if entrance.spoken and word in _SUBJECTS and self._may_be_misread(chain, word):
                return None
        return next(iter(near)) if len(near) == 1 and word in {"he", "she", "his", "her", "him"} else None

    def _unless_doubtful(
        self, entrance: Entrance, entrances: Sequence[Entrance], head: int, *, near: set[str]
    ) -> str | None:
        """Return who took the stage last, unless somebody nearer could be meant, or somebody nobody could place."""
        view, word = self._view, self._view.lower(head)
        before = entrance.start < view.report.blocks[view.block_of(head)].span.start
        if word in _SUBJECTS:
            if before and (nearer := near - {entrance.chain_id}):
                return self._only_known(nearer, head)
            if self._is_far(entrance, head) or (before and self._has_rival(entrance, word)):
                return None
            sentence_of, at = view.syntax.sentence_of, view.syntax.at
            spoke = sentence_of[at(entrance.start)] != sentence_of[head] and any(
                one.spoken and one.chain_id == entrance.chain_id for one in entrances
            )
            if not spoke and self._comes_later(entrance, near, head):
                return None
            if self._newcomer_since(entrance, head, word):
                return None
        if before and not entrance.spoken and self._is_doubtful(entrance, entrances, word):
            return None
        return None if self._stranger_since(entrance.start, head, word) else entrance.chain_id

    def _only_known(self, near: set[str], head: int) -> str | None:
        """Return the one whom the paragraph has named, where it is known that the pronoun is that person's.

        "Roe met with Ana Harrow. She promised …": nobody else has been "she" since the paragraph began.
        """
        only = next(iter(near)) if len(near) == 1 else None
        if only is None or self._agreement.is_female(self._chains[only]) is None:
            return None
        block = self._view.report.blocks[self._view.block_of(head)].span
        here = [m for m, one in self._mentions if one == only and m.span in block]
        return only if any(map(self._takes_part, here)) else None

    def _takes_part(self, mention: Mention) -> bool:
        """Tell whether somebody is told to do or meet something, and not only whose a thing is: "the door of Roe"."""
        tokens = self._view.syntax.tokens
        for token in self._view.syntax.within(mention.span):
            above = tokens[token].head
            if tokens[token].dep in _PARTS:
                return not self._stage.is_aside(above)
            if tokens[token].dep == "pobj" and tokens[tokens[above].head].pos == "VERB":
                return self._view.lower(above) in {"with", "to", "by", "alongside"}
        return False

    def _is_possessed(self, entrance: Entrance, head: int, word: str) -> bool:
        """Tell whether a sentence tells somebody by whose he or she is: in "Her doctor, she says", the doctor is not she."""
        chain, syntax = self._chains[entrance.chain_id], self._view.syntax
        alike = _FEMALE if word in _FEMALE else _MALE if word in _MALE else None
        apart = syntax.sentence_of[syntax.at(entrance.start)] != syntax.sentence_of[head]
        if alike is None or chain.name is not None or apart:
            return False
        first = (
            mention.span.of(self._view.text).split(maxsplit=1)[0].casefold() for mention in chain.mentions
        )
        return any(opening in alike for opening in first)

    def _comes_later(self, entrance: Entrance, near: set[str], head: int) -> bool:
        """Tell whether the paragraph has named somebody else since the entrance who may be meant: "Roe met Velik. He …"."""
        position = self._view.syntax.tokens[head].span.start
        known = self._agreement.is_female(self._chains[entrance.chain_id]) is not None
        others = {
            one
            for one in near - {entrance.chain_id}
            if self._chains[one].name is not None
            and not (known and self._agreement.is_female(self._chains[one]) is None)
        }
        return any(
            chain_id in others
            for mention, chain_id in self._mentions
            if entrance.start < mention.span.start < position and self._takes_part(mention)
        )

    def _newcomer_since(self, entrance: Entrance, head: int, word: str) -> bool:
        """Tell whether somebody without a name has done something since: "A woman at the gate shouted. “No,” she said."."""
        view, tokens = self._view, self._view.syntax.tokens
        block = view.report.blocks[view.block_of(head)].span
        for token in view.syntax.within(Span(max(entrance.start, block.start), tokens[head].span.start)):
            if tokens[token].dep not in _SUBJECT_LABELS or tokens[token].tag != "NN" or view.is_quoted(token):
                continue
            if tokens[tokens[token].head].dep not in {"ROOT", "conj"} or not _is_person_noun(
                tokens[token].text
            ):
                continue
            owner = self._owner_at(tokens[token].span)
            if self._stage.is_inside(tokens[token].span.start):
                continue
            if owner == entrance.chain_id or (owner is not None and self._chains[owner].name is not None):
                continue
            if is_of_sex(tokens[token].text, female=word == "she"):
                return True
        return False

    def _owner_at(self, span: Span) -> str | None:
        """Return the chain whose mention stands over `span`."""
        behind = bisect_left(self._mentions, span.end, key=lambda pair: pair[0].span.start)
        near = self._mentions[max(0, behind - 2) : behind]
        return next((chain_id for mention, chain_id in near if mention.span.overlaps(span)), None)

    def _has_rival(self, entrance: Entrance, word: str) -> bool:
        """Tell whether somebody else was "he" in the paragraph that brought a speaker up: "He taught … A pupil, Roe, said"."""
        view = self._view
        first = min(mention.span.start for mention in self._chains[entrance.chain_id].mentions)
        block = view.report.blocks[view.block_of(view.syntax.at(first))].span
        alike = _FEMALE if word == "she" else _MALE
        return any(
            view.lower(token) in alike and not view.is_quoted(token)
            for token in view.syntax.within(Span(block.start, first))
        )

    def _within_quotation(self, head: int, word: str) -> str | None:
        """Return the one person whom a quotation has named before its "he": who speaks it is "I" there."""
        quotation = self._view.quotation_at(head)
        if quotation is None:
            return None
        position = self._view.syntax.tokens[head].span.start
        named = {
            chain_id
            for mention, chain_id in self._mentions
            if quotation.inside.start <= mention.span.start < position and self._may_be(chain_id, word)
        }
        return next(iter(named)) if len(named) == 1 else None

    def _may_be_misread(self, chain: Chain, word: str) -> bool:
        """Tell whether a speaker taken for a place, or for nothing known, may be a person: then "she" is nobody before."""
        if chain.kind is Kind.UNKNOWN:
            female = self._agreement.is_female(chain)
            heads = [role.split()[-1] for role in chain.roles if role]
            return female in {None, word == "she"} and any(map(_is_person_like, heads))
        return chain.kind is Kind.PLACE and chain.name is not None and not is_place(chain.name)

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


def _is_person_noun(word: str) -> bool:
    return is_person_role(word.casefold()) or word.casefold() in KIN_NOUNS | _SOMEBODY


def _is_person_like(noun: str) -> bool:
    """Tell whether a noun that nobody knows may be a person's: "the deckhand", and not "the menu" or "the opposition"."""
    like = _is_person_noun(noun) or _PERSON_LIKE.search(noun) is not None
    return noun[:1].isupper() or (like and not is_body_noun(noun))
