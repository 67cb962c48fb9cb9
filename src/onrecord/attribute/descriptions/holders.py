"""Whom a description stands for: the person whose office it repeats, or the one whom it only calls otherwise.

The rule: one holder of the office, and nobody else who may be called so; else whoever the words right before have put
before the reader, where nobody else could be meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.belongings import (
    OWNED,
    find_led,
    find_relative,
    is_of_another,
    is_owned,
    is_somebodys_body,
)
from onrecord.attribute.descriptions.bodies import Bodies, may_be_called, read_class
from onrecord.attribute.descriptions.described import (
    AGENTS,
    OF_A_ROOM,
    find_body,
    find_only_body,
    find_varied,
    is_any_firm,
    is_body,
    is_brought_up,
    may_be_any,
    role_words,
    varying_phrase,
)
from onrecord.attribute.descriptions.going_on import GoingOn, opens_quoted
from onrecord.attribute.descriptions.introduced import (
    find_aged,
    find_headed,
    find_holders,
    find_introduced,
    find_like,
    find_told_body,
    has_age,
)
from onrecord.attribute.descriptions.partisans import find_partisan
from onrecord.attribute.descriptions.ties import (
    is_announced,
    is_broad,
    is_epithet,
    is_tied,
    is_untold,
    may_be_lone,
)
from onrecord.attribute.stage.adjoining import find_just_named
from onrecord.lexicon.descriptions import is_handed_over
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribute.frame.drafts import Source
    from onrecord.attribute.stage.cast import Cast
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

_LASTING: Final = re.compile(r"the\s+(?:\S+\s+)?(?:\d|retired\b|veteran\b)|the\s+\w+-of-\w+", re.IGNORECASE)
"""What somebody is whoever else there is: an age, children, having retired."""
_AGED: Final = re.compile(r"the\s+\d", re.IGNORECASE)
_INTRODUCING: Final = re.compile(r"\s+(?:that|which|who|whose)\b")
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


def is_court(chain: Chain) -> bool:
    """Tell whether a chain is a named court's or tribunal's."""
    words = (chain.name or "").casefold().split()
    return chain.kind is Kind.BODY and any(word in {"court", "courts", "tribunal"} for word in words)


class Holders:
    """Finds whom the descriptions of one report stand for; `chains` and `mentions` may grow meanwhile."""

    def __init__(self, cast: Cast) -> None:
        self._view, self._stage, self._agreement = cast.view, cast.stage, cast.agreement
        self._chains, self._mentions = cast.chains, cast.mentions
        self._told: dict[str, str | None] = {}
        """Which body the report tells to be a charity, a ferry, by the phrases looked at so far."""
        self._called: dict[str, str] = {}
        """Which body a word for any firm was first found to stand for."""
        self._going_on = GoingOn(cast)
        self._bodies = Bodies(cast.view, chains=cast.chains, mentions=cast.mentions)

    def find_named_body(self, mention: Mention, chain_id: str) -> str | None:
        """Return the named body that "the company" goes on with."""
        if mention.kind is not Kind.BODY or self._chains[chain_id].name is not None:
            return None
        entrances = self._stage.entrances_before(mention.span.start, self._mentions, back=_NEAR_BLOCKS)
        phrase, position = mention.span.of(self._view.text), mention.span.start
        if _INTRODUCING.match(self._view.text, mention.span.end):
            return None  # "the company that makes her hats"
        before = (
            chain for chain in self._chains.values() if chain.name and chain.mentions[0].span.start < position
        )
        told = self._told_body(phrase)
        found = (
            told
            or find_body(phrase, entrances, self._chains)
            or self._body_just_named(phrase, position)
            or self._bodies.find_nearest(phrase, position)
            or find_only_body(phrase, before)
        )
        noun = read_class(phrase)
        fits = told or found is None or noun is None or may_be_called(noun, self._chains[found])
        if found is None or not fits:
            return None
        called = self._called.setdefault(noun or phrase.casefold(), found)
        # where another firm has been "the company" so far, the last one named may or may not be
        return found if told or called == found else None

    def _told_body(self, phrase: str) -> str | None:
        """Return the one body that the report calls by the noun of a description, looked up once for each."""
        key = phrase.casefold()
        if key not in self._told:
            self._told[key] = find_told_body(self._view.text, phrase, self._chains.values())
        return self._told[key]

    def is_some_body(self, mention: Mention) -> bool:
        """Tell whether a description may be said of a body named before, and is none of its own: "the agency"."""
        phrase = mention.span.of(self._view.text)
        if _INTRODUCING.match(self._view.text, mention.span.end):
            return False
        return mention.kind is Kind.BODY and self._bodies.is_of_a_class(phrase, mention.span.start)

    def _body_just_named(self, phrase: str, position: int) -> str | None:
        """Return the one body just named that "the company" may mean: "Shares in Harrow Ropes fell. The company said …"."""
        if not is_any_firm(phrase):
            return None
        only = find_just_named(self._view, self._stage, self._mentions, position, fits=self._is_named_body)
        return only if only is not None and may_be_any(self._chains[only]) else None

    def _is_named_body(self, chain_id: str) -> bool:
        return self._chains[chain_id].name is not None and is_body(self._chains[chain_id])

    def find_court(self, position: int) -> str | None:
        """Return the one court just named, whose judgment speaks: "The Court of Appeal closed the mine. The judgment says …"."""
        return find_just_named(
            self._view, self._stage, self._mentions, position, fits=lambda one: is_court(self._chains[one])
        )

    def find_of_age(self, source: Source) -> str | None:
        """Return the person whom a writer varies by age, children or past: "the 61-year-old", "the father-of-two"."""
        phrase = varying_phrase(self._view.text, source.span.start, source.span.end)
        if phrase is None:
            return None
        aged = find_aged(self._view.text, phrase, self.persons())
        aged = aged if aged is not None else self.find_varied_at(phrase)
        return aged if aged is not None else self._just_named(phrase)

    def _just_named(self, phrase: Span) -> str | None:
        """Return the one person just named who may be the one of that age, or that retired one.

        "In the gallery sat Oskar Pell. The 88-year-old said …"
        """
        words = phrase.of(self._view.text)
        if _LASTING.match(words) is None or self._stage.is_inside(phrase.start):
            return None
        aged = _AGED.match(words) is not None

        def fits(chain_id: str) -> bool:
            chain = self._chains[chain_id]
            told = aged and has_age(self._view.text, chain, phrase)
            return chain.kind is Kind.PERSON and not told and self._agreement.is_called(chain, words)

        only = find_just_named(self._view, self._stage, self._mentions, phrase.start, fits=fits)
        return only if only is not None and self._chains[only].name is not None else None

    def find_speaking_on(self, source: Source, position: int) -> str | None:
        """Return who has just spoken, where a description goes on speaking."""
        return self._going_on.find(source, position)

    def is_shared(self, mention: Mention) -> bool:
        """Tell whether an office may be that of a counterpart just named."""
        return self._going_on.is_shared(mention)

    def find_headed(self, phrase: Span) -> str | None:
        """Return whose office a headline gives: "“It leaks,” says mayor"."""
        nameless = [role for one in self._chains.values() if one.name is None for role in one.roles]
        return find_headed(phrase.of(self._view.text), self.persons(), nameless)

    def find_national(self, source: Source) -> str | None:
        """Return the person who spoke last in the paragraph, or was the only one just named: “No,” the Swede said."""
        position = source.span.start
        last = self._going_on.last_here(position)
        if last is not None:
            return last.id
        return find_just_named(
            self._view,
            self._stage,
            self._mentions,
            position,
            fits=lambda one: self._chains[one].kind is Kind.PERSON and self._chains[one].name is not None,
        )

    def find_partisan(self, source: Source) -> str | None:
        """Return who on stage is varied by a party or a seat: "the Utah Republican"."""
        phrase, position = source.span.of(self._view.text), source.span.start
        if self._stage.is_inside(position):
            return None
        for back in (1, _NEAR_BLOCKS):
            entrances = self._stage.entrances_before(position, self._mentions, back=back)
            found = find_partisan(self._view.text, phrase, entrances, self._chains)
            if found is not None:
                break
        else:
            return None
        return found if self._agreement.is_called(self._chains[found], phrase) else None

    def find_owned(self, source: Source, owner: str | None) -> str | None:
        """Return who, or which body, is meant by whose it is: "his wife", "her party"; `owner` is who "his" is."""
        phrase = source.span.of(self._view.text)
        if is_somebodys_body(phrase):
            return None if owner is None else find_led(self._chains[owner], self._chains.values())
        return find_relative(self._view.text, phrase, self.persons(), source.span.start)

    def is_of_another(self, holder: str, owner: str | None, source: Source) -> bool:
        """Tell whether somebody's lawyer is told to be another's, or "his party" is only some party that has a name."""
        if is_somebodys_body(source.span.of(self._view.text)) and self._chains[holder].name is not None:
            return True
        both = owner is not None and holder != owner and self._chains[owner].name is not None
        return both and is_of_another(self._view.text, self._chains[holder], self._chains[owner or holder])

    def find_holder(self, mention: Mention, source: Source) -> str | None:
        """Return the named person that a description repeats or plainly goes on with."""
        if mention.kind is not Kind.PERSON:
            return None
        phrase = mention.span.of(self._view.text)
        wanted = role_words(mention.role or phrase)
        if is_owned(phrase):
            return self._find_owned_holder(mention, source)
        if is_handed_over(self._view.text, mention.role or phrase):
            return None
        nameless = [role for one in self._chains.values() if one.name is None for role in one.roles]
        matching = find_holders(mention, phrase, self.persons(), nameless)
        last = self._going_on.last_here(source.span.start) if len(matching) > 1 else None
        if len(matching) == 1 or (last is not None and last.id in matching):
            # of two ministers, the one who has just spoken: "Velik denied it. Shown the note, the minister said …"
            return matching[0] if last is None else last.id
        if matching or not phrase.lower().startswith("the ") or wanted & (AGENTS | OF_A_ROOM):
            return self._varied_or_later(mention, source) if not matching else None
        position = source.span.start
        if (varied := self._varied_or_later(mention, source)) is not None:
            return varied
        persons = {
            chain_id
            for chain_id in self._stage.speakers_before(position)
            if self._chains[chain_id].kind is Kind.PERSON
        }
        entrances = self._stage.entrances_before(position, self._mentions)
        on_stage = {
            entrance.chain_id for entrance in entrances if self._chains[entrance.chain_id].kind is Kind.PERSON
        }
        if len(persons) == 1 and on_stage == persons and self._stage.last_speaker(position) in persons:
            only = self._chains[next(iter(persons))]
            fits = self._is_tied(phrase, only, position) and self._agreement.is_called(only, phrase)
            fits = fits and not self._was_told_before(mention, only)
            return only.id if fits else None
        return None

    def _find_owned_holder(self, mention: Mention, source: Source) -> str | None:
        """Return the person told by whose agent or whose head somebody is: "the mayor's spokeswoman", "the envoy for the talks"."""
        phrase = mention.span.of(self._view.text)
        wanted = role_words(mention.role or phrase)
        # "The mayor's spokeswoman" is no mayor: only who is called just that is meant.
        same = [chain.id for chain in self.persons() if wanted in map(role_words, chain.roles)]
        if same:
            return same[0] if len(same) == 1 else None
        if wanted & AGENTS or OWNED.search(phrase):
            return find_introduced(self._view.text, mention.span, self.persons())
        return self._named_later(phrase, source.span.start)

    def _was_told_before(self, mention: Mention, person: Chain) -> bool:
        """Tell whether somebody was called so before a person came up: "The president spoke. … Ana Velik said …"."""
        first = person.mentions[0].span.start
        return any(
            one.name is None and one.role == mention.role and one.span.start < first
            for one, chain_id in self._mentions
            if chain_id != person.id
        )

    def _varied_or_later(self, mention: Mention, source: Source) -> str | None:
        """Return the person on stage whom a description varies, or whom the next paragraph gives a name."""
        phrase, position = mention.span.of(self._view.text), source.span.start
        entrances = self._stage.entrances_before(position, self._mentions, back=_NEAR_BLOCKS)
        return (
            find_introduced(self._view.text, mention.span, self.persons())
            or find_like(phrase, entrances, self._chains)
            or self.find_varied_at(mention.span)
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
        if not people or not opens_quoted(self._view, after.start):
            return None
        first, chain_id = people[0]
        chain = self._chains[chain_id]
        plain = all(role.casefold() in _RANKS for role in chain.roles) and " " in (first.name or "")
        explained = re.match(r",\s+(?:an?|the|who)\b", view.text[first.span.end : first.span.end + _BEHIND])
        return chain_id if plain and not explained and chain.mentions[0] == first else None

    def find_varied_at(self, span: Span) -> str | None:
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
        if not any(self._chains[one.chain_id].kind in _PEOPLE for one in near):
            near = self._stage.entrances_before(position, self._mentions, back=_NEAR_BLOCKS)
        found = find_varied(phrase, self._view.text[span.end : span.end + _BEHIND], near, self._chains)
        if found is None or not self._agreement.is_called(self._chains[found], phrase):
            return None
        wider = self._stage.entrances_before(position, self._mentions)
        others = {one.chain_id for one in wider if self._chains[one.chain_id].kind in _PEOPLE} - {found}
        spoken = any(one.spoken for one in near if one.chain_id == found)
        if not self._may_be_called(span, self._chains[found], spoken=spoken):
            return None
        return None if others and not spoken and not opens_quoted(self._view, position) else found

    def _is_tied(self, phrase: str, person: Chain, position: int) -> bool:
        """Tell whether a description says no role, or one that the report has told a named person to have."""
        if person.name is None:
            return False
        return is_epithet(phrase) or is_tied(self._view.text, phrase, person, before=position)

    def _may_be_called(self, span: Span, person: Chain, *, spoken: bool) -> bool:
        """Tell whether the report ties the description at `span` to a person, or tells nothing that speaks against it.

        Of whom nothing is told, who has not `spoken` yet and was just brought up may be "the trainee", and who was told
        to take the floor may be "the governor".
        """
        text, phrase, start = self._view.text, span.of(self._view.text), span.start
        if self._is_tied(phrase, person, start):
            return True
        if not is_untold(text, person, before=start):
            return False
        then = text.startswith(" then ", span.end)
        if (then or opens_quoted(self._view, start)) and is_announced(text, phrase, person, before=start):
            return then or not spoken
        return is_broad(phrase) if spoken else may_be_lone(phrase)

    def _alike(self, phrase: str, position: int) -> Iterator[Mention]:
        """Yield the nameless mentions before `position` that share the last word of a description."""
        last = phrase.casefold().split()[-1]
        for mention, chain_id in self._mentions:
            if mention.span.start >= position:
                return
            words = (mention.role or "").casefold().split()
            if self._chains[chain_id].name is None and words and words[-1] == last:
                yield mention

    def persons(self) -> Iterator[Chain]:
        """Yield the chains of named persons."""
        return (chain for chain in self._chains.values() if chain.name and chain.kind is Kind.PERSON)
