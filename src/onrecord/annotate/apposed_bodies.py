"""Names of bodies that the tagger passed over, told by the noun right before them: "The news agency Velmpress reported".

The rule: a noun for a body or an outlet in small letters, led by an article or a possessive, and behind it capitalised words
that the parser takes for the same thing, between commas or right there: "The retailer, Velmo, said". In "the firm Velm runs
said" the name has a verb of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.annotate.phrases import title_start
from onrecord.annotate.runs import Name, surface
from onrecord.annotate.titles import tells_kind
from onrecord.annotate.untagged import is_name_word
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Sentence, Token

_OUTLETS: Final = OUTLET_NOUNS | {"channel", "magazine", "portal", "station", "tabloid", "website"}
_LONGEST: Final = 4
"""Words of such a name."""


def apposed_bodies(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], covered: set[int]
) -> Iterable[Name]:
    """Find the names of bodies behind what they are; `covered` are the tokens of names that are known."""
    for sentence in sentences:
        for head in sentence.tokens[:-1]:
            noun = tokens[head]
            first = head + 1 + (tokens[head + 1].text == ",")
            if not noun.text.islower() or not (is_body_noun(noun.text) or noun.text in _OUTLETS):
                continue
            stop = first
            while (
                stop < min(first + _LONGEST, sentence.tokens.stop)
                and stop not in covered
                and is_name_word(text, tokens, first, stop)
            ):
                stop += 1
            if (
                stop > first
                and (first == head + 1 or _is_closed(tokens, stop, sentence))
                and _is_led(text, tokens, head, sentence)
                and tells_kind(tokens, head, first)
            ):
                run = range(first, stop)
                yield Name(run, surface(text, tokens, run), Kind.BODY)


def _is_led(text: str, tokens: tuple[Token, ...], head: int, sentence: Sentence) -> bool:
    start = title_start(text, tokens, head, sentence.tokens)
    before = tokens[start - 1] if start > sentence.tokens.start else None
    return before is not None and (before.text.casefold() == "the" or before.tag in {"PRP$", "POS"})


def _is_closed(tokens: tuple[Token, ...], stop: int, sentence: Sentence) -> bool:
    return stop < sentence.tokens.stop and tokens[stop].text == ","
