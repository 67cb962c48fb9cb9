"""Which chain a source phrase stands for: a name, a description, a group, a pronoun.

The rule, from sure to unsure: the chain of the mention that holds the phrase's head; for a pronoun whoever is on
stage; for a description ("the secretary general of the bloc") the one named chain of the report whose role it
repeats. A description that fits nobody keeps a chain of its own, without a name: another report may tell who that
is. Whoever cannot be told apart stays unknown: a wrong name is the worst an attribution can carry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.agreement import Agreement
from onrecord.attribute.salience import Entrance, Stage
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.attribute.drafts import Draft, Source
    from onrecord.attribute.view import View
    from onrecord.model.span import Span

_PRONOUNS: Final = frozenset(["he", "she", "him", "her", "his", "they", "them", "their", "it", "its"])
_SMALL_WORDS: Final = """
    the a an of and for to in on at its his her their former ex then new current acting
    """
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_AGENT_WORDS: Final = """
    adviser advisor agent aide assistant attorney barrister counsel deputy lawyer predecessor representative secretary solicitor
    spokesman spokesperson spokeswoman successor
    """
_AGENTS: Final = frozenset(_AGENT_WORDS.split())
"""Nouns for who speaks or works for somebody else, and so is somebody else."""
_OWNED: Final = re.compile(r"\w['’]s?\s+\w|\bfor\b", re.IGNORECASE)
_DETERMINERS: Final = (
    "the ", "a ", "an ", "some ", "these ", "those ", "this ", "that ", "its ", "his ", "her ", "their ",
    "multiple ", "several ", "many ", "most ", "few ", "other ", "all ", "both ",
)  # fmt: skip
_THINGS_WORDS: Final = """
    statement report poll survey study letter article story email post tweet book bill resolution document
    memo ad video measure law rule lawsuit complaint filing order ruling headline figure number datum record
    message note sign banner plan proposal result research analysis release page website site paper text
    script transcript idea fact question answer this that which what one who
    """
_THINGS: Final = frozenset(_THINGS_WORDS.split())


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
        self._called: dict[str, str] = {}
        """Who has been "he" or "she" so far."""
        self._agreement = Agreement(view, drafts, self._mentions)

    def resolve(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the chains that `draft` is credited to, and remember them as the last speakers."""
        if draft.source is None:
            return ()
        found: list[str] = []
        for head in draft.source.heads:
            chain_id = self._resolve_head(draft.source, head)
            if chain_id is not None and chain_id not in found:
                found.append(chain_id)
        if len(found) == 1 and not (draft.verb is not None and self._view.is_quoted(draft.verb)):
            self._stage.speaks(draft.source.span.start, found[0])
        return tuple(found)

    def weighed(self, draft: Draft) -> Draft:
        """Return `draft`, likely at most where its source is no name: "she" and "the minister" were worked out."""
        if draft.source is None or draft.level is not Level.CERTAIN:
            return draft
        named = all(self._is_named(head) for head in draft.source.heads)
        return draft if named else replace(draft, level=Level.LIKELY)

    def _is_named(self, head: int) -> bool:
        """Tell whether the source at `head` is who it says, and nobody had to be found for it."""
        token = self._view.syntax.tokens[head]
        if token.text.lower() in _PRONOUNS:
            return False
        found = self._mention_at(token.span)
        if found is None or found[0].name is not None:
            return True
        chain = self.chains[found[1]]
        return chain.name is None or chain.kind is Kind.GROUP

    def _resolve_head(self, source: Source, head: int) -> str | None:
        token = self._view.syntax.tokens[head]
        word = token.text.lower()
        if word in _PRONOUNS:
            meant = self._of_pronoun(head, word)
            if meant is not None and word in {"he", "she"}:
                self._called.setdefault(meant, word)
            return meant
        found = self._mention_at(token.span) or self._apposed(source, head)
        if found is None:
            if token.text.isupper() and (named := self._by_last_name(word)) is not None:
                return named
            if (pointed := self._by_noun(source)) is not None:
                return pointed
            if token.lemma in _THINGS or token.pos not in {"NOUN", "PROPN"}:
                return None
            return self._new_chain(source, head)
        mention, chain_id = found
        chain = self.chains[chain_id]
        if mention.name is None and chain.name is None:
            named = self._holder(mention, source)
            if named is not None:
                self._join(named, mention, chain_id)
                return named
            if chain.kind is Kind.GROUP:
                self.chains[chain_id] = _named_group(chain, mention.span.of(self._view.text))
        return chain_id

    def _mention_at(self, span: Span) -> tuple[Mention, str] | None:
        """Return the mention that holds the head of a source phrase, and its chain."""
        behind = bisect_left(self._mentions, span.end, key=lambda pair: pair[0].span.start)
        near = self._mentions[max(0, behind - 2) : behind]
        return next(((mention, chain_id) for mention, chain_id in near if mention.span.overlaps(span)), None)

    def _apposed(self, source: Source, head: int) -> tuple[Mention, str] | None:
        """Return the person that a phrase nobody has marked is explained by: "The victims' father, Owen Harrow"."""
        tokens = self._view.syntax.tokens
        for child in self._view.syntax.children[head]:
            if child > head and tokens[child].dep == "appos" and tokens[child].span in source.span:
                found = self._mention_at(tokens[child].span)
                if found is not None and found[0].name and found[0].kind is Kind.PERSON:
                    return found
        return None

    def _by_last_name(self, name: str) -> str | None:
        """Return the one person of that last name, for labels in capitals: "HARROW: The tide is out."."""
        found = [
            chain.id
            for chain in self.chains.values()
            if chain.name and chain.kind is Kind.PERSON and chain.name.lower().split()[-1:] == [name]
        ]
        return found[0] if len(found) == 1 else None

    def _by_noun(self, source: Source) -> str | None:
        """Return the one body whose name ends with a hyphened noun that the parser cut: "the co-operative"."""
        text = self._view.text
        end = next(
            (place for place in range(source.span.end, len(text)) if text[place] in " \t\r\n,.;:"), len(text)
        )
        words = text[source.span.start : end].lower().split()
        if len(words) != 2 or words[0] != "the" or "-" not in words[1]:  # noqa: PLR2004 - "the" and the noun
            return None
        found = [
            chain.id
            for chain in self.chains.values()
            if chain.kind is Kind.BODY and chain.name and chain.name.lower().split()[-1] == words[1]
        ]
        return found[0] if len(found) == 1 else None

    def _of_pronoun(self, head: int, word: str) -> str | None:
        """Return the chain that "he", "she", "they" or "it" goes on with."""
        position = self._view.syntax.tokens[head].span.start
        near = self._near(head, word)
        block_start = self._view.report.blocks[self._view.block_of(head)].span.start
        entrances = self._stage.entrances_before(position, self._mentions)
        for entrance in entrances:
            chain = self.chains[entrance.chain_id]
            if chain.kind is Kind.UNKNOWN and not entrance.spoken:
                continue
            if self._may_be(chain.id, word):
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

    def _is_doubtful(self, entrance: Entrance, entrances: Sequence[Entrance], word: str) -> bool:
        """Tell whether somebody else on stage is known to be "she", and whoever took it last is not.

        "The spokeswoman, Imke Roth, said … Her predecessor, Cole Dean, had left. “Never,” she said."
        """
        if word not in {"he", "she"} or self._agreement.is_female(self.chains[entrance.chain_id]) is not None:
            return False
        block = self._view.block_of(self._view.syntax.at(entrance.start))
        others = {
            one.chain_id
            for one in entrances
            if one.spoken and self._view.block_of(self._view.syntax.at(one.start)) == block
        } - {entrance.chain_id}
        return any(
            self._may_be(other, word)
            and (self._agreement.is_female(self.chains[other]) is not None or other in self._called)
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
            if not self._stage.is_talked_about(mention) and self._may_be(chain_id, word)
        }

    def _may_be(self, chain_id: str, word: str) -> bool:
        """Tell whether a chain may be "he", which it is not after it was "she": "“You lied,” she told him. …"."""
        called = self._called.get(chain_id, word)
        other = {called, word} == {"he", "she"}
        return not other and self._agreement.may_be(self.chains[chain_id], word)

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

    def _holder(self, mention: Mention, source: Source) -> str | None:
        """Return the named person that a description repeats or plainly goes on with."""
        if mention.kind is not Kind.PERSON:
            return None
        phrase = mention.span.of(self._view.text)
        wanted = _role_words(mention.role or phrase)
        if _OWNED.search(phrase):
            # "The mayor's spokeswoman" is no mayor: only who is called just that is meant.
            same = [chain.id for chain in self._persons() if wanted in map(_role_words, chain.roles)]
            return same[0] if len(same) == 1 else None
        matching = [
            chain.id
            for chain in self._persons()
            if any(_same_role(wanted, _role_words(role)) for role in chain.roles)
        ]
        if len(matching) == 1:
            return matching[0]
        if matching or not phrase.lower().startswith("the ") or wanted & _AGENTS:
            return None
        position = source.span.start
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
            return only.id if only.name else None
        return None

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
        self._mentions = [(one, named if one == mention else owner) for one, owner in self._mentions]

    def _new_chain(self, source: Source, head: int) -> str:
        """Return a chain for a source that nobody has marked as a mention: "residents", "the crews"."""
        view = self._view
        # Of words in capitals the parser knows no number: a shouted name is no group.
        plural = view.syntax.tokens[head].tag in {"NNS", "NNPS"} and not source.span.of(view.text).isupper()
        phrase = _bare(source.span.of(view.text))
        kind = Kind.GROUP if plural else Kind.UNKNOWN
        mention = Mention(span=source.span, kind=kind, role=phrase)
        chain_id = ids.chain_id(view.report.id, source.span)
        if chain_id not in self.chains:
            chain = Chain(
                id=chain_id,
                report_id=view.report.id,
                kind=kind,
                name=None,
                names=(),
                roles=(phrase,),
                mentions=(mention,),
            )
            self.chains[chain_id] = _named_group(chain, phrase) if plural else chain
            self._mentions = sorted([*self._mentions, (mention, chain_id)], key=lambda pair: pair[0].span)
        return chain_id


