"""Who cannot be the "he" of "he replied": whoever has just told something to somebody else who may be called so.

In "Tom Harrow warned Owen Pell that the quay would flood. “It never has,” he replied." the answer is hardly Harrow's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.cues import lemma_of
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribute.view import View

_ANSWERING: Final = frozenset({"answer", "counter", "reply", "respond", "retort"})
_OBJECTS: Final = frozenset({"dobj", "dative", "iobj"})
_ALIKE: Final = {"he": "him", "she": "her"}
_FARTHEST: Final = 400
"""Words before a reply in which the sentence stands that it answers."""


def is_reply(view: View, head: int) -> bool:
    """Tell whether the pronoun at `head` is the subject of a verb of answering."""
    verb = view.syntax.tokens[head].head
    return lemma_of(view.syntax, verb) in _ANSWERING and view.lower(head) in _ALIKE


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
