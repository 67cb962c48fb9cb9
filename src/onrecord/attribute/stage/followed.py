"""Which person of a sentence a pronoun follows, where it can be nobody else's: “Harrow met his successor”.

The rule: "he", "she", "his" or "her" as a subject or an owner, behind one person of its sentence and no other pronoun or
noun for a person. An object is left out: in "Harrow thanked her" she is not Harrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import KIN_NOUNS, is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_SEXES: Final = {"he": False, "his": False, "him": False, "she": True, "her": True}
_FOLLOWING: Final = frozenset({"nsubj", "nsubjpass", "poss"})
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.UNKNOWN})


def find_followed(view: View, mentions: Sequence[tuple[Mention, str]]) -> Iterator[tuple[str, bool]]:
    """Yield the chain of the person that a pronoun follows, and whether the pronoun is a woman's."""
    starts = {mention.span.start: (mention, chain_id) for mention, chain_id in mentions}
    holding = {view.syntax.sentence_of[token] for token in view.places_of(_SEXES)}
    for number in view.sentences:
        if number in holding:
            yield from _in_sentence(view, view.annotations.sentences[number].tokens, starts)


def _in_sentence(
    view: View, tokens: range, starts: dict[int, tuple[Mention, str]]
) -> Iterator[tuple[str, bool]]:
    """Yield what the first pronouns of one sentence tell, up to a second person."""
    person: str | None = None
    covered = -1
    for token in tokens:
        if view.is_quoted(token):
            continue
        seen, word = view.syntax.tokens[token], view.lower(token)
        mention, chain_id = starts.get(seen.span.start, (None, None))
        if mention is not None and person is not None and seen.dep == "poss" and word in _SEXES:
            yield person, _SEXES[word]  # "Harrow met his brother, Owen Pell."
        if mention is not None and mention.kind in _PEOPLE:
            if person not in {None, chain_id}:
                return
            person, covered = chain_id, mention.span.end
        elif seen.span.start < covered:
            continue
        elif word in _SEXES:
            if person is None or seen.dep not in _FOLLOWING:
                return
            yield person, _SEXES[word]
        elif seen.tag == "NN" and (is_person_role(word) or word in KIN_NOUNS):
            return