def _may_be_misread(chain: Chain) -> bool:
    """Tell whether a speaker taken for a place, or for nothing known, may be a person: then "she" is nobody before."""
    if chain.kind is Kind.UNKNOWN:
        return not any(is_body_noun(role.split()[-1]) for role in chain.roles if role)
    return chain.kind is Kind.PLACE and chain.name is not None and not is_place(chain.name)


def _named_group(chain: Chain, phrase: str) -> Chain:
    """Return a group's chain with the phrase itself for its name: a group has no other."""
    name = _bare(phrase)
    return replace(chain, name=name, names=tuple(sorted({*chain.names, name})))


def _bare(phrase: str) -> str:
    """Return a phrase without the words that only point: "multiple members of the board" → "members of the board"."""
    words = " ".join(phrase.split())
    while words.lower().startswith(_DETERMINERS):
        words = words.split(" ", 1)[1]
    return words


def _role_words(role: str) -> frozenset[str]:
    words = role.lower().replace("-", " ").replace(",", " ").replace("’", "'").split()
    return frozenset(word.removesuffix("'s") for word in words if word not in _SMALL)


def _same_role(wanted: frozenset[str], held: frozenset[str]) -> bool:
    """Tell whether a description repeats a role: "lawyer for Mr Roe" is none of "lawyer for Mr Velik"."""
    if not wanted or not held:
        return False
    shared = wanted & held
    return shared == wanted or (shared == held and len(held) > 1)
