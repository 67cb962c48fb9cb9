"""Where the title before a name has its noun, and what stands between a description and the name that it is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import HYPHENS, adjoins
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.roles import KIN_NOUNS, is_body_noun, is_person_role

if TYPE_CHECKING:
    from onrecord.model.annotation import Token

_TITLE_REACH: Final = 8
"""Words between the role noun of a title and the name it stands before: "Secretary of State Jane Roe"."""
_TAILS: Final = frozenset({("on", "duty"), ("on", "call"), ("in", "charge"), ("in", "question")})
"""Pairs of words behind a calling that say no more of whom it is of: "the forecaster on duty, Ana Velik"."""
_HOMED: Final = frozenset({"based", "born", "raised", "trained"})
"""Second halves of words that tell where a person is from: "Halden-based"."""
_JOINTS: Final = 2
"""Hyphens in an adjective that is made of a saying: "happy-go-lucky"."""
_PEOPLE: Final = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|ese)")


def title_head(text: str, tokens: tuple[Token, ...], start: int, within: range, *, body: bool) -> int | None:
    """Return the role noun of a title that ends where `start` begins; before a `body` what it is: "cable maker Velm Group"."""
    head = start - 1
    if head < within.start or not adjoins(text, tokens, start):
        return None
    if is_person_role(tokens[head].text.casefold()) or tokens[head].text in KIN_NOUNS:
        # "Counsellor of Justice Velik": what looks like a rank is the field of one.
        field = (
            head - within.start > 1 and tokens[head - 1].text == "of" and tokens[head - 2].text[:1].isupper()
        )
        return head - 2 if field and is_person_role(tokens[head - 2].text.casefold()) else head
    if body and is_body_noun(tokens[head].text) and tells_kind(tokens, head, start):
        return head
    # "Secretary of State", "Minister of Foreign Affairs of Halden": capitalised words after a capitalised role noun.
    while head > within.start and start - head < _TITLE_REACH and adjoins(text, tokens, head):
        if tokens[head].text in {"of", "for"} and head < start - 1:
            before = tokens[head - 1]
            if before.text[:1].isupper() and is_person_role(before.text.casefold()):
                return head - 1
        elif not tokens[head].text[:1].isupper() or (
            tokens[head].entity == "PERSON" and tokens[head - 1].text not in {"of", "for"}
        ):
            return None
        head -= 1
    return None


def tells_kind(tokens: tuple[Token, ...], head: int, start: int) -> bool:
    """Tell whether the noun at `head` says what the name behind it is: "cable maker Velm Group", "The newspaper Arena wrote".

    Of "the firm Velm Group owns said" it does not: there the name has a verb of its own.
    """
    noun, last = tokens[head], start
    while tokens[last].dep == "compound" and last < tokens[last].head < start + _TITLE_REACH:
        last = tokens[last].head
    apposed = tokens[last].dep == "appos" and tokens[last].head == head
    beside = noun.dep == tokens[last].dep == "nsubj" and noun.head == tokens[last].head
    return noun.pos == "NOUN" and (noun.dep == "compound" or apposed or beside)


def epithet_start(text: str, tokens: tuple[Token, ...], start: int, within: range) -> int:
    """Return where three words and more that hyphens join begin, right before the name at `start`; else `start`.

    "Happy-go-lucky Ana Velik" is Ana Velik, and a source that opens with "lucky" is she as well.
    """
    first = start - 1
    if first <= within.start or not adjoins(text, tokens, start):
        return start
    joints = 0
    while first - 2 >= within.start and tokens[first - 1].text in HYPHENS and tokens[first].text.islower():
        if text[tokens[first - 2].span.end : tokens[first].span.start] != tokens[first - 1].text:
            break
        first, joints = first - 2, joints + 1
    return first if joints >= _JOINTS and tokens[first].text.isalpha() else start


def before_origin(text: str, tokens: tuple[Token, ...], start: int) -> int:
    """Return where what tells a person's home or people begins, right before the name at `start`; else `start`.

    "The lawyer, Halden-based Ana Velik", "the secretary general, the Velmian Ana Velik".
    """
    home = start - len(("Halden", "-", "based"))
    if home >= 0 and tokens[start - 1].text in _HOMED and text[tokens[start - 2].span.start] in "-‐‑":
        return home
    if start > 0 and is_people_word(tokens[start - 1].text) and adjoins(text, tokens, start):
        return start - 1
    return start


def is_people_word(word: str) -> bool:
    """Tell whether a word is the adjective of a people, known or not: "Velmian".

    >>> is_people_word("Velmian"), is_people_word("Harbour")
    (True, False)
    """
    return is_demonym(word) or _PEOPLE.fullmatch(word) is not None


def before_aside(tokens: tuple[Token, ...], comma: int) -> int:
    """Return where a description ends before brackets or two words that stand between it and its `comma`.

    "The head of the Union of Free Deputies (UFD), Ana Velik", "the forecaster on duty, Ana Velik". Also before the mark of a
    possessive: "the rector of St Brannoc's, Ana Velik".
    """
    if comma > 0 and tokens[comma - 1].tag == "POS":
        return comma - 1
    if comma > len("(X)") and tokens[comma - 1].text == ")" and tokens[comma - 3].text == "(":
        return comma - 3
    if comma > 1 and (tokens[comma - 2].text, tokens[comma - 1].text) in _TAILS:
        return comma - 2
    return comma
