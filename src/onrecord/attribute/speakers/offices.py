"""Bodies that have no name but whose they are: "his office", "Velik's campaign", "the Premier's office".

The rule: such a body is called by the full name of the person it belongs to, however the report tells that person; two that
belong to one person and are called by one noun are one body. Whose office nobody can tell has no name, and is no other
office that the report tells of. A body's own office, and that of an office-holder without a name, stay as they are called.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import OFFICES, repeats_role
from onrecord.attribute.descriptions.ties import SHORT
from onrecord.attribute.frame.drafts import Source
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention

if TYPE_CHECKING:
    from onrecord.attribute.pronouns.pronouns import Pronouns
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.span import Span

_OF_SOMEBODY: Final = re.compile(
    r"(?P<owner>his|her|(?:\S+\s+){0,5}?\S+?)(?:['’]s?)?\s+(?:own\s+|re-?election\s+|press\s+|private\s+)?"
    r"(?P<noun>campaign|camp|office|team)",
    re.IGNORECASE,
)
_OF_OFFICES: Final = frozenset({"office", "team"})
"""What is called by the office of its owner: "the Premier's office", where a campaign is a candidate's."""
_HELD: Final = OFFICES | {"secretary"}
_SUBJECT: Final = {"his": "he", "her": "she"}


def read_office(phrase: str) -> tuple[str, str] | None:
    """Return by whom a body is told, and the noun it is called by, where a phrase tells nothing else of it.

    >>> read_office("Her campaign"), read_office("Ana Velik’s press office")
    (('Her', 'campaign'), ('Ana Velik', 'office'))
    """
    told = _OF_SOMEBODY.fullmatch(phrase)
    return None if told is None else (told["owner"], told["noun"].casefold())


@dataclass(frozen=True, slots=True)
class Told:
    """Whose body a phrase tells of: the noun it is called by, the chain of the person, and whether its name is made."""

    noun: str
    owner: str | None
    made: bool
    """False: the phrase calls it by an office ("the Premier's office"), which is name enough."""


