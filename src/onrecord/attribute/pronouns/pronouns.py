"""Whom "he", "she", "they" and "it" go on with.

The rule: whoever took the stage last and may be called so, unless somebody nearer could be meant. Where two could be,
or where the nearest is somebody whom nobody could place, it is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.pronouns.company import Company, is_person_noun
from onrecord.attribute.pronouns.disjoint import (
    Tellers,
    find_named_below,
    find_thinking,
    find_writer,
    goes_on,
    is_of_others,
)
from onrecord.attribute.pronouns.distance import is_far
from onrecord.attribute.pronouns.newcomers import Newcomers
from onrecord.attribute.pronouns.others import is_other_since
from onrecord.attribute.pronouns.portraits import Portraits
from onrecord.attribute.pronouns.replies import find_asked, find_hearer, is_reply
from onrecord.attribute.pronouns.signers import find_signer
from onrecord.attribute.pronouns.threads import Threads
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.stage.cast import Cast
    from onrecord.attribute.stage.salience import Entrance
    from onrecord.model.annotation import Chain

PRONOUNS: Final = frozenset(["he", "she", "him", "her", "his", "they", "them", "their", "it", "its"])
_MALE: Final = frozenset({"he", "him", "his"})
_AROUND: Final = 9
"""Characters before and behind a pronoun that may be of "he, or she"."""
_EITHER: Final = re.compile(r"\b(?:he,?\s+or\s+she|she,?\s+or\s+he)\b", re.IGNORECASE)
"""Somebody of whom not even that is told."""
_OPENING: Final = 2
"""Words that may stand before a pronoun that opens a sentence: "But he", "And so she"."""
_FEMALE: Final = frozenset({"she", "her"})
_SUBJECTS: Final = frozenset({"he", "she"})
_OWNING: Final = frozenset({"his", "her"})
_PERSON_LIKE: Final = re.compile(
    r"(?:[eo]r|ist|ian|ee|ant|man|woman|hand|kin|boy|girl|mate|ess|ette|old|self)$"
)


class Pronouns:
    """Resolves the pronouns of one report, in text order; `chains` and `mentions` may grow meanwhile."""

    def __init__(self, cast: Cast, *, tellers: Tellers) -> None:
        self._view, self._stage, self._agreement = cast.view, cast.stage, cast.agreement
        self._chains, self._mentions = cast.chains, cast.mentions
        self._tellers = tellers
        self._company = Company(cast)
        self._newcomers = Newcomers(cast, self._company)
        self._portraits = Portraits(
            cast.view,
            cast.stage,
            self._company,
            chains=cast.chains,
            mentions=cast.mentions,
            newcomers=self._newcomers,
        )
        self._threads = Threads(cast.view, cast.stage, cast.mentions, self._company.may_be)
        self._found: dict[int, str | None] = {}
        """Who the pronouns looked at so far go on with, by their tokens."""

    def resolve(self, head: int, word: str) -> str | None:
        """Return the id of the chain that the pronoun `word` at the token `head` goes on with."""
        if head not in self._found:
            self._found[head] = self._resolve(head, word)
        return self._found[head]

    def _resolve(self, head: int, word: str) -> str | None:
        if (signer := find_signer(self._view, self._mentions, head)) is not None:
            return signer
        start = self._view.syntax.tokens[head].span.start
        if _EITHER.search(self._view.text, max(0, start - _AROUND), start + _AROUND):
            return None
        if word in _SUBJECTS and (writer := find_writer(self._view, head)) is not None:
            told = self._company.told(writer, word)
            if told is not None or is_person_noun(self._view.syntax.tokens[writer].text):
                return told
        replies = word in _SUBJECTS and not self._view.is_quoted(head) and is_reply(self._view, head)
        meant = self._asked(head, word) if replies else self._thinking(head, word)
        if meant is None:
            meant = self._continued(head, word)
            if meant is None and word in _SUBJECTS and not replies and not self._view.is_quoted(head):
                meant = self._portraits.find(head, word)
                meant = None if meant in self._barred(head) else meant
            if replies and meant is not None and self._company.is_teller(meant, head, word):
                return None
        if meant is not None and word in _SUBJECTS:
            self._company.is_called(meant, word)
        return meant

    def _continued(self, head: int, word: str) -> str | None:
        """Return who the last pronoun of the paragraph was that this one goes on with, or who else is meant."""
        earlier = None
        if word in _SUBJECTS and not self._view.is_quoted(head):
            earlier = self._threads.before(head, same_block=True)
        return self._find(head, word) if earlier is None else self.resolve(earlier, word)

    def _asked(self, head: int, word: str) -> str | None:
        """Return the one person who has just been asked or told what a reply answers: "Pell asked Roe. He replied …"."""
        asked = find_asked(self._view, head)
        told = {self._company.told(token, word) for token in asked}
        return told.pop() if len(told) == 1 else None

    def _find(self, head: int, word: str) -> str | None:
        position = self._view.syntax.tokens[head].span.start
        if word in _SUBJECTS and self._view.is_quoted(head):
            return self._within_quotation(head, word)
        if word == "their" and is_of_others(self._view, head):
            return None
        barred = self._barred(head)
        near = self._company.near(head, word) - barred
        entrances = [
            one
            for one in self._stage.entrances_before(position, self._mentions)
            if not self._is_possessed(one, head, word)
        ]
        entrances, near = self._of_speakers(entrances, near, head, word)
        for entrance in entrances:
            chain = self._chains[entrance.chain_id]
            if chain.id in barred or (chain.kind is Kind.UNKNOWN and not entrance.spoken):
                continue
            if self._company.may_be(chain.id, word):
                backed = None if near else self._company.spoken_for(head, word, barred=barred)
                return backed or self._unless_doubtful(entrance, entrances, head, near=near)
            if self._is_named_otherwise(entrance, head, word):
                return self._instead(entrance, entrances, head, near=near)
            if entrance.spoken and word in _SUBJECTS and self._may_be_misread(chain, word):
                bearers = self._company.bearers(chain.name or "") if chain.kind is Kind.BODY else []
                return bearers[0] if len(bearers) == 1 and self._company.may_be(bearers[0], word) else None
        if len(near) == 1 and word in {"he", "she", "his", "her", "him"}:
            only = next(iter(near))
            return None if word in _SUBJECTS and self._newcomers.nameless_since(only, head, word) else only
        meant = self._without_stage(head, word) if word in _SUBJECTS and not near else None
        return None if meant in barred else meant

    def _without_stage(self, head: int, word: str) -> str | None:
        """Return who is meant where nobody on stage may be."""
        meant = self._going_on(head, word)
        return self._telling(head, word) if meant is None else meant

    def _telling(self, head: int, word: str) -> str | None:
        """Return the one person just told of who told it to whoever tells: "She says Per Roe came. It held, he told her."."""
        if self._hearer(head) is None:
            return None
        told = self._company.talked_about(head, word)
        return told.pop() if len(told) == 1 else None

    def _barred(self, head: int) -> frozenset[str]:
        """Return whom the grammar keeps from being meant by the pronoun at `head`."""
        below = find_named_below(self._view, self._mentions, head)
        hearer = self._hearer(head)
        return (
            below
            | self._tellers.behind(self._mentions, head)
            | (frozenset([hearer]) if hearer else frozenset[str]())
        )

    def _hearer(self, head: int) -> str | None:
        """Return whom the subject of a verb tells something: in "he told her" she is not he."""
        told = find_hearer(self._view, head)
        hearer = None if told is None else self.resolve(told, self._view.lower(told))
        sure = hearer is not None and (self._company.is_known(hearer) or self._chains[hearer].name is None)
        return hearer if sure else None

    def _thinking(self, head: int, word: str) -> str | None:
        """Return who tells what he or she believes: in "The mayor told Tom Roe that he believes it" he is the mayor."""
        teller = find_thinking(self._view, head) if word in _SUBJECTS else None
        if teller is None:
            return None
        if self._view.lower(teller) == word:
            return self.resolve(teller, word)
        chain_id = self._company.owner_at(self._view.syntax.tokens[teller].span)
        named = chain_id is not None and self._chains[chain_id].name is not None
        return chain_id if chain_id is not None and named and self._company.may_be(chain_id, word) else None

    def _is_named_otherwise(self, entrance: Entrance, head: int, word: str) -> bool:
        """Tell whether who has just spoken is kept from being "he" by a given name alone, and is the subject here.

        "Sasha Roe criticised Velik. He also said …": Sasha may be a man's name, and so nobody is named who is not known
        to be "he".
        """
        sentence_of, at = self._view.syntax.sentence_of, self._view.syntax.at
        just = sentence_of[at(entrance.start)] == sentence_of[head] - 1
        starts = self._view.sentence_tokens(head).start >= head - _OPENING
        chain = self._chains[entrance.chain_id]
        named = (
            chain.kind is Kind.PERSON and chain.name is not None and self._agreement.is_only_by_name(chain)
        )
        return word in _SUBJECTS and entrance.spoken and just and starts and named

    def _instead(
        self, entrance: Entrance, entrances: Sequence[Entrance], head: int, *, near: set[str]
    ) -> str | None:
        """Return who is meant where the given name of who has just spoken tells of somebody else: the only other one, or none."""
        if not near and self._is_alone(entrance, entrances, head):
            return entrance.chain_id
        only = next(iter(near)) if len(near) == 1 else None
        if only is None or not self._company.is_known(only):
            return None
        return None if self._newcomers.nameless_since(only, head, self._view.lower(head)) else only

    def _is_alone(self, entrance: Entrance, entrances: Sequence[Entrance], head: int) -> bool:
        """Tell whether nobody else near has been on stage or named who may be meant: "Sasha Roe warned of rain. He added …"."""
        view, word = self._view, self._view.lower(head)
        others = {one.chain_id for one in entrances} | self._company.talked_about(head, word)
        return (
            view.block_of(view.syntax.at(entrance.start)) == view.block_of(head)
            and not self._company.was_called(entrance.chain_id)
            and not any(self._company.may_be(one, word) for one in others - {entrance.chain_id})
            and self._company.last_named(head, word) is None
            and not self._newcomers.newcomer_since(entrance, head, word)
        )

    def _of_speakers(
        self, entrances: list[Entrance], near: set[str], head: int, word: str
    ) -> tuple[list[Entrance], set[str]]:
        """Return the entrances, and who is named near, less those who have not spoken before a pronoun that goes on.

        "“It leaks,” Roe said. / Guard Tom Pell holds up the key. / “It always did,” he added.": Pell is in a picture.
        """
        if word not in _SUBJECTS or not goes_on(self._view, head):
            return entrances, near
        speakers = self._stage.speakers_before(self._view.syntax.tokens[head].span.start)
        spoken = [
            one for one in entrances if one.chain_id in speakers and self._company.may_be(one.chain_id, word)
        ]
        return (spoken, near & speakers) if spoken else (entrances, near)

    def _going_on(self, head: int, word: str) -> str | None:
        """Return who the last "she" was, or the only one whom the report, or the paragraph before, has named."""
        earlier = self._threads.before(head, same_block=False)
        meant = None if earlier is None else self.resolve(earlier, word)
        if meant is None and earlier is None:
            meant = self._company.last_named(head, word)
        return meant if meant is not None else self._company.only_one(head, word)

    def _unless_doubtful(
        self, entrance: Entrance, entrances: Sequence[Entrance], head: int, *, near: set[str]
    ) -> str | None:
        """Return who took the stage last, unless somebody nearer could be meant, or somebody nobody could place."""
        view, word = self._view, self._view.lower(head)
        before = entrance.start < view.report.blocks[view.block_of(head)].span.start
        far = is_far(view, self._company, self._mentions, entrance=entrance, head=head)
        if word in _SUBJECTS:
            if before and (nearer := near - {entrance.chain_id}):
                return self._only_known(nearer, head) or self._only_led(nearer, head)
            if before and (told := self._company.talked_about(head, word) - {entrance.chain_id}):
                return self._only_talked_about(told, head)
            if far or (before and self._company.has_rival(entrance, word)):
                return None
            sentence_of, at = view.syntax.sentence_of, view.syntax.at
            spoke = sentence_of[at(entrance.start)] != sentence_of[head] and any(
                one.spoken and one.chain_id == entrance.chain_id for one in entrances
            )
            if not spoke and self._comes_later(entrance, near, head):
                return None
            if self._newcomers.newcomer_since(entrance, head, word):
                return self._company.last_aged(head, word)
        other = word == "they" and is_other_since(view, self._stage, entrance, head)
        if other or (far and word in _OWNING):
            return None
        if before and not entrance.spoken and self._is_doubtful(entrance, entrances, word):
            return None
        return None if self._newcomers.stranger_since(entrance.start, head, word) else entrance.chain_id

    def _only_known(self, near: set[str], head: int) -> str | None:
        """Return the one whom the paragraph has named, where it is known that the pronoun is that person's.

        "Roe met with Ana Harrow. She promised …": nobody else has been "she" since the paragraph began. Nor need it be known of
        whoever the sentence before introduces: "The floor went to Sam Roe, a former clerk. She …".
        """
        only = next(iter(near)) if len(near) == 1 else None
        if only is None or (
            self._agreement.is_female(self._chains[only]) is None and not self._is_introduced(only, head)
        ):
            return None
        if self._newcomers.nameless_since(only, head, self._view.lower(head)):
            return None
        block = self._view.report.blocks[self._view.block_of(head)].span
        here = [m for m, one in self._mentions if one == only and m.span in block]
        part = any(map(self._company.takes_part, here)) or self._company.is_brought_up(only, head)
        return only if part else None

    def _is_introduced(self, chain_id: str, head: int) -> bool:
        """Tell whether the sentence before a pronoun is the first to name somebody, and says what he or she is."""
        return self._chains[chain_id].mentions[0].role is not None and self._company.is_brought_up(
            chain_id, head
        )

    def _only_led(self, near: set[str], head: int) -> str | None:
        """Return the one person whom the sentence before brings up by the body he leads: "Velm, whose head, Per Roe, has left. He …"."""
        only = next(iter(near)) if len(near) == 1 else None
        if only is None or not self._company.is_brought_up(only, head):
            return None
        return only if self._chains[only].mentions[0].span.of(self._view.text).startswith("whose ") else None

    def _only_talked_about(self, told: set[str], head: int) -> str | None:
        """Return the one person of whom somebody else has just told: "She says Owen Pell shouted at her. He denies it."."""
        only = next(iter(told)) if len(told) == 1 else None
        if only is None or not self._company.is_known(only):
            return None
        at, sentence_of = self._view.syntax.at, self._view.syntax.sentence_of
        last = [sentence_of[at(m.span.start)] for m, one in self._mentions if one == only]
        return only if sentence_of[head] - 1 in last else None

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
            if entrance.start < mention.span.start < position and self._company.takes_part(mention)
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
            if quotation.inside.start <= mention.span.start < position
            and self._company.may_be(chain_id, word)
        }
        return next(iter(named)) if len(named) == 1 else None

    def _may_be_misread(self, chain: Chain, word: str) -> bool:
        """Tell whether a speaker taken for a place, or for nothing known, may be a person: then "she" is nobody before."""
        if chain.kind is Kind.UNKNOWN:
            female = self._agreement.is_female(chain)
            heads = [role.split()[-1] for role in chain.roles if role]
            return female in {None, word == "she"} and any(map(_is_person_like, heads))
        if chain.kind is Kind.BODY:
            return bool(self._company.bearers(chain.name or ""))
        return chain.kind is Kind.PLACE and chain.name is not None and not is_place(chain.name)

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
            self._company.may_be(other, word)
            and (
                self._agreement.is_female(self._chains[other]) is not None or self._company.was_called(other)
            )
            for other in others
        )


def _is_person_like(noun: str) -> bool:
    """Tell whether a noun that nobody knows may be a person's: "the deckhand", and not "the menu" or "the opposition"."""
    like = is_person_noun(noun) or _PERSON_LIKE.search(noun) is not None
    return noun[:1].isupper() or (like and not is_body_noun(noun))
