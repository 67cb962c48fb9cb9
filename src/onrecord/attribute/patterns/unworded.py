"""Readings whose words are no words of anybody: a programme by its name, a topic, a credit in brackets, a lone pronoun.

The tagger marks what stands near a verb of saying. What is left of such a stretch may be only where or on what somebody
spoke, and a record that showed it as said would make no sense: "said: on Radio Elm's “Late Tide.”", "spoke to: the
closing of the quay", "is thought: This", "was named: Owen Pell", "gave a: a question of the board".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.sources.cues import lemma_of
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import Quotation, View

_TALKING: Final = frozenset({"chat", "converse", "speak", "talk"})
_ON_WHAT: Final = frozenset({"about", "of", "on", "regarding"})
_WITH_WHOM: Final = frozenset({"to", "with"})
_CHOOSING: Final = frozenset({"appoint", "choose", "crown", "elect", "name", "nominate", "pick", "select"})
"""Verbs whose passive without a source is a deed: "Pell was named keeper of the year"."""
_PLACES: Final = frozenset({"at", "during", "for", "in", "on"})
_TELLING: Final = words.TELLING_VERBS | frozenset({"add", "appear", "speak", "talk"})
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_NAME: Final = 4
"""Words that tell, in the name of a programme."""
_PLACE_WORDS: Final = 6
"""Words between the verb and the name of a programme: "on Radio Elm's"."""


def is_unworded(view: View, draft: Draft) -> bool:
    """Tell whether the words of a reading are nobody's words, whatever stands beside them."""
    return (
        _is_alone(view, draft)
        or _is_credit(view, draft)
        or _ends_in_article(view, draft)
        or _is_topic(view, draft)
        or _is_choice(view, draft)
        or _is_only_programme(view, draft)
    )


def is_programme(view: View, verb: int, quotation: Quotation) -> bool:
    """Tell whether the marks hold what somebody spoke on or in: Harrow said on Radio Elm's “Late Tide.”.

    So they do behind a place that the verb of saying leads to, where all longer words have capitals.
    """
    inside = [view.syntax.tokens[token].text for token in quotation.tokens if view.syntax.is_word(token)]
    telling = [word for word in inside if word.lower() not in _SMALL]
    if not telling or len(telling) > _LONGEST_NAME or not all(word[0].isupper() for word in telling):
        return False
    between = [
        token
        for token in range(verb + 1, view.syntax.at(quotation.outer.start))
        if view.syntax.is_word(token) or view.syntax.tokens[token].tag == "POS"
    ]
    if lemma_of(view.syntax, verb) not in _TELLING or not 0 < len(between) <= _PLACE_WORDS:
        return False
    led = view.lower(between[0]) in _PLACES
    return led and (
        view.syntax.tokens[between[-1]].tag == "POS" or view.lower(between[-1]) in _PLACES | {"the"}
    )


def _is_alone(view: View, draft: Draft) -> bool:
    """Tell whether nothing but a pronoun is left of what nobody is named for: "This" of "This is thought likely to help"."""
    inside = _inside(view, draft)
    if draft.source is not None or len(inside) != 1 or view.is_quoted(inside[0]):
        return False
    return view.syntax.tokens[inside[0]].pos in {"PRON", "DET"}


def _is_credit(view: View, draft: Draft) -> bool:
    """Tell whether the words are a credit in brackets at the end of a paragraph: "(Radio Elm)"."""
    first, last = draft.content[0], draft.content[-1]
    block = view.report.blocks[view.block_of(view.syntax.at(first.start))].span
    if draft.cue is None or not block.start <= first.start < last.end <= block.end:
        return False
    opening = view.text.rfind("(", block.start, first.start + 2)
    closing = view.text.find(")", last.end - 2, block.end)
    if min(opening, closing) < 0 or opening < draft.cue.start < closing:
        return False
    around = f"{view.text[opening + 1 : first.start]}{view.text[last.end : closing]}{view.text[closing + 1 : block.end]}"
    return not any(char.isalnum() for char in around)


def _ends_in_article(view: View, draft: Draft) -> bool:
    """Tell whether a cue breaks off before its noun: "gave a" of "gave a direct answer to a question of the board"."""
    if draft.cue is None:
        return False
    inside = view.syntax.within(draft.cue)
    return len(inside) > 1 and view.lower(inside[-1]) in {"a", "an"}


def _is_topic(view: View, draft: Draft) -> bool:
    """Tell whether the words are only what was talked of: "Harrow spoke to Owen Pell about the closing of the quay"."""
    if draft.cue is None or draft.verb is None or lemma_of(view.syntax, draft.verb) not in _TALKING:
        return False
    first = view.syntax.at(draft.start)
    between = {view.lower(token) for token in range(draft.verb + 1, first)}
    if between.isdisjoint(_WITH_WHOM) or view.lower(first - 1) not in _ON_WHAT:
        return False
    return not _has_words(view, draft)


def _is_choice(view: View, draft: Draft) -> bool:
    """Tell whether somebody was only given a post or a prize: "Owen Pell was named keeper of the year"."""
    if draft.verb is None or lemma_of(view.syntax, draft.verb) not in _CHOOSING:
        return False
    syntax = view.syntax
    if syntax.child(draft.verb, "auxpass") is None or syntax.child(draft.verb, "agent") is not None:
        return False
    return not _has_words(view, draft)


def _is_only_programme(view: View, draft: Draft) -> bool:
    """Tell whether the words are only the name of a programme and how the sentence leads to it."""
    held = [quotation for span in draft.content for quotation in view.quotations_over(span)]
    if (
        draft.verb is None
        or len(draft.content) != 1
        or len(held) != 1
        or not is_programme(view, draft.verb, held[0])
    ):
        return False
    return draft.verb < view.syntax.at(draft.start) and draft.end <= held[0].outer.end


def _has_words(view: View, draft: Draft) -> bool:
    """Tell whether a reading holds a finite verb or anything between marks."""
    inside = _inside(view, draft)
    return any(view.is_quoted(token) or view.syntax.tokens[token].tag in _FINITE for token in inside)


def _inside(view: View, draft: Draft) -> list[int]:
    return [
        token for span in draft.content for token in view.syntax.within(span) if view.syntax.is_word(token)
    ]
