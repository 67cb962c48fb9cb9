"""Which chain a source phrase stands for: a name, a description, a group, a pronoun.

The rule, from sure to unsure: the chain of the mention that holds the phrase's head; for a pronoun whoever is on
stage; for a description ("the secretary general of the bloc") the one named chain of the report whose role it
repeats. A description that fits nobody keeps a chain of its own, without a name: another report may tell who that
is. Whoever cannot be told apart stays unknown: a wrong name is the worst an attribution can carry.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.apposed import find_explaining, find_named_behind
from onrecord.attribute.descriptions.called_bodies import CalledBodies
from onrecord.attribute.descriptions.callings import (
    find_bearers,
    find_by_last_name,
    find_by_noun,
    find_by_part,
    is_borne_by_several,
)
from onrecord.attribute.descriptions.described import is_national
from onrecord.attribute.descriptions.holders import Holders
from onrecord.attribute.descriptions.introduced import find_adjoining, find_introduced
from onrecord.attribute.descriptions.leads import find_lead
from onrecord.attribute.descriptions.new_chains import named_group, new_chain
from onrecord.attribute.descriptions.partisans import (
    is_partisan,
    is_party_member,
    is_party_name,
    is_seated_elsewhere,
)
from onrecord.attribute.patterns.turns import with_initials
from onrecord.attribute.pronouns.disjoint import Tellers
from onrecord.attribute.pronouns.pronouns import PRONOUNS, Pronouns
from onrecord.attribute.sources.cues import lemma_of
from onrecord.attribute.sources.joint import is_respective
from onrecord.attribute.sources.lead_ins import find_led_in
from onrecord.attribute.speakers.makers import Makers
from onrecord.attribute.speakers.offices import Offices
from onrecord.attribute.speakers.worked_out import describe, is_judged
from onrecord.attribute.stage.agreement import Agreement
from onrecord.attribute.stage.cast import Cast
from onrecord.attribute.stage.documents import is_clause_subject, is_thing
from onrecord.attribute.stage.salience import Stage
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft, Source
    from onrecord.attribute.frame.view import View
    from onrecord.model.span import Span

_GOING_ON: Final = frozenset({"add", "continue"})
"""Verbs that go on with words said before."""
_BEHIND: Final = 4
"""Mentions behind a description among which the name may stand that explains it."""


class Speakers:
    """Resolves sources to chains, draft by draft in text order, and keeps the chains that this makes."""

    def __init__(self, view: View, drafts: Sequence[Draft]) -> None:
        self._view = view
        self._stage = Stage(view, drafts)
        self.chains: dict[str, Chain] = {chain.id: chain for chain in view.annotations.chains}
        self._mentions: list[tuple[Mention, str]] = sorted(
            ((mention, chain.id) for chain in view.annotations.chains for mention in chain.mentions),
            key=lambda pair: pair[0].span.start,
        )
        self._worked_out: set[int] = set()
        """Heads of sources that only vary a name."""
        self._agreement = Agreement(view, drafts, self._mentions)
        cast = self.cast = Cast(view, self._stage, self._agreement, self.chains, self._mentions)
        self._pronouns = Pronouns(cast, tellers=Tellers(view, drafts))
        self._holders = Holders(cast)
        self._called = CalledBodies(cast)
        self._offices = Offices(cast, self._pronouns, chains=self.chains, mentions=self._mentions)
        self._makers = Makers(cast, self._pronouns, self._holders, self._offices)
        self._name_the_lead()
        self._name_by_sex()

    def _name_by_sex(self) -> None:
        """Give a bare surname that two bear to the one who may be "she", where the report calls it so.

        "Ana Velik, wife of Tom Velik, … Velik was blamed for her words": Ana's.
        """
        bearers = find_bearers(self.chains.values())
        bare = [one for one in self.chains.values() if one.kind is Kind.PERSON and one.name in bearers]
        for chain in bare:
            several = bearers[chain.name or ""]
            female = self._agreement.is_female(chain) if len(several) > 1 else None
            fitting = [one for one in several if self._agreement.is_female(one) in {None, female}]
            if female is None or len(fitting) != 1:
                continue
            for mention in chain.mentions:
                if female or mention.role:  # "he" may be said of one bearer here and of another there
                    self._join(fitting[0].id, mention, chain.id)

    def _name_the_lead(self) -> None:
        """Let the name that opens the second paragraph go by what the lead calls the person it is about."""
        found = find_lead(self._view, self.chains, self._mentions, self._agreement)
        if found is not None:
            noun, named = found
            chain = self.chains[named]
            start = chain.mentions[0].span.start
            self.chains[named] = replace(chain, roles=tuple(sorted({*chain.roles, noun})))
            for mention, one in [pair for pair in self._mentions if pair[0].span.start < start]:
                if self.chains[one].name is None and noun in (mention.role or "").casefold().split():
                    self._join(named, mention, one)

    def resolve(self, draft: Draft) -> tuple[str, ...]:
        """Return the ids of the chains that `draft` is credited to, and remember them as the last speakers."""
        if draft.source is None or is_respective(self._view, draft):
            return ()
        found: list[str] = []
        for head in draft.source.heads:
            chain_id = self._resolve_office(draft.source, head)
            if chain_id in find_led_in(self._view, self._mentions, draft.source):
                continue
            if chain_id is not None and chain_id not in found:
                found.append(chain_id)
        if (on := self._speaking_on(draft, found)) is not None:
            found = [on]
        if (
            len(found) == 1
            and not self._is_agent(draft)
            and not (draft.verb is not None and self._view.is_quoted(draft.verb))
            and not (self.chains[found[0]].name is None and self._stage.is_inside(draft.source.span.start))
            and not (self._is_thing(draft.source, found[0]) or self._offices.is_office(found[0]))
        ):
            aside = draft.verb is not None and self._stage.is_aside(draft.verb)
            self._stage.speaks(draft.source.span.start, found[0], aside=aside)
        return tuple(found)

    def _is_thing(self, source: Source, chain_id: str) -> bool:
        """Tell whether a letter or a poll speaks, and nobody takes the stage; "one of the pilots, Tom Roe," does."""
        lemma = self._view.syntax.tokens[source.heads[0]].lemma
        named = lemma == "one" and any(
            mention.name and mention.span.end == source.span.end for mention in self.chains[chain_id].mentions
        )
        return is_thing(lemma) and not named

    def _speaking_on(self, draft: Draft, found: Sequence[str]) -> str | None:
        """Return who goes on speaking under another description: "Roe said … The midfielder added …"."""
        if draft.source is None or draft.verb is None or len(draft.source.heads) != 1:
            return None
        nameless = not found or (
            self.chains[found[0]].name is None and self.chains[found[0]].kind in {Kind.PERSON, Kind.UNKNOWN}
        )
        if not nameless or lemma_of(self._view.syntax, draft.verb) not in _GOING_ON:
            return None
        on = self._holders.find_speaking_on(draft.source, draft.source.span.start)
        if on is not None:
            head = draft.source.heads[0]
            self._worked_out.add(head)
            told = self._mention_at(self._view.syntax.tokens[head].span)
            if told is not None and told[0].name is None and self.chains[told[1]].name is None:
                self._go_on(told[0], on)
        return on

    def _is_agent(self, draft: Draft) -> bool:
        """Tell whether a source is the agent of a passive: "Asked by a guest whether …, she said …"."""
        tokens = self._view.syntax.tokens
        return draft.source is not None and tokens[tokens[draft.source.heads[0]].head].dep == "agent"

    def worked_out(self, draft: Draft, found: Sequence[str]) -> dict[str, float] | None:
        """Return the features by which the one chain found for a source without a name is judged; None where there is none."""
        if draft.source is None or len(found) != 1 or all(map(self._is_named, draft.source.heads)):
            return None
        return describe(self.cast, draft, found[0]) if is_judged(self.cast, draft, found[0]) else None

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
        if found is None:
            return True
        if found[0].name is not None:
            return not is_borne_by_several(self.chains.values(), found[0].name)
        chain = self.chains[found[1]]
        return chain.name is None or chain.kind is Kind.GROUP

    def _resolve_office(self, source: Source, head: int) -> str | None:
        """Return what belongs to somebody ("his office", "Velik's campaign"), or whom any other phrase stands for."""
        told = self._offices.read(source, head)
        if told is None:
            return self._resolve_head(source, head)
        if told.made:
            return self._offices.find(told, span=source.span)
        found = self._resolve_head(source, head)
        self._offices.remember(told, chain_id=found)
        return found

    def _resolve_head(self, source: Source, head: int) -> str | None:
        token = self._view.syntax.tokens[head]
        word = token.text.lower()
        if word in PRONOUNS:
            return self._pronouns.resolve(head, word)
        found = self._mention_at(token.span)
        if found is None or found[0].name is None:
            found = self._explained(source, found) or found or self._apposed(source, head)
        cut = found is not None and self._is_cut_short(found[0], source)
        if cut or is_clause_subject(self._view, head):
            return None
        owner = self._belongs_to(head)
        if is_national(source.span.of(self._view.text)):
            self._worked_out.add(head)
            return self._holders.find_national(source)
        nameless = (
            found is None or found[0].name is None or is_party_name(found[0], source.span, self._view.text)
        )
        if nameless and is_party_member(source.span.of(self._view.text)):
            self._worked_out.add(head)
            return self._holders.find_partisan(source)
        if nameless and (varied := self._varied(source, found, owner)) is not None:
            self._worked_out.add(head)
            return varied
        if nameless and found is not None and (found[0].name is not None or self._is_some_body(*found)):
            return None
        if nameless and found is not None and self._holders.is_shared(found[0]):
            return self._parted(*found, source, head)
        chain_id = self._of_phrase(source, head) if found is None else self._of_mention(*found, source)
        another = chain_id is not None and self._holders.is_of_another(chain_id, owner, source)
        return None if another and nameless else chain_id

    def _varied(self, source: Source, found: tuple[Mention, str] | None, owner: str | None) -> str | None:
        """Return whom or which body a description without a name varies, and put them on stage there."""
        partisan = is_partisan(source.span.of(self._view.text))
        varied = self._holders.find_partisan(source) if partisan else None
        if varied is None:
            varied = self._worked(source, found, owner)
            if varied is not None and found is not None:
                self._go_on(found[0], varied)
        return varied

    def _parted(self, mention: Mention, chain_id: str, source: Source, head: int) -> str:
        """Return the chain of a description that may be either of two people's: one of its own, without a name."""
        chain = new_chain(self._view, source, head)[1]
        if self.chains[chain_id].name is None or chain.id == chain_id:
            return chain_id
        # without its office, by which another report would give it to one of the two
        bare = replace(mention, role=None)
        self.chains.setdefault(chain.id, replace(chain, kind=Kind.PERSON, roles=(), mentions=(bare,)))
        owner = self.chains[chain_id]
        left = tuple(one for one in owner.mentions if one != mention)
        self.chains[chain_id] = replace(owner, mentions=left)
        self._mentions[:] = [
            (bare, chain.id) if one == mention else (one, other) for one, other in self._mentions
        ]
        return chain.id

    def _is_some_body(self, mention: Mention, chain_id: str) -> bool:
        """Tell whether a description may be said of several bodies named before: then it is nobody's."""
        return self.chains[chain_id].name is None and self._holders.is_some_body(mention)

    def _is_cut_short(self, mention: Mention, source: Source) -> bool:
        """Tell whether a body is named only by the way: "the FBI second-in-command", cut by the parser at its hyphens."""
        after = self._view.syntax.at(mention.span.end)
        if mention.kind is not Kind.BODY or mention.name is None or mention.span.end >= source.span.end:
            return False
        token = self._view.syntax.tokens[after]
        part = token.span.start < source.span.end and self._view.text[token.span.end : token.span.end + 1]
        return part in {"-", "‐", "‑"} and token.text.islower() and token.span.start == mention.span.end + 1

    def _worked(self, source: Source, found: tuple[Mention, str] | None, owner: str | None) -> str | None:
        """Return whom a description varies, or who it is by whose relative, party or firm it is."""
        varied = self._holders.find_owned(source, owner) or self._holders.find_of_age(source)
        return varied if varied is not None or found is None else self._holders.find_named_body(*found)

    def _belongs_to(self, head: int) -> str | None:
        """Return who "his" is in "his lawyer"."""
        syntax = self._view.syntax
        owner = syntax.child(head, "poss")
        word = "" if owner is None else self._view.lower(owner)
        return self._pronouns.resolve(owner, word) if owner is not None and word in PRONOUNS else None

    def _of_phrase(self, source: Source, head: int) -> str | None:
        """Return the chain of a source that nobody has marked as a mention."""
        token = self._view.syntax.tokens[head]
        if token.text.isupper():
            label = token.text.lower()
            if (
                named := find_by_last_name(self.chains, label) or find_by_part(self.chains, label)
            ) is not None:
                return named
            if source.span == token.span and self._view.text[token.span.end :].startswith(":"):
                signed = with_initials(token.text, list(self._holders.persons()))
                if signed is not None:
                    return signed.id
        if (pointed := find_by_noun(self.chains, self._view.text, source.span)) is not None:
            return pointed
        if (called := self._called.find(source.span)) is not None:
            self._worked_out.add(head)
            return called
        if is_thing(token.lemma) or token.pos not in {"NOUN", "PROPN"}:
            return self._makers.find(head)
        varied = (
            find_introduced(self._view.text, source.span, self._holders.persons())
            or self._holders.find_varied_at(source.span)
            or (self._holders.find_headed(source.span) if self._view.is_headline(head) else None)
        )
        if varied is None:
            return self._new_chain(source, head)
        self._worked_out.add(head)
        return varied

    def _of_mention(self, mention: Mention, chain_id: str, source: Source) -> str:
        """Return the chain of a mention, or of the person that it describes."""
        chain = self.chains[chain_id]
        if mention.name is not None or chain.name is not None:
            return chain_id
        named = self._holders.find_holder(mention, source)
        phrase = mention.span.of(self._view.text)
        if named is not None and not is_seated_elsewhere(phrase, self.chains[named]):
            self._join(named, mention, chain_id)
            return named
        if chain.kind is Kind.GROUP:
            self.chains[chain_id] = named_group(chain, phrase)
        return chain_id

    def _mention_at(self, span: Span) -> tuple[Mention, str] | None:
        """Return the mention that holds the head of a source phrase, and its chain."""
        behind = bisect_left(self._mentions, span.end, key=lambda pair: pair[0].span.start)
        near = self._mentions[max(0, behind - 2) : behind]
        return next(((mention, chain_id) for mention, chain_id in near if mention.span.overlaps(span)), None)

    def _explained(self, source: Source, found: tuple[Mention, str] | None) -> tuple[Mention, str] | None:
        """Return whose name closes a description, who goes by it from there on: "The vicar, Canon Maud Harrow"."""
        if len(source.heads) > 1:
            return None
        start, end = (
            bisect_left(self._mentions, at, key=lambda pair: pair[0].span.start)
            for at in (source.span.start, source.span.end)
        )
        inside = dict(self._mentions[start:end])
        name = find_explaining(self._view.text, source.span, inside)
        if name is None and not any(one.name for one in inside):
            behind = dict(self._mentions[end : end + _BEHIND])
            name = find_named_behind(self._view.text, source.span, behind)
            inside |= behind
        if name is None:
            return None
        if found is not None and found[1] != inside[name] and self.chains[found[1]].name is None:
            self._join(inside[name], *found)
        return name, inside[name]

    def _apposed(self, source: Source, head: int) -> tuple[Mention, str] | None:
        """Return who explains a phrase nobody has marked, or stands behind it: "The victims' father, Owen Harrow"."""
        tokens = self._view.syntax.tokens
        for child in self._view.syntax.children[head]:
            if child > head and tokens[child].dep == "appos" and tokens[child].span in source.span:
                found = self._mention_at(tokens[child].span)
                if found is not None and found[0].name and found[0].kind is Kind.PERSON:
                    return found
        return find_adjoining(self._view.text, source.span, self._mentions)

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
        start = mention.span.start
        place = bisect_left(self._mentions, start, key=lambda pair: pair[0].span.start)
        while place < len(self._mentions) and self._mentions[place][0].span.start == start:
            if self._mentions[place][0] == mention:
                self._mentions[place] = (mention, chain_id)
            place += 1

    def _new_chain(self, source: Source, head: int) -> str:
        """Return a chain for a source that nobody has marked as a mention, kept as a mention from here on."""
        mention, chain = new_chain(self._view, source, head)
        if chain.id not in self.chains:
            self.chains[chain.id] = chain
            insort(self._mentions, (mention, chain.id), key=lambda pair: pair[0].span)
        return chain.id
