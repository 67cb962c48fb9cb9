"""Noun phrases that say what somebody is: "the harbour minister", "a spokeswoman for the board".

Phrases are read from the words, with the parse as a second witness only: the small parser often hangs a title on
the wrong word, and seldom mistakes a noun.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.runs import adjoins
from onrecord.lexicon.cues import CLAUSE_VERBS, THOUGHT_VERBS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import (
    GROUP_NOUNS,
    NOT_PERSONAL,
    PLURAL_ONLY_BODIES,
    ROLE_COMPLEMENTS,
    is_body_noun,
    is_person_role,
    singular,
)
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.annotate.runs import Name
    from onrecord.model.annotation import Sentence, Token

_MODIFIERS = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "X"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_BREAKS = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})
_COMPLEMENTS = frozenset({"of", "for", "at", "in", "from", "to", "with", "on"})
_PLURALS = frozenset({"NNS", "NNPS"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ"})
_NEW = frozenset({"a", "an", "some", "no", "any", "one", "another", "each", "every"})
"""Determiners that bring up somebody new."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_SAYING = CLAUSE_VERBS | THOUGHT_VERBS
_REACH = 14
"""Words a title or a complement may have."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description: its tokens, the part that tells the role (no determiner), and what it is of.

    `definite` says that it points at somebody known ("the minister", "Oslo's mayor").
    """

    tokens: range
    role: range
    kind: Kind
    definite: bool


