"""Who has come up since somebody took the stage, and may be meant instead: people without a name, names nobody could place.

The rule: "A woman at the gate shouted. “No,” she said." is nobody's whom the report has named, and so is what "One of the
members", "And the landlady?" or "her husband" bring up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.pronouns.company import is_person_noun
from onrecord.attribute.stage.agreement import is_gendered, is_of_sex
from onrecord.attribute.stage.documents import is_thing
from onrecord.attribute.stage.salience import stands_first
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.pronouns.company import Company
    from onrecord.attribute.stage.cast import Cast
    from onrecord.attribute.stage.salience import Entrance

_SUBJECT_LABELS: Final = frozenset({"nsubj", "nsubjpass"})
_AGED_SUBJECT: Final = re.compile(r"\bthe\s+\d{1,3}[- ]year[- ]old(?:\s+(?:him|her)self)?\Z", re.IGNORECASE)
_AGE_REACH: Final = 40
"""Characters before the end of a subject in which an age may tell who it is."""
_ASKED_AFTER: Final = 6
"""Words and marks of a question that only names somebody."""


class Newcomers:
    """The people of one report who have no name, and the names that nobody could place, as its pronouns meet them."""

    def __init__(self, cast: Cast, company: Company) -> None:
        self._view, self._stage = cast.view, cast.stage
        self._chains = cast.chains
        self._company = company

    def newcomer_since(self, entrance: Entrance, head: int, word: str) -> bool:
        """Tell whether somebody without a name has done something since: "A woman at the gate shouted. “No,” she said."."""
        view, tokens = self._view, self._view.syntax.tokens
        block = view.report.blocks[view.block_of(head)].span
        before = entrance.start < block.start
        return any(
            self._is_nameless_subject(token, entrance, word, anew=before) or self._is_asked_after(token, word)
            for token in view.syntax.within(Span(max(entrance.start, block.start), tokens[head].span.start))
        )

    def nameless_since(self, chain_id: str, head: int, word: str) -> bool:
        """Tell whether somebody without a name does something since a paragraph named a person by the way.

        "In a statement read by Tom Roe, Ana Pell said her husband had gone out. He had said …": the husband had.
        """
        view, tokens = self._view, self._view.syntax.tokens
        start = view.report.blocks[view.block_of(head)].span.start
        position = tokens[head].span.start
        here = [one for one in self._chains[chain_id].mentions if start <= one.span.start < position]
        if not here or self._company.takes_part(here[-1]):
            return False
        return any(
            tokens[token].dep in _SUBJECT_LABELS
            and not view.is_quoted(token)
            and view.mention_at(token) is None
            and is_person_noun(tokens[token].text)
            and is_of_sex(tokens[token].text, female=word == "she")
            for token in view.syntax.within(Span(here[-1].span.end, position))
        )

    def _is_asked_after(self, token: int, word: str) -> bool:
        """Tell whether a sentence only asks after somebody without a name: "And the landlady? She has moved the bed."."""
        view, tokens = self._view, self._view.syntax.tokens
        noun = tokens[token].text
        if tokens[token].dep != "ROOT" or not (is_person_noun(noun) or is_gendered(noun)):
            return False
        sentence = view.sentence_tokens(token)
        asked = view.text[: tokens[sentence.stop - 1].span.end].endswith("?")
        return asked and len(sentence) <= _ASKED_AFTER and is_of_sex(noun, female=word == "she")

    def _is_nameless_subject(self, token: int, entrance: Entrance, word: str, *, anew: bool) -> bool:
        """Tell whether a token is the subject of a sentence and a person without a name, who is not on stage already.

        With `anew`, any noun brought up by "a" or "one" may be a person's: "One churchwarden welcomed it. “…,” she said."
        """
        view, seen = self._view, self._view.syntax.tokens[token]
        aged = _AGED_SUBJECT.search(view.text, max(0, seen.span.end - _AGE_REACH), seen.span.end) is not None
        one_of = self._is_one_of(token)
        if (
            seen.dep not in _SUBJECT_LABELS
            or not (aged or one_of or seen.tag == "NN")
            or view.is_quoted(token)
        ):
            return False
        brought = one_of or (anew and self._is_brought(token))
        main = view.syntax.tokens[seen.head].dep in {"ROOT", "conj"} or stands_first(view, seen.head)
        if not main or not (brought or aged or is_person_noun(seen.text)):
            return False
        sentence_of, at = view.syntax.sentence_of, view.syntax.at
        itself = entrance.spoken and sentence_of[at(entrance.start)] == sentence_of[token]
        owner = self._company.owner_at(seen.span)
        known = owner == entrance.chain_id or (owner is not None and self._chains[owner].name is not None)
        if itself or known or self._stage.is_inside(seen.span.start):
            return False
        return is_of_sex(seen.text, female=word == "she")

    def _is_one_of(self, token: int) -> bool:
        """Tell whether a token is one of several people: "One of the members was unconvinced. “Never,” she said."."""
        view = self._view
        if view.lower(token) != "one":
            return False
        several = (
            view.syntax.child(child, "pobj")
            for child in view.syntax.children[token]
            if view.lower(child) == "of"
        )
        return any(one is not None and is_person_noun(view.syntax.tokens[one].lemma) for one in several)

    def _is_brought(self, token: int) -> bool:
        """Tell whether "a" or "one" brings up a noun that is neither a body nor a thing that words are said in."""
        seen = self._view.syntax.tokens[token]
        led = any(
            self._view.lower(child) in {"a", "an", "one", "another"}
            for child in self._view.syntax.children[token]
        )
        return led and not is_body_noun(seen.text) and not is_thing(seen.lemma)

    def stranger_since(self, start: int, head: int, word: str) -> bool:
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
                known = mention is not None and mention.kind is Kind.PLACE and is_place(mention.name or "")
                return mention is None or (mention.kind in {Kind.PLACE, Kind.UNKNOWN} and not known)
        return False
