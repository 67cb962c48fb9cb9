"""Who is around a pronoun: whom its paragraph names, does, asks, or leaves without a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.introduced import find_aged
from onrecord.attribute.pronouns.replies import find_addressed, find_told_of, is_retold
from onrecord.attribute.stage.agreement import is_of_sex
from onrecord.attribute.stage.reporters import find_reporters
from onrecord.lexicon.roles import KIN_NOUNS, is_body_noun, is_person_role
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.stage.cast import Cast
    from onrecord.attribute.stage.salience import Entrance
    from onrecord.model.annotation import Mention

_MALE: Final = frozenset({"he", "him", "his"})
_FEMALE: Final = frozenset({"she", "her"})
_SUBJECTS: Final = frozenset({"he", "she"})
_SUBJECT_LABELS: Final = frozenset({"nsubj", "nsubjpass"})
_PARTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "conj"})
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.UNKNOWN})
_NEAR_BLOCKS: Final = 2
"""The paragraph of a pronoun, and the one before it."""
_NAME_REACH: Final = 40
"""Characters in which a name ends."""
_OFTEN: Final = 3
"""Pronouns from which a report is taken to be about somebody."""
_AGED: Final = re.compile(r"\bthe\s+\d{1,3}[- ]year[- ]old\b", re.IGNORECASE)
_BACKED: Final = re.compile(r"[\w-]+\Z")
"""The last name, hyphens and all, of whose people do something: "Mr Harrow-Lal’s aides"."""
_SOMEBODY_WORDS: Final = """
    boy child gentleman girl kid lady man pupil schoolboy schoolgirl stranger woman
    """
_PERSONS: Final = KIN_NOUNS.union(_SOMEBODY_WORDS.split())


class Company:
    """The persons of one report as its pronouns meet them; `chains` and `mentions` may grow meanwhile."""

    def __init__(self, cast: Cast) -> None:
        self._view, self._stage, self._agreement = cast.view, cast.stage, cast.agreement
        self._chains, self._mentions = cast.chains, cast.mentions
        self._called: dict[str, str] = {}
        """Who has been "he" or "she" so far."""
        self._times: dict[str, int] = {}
        """How many times."""
        self._reporters = find_reporters(cast.view, cast.mentions)

    def may_be(self, chain_id: str, word: str) -> bool:
        """Tell whether a chain may be "he", which it is not after it was "she": "“You lied,” she told him. …".

        Nor is whoever writes the report: "By Tom Roe" above "Tom met a guide called Per. “It held,” he said."
        """
        if chain_id in self._reporters:
            return False
        called = self._called.get(chain_id, word)
        other = {called, word} == {"he", "she"}
        return not other and self._agreement.may_be(self._chains[chain_id], word)

    def is_called(self, chain_id: str, word: str) -> None:
        """Remember that a chain is "he", or "she"."""
        self._called.setdefault(chain_id, word)
        self._times[chain_id] = self._times.get(chain_id, 0) + 1

    def was_called(self, chain_id: str) -> bool:
        """Tell whether a chain has been "he" or "she" so far."""
        return chain_id in self._called

    def is_known(self, chain_id: str) -> bool:
        """Tell whether a report tells which of "he" and "she" a chain is."""
        return chain_id in self._called or self._agreement.is_female(self._chains[chain_id]) is not None

    def bearers(self, name: str) -> list[str]:
        """Return the persons of the report that end with `name`: the "firm" of that name may be one of them."""
        return [
            chain.id
            for chain in self._chains.values()
            if chain.kind is Kind.PERSON and (chain.name or "").split()[-1:] == [name]
        ]

    def owner_at(self, span: Span) -> str | None:
        """Return the chain whose mention stands over `span`."""
        behind = bisect_left(self._mentions, span.end, key=lambda pair: pair[0].span.start)
        near = self._mentions[max(0, behind - 2) : behind]
        return next((chain_id for mention, chain_id in near if mention.span.overlaps(span)), None)

    def near(self, head: int, word: str) -> set[str]:
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
            and self.may_be(chain_id, word)
            and not self.is_asking(mention, head)
        }

    def is_asking(self, mention: Mention, head: int) -> bool:
        """Tell whether a mention is the agent of a clause that leads up to the pronoun: "Asked by a guest, she said …"."""
        syntax = self._view.syntax
        agents = (
            token
            for token in syntax.within(mention.span)
            if syntax.tokens[token].dep == "pobj" and syntax.tokens[syntax.tokens[token].head].dep == "agent"
        )
        return any(syntax.sentence_of[token] == syntax.sentence_of[head] for token in agents)

    def is_in(self, chain_id: str, span: Span) -> bool:
        """Tell whether a chain is mentioned within `span`."""
        return any(one == chain_id and mention.span in span for mention, one in self._mentions)

    def talked_about(self, head: int, word: str) -> set[str]:
        """Return everybody whom the paragraph of a pronoun names before it only within what somebody is reported to say."""
        view = self._view
        block, position = view.block_of(head), view.syntax.tokens[head].span.start
        first = bisect_left(
            self._mentions, view.report.blocks[block].span.start, key=lambda pair: pair[0].span.start
        )
        stop = bisect_left(self._mentions, position, key=lambda pair: pair[0].span.start)
        return {
            chain_id
            for mention, chain_id in self._mentions[first:stop]
            if self._stage.is_talked_about(mention)
            and self._chains[chain_id].name is not None
            and not view.is_quoted(view.syntax.at(mention.span.start))
            and view.syntax.sentence_of[view.syntax.at(mention.span.start)] != view.syntax.sentence_of[head]
            and self.may_be(chain_id, word)
        }

    def is_brought_up(self, chain_id: str, head: int) -> bool:
        """Tell whether the sentence before a pronoun is the first to name somebody: "Half came from Ana Roe, a singer."."""
        syntax = self._view.syntax
        mention = self._chains[chain_id].mentions[0]
        first = syntax.at(mention.span.start)
        same = self._view.block_of(first) == self._view.block_of(head)
        just = syntax.sentence_of[first] == syntax.sentence_of[head] - 1
        return mention.name is not None and same and just and not self._is_owner(mention)

    def _is_owner(self, mention: Mention) -> bool:
        """Tell whether only whose a thing is, is told: "the door of Roe", "Roe's door"."""
        tokens, span = self._view.syntax.tokens, mention.span
        comma = self._view.text.find(
            ",", span.start, span.end
        )  # not the mayor's door in "Roe, the mayor's porter"
        heads = [
            token
            for token in self._view.syntax.within(span if comma < 0 else Span(span.start, comma))
            if tokens[token].dep == "poss"
            or (tokens[token].dep == "pobj" and self._view.lower(tokens[token].head) == "of")
        ]
        return any(
            tokens[tokens[token].head].span.start < mention.span.start or tokens[token].dep == "poss"
            for token in heads
        )

    def only_one(self, head: int, word: str) -> str | None:
        """Return the one named person of a report up to a pronoun who may be called so, where that is known.

        Nobody without a name may be meant in the paragraph or the one before it, and nobody at all where the person has
        not been called so a few times: whoever a portrait is about has been.
        """
        view = self._view
        block, position = view.block_of(head), view.syntax.tokens[head].span.start
        near = [index for index in view.spoken if index <= block][-_NEAR_BLOCKS:]
        floor = view.report.blocks[near[0]].span.start if near else position
        first = bisect_left(self._mentions, floor, key=lambda pair: pair[0].span.start)
        stop = bisect_left(self._mentions, position, key=lambda pair: pair[0].span.start)
        if any(
            self._chains[one].name is None and mention.kind in _PEOPLE and self.may_be(one, word)
            for mention, one in self._mentions[first:stop]
        ):
            return None
        named = {
            chain.id
            for chain in self._chains.values()
            if chain.name is not None
            and chain.kind in _PEOPLE
            and chain.mentions[0].span.start < position
            and self.may_be(chain.id, word)
        }
        only = next(iter(named)) if len(named) == 1 else None
        return only if only is not None and self._times.get(only, 0) >= _OFTEN else None

    def last_named(self, head: int, word: str) -> str | None:
        """Return the one person whom the paragraph before names who may be called so, where that is known.

        "Cross-examined by Ana Roe, he gave no ground. / “You have never kept bees,” she said."
        """
        view = self._view
        block = view.block_of(head)
        above = [index for index in view.spoken if index < block][-1:]
        if not above:
            return None
        span = view.report.blocks[above[0]].span
        found = {
            chain_id
            for mention, chain_id in self._mentions
            if mention.span in span
            and mention.kind in _PEOPLE
            and not self._stage.is_talked_about(mention)
            and self.may_be(chain_id, word)
        }
        only = next(iter(found)) if len(found) == 1 else None
        named = only is not None and self._chains[only].name is not None
        return only if only is not None and named and self.is_known(only) else None

    def spoken_for(self, head: int, word: str, *, barred: frozenset[str]) -> str | None:
        """Return the one person whose people or office have just done something: "Roe's aides say he would go. He plans …".

        Not where one person of his may be meant: "Roe's lawyer said it was weak. He …".
        """
        view, tokens = self._view, self._view.syntax.tokens
        start = view.report.blocks[view.block_of(head)].span.start
        last = view.syntax.within(Span(start, tokens[head].span.start))
        subject = next((token for token in reversed(last) if self._is_told(token)), None)
        owner = None if subject is None else view.syntax.child(subject, "poss")
        if subject is None or owner is None or word not in _SUBJECTS:
            return None
        several = tokens[subject].tag == "NNS" or is_body_noun(tokens[subject].text)
        end = tokens[owner].span.end
        found = _BACKED.search(view.text[max(0, end - _NAME_REACH) : end]) if several else None
        bearers = [] if found is None else self.bearers(found[0])
        only = bearers[0] if len(bearers) == 1 else None
        return only if only is not None and only not in barred and self.may_be(only, word) else None

    def _is_told(self, token: int) -> bool:
        """Tell whether a token is the subject of a main clause in the report's own words."""
        main = self._is_main(token) and not self._view.is_quoted(token)
        return main and not self._stage.is_inside(self._view.syntax.tokens[token].span.start)

    def takes_part(self, mention: Mention) -> bool:
        """Tell whether somebody is told to do or meet something, and not only whose a thing is: "the door of Roe"."""
        tokens = self._view.syntax.tokens
        for token in self._view.syntax.within(mention.span):
            above = tokens[token].head
            if tokens[token].dep in _PARTS:
                return not self._stage.is_aside(above)
            if tokens[token].dep == "pobj" and tokens[tokens[above].head].pos == "VERB":
                return self._view.lower(above) in {"with", "to", "by", "alongside"}
        return False

    def has_rival(self, entrance: Entrance, word: str) -> bool:
        """Tell whether somebody else was "he" in the paragraph that brought a speaker up: "He taught … A pupil, Roe, said".

        In "When the water came into her tent, Ana Roe took the lamp" she herself was, where nobody has been named before.
        """
        view = self._view
        first = min(mention.span.start for mention in self._chains[entrance.chain_id].mentions)
        block = view.report.blocks[view.block_of(view.syntax.at(first))].span
        if entrance.start >= block.end:
            return False
        alike = _FEMALE if word == "she" else _MALE
        before = [
            token
            for token in view.syntax.within(Span(block.start, first))
            if view.lower(token) in alike and not view.is_quoted(token) and not self._is_of_a_name(token)
        ]
        return bool(before) and not all(self._looks_ahead(token, first, word) for token in before)

    def _is_of_a_name(self, token: int) -> bool:
        """Tell whether a pronoun is of the name that follows: "who gave his name as Tom Roe"."""
        return self._view.lower(self._view.syntax.tokens[token].head) == "name"

    def _looks_ahead(self, token: int, first: int, word: str) -> bool:
        """Tell whether a pronoun is of who opens the main clause behind its own, at `first`, and nobody came before."""
        syntax = self._view.syntax
        at, start = syntax.at(first), syntax.tokens[token].span.start
        subject = next(
            (one for one in syntax.within(Span(first, first + _NAME_REACH)) if self._is_main(one)), None
        )
        if subject is None or syntax.sentence_of[at] != syntax.sentence_of[token]:
            return False
        stop = bisect_left(self._mentions, start, key=lambda pair: pair[0].span.start)
        return "," in self._view.text[start:first] and not any(
            mention.kind in _PEOPLE and self.may_be(chain_id, word)
            for mention, chain_id in self._mentions[:stop]
        )

    def _is_main(self, token: int) -> bool:
        """Tell whether a token is the subject of its sentence."""
        seen = self._view.syntax.tokens[token]
        return seen.dep in _SUBJECT_LABELS and self._view.syntax.tokens[seen.head].dep == "ROOT"

    def last_aged(self, head: int, word: str) -> str | None:
        """Return the one person whom the paragraph of a pronoun has called by an age: "The 19-year-old was tired. He …"."""
        view = self._view
        end = view.syntax.tokens[head].span.start
        start = view.report.blocks[view.block_of(head)].span.start
        last = [Span(*found.span()) for found in _AGED.finditer(view.text, start, end)][-1:]
        if not last or view.is_quoted(view.syntax.at(last[0].start)):
            return None
        named = (one for one in self._chains.values() if one.kind is Kind.PERSON and one.name)
        only = find_aged(view.text, last[0], named)
        return only if only is not None and self.may_be(only, word) else None

    def told(self, token: int, word: str) -> str | None:
        """Return the named person at a token who may be called `word`."""
        chain_id = self.owner_at(self._view.syntax.tokens[token].span)
        named = chain_id is not None and self._chains[chain_id].name is not None
        return chain_id if chain_id is not None and named and self.may_be(chain_id, word) else None

    def is_teller(self, chain_id: str, head: int, word: str) -> bool:
        """Tell whether the sentence before a reply speaks to somebody else who may be "he": “I never did,” he replied."""
        tokens = self._view.syntax.tokens
        if self._is_retold_by(chain_id, head):
            return True
        for teller, token in find_addressed(self._view, head):
            told = self.owner_at(tokens[token].span)
            telling = None if teller is None else self.owner_at(tokens[teller].span)
            if telling not in {None, chain_id}:
                continue
            if self._stage.is_inside(tokens[token].span.start) or told == chain_id:
                continue
            if told is not None and (self._chains[told].name is not None or tokens[token].pos == "PROPN"):
                return self.may_be(told, word)
            person = tokens[token].tag == "NN" and is_person_noun(tokens[token].text)
            if tokens[token].pos in {"PRON", "PROPN"} or (
                person and is_of_sex(tokens[token].text, female=word == "she")
            ):
                return True
        return False

    def _is_retold_by(self, chain_id: str, head: int) -> bool:
        """Tell whether a reply is of whom the last speaker tells: "Roe said it lay in his van. Asked why, he had replied …"."""
        last = self._stage.last_speaker(self._view.syntax.tokens[head].span.start)
        return (
            last == chain_id
            and is_retold(self._view, head)
            and any(
                self._stage.is_inside(self._view.syntax.tokens[token].span.start)
                for token in find_told_of(self._view, head)
            )
        )


def is_person_noun(word: str) -> bool:
    """Tell whether `word` is a noun for one person.

    >>> is_person_noun("Widow"), is_person_noun("pier")
    (True, False)
    """
    return is_person_role(word.casefold()) or word.casefold() in _PERSONS
