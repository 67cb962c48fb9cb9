"""Which chain a source phrase stands for: a name, a description, a group, a pronoun.

The rule, from sure to unsure: the chain of the mention that holds the phrase's head; for a pronoun whoever is on
stage; for a description ("the secretary general of the bloc") the one named chain of the report whose role it
repeats. A description that fits nobody keeps a chain of its own, without a name: another report may tell who that
is. Whoever cannot be told apart stays unknown: a wrong name is the worst an attribution can carry.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.agreement import Agreement
from onrecord.attribute.callings import find_by_last_name, find_by_noun, find_by_part
from onrecord.attribute.described import (
    AGENTS,
    OF_A_ROOM,
    bare_phrase,
    find_body,
    find_only_body,
    find_varied,
    is_brought_up,
    role_words,
    varying_phrase,
)
from onrecord.attribute.documents import find_owner, is_finding, is_thing
from onrecord.attribute.introduced import (
    find_adjoining,
    find_aged,
    find_holders,
    find_introduced,
    find_like,
    find_told_body,
)
from onrecord.attribute.joint import find_part
from onrecord.attribute.pronouns import PRONOUNS, Pronouns
from onrecord.attribute.salience import Stage
from onrecord.lexicon.descriptions import is_handed_over
from onrecord.lexicon.phrase_names import read_phrase_name
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Level
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.attribute.drafts import Draft, Source
    from onrecord.attribute.view import View

_OWNED: Final = re.compile(r"\w['’]s?\s+\w|\bfor\b", re.IGNORECASE)
_RANKS: Final = frozenset(
    ["judge", "justice", "professor", "doctor", "colonel", "general", "captain", "senator", "reverend", "sir"]
)
"""What stands before a name and tells of no office."""
_LEAD: Final = 2
"""Paragraphs that open a report."""
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.UNKNOWN})
_NEAR_BLOCKS: Final = 2
"""The paragraph of a description, and the one before."""
_ABOVE: Final = 1200
"""Characters above a description in which somebody new may have been brought up by its word."""
_BEHIND: Final = 12
"""Characters behind a description in which a clause that introduces begins."""


class Speakers:
    """Resolves sources to chains, draft by draft in text order, and keeps the chains that this makes."""

    def __init__(self, view: View, drafts: Sequence[Draft]) -> None:
        self._view = view
        self._stage = Stage(view, drafts)
        self.chains: dict[str, Chain] = {chain.id: chain for chain in view.annotations.chains}
        self._mentions: list[tuple[Mention, str]] = sorted(
            ((mention, chain.id) for chain in view.annotations.chains for mention in chain.mentions),
            key=lambda pair: pair[0].span,
        )
        self._worked_out: set[int] = set()
        """Heads of sources that only vary a name."""
        self._agreement = Agreement(view, drafts, self._mentions)
        self._pronouns = Pronouns(
            view, self._stage, self._agreement, chains=self.chains, mentions=self._mentions
        )

    def resolve(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the chains that `draft` is credited to, and remember them as the last speakers."""
        if draft.source is None:
            return ()
        found: list[str] = []
        for head in draft.source.heads:
            chain_id = self._resolve_head(draft.source, head)
            if chain_id is not None and chain_id not in found:
                found.append(chain_id)
        if (
            len(found) == 1
            and not self._is_agent(draft)
            and not (draft.verb is not None and self._view.is_quoted(draft.verb))
            and not (self.chains[found[0]].name is None and self._stage.is_inside(draft.source.span.start))
            and not is_thing(self._view.syntax.tokens[draft.source.heads[0]].lemma)
        ):
            aside = draft.verb is not None and self._stage.is_aside(draft.verb)
            self._stage.speaks(draft.source.span.start, found[0], aside=aside)
        return tuple(found)

    def _is_agent(self, draft: Draft) -> bool:
        """Tell whether a source is the agent of a passive: "Asked by a guest whether …, she said …"."""
        tokens = self._view.syntax.tokens
        return draft.source is not None and tokens[tokens[draft.source.heads[0]].head].dep == "agent"

    def weighed(self, draft: Draft) -> Draft:
        """Return `draft`, likely at most where its source is no name: "she" and "the minister" were worked out."""
        if draft.source is None or draft.level is not Level.CERTAIN:
            return draft
        named = all(self._is_named(head) for head in draft.source.heads)
        return draft if named else replace(draft, level=Level.LIKELY)

    def _is_named(self, head: int) -> bool:
        """Tell whether the source at `head` is who it says, and nobody had to be found for it."""
        token = self._view.syntax.tokens[head]
        if token.text.lower() in PRONOUNS or head in self._worked_out:
            return False
        found = self._mention_at(token.span)
        if found is None or found[0].name is not None:
            return True
        chain = self.chains[found[1]]
        return chain.name is None or chain.kind is Kind.GROUP

    def _resolve_head(self, source: Source, head: int) -> str | None:
        token = self._view.syntax.tokens[head]
        word = token.text.lower()
        if word in PRONOUNS:
            return self._pronouns.resolve(head, word)
        found = self._mention_at(token.span) or self._apposed(source, head)
        if found is None or found[0].name is None:
            varied = self._by_age(source) if found is None else self._by_age(source) or self._by_body(*found)
            if varied is not None:
                self._worked_out.add(head)
                if found is not None:
                    self._go_on(found[0], varied)
                return varied
        return self._of_phrase(source, head) if found is None else self._of_mention(*found, source)

    def _of_phrase(self, source: Source, head: int) -> str | None:
        """Return the chain of a source that nobody has marked as a mention."""
        token = self._view.syntax.tokens[head]
        if token.text.isupper():
            label = token.text.lower()
            if (
                named := find_by_last_name(self.chains, label) or find_by_part(self.chains, label)
            ) is not None:
                return named
        if (pointed := find_by_noun(self.chains, self._view.text, source.span)) is not None:
            return pointed
        if is_thing(token.lemma) or token.pos not in {"NOUN", "PROPN"}:
            return self._owner_of(head)
        varied = find_introduced(self._view.text, source.span, self._persons()) or self._varied(source.span)
        if varied is None:
            return self._new_chain(source, head)
        self._worked_out.add(head)
        return varied

    def _of_mention(self, mention: Mention, chain_id: str, source: Source) -> str:
        """Return the chain of a mention, or of the person that it describes."""
        chain = self.chains[chain_id]
        if mention.name is not None or chain.name is not None:
            return chain_id
        named = self._holder(mention, source)
        if named is not None:
            self._join(named, mention, chain_id)
            return named
        if chain.kind is Kind.GROUP:
            self.chains[chain_id] = _named_group(chain, mention.span.of(self._view.text))
        return chain_id

    def _by_body(self, mention: Mention, chain_id: str) -> str | None:
        """Return the named body that "the company" goes on with."""
        if mention.kind is not Kind.BODY or self.chains[chain_id].name is not None:
            return None
        entrances = self._stage.entrances_before(mention.span.start, self._mentions, back=_NEAR_BLOCKS)
        phrase, position = mention.span.of(self._view.text), mention.span.start
        before = (
            chain for chain in self.chains.values() if chain.name and chain.mentions[0].span.start < position
        )
        told = find_told_body(self._view.text, phrase, self.chains.values())
        return told or find_body(phrase, entrances, self.chains) or find_only_body(phrase, before)

    def _mention_at(self, span: Span) -> tuple[Mention, str] | None:
        """Return the mention that holds the head of a source phrase, and its chain."""
        behind = bisect_left(self._mentions, span.end, key=lambda pair: pair[0].span.start)
        near = self._mentions[max(0, behind - 2) : behind]
        return next(((mention, chain_id) for mention, chain_id in near if mention.span.overlaps(span)), None)

    def _apposed(self, source: Source, head: int) -> tuple[Mention, str] | None:
        """Return who explains a phrase nobody has marked, or stands behind it: "The victims' father, Owen Harrow"."""
        tokens = self._view.syntax.tokens
        for child in self._view.syntax.children[head]:
            if child > head and tokens[child].dep == "appos" and tokens[child].span in source.span:
                found = self._mention_at(tokens[child].span)
                if found is not None and found[0].name and found[0].kind is Kind.PERSON:
                    return found
        return find_adjoining(self._view.text, source.span, self._mentions)

    def _by_age(self, source: Source) -> str | None:
        """Return the person whom a writer varies by age, children or past: "the 61-year-old", "the father-of-two"."""
        phrase = varying_phrase(self._view.text, source.span.start, source.span.end)
        if phrase is None:
            return None
        aged = find_aged(self._view.text, phrase, self._persons())
        return aged if aged is not None else self._varied(phrase)

    def _owner_of(self, head: int) -> str | None:
        """Return whose document speaks: "the company's website said …", "a poll by the Harrow Institute found …"."""
        owner = find_owner(self._view, head)
        if owner is None:
            return None
        word = self._view.lower(owner)
        if word in PRONOUNS:
            return self._pronouns.resolve(owner, word)
        found = self._mention_at(self._view.syntax.tokens[owner].span)
        if found is None:
            return None
        chain_id = found[1] if self.chains[found[1]].name else self._by_body(*found)
        body = chain_id is not None and self.chains[chain_id].kind is Kind.BODY
        return chain_id if body or not is_finding(self._view, head) else None

    def _holder(self, mention: Mention, source: Source) -> str | None:
        """Return the named person that a description repeats or plainly goes on with."""
        if mention.kind is not Kind.PERSON:
            return None
        phrase = mention.span.of(self._view.text)
        wanted = role_words(mention.role or phrase)
        if _OWNED.search(phrase):
            # "The mayor's spokeswoman" is no mayor: only who is called just that is meant.
            same = [chain.id for chain in self._persons() if wanted in map(role_words, chain.roles)]
            return same[0] if len(same) == 1 else None
        if is_handed_over(self._view.text, mention.role or phrase):
            return None
        nameless = [role for one in self.chains.values() if one.name is None for role in one.roles]
        matching = find_holders(mention, phrase, self._persons(), nameless)
        if len(matching) == 1:
            return matching[0]
        if matching or not phrase.lower().startswith("the ") or wanted & (AGENTS | OF_A_ROOM):
            return self._varied_or_later(mention, source) if not matching else None
        position = source.span.start
        if (varied := self._varied_or_later(mention, source)) is not None:
            return varied
        persons = {
            chain_id
            for chain_id in self._stage.speakers_before(position)
            if self.chains[chain_id].kind is Kind.PERSON
        }
        entrances = self._stage.entrances_before(position, self._mentions)
        on_stage = {
            entrance.chain_id for entrance in entrances if self.chains[entrance.chain_id].kind is Kind.PERSON
        }
        if len(persons) == 1 and on_stage == persons and self._stage.last_speaker(position) in persons:
            only = self.chains[next(iter(persons))]
            # "The head of the customs of Halden said" tells another office than the one that a minister holds.
            another = only.roles and re.search(r"\s(?:of|for)\s", phrase)
            fits = only.name and not another and self._agreement.is_called(only, phrase)
            return only.id if fits else None
        return None

    def _varied_or_later(self, mention: Mention, source: Source) -> str | None:
        """Return the person on stage whom a description varies, or whom the next paragraph gives a name."""
        phrase, position = mention.span.of(self._view.text), source.span.start
        entrances = self._stage.entrances_before(position, self._mentions, back=_NEAR_BLOCKS)
        return (
            find_introduced(self._view.text, mention.span, self._persons())
            or find_like(phrase, entrances, self.chains)
            or self._varied(mention.span)
            or self._named_later(phrase, position)
        )

    def _named_later(self, phrase: str, position: int) -> str | None:
        """Return who opens the paragraph behind a lead by a quotation, with a full name and no office told.

        "The bridge had been cracked for a year, the head of the inquiry said. / “It warned us,” Ana Velik told …"
        """
        view = self._view
        body = [index for index in view.spoken if view.report.blocks[index].zone is Zone.BODY]
        block = view.block_of(view.syntax.at(position))
        if block not in body[:_LEAD] or not phrase.casefold().startswith("the ") or block == body[-1]:
            return None
        after = view.report.blocks[body[body.index(block) + 1]].span
        known = [
            pair
            for pair in self._mentions
            if pair[0].span in after and not self._stage.is_talked_about(pair[0])
        ]
        people = [(one, chain_id) for one, chain_id in known if one.kind is Kind.PERSON]
        if not people or not self._opens_quoted(after.start):
            return None
        first, chain_id = people[0]
        chain = self.chains[chain_id]
        plain = all(role.casefold() in _RANKS for role in chain.roles) and " " in (first.name or "")
        explained = re.match(r",\s+(?:an?|the|who)\b", view.text[first.span.end : first.span.end + _BEHIND])
        return chain_id if plain and not explained and chain.mentions[0] == first else None

    def _varied(self, span: Span) -> str | None:
        """Return the person on stage whom the description at `span` varies."""
        phrase, position = span.of(self._view.text), span.start
        if (
            not phrase.strip()
            or self._stage.is_inside(position)
            or is_brought_up(phrase, self._view.text[max(0, position - _ABOVE) : position])
        ):
            return None
        if any(mention.role and position > mention.span.start for mention in self._alike(phrase, position)):
            return None
        near = self._stage.entrances_before(position, self._mentions, back=1)
        if not any(self.chains[one.chain_id].kind in _PEOPLE for one in near):
            near = self._stage.entrances_before(position, self._mentions, back=_NEAR_BLOCKS)
        found = find_varied(phrase, self._view.text[span.end : span.end + _BEHIND], near, self.chains)
        if found is None or not self._agreement.is_called(self.chains[found], phrase):
            return None
        wider = self._stage.entrances_before(position, self._mentions)
        others = {one.chain_id for one in wider if self.chains[one.chain_id].kind in _PEOPLE} - {found}
        spoken = any(one.spoken for one in near if one.chain_id == found)
        return None if others and not spoken and not self._opens_quoted(position) else found

    def _opens_quoted(self, position: int) -> bool:
        """Tell whether the paragraph at `position` opens with a quotation: "“I counted,” the trainee said."."""
        block = self._view.report.blocks[self._view.block_of(self._view.syntax.at(position))].span
        return any(
            quotation.outer.start == block.start
            for quotation in self._view.quotations_over(Span(block.start, block.start + 1))
        )

    def _alike(self, phrase: str, position: int) -> Iterator[Mention]:
        """Yield the nameless mentions before `position` that share the last word of a description."""
        last = phrase.casefold().split()[-1]
        for mention, chain_id in self._mentions:
            if mention.span.start >= position:
                return
            words = (mention.role or "").casefold().split()
            if self.chains[chain_id].name is None and words and words[-1] == last:
                yield mention

    def _persons(self) -> Iterator[Chain]:
        """Yield the chains of named persons."""
        return (chain for chain in self.chains.values() if chain.name and chain.kind is Kind.PERSON)

    def _join(self, named: str, mention: Mention, chain_id: str) -> None:
        """Move the mention of a description into the chain of the person it stands for."""
        chain = self.chains[named]
        roles = tuple(sorted({*chain.roles, *([mention.role] if mention.role else [])}))
        mentions = tuple(sorted({*chain.mentions, mention}, key=lambda one: one.span))
        self.chains[named] = replace(chain, mentions=mentions, roles=roles)
        left = self.chains[chain_id]
        rest = tuple(other for other in left.mentions if other != mention)
        if rest:
            self.chains[chain_id] = replace(left, mentions=rest)
        else:
            del self.chains[chain_id]
        self._mentions[:] = [(one, named if one == mention else owner) for one, owner in self._mentions]

    def _go_on(self, mention: Mention, chain_id: str) -> None:
        """Let a mention put on stage whom it was worked out to mean: "The family firm added … It said …"."""
        self._mentions[:] = [(one, chain_id if one == mention else owner) for one, owner in self._mentions]

    def _new_chain(self, source: Source, head: int) -> str:
        """Return a chain for a source that nobody has marked as a mention: "residents", "the crews"."""
        view = self._view
        span = find_part(view, source, head)
        # Of words in capitals the parser knows no number: a shouted name is no group.
        plural = view.syntax.tokens[head].tag in {"NNS", "NNPS"} and not span.of(view.text).isupper()
        phrase = bare_phrase(span.of(view.text))
        kind = Kind.GROUP if plural else Kind.UNKNOWN
        name = None if plural else read_phrase_name(phrase)
        mention = Mention(span=span, kind=kind, name=name, role=None if name else phrase)
        chain_id = ids.chain_id(view.report.id, span)
        if chain_id not in self.chains:
            chain = Chain(
                id=chain_id,
                report_id=view.report.id,
                kind=kind,
                name=name,
                names=(name,) if name else (),
                roles=() if name else (phrase,),
                mentions=(mention,),
            )
            self.chains[chain_id] = _named_group(chain, phrase) if plural else chain
            insort(self._mentions, (mention, chain_id), key=lambda pair: pair[0].span)
        return chain_id


def _named_group(chain: Chain, phrase: str) -> Chain:
    """Return a group's chain with the phrase itself for its name: a group has no other."""
    name = bare_phrase(phrase)
    return replace(chain, name=name, names=tuple(sorted({*chain.names, name})))
