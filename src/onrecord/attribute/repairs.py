"""Slips of the parser that cost attributions, mended before the rules look.

"Harrow said he would resign and warned that the quay was unsafe": the parser joins "warned" to "resign", as if Harrow
had said that he warned. A joined verb of saying with no subject, in the tense of the verb of saying above, belongs to
that one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.annotation import Token

_TENSES: Final = ({"VBD"}, {"VBZ", "VBP"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_STEPS: Final = 6
_ADDING: Final = frozenset(
    ["add", "argue", "claim", "estimate", "explain", "insist", "note", "say", "stress", "warn"]
)


def mended(tokens: Sequence[Token]) -> list[Token]:
    """Return `tokens` with joined verbs of saying hung on the verb of saying that they go on from."""
    out = list(tokens)
    has_subject = {token.head for token in tokens if token.dep in _SUBJECTS}
    modal = {token.head for token in tokens if token.tag == "MD"}
    has_aux = {token.head for token in tokens if token.dep == "aux"}
    has_clause = {token.head for token in tokens if token.dep == "ccomp"}
    for index, token in enumerate(tokens):
        if (above := _adding_to(tokens, index)) is not None:
            out[index] = replace(token, head=above)
        if token.dep != "conj" or token.pos != "VERB" or index in has_subject or index in has_aux:
            continue
        if (
            words.LEMMAS.get(token.lemma, token.lemma)
            not in words.CLAUSE_VERBS | words.INFINITIVE_VERBS | words.NAMING_VERBS
        ):
            continue
        top = _top(tokens, token.head)
        above = tokens[top].head
        if tokens[top].dep != "ccomp" or not above < top < index:
            continue
        same = any(token.tag in tense and tokens[above].tag in tense for tense in _TENSES)
        telling = top in modal or index in has_clause or tokens[top].tag != token.tag or top in has_aux
        if (
            same
            and telling
            and words.LEMMAS.get(tokens[above].lemma, tokens[above].lemma) in words.CLAUSE_VERBS
        ):
            out[index] = replace(token, head=above)
    return out


def _top(tokens: Sequence[Token], index: int) -> int:
    """Return the first of the verbs that `index` is joined to."""
    for _ in range(_STEPS):
        if tokens[index].dep != "conj":
            break
        index = tokens[index].head
    return index


def _adding_to(tokens: Sequence[Token], index: int) -> int | None:
    """Return the verb of saying that a participle of saying goes on from: "said the pier was shut, adding that …".

    The parser hangs "adding" on "shut", as if the pier had added something.
    """
    token = tokens[index]
    if token.dep != "advcl" or token.tag != "VBG" or tokens[index - 1].text != "," or token.head >= index:
        return None
    if words.LEMMAS.get(token.lemma, token.lemma) not in _ADDING:
        return None
    clause = _top(tokens, token.head)
    above = tokens[clause].head
    told = words.LEMMAS.get(tokens[above].lemma, tokens[above].lemma) in words.CLAUSE_VERBS
    return above if tokens[clause].dep == "ccomp" and above < clause and told else None