class Offices:
    """The offices, campaigns and teams of the persons of one report; adds to `chains` and `mentions`."""

    def __init__(
        self, cast: Cast, pronouns: Pronouns, *, chains: dict[str, Chain], mentions: list[tuple[Mention, str]]
    ) -> None:
        self._view, self._agreement, self._pronouns = cast.view, cast.agreement, pronouns
        self._chains, self._mentions = chains, mentions
        self._known: dict[tuple[str, str], str] = {}
        """The chain of what belongs to somebody, by the person's chain and the noun."""

    def read(self, source: Source, head: int) -> Told | None:
        """Return whose body a source phrase tells of; None where it is none that is told by a person alone."""
        told = read_office(source.span.of(self._view.text))
        owner = None if told is None else self._view.syntax.child(head, "poss")
        if told is None or owner is None:
            return None
        words, noun = told
        if (word := words.casefold()) in _SUBJECT:
            before = self._of_sentence(head, _SUBJECT[word])
            belongs = before or self._pronouns.resolve(owner, word)
            # "Velik's team won. Her team said …": the one just told of may be another's
            return Told(noun, None if noun == "team" else belongs, made=True)
        named = [
            one.id for one in self._persons() if words in one.names or words == (one.name or "").split()[-1]
        ]
        if len(named) == 1:
            return Told(noun, named[0], made=True)
        holders = [one.id for one in self._persons() if any(repeats_role(words, role) for role in one.roles)]
        if len(holders) != 1 or named:
            return None
        return Told(noun, holders[0], made=noun not in _OF_OFFICES)

    def read_at(self, head: int) -> tuple[Told, Span] | None:
        """Return whose body the noun at `head` tells of, and its phrase: "her office" in "a statement from her office"."""
        syntax = self._view.syntax
        owner = syntax.child(head, "poss")
        if owner is None or owner > head:
            return None
        span = syntax.span(min(syntax.below(owner)), head)
        told = self.read(Source(span, (head,)), head)
        return None if told is None else (told, span)

    def find(self, told: Told, *, span: Span) -> str | None:
        """Return the chain of the body that belongs to a person, made where there is none; `span` is the phrase.

        "Ana Velik denied it. Her office said …": that of "Ana Velik's office".
        """
        person = None if told.owner is None else self._chains.get(told.owner)
        if told.owner is None or person is None or person.name is None or person.kind is not Kind.PERSON:
            return None
        known = self._known.get((told.owner, told.noun))
        if known in self._chains:
            return known
        name = f"{person.name}'s {told.noun}"
        mention = Mention(span=span, kind=Kind.BODY, name=name)
        chain = Chain(
            id=ids.chain_id(self._view.report.id, span),
            report_id=self._view.report.id,
            kind=Kind.BODY,
            name=name,
            names=tuple(sorted({name, *_spell_alike(person, told.noun)})),
            roles=(),
            mentions=(mention,),
        )
        self._drop(span)
        self._chains[chain.id] = chain
        if told.noun != "office":  # "Her office declined. It rained.": no "it" goes on with an office
            insort(self._mentions, (mention, chain.id), key=lambda pair: pair[0].span)
        self._known[told.owner, told.noun] = chain.id
        return chain.id

    def is_office(self, chain_id: str) -> bool:
        """Tell whether a chain is somebody's office made here, which no "it" goes on with: "Her office … She"."""
        return any(noun == "office" and made == chain_id for (_, noun), made in self._known.items())

    def remember(self, told: Told, *, chain_id: str | None) -> None:
        """Keep by which chain somebody's office is known: "The Premier's office … His office"."""
        if told.owner is not None and chain_id is not None:
            self._known.setdefault((told.owner, told.noun), chain_id)

    def _of_sentence(self, head: int, word: str) -> str | None:
        """Return the one person whom the subject of a sentence names before "his office".

        "Velik would go home on Friday, her office said." Behind "Asked about Velik, …" or "While she defended Velik, …" it may be
        somebody else's.
        """
        view = self._view
        tokens = view.sentence_tokens(head)
        start, end = (view.syntax.tokens[token].span.start for token in (tokens.start, head))
        people = [
            (mention, chain_id)
            for mention, chain_id in self._mentions[self._place(start) : self._place(end)]
            if mention.kind in {Kind.PERSON, Kind.UNKNOWN}
        ]
        named = {chain_id for _, chain_id in people if self._chains[chain_id].name is not None}
        if len(named) != 1 or people[0][1] not in named:
            return None
        mention, only = people[0]
        subject = view.syntax.tokens[view.syntax.at(mention.span.end - 1)].dep in {
            "nsubj",
            "nsubjpass",
            "appos",
        }
        other = any(view.lower(token) in {"he", "she"} for token in range(tokens.start, head))
        fits = self._agreement.may_be(self._chains[only], word)
        return only if subject and fits and not other else None

    def _persons(self) -> list[Chain]:
        return [one for one in self._chains.values() if one.name and one.kind is Kind.PERSON]

    def _place(self, position: int) -> int:
        return bisect_left(self._mentions, position, key=lambda pair: pair[0].span.start)

    def _drop(self, span: Span) -> None:
        """Take the nameless description at `span` out of its chain."""
        for pair in self._mentions[self._place(span.start) : self._place(span.end)]:
            mention, chain_id = pair
            if mention.name is not None or mention.span.end < span.end:
                continue
            self._mentions.remove(pair)
            chain = self._chains[chain_id]
            left = tuple(one for one in chain.mentions if one != mention)
            if left:
                self._chains[chain_id] = replace(chain, mentions=left)
            else:
                del self._chains[chain_id]


def _spell_alike(person: Chain, noun: str) -> list[str]:
    """Return the other names of what belongs to a person: "office of Ana Velik", and by what she is, "harbour minister's office"."""
    if noun != "office":
        return [f"{noun} of {person.name}"]
    told = [SHORT.get(role.casefold().rstrip("."), role) for role in person.roles]
    held = [role for role in told if _HELD & {role.casefold().split()[-1]}]
    return [f"{noun} of {person.name}", *(f"{role}'s {noun}" for role in held)]
