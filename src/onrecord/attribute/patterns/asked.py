"""Whose words a question is that another answers: of whoever asks it, never of who replies.

The rule: a clause that a question leads to, before an answer's verb, is told of who puts the question. In "To the
question of a reporter whether she would go, the minister replied: …" the reporter asks whether she would.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.sources.cues import lemma_of
from onrecord.attribute.sources.sources import source_at
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft, Source
    from onrecord.attribute.frame.view import View

_ANSWERING: Final = frozenset({"answer", "counter", "reply", "respond", "retort", "say", "tell"})
_QUESTIONS: Final = frozenset({"inquiry", "query", "question"})
_REPLIES: Final = (["answer"], ["reply"], ["response"])
_CLAUSE_OPENERS: Final = frozenset(
    {"how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why"}
)
_LED: Final = frozenset({"by", "from", "of"})
_OPENING: Final = 6
"""Words of a draft up to the question it begins with: "In reply to the first question"."""
_LONGEST: Final = 12
"""Words from a question to what it asks: "the question of a reporter of the Elm Gazette whether"."""


def of_asker(view: View, draft: Draft) -> Draft:
    """Return a draft of what was asked with the question as its cue and who puts it as its source; of an answer less that."""
    if draft.cue is None or draft.verb is None or draft.start >= draft.cue.start:
        return draft
    question = _find_question(view, draft, draft.verb)
    if question is None:
        return draft
    behind = tuple(span for span in draft.content if span.start >= draft.cue.end)
    if behind:
        return replace(draft, content=behind)
    syntax, (asking, opener) = view.syntax, question
    start = syntax.tokens[opener].span.start
    kept = tuple(replace(span, start=max(span.start, start)) for span in draft.content if span.end > start)
    source = _find_asker(view, asking, opener)
    act = words.act_of(lemma_of(syntax, asking))
    return replace(draft, content=kept, cue=syntax.tokens[asking].span, verb=asking, source=source, act=act)


def _find_question(view: View, draft: Draft, verb: int) -> tuple[int, int] | None:
    """Return the noun of the question that a draft begins with or stands behind, and the word that opens what it asks.

    The verb of an answer must follow in the sentence.
    """
    first = view.syntax.at(draft.start)
    sentence = view.sentence_tokens(first)
    if lemma_of(view.syntax, verb) not in _ANSWERING or verb not in sentence:
        return None
    near = range(max(sentence.start, first - _LONGEST), min(first + _OPENING, verb))
    asking = next((token for token in near if _is_led_to(view, token)), None)
    opener = None if asking is None else _find_opener(view, asking, draft)
    return None if asking is None or opener is None else (asking, opener)


def _find_opener(view: View, asking: int, draft: Draft) -> int | None:
    """Return the word that opens what a question asks, in the draft or at its head: "whether"."""
    end = view.syntax.at(draft.content[0].end - 1)
    near = range(asking + 1, min(asking + _LONGEST, end))
    opener = next((token for token in near if view.lower(token) in _CLAUSE_OPENERS), None)
    inside = opener is not None and draft.start <= view.syntax.tokens[opener].span.start
    return opener if inside else None


def _is_led_to(view: View, token: int) -> bool:
    """Tell whether a sentence opens with a question as what it answers: "To the question", "In reply to a query".

    "It comes down to the question of whether the board can pay, Roe said" answers none.
    """
    above = view.syntax.tokens[token].head
    noun = lemma_of(view.syntax, token) in _QUESTIONS and not view.is_quoted(token)
    if not noun or above >= token or view.lower(above) != "to":
        return False
    start = view.sentence_tokens(token).start
    before = [view.lower(word) for word in range(start, above) if view.syntax.is_word(word)]
    return not before or (before[:1] == ["in"] and before[1:] in _REPLIES)


def _find_asker(view: View, asking: int, stop: int) -> Source | None:
    """Return who puts a question, between it and what it asks: "the question of a reporter"; None where nobody is told."""
    syntax = view.syntax
    for token in range(asking + 1, stop):
        if view.lower(token) in _LED and (asker := syntax.child(token, "pobj")) is not None and asker < stop:
            return source_at(view, asker, avoid=stop)
    return None