def find_phrases(text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> list[Phrase]:
    """Return the descriptions of persons, bodies and groups in `text`, in order of their heads."""
    return [
        phrase
        for sentence in sentences
        for index in sentence.tokens
        if tokens[index].pos in _HEADS
        and (phrase := read_phrase(text, tokens, index, sentence.tokens)) is not None
    ]


def read_phrase(text: str, tokens: tuple[Token, ...], index: int, within: range) -> Phrase | None:
    """Return the description whose head noun is the token at `index`, or None where there is none.

    In "she asked the acting head of the harbour board" the head is "head" and the phrase runs from "the" to
    "board".
    """
    kind = _kind_at(tokens, index)
    if kind is None or _is_modifier(text, tokens, index, within) or _is_verb_misread(tokens, index, within):
        return None
    start = title_start(text, tokens, index, within)
    determined = start > within.start and adjoins(text, tokens, start) and _is_determiner(tokens[start - 1])
    end = _complement_end(text, tokens, index, within)
    if kind is Kind.GROUP and _is_told_behind(tokens, start, end, within):
        end -= 1
    if (
        tokens[index].text.casefold() in NOT_PERSONAL
        and start == index
        and end == index + 1
        and not determined
    ):
        return None
    first = start - 1 if determined else start
    owned = any(tokens[place].tag == "POS" for place in range(start, index))
    definite = owned or (determined and tokens[first].text.casefold() not in _NEW)
    return Phrase(range(first, end), range(start, end), kind, definite)


def _is_verb_misread(tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell a verb of saying or thinking that was read as a plural: "Velik suspects that they swim", no "suspects that fled"."""
    after = index + 1
    return (
        after + 1 < within.stop
        and index > within.start
        and tokens[index].tag in _PLURALS
        and tokens[index].text.islower()
        and (tokens[index - 1].pos == "PROPN" or _is_given_alone(tokens, index - 1))
        and tokens[after].text == "that"
        and tokens[after + 1].tag not in _FINITE
        and singular(tokens[index].text) in _SAYING
    )


def _is_given_alone(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a given name was read as an adjective: "Chloé suspects that it leaks"."""
    word = tokens[index].text
    return tokens[index].pos in {"ADJ", "NOUN"} and word[:1].isupper() and is_given_name(word)


def past_name(phrase: Phrase, names: Mapping[int, Name]) -> Phrase:
    """Return a description that ends inside the name of a body with all of that name; `names` are by their tokens.

    "The press service of the State Office for Velm Matters" is no service of a State Office.
    """
    name = names.get(phrase.tokens.stop)
    inside = name is not None and phrase.tokens.start < name.tokens.start < phrase.tokens.stop
    if name is None or not inside or name.kind is not Kind.BODY or phrase.role.stop != phrase.tokens.stop:
        return phrase
    stop = name.tokens.stop
    return replace(phrase, tokens=range(phrase.tokens.start, stop), role=range(phrase.role.start, stop))


def _is_told_behind(tokens: tuple[Token, ...], start: int, end: int, within: range) -> bool:
    """Tell whether a complement took in the verb that its group says: "Prices fall, experts of the Velm Bank estimate."."""
    last = tokens[end - 1]
    return (
        start > within.start
        and tokens[start - 1].text == ","
        and last.text.islower()
        and last.text in _SAYING
        and tokens[end - 2].text[:1].isupper()
        and (end >= within.stop or tokens[end].text in {".", "!"})
    )


def title_start(text: str, tokens: tuple[Token, ...], index: int, within: range) -> int:
    """Return where the noun phrase of the token at `index` starts, its determiner left out.

    In "despite the former Halden harbour minister Ana Velik" that of "minister" starts at "former".
    """
    start = index
    while start > within.start and index - start < _REACH and _belongs(text, tokens, start, index):
        start -= 1
    while start < index and (tokens[start].text in _HYPHENS or tokens[start].tag == "POS"):
        start += 1
    return start


def _belongs(text: str, tokens: tuple[Token, ...], start: int, index: int) -> bool:
    """Tell whether the token before `start` modifies the noun at `index`."""
    token = tokens[start - 1]
    if not adjoins(text, tokens, start) or set("/@") & set(token.text) or token.text.casefold() == "one":
        return False
    if token.entity in _BREAKS:
        # "the 24-year-old midfielder" is tagged as a date and is none.
        return token.text.casefold() in {"old", "year", "-"} or tokens[start].text in _HYPHENS
    if token.text in _HYPHENS:
        return text[token.span.end : tokens[start].span.start] == ""
    if token.tag == "POS":
        return start >= 2 and tokens[start - 2].pos in {"PROPN", "NOUN"}  # noqa: PLR2004 - "Halden" + "'s"
    if token.tag in {"VBG", "VBN"}:
        return token.dep in {"amod", "compound"} and token.head in range(start - 1, index + 1)
    if token.pos not in _MODIFIERS or not any(map(str.isalnum, token.text)):
        return False
    if token.tag in _PLURALS and is_person_role(singular(token.text)) and tokens[start].tag != "POS":
        return False
    return token.head in range(start - 1, index + 4) or token.text[:1].isupper() or is_demonym(token.text)


def _kind_at(tokens: tuple[Token, ...], index: int) -> Kind | None:
    token = tokens[index]
    if token.pos not in _HEADS or token.entity in {"PERSON", "DATE", "NORP"}:
        return None
    word = token.text.casefold()
    if word in PLURAL_ONLY_BODIES:
        return Kind.BODY
    if token.tag in _PLURALS:
        return Kind.GROUP if is_person_role(singular(word)) or singular(word) in GROUP_NOUNS else None
    if token.pos == "ADJ" and word != "general":
        return None
    if is_person_role(word):
        return Kind.PERSON
    return Kind.BODY if is_body_noun(word) and token.text.islower() else None


def _is_modifier(text: str, tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell whether the noun at `index` only modifies a later one: "harbour" in "the harbour board"."""
    after = index + 1
    if after >= within.stop or not adjoins(text, tokens, after):
        return False
    token = tokens[after]
    if token.text in _HYPHENS or token.tag == "POS":
        return True
    if tokens[index].text.endswith(("'s", "’s")):
        return True
    if is_place(token.text):
        return True
    return (
        token.pos in {"NOUN", "PROPN"}
        and token.entity not in _BREAKS
        and token.entity != "PERSON"
        and token.dep != "appos"
    )


def _is_determiner(token: Token) -> bool:
    return token.pos == "DET" or token.tag in {"PRP$", "WP$"} or token.text.casefold() == "one"


def _complement_end(text: str, tokens: tuple[Token, ...], index: int, within: range) -> int:
    """Return where the complement of the noun at `index` ends: "head *of the harbour board*"."""
    end = index + 1
    while end + 1 < within.stop and end - index < _REACH and adjoins(text, tokens, end):
        word = tokens[end].text.casefold()
        if word not in ROLE_COMPLEMENTS.get(singular(tokens[index].text), {"of"}) or word not in _COMPLEMENTS:
            break
        if tokens[end].head > end or tokens[end].head < index:
            break
        stop = _noun_phrase_end(text, tokens, end + 1, within)
        if stop == end + 1:
            break
        end = stop
    return end


def _noun_phrase_end(text: str, tokens: tuple[Token, ...], start: int, within: range) -> int:
    """Return the end of the plain noun phrase at `start`, or `start` where there is none."""
    end = start
    last = start
    while end < within.stop and end - start < _REACH and adjoins(text, tokens, end):
        token = tokens[end]
        if token.text.startswith("@"):  # "Bishop of Halden @bishophalden"
            break
        if token.pos in {"NOUN", "PROPN"} and token.entity not in _BREAKS:
            last = end + 1
        elif not _is_inside_noun_phrase(token):
            break
        end += 1
    return last


def _is_inside_noun_phrase(token: Token) -> bool:
    if token.tag in {"VBG", "VBN"}:
        return token.dep == "amod"
    return _is_determiner(token) or token.pos in {"ADJ", "NUM", "PART"} or token.text in _HYPHENS
