"""Who cannot be the "he" of "he replied": whoever has just told something to somebody else who may be called so.

In "Tom Harrow warned Owen Pell that the quay would flood. “It never has,” he replied." the answer is hardly Harrow's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.sources.cues import lemma_of
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribute.frame.view import View

_ANSWERING: Final = frozenset({"answer", "counter", "reply", "respond", "retort"})
_ASKING: Final = frozenset({"ask", "question", "quiz", "press"})
_OBJECTS: Final = frozenset({"dobj", "dative", "iobj"})
_ALIKE: Final = {"he": "him", "she": "her"}
_FORMS: Final = {"he": frozenset({"he", "him", "his"}), "she": frozenset({"she", "her"})}
_OTHER: Final = {"he": "her", "she": "him"}
_FARTHEST: Final = 400
"""Words before a reply in which the sentence stands that it answers."""


def is_reply(view: View, head: int) -> bool:
    """Tell whether the pronoun at `head` is the subject of a verb of answering."""
    verb = view.syntax.tokens[head].head
    return lemma_of(view.syntax, verb) in _ANSWERING and view.lower(head) in _ALIKE


def is_retold(view: View, head: int) -> bool:
    """Tell whether a reply was given before the talk that tells of it: "Asked what it was, he had replied: “A gift.”"."""
    tokens, verb = view.syntax.tokens, view.syntax.tokens[head].head
    return any(
        tokens[child].dep == "aux" and view.lower(child) == "had" for child in view.syntax.children[verb]
    )


def find_told_of(view: View, head: int) -> list[int]:
    """Return the pronouns in the sentence before a reply that may be of who replies: "his" of "Roe said it was in his van"."""
    alike = _FORMS[view.lower(head)]
    before = _token_before(view, head)
    return [
        token
        for token in (() if before is None else view.sentence_tokens(before))
        if view.lower(token) in alike and not view.is_quoted(token)
    ]


def find_asked(view: View, head: int) -> list[int]:
    """Return who is asked in the sentence before a reply, or told in the clause that leads up to it, as tokens.

    "The clerk asked Tom Harrow whether he had seen it. He replied …"; "When Owen Pell sent Tom Harrow a bill, he replied …".
    """
    syntax = view.syntax
    before = _token_before(view, head)
    sentence = () if before is None else view.sentence_tokens(before)
    asked = [
        token
        for token in sentence
        if syntax.tokens[token].dep in _OBJECTS
        and lemma_of(syntax, syntax.tokens[token].head) in _ASKING
        and syntax.subject(syntax.tokens[token].head) is not None
    ]
    leading = [
        token
        for token in range(view.sentence_tokens(head).start, head)
        if _is_receiver(view, token) and syntax.tokens[_verb_of(view, token)].dep == "advcl"
    ]
    return [token for token in leading or asked if not view.is_quoted(token)]


def find_hearer(view: View, head: int) -> int | None:
    """Return the pronoun of the other sex to whom the subject at `head` tells something: "her" of "he told her"."""
    syntax = view.syntax
    other = _OTHER.get(view.lower(head))
    if other is None or syntax.tokens[head].dep not in {"nsubj", "nsubjpass"}:
        return None
    return next(
        (
            child
            for child in syntax.children[syntax.tokens[head].head]
            if view.lower(child) == other and syntax.tokens[child].dep in _OBJECTS
        ),
        None,
    )


def _is_receiver(view: View, token: int) -> bool:
    """Tell whether a token is whom something is told or sent to."""
    seen = view.syntax.tokens[token]
    led = seen.dep == "pobj" and view.lower(seen.head) == "to"
    return seen.pos in {"NOUN", "PROPN"} and (seen.dep in {"dative", "iobj"} or led)


def _verb_of(view: View, token: int) -> int:
    tokens = view.syntax.tokens
    above = tokens[token].head
    return tokens[above].head if tokens[above].pos == "ADP" else above


def find_addressed(view: View, head: int) -> Iterator[tuple[int | None, int]]:
    """Yield who tells and who is told in the sentence before a reply, as tokens.

    Who is told is a noun, a name, or a pronoun like that at `head`; "She told him": he is the one who replies, and is
    left out.
    """
    before = _token_before(view, head)
    if before is None:
        return
    syntax, alike = view.syntax, _ALIKE[view.lower(head)]
    for token in view.sentence_tokens(before):
        seen = syntax.tokens[token]
        # a given name that is also a preposition ("told Per Roe") is no object to the parser
        beside = token - 1 if view.named_at(token) is not None else token
        verb = seen.head if seen.dep in _OBJECTS else beside
        told = verb != token and lemma_of(syntax, verb) in words.ADDRESSING_VERBS
        if not told or view.is_quoted(token) or (seen.pos == "PRON" and view.lower(token) != alike):
            continue
        teller = syntax.subject(verb)
        if teller is None or view.lower(teller) not in _ALIKE.keys() - {view.lower(head)}:
            yield teller, token


def _token_before(view: View, head: int) -> int | None:
    """Return the last word outside marks before the sentence of `head`."""
    syntax = view.syntax
    for token in range(head - 1, max(-1, head - _FARTHEST), -1):
        apart = syntax.sentence_of[token] != syntax.sentence_of[head]
        if apart and syntax.is_word(token) and not view.is_quoted(token):
            return token
    return None
