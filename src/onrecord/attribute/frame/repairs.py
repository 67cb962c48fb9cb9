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
    from collections.abc import Mapping, Sequence

    from onrecord.model.annotation import Token

_TENSES: Final = ({"VBD"}, {"VBZ", "VBP"})
_FINISHING: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux"})
"""Labels of what gives a verb a clause of its own."""
_REPORTING: Final = words.CLAUSE_VERBS | words.INFINITIVE_VERBS | words.NAMING_VERBS
_STEPS: Final = 6
_ADDING: Final = frozenset(
    ["add", "argue", "claim", "estimate", "explain", "insist", "note", "say", "stress", "warn"]
)


def mended(tokens: Sequence[Token]) -> list[Token]:
    """Return `tokens` with joined verbs of saying hung on the verb of saying that they go on from."""
    out = list(tokens)
    for index, token in enumerate(tokens):
        if token.dep == "advcl" and (above := _adding_to(tokens, index)) is not None:
            out[index] = replace(token, head=above)
    for index, top in _joined_telling(tokens):
        out[index] = replace(tokens[index], head=tokens[top].head)
    return out


def _joined_telling(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the verbs of saying that a clause of saying does not hold, with the verb of that clause."""
    pairs = [
        (index, top)
        for index, token in enumerate(tokens)
        if token.dep == "conj" and token.pos == "VERB" and _lemma_of(token) in _REPORTING
        if tokens[top := _top(tokens, token.head)].dep == "ccomp" and tokens[top].head < top < index
    ]
    hanging: dict[int, set[str]] = {index: set() for pair in pairs for index in pair}
    for token in tokens if pairs else ():
        if token.head in hanging:
            hanging[token.head] |= {token.dep, token.tag}
    return [
        (index, top)
        for index, top in pairs
        if hanging[index].isdisjoint(_FINISHING) and _goes_on(tokens, index, top, hanging)
    ]


def _goes_on(tokens: Sequence[Token], index: int, top: int, hanging: Mapping[int, set[str]]) -> bool:
    """Tell whether the verb at `index` is in the tense of the verb of saying above the clause of `top`, and not in its own.

    `hanging` are the labels and tags of what hangs on each of the two.
    """
    token, above = tokens[index], tokens[tokens[top].head]
    same = any(token.tag in tense and above.tag in tense for tense in _TENSES)
    telling = (
        not hanging[top].isdisjoint({"MD", "aux"})
        or "ccomp" in hanging[index]
        or tokens[top].tag != token.tag
    )
    return same and telling and _lemma_of(above) in words.CLAUSE_VERBS


def _lemma_of(token: Token) -> str:
    """Return the lemma the word lists use."""
    return words.LEMMAS.get(token.lemma, token.lemma)


def _top(tokens: Sequence[Token], index: int) -> int:
    """Return the first of the verbs that `index` is joined to."""
    for _ in range(_STEPS):
        if tokens[index].dep != "conj":
            break
        index = tokens[index].head
    return index


def _adding_to(tokens: Sequence[Token], index: int) -> int | None:
    """Return the verb of saying that an adverbial participle of saying goes on from: "said the pier was shut, adding that …".

    The parser hangs "adding" on "shut", as if the pier had added something.
    """
    token = tokens[index]
    if token.tag != "VBG" or tokens[index - 1].text != "," or token.head >= index:
        return None
    if _lemma_of(token) not in _ADDING:
        return None
    clause = _top(tokens, token.head)
    above = tokens[clause].head
    told = _lemma_of(tokens[above]) in words.CLAUSE_VERBS
    return above if tokens[clause].dep == "ccomp" and above < clause and told else None
