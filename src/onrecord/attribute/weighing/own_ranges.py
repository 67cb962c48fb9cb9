"""The ranges of what the tagger saw that belong to its cue: none behind another clause, another sentence or half a clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import TaggedSpeech

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_RELATIVES: Final = frozenset({"WDT", "WP"})
_JOINING: Final = frozenset({"and", "but", "while"})
_OPENING: Final = " \t\u00a0\"“„«‘'"
"""Spaces and marks between a colon and the words it leads to."""
_CLOSING: Final = " ,\"”“»’'"
_FEW: Final = 2
"""Words that name whom somebody speaks to or of."""
_OF_A_NAME: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN"})


def own_ranges(view: View, speech: TaggedSpeech) -> tuple[Span, ...]:
    """Return the ranges of a reading's content less those that another clause parts from its cue.

    "The police said that 41 people were held, and the firemen speak of 268 freed from lifts": of the lifts the police said
    nothing. "He said that there would be “more grief”, for which the allies have chosen to wait": he did not say for which.
    """
    ranges = [span for span in speech.content if not _is_of_another(view, speech.cue, span)]
    for before, after in pairwise(speech.content):
        gap = Span(before.end, max(before.end, after.start))
        behind = speech.cue.start < after.start
        if _is_byname(view, gap):
            ranges = [span for span in ranges if span != before]
        if speech.cue.end <= before.start and (_names_another(view, gap) or _leads_anew(view, gap)):
            ranges = [span for span in ranges if span.start < after.start]
        elif _is_parted(view, gap, speech):
            ranges = [
                span for span in ranges if (span.start >= after.start) is not behind or _is_quoted(view, span)
            ]
    ranges = _without_addressee(view, _within_sentence(view, ranges, speech.cue), speech.cue)
    return tuple(
        _with_list(view, _without_half_clause(view, _behind_copula(view, span, speech.cue)))
        for span in ranges
    )


def _is_quoted(view: View, span: Span) -> bool:
    return any(quotation.inside.overlaps(span) for quotation in view.quotations_over(span))


def _within_sentence(view: View, ranges: list[Span], cue: Span) -> list[Span]:
    """Return the ranges less what goes on without marks in sentences behind that of the cue, if words stand in its own.

    "She said the pumps had cost four million. They were the best there were.": whether she said the second, too, nothing tells.
    """
    sentence = view.annotations.sentences[view.syntax.sentence_of[view.syntax.at(cue.start)]].span
    if not any(span.start < sentence.end and sentence.start < span.end for span in ranges):
        return ranges
    return [
        span
        if _is_quoted(view, span) or span.start < sentence.start
        else Span(span.start, min(span.end, sentence.end))
        for span in ranges
        if _is_quoted(view, span) or span.start < sentence.end
    ]


def _with_list(view: View, span: Span) -> Span:
    """Return `span` to the end of the list that its last noun opens: "wants to build houses, a shop and a roundabout"."""
    tokens, syntax = view.syntax.tokens, view.syntax
    inside = [token for token in syntax.within(span) if syntax.is_word(token)]
    for noun in reversed(inside):
        if tokens[noun].pos not in _NOUNS or view.is_quoted(noun):
            continue
        further = [
            child for child in syntax.children[noun] if tokens[child].dep == "conj" and child > inside[-1]
        ]
        if not further or tokens[further[0]].pos not in _NOUNS:
            continue
        listed = list(syntax.below(further[0]))
        if view.text[span.end : tokens[min(listed)].span.start].strip() == ",":
            return Span(
                span.start, max(span.end, tokens[max(t for t in listed if syntax.is_word(t))].span.end)
            )
    return span


def _names_another(view: View, gap: Span) -> bool:
    """Tell whether a gap is who says the next, the verb not said twice: "Investors called it cautious and the opposition “a bribe”"."""
    tokens = view.syntax.tokens
    words = [token for token in view.syntax.within(gap) if view.syntax.is_word(token)]
    return (
        len(words) > 1
        and view.lower(words[0]) in _JOINING
        and tokens[words[-1]].pos in _NOUNS
        and all(tokens[token].pos in _OF_A_NAME for token in words[1:])
    )


def _is_of_another(view: View, cue: Span, span: Span) -> bool:
    """Tell whether the words of one stand alone before those of the next: "Investors called cautious and the opposition “a bribe”"."""
    if span.start <= cue.end:
        return False
    between = [token for token in view.syntax.within(Span(cue.end, span.start)) if view.syntax.is_word(token)]
    if not between or view.syntax.tokens[between[0]].pos != "ADJ":
        return False
    return _names_another(view, Span(view.syntax.tokens[between[0]].span.end, span.start))


def _without_addressee(view: View, ranges: Sequence[Span], cue: Span) -> list[Span]:
    """Return the ranges less a word or two behind the cue whose quotation stands in a line above: "“MY TICKET” / ANA LASHES OUT AT | SISTER"."""
    here = view.block_of(view.syntax.at(cue.start))
    above = any(
        _is_quoted(view, span) and view.block_of(view.syntax.at(span.start)) < here for span in ranges
    )
    return [
        span
        for span in ranges
        if not above
        or _is_quoted(view, span)
        or span.start < cue.end
        or sum(map(view.syntax.is_word, view.syntax.within(span))) > _FEW
    ]


def _leads_anew(view: View, gap: Span) -> bool:
    """Tell whether a gap leads to its own words by a colon: "He asked | if I had a wish. I said: | “The door.”"."""
    if not gap.of(view.text).rstrip(_OPENING).endswith(":"):
        return False
    between = view.syntax.within(gap)
    return any(
        view.syntax.tokens[token].dep in _SUBJECTS and view.syntax.tokens[token].head in between
        for token in between
    )


def _is_byname(view: View, gap: Span) -> bool:
    """Tell whether a gap says whose word stands before it: "“Old Barley”, | as the trade calls Roe, left knowing, …"."""
    return gap.of(view.text).lstrip(_CLOSING).startswith("as ")


def _is_parted(view: View, gap: Span, speech: TaggedSpeech) -> bool:
    """Tell whether between two ranges stands a clause of somebody else's, and neither the cue nor its source."""
    if speech.cue.overlaps(gap) or (speech.source is not None and speech.source.overlaps(gap)):
        return False
    tokens = view.syntax.tokens
    between = view.syntax.within(gap)
    return any(
        tokens[token].dep in _SUBJECTS
        and tokens[token].pos in _NOUNS
        and tokens[token].head in between
        and not view.is_quoted(token)
        for token in between
    )


def _behind_copula(view: View, span: Span, cue: Span) -> Span:
    """Return `span` from behind the verb that says what the cue's noun is: "Her advice to parents was | to boil the water"."""
    tokens = view.syntax.tokens
    inside = [token for token in view.syntax.within(span) if view.syntax.is_word(token)]
    for token in inside[:-1]:
        subject = view.syntax.child(token, "nsubj")
        if subject is None or tokens[token].lemma != "be" or tokens[subject].pos not in _NOUNS:
            continue
        if tokens[subject].span in cue and subject < inside[0]:
            behind = next(after for after in inside if after > token)
            return Span(tokens[behind].span.start, span.end)
    return span


def _without_half_clause(view: View, span: Span) -> Span:
    """Return `span` less a relative pronoun with its preposition at its end, whose clause does not follow."""
    tokens = view.syntax.tokens
    inside = [token for token in view.syntax.within(span) if view.syntax.is_word(token)]
    if len(inside) < 3 or tokens[inside[-1]].tag not in _RELATIVES:  # noqa: PLR2004
        return span
    last = inside[-2] if tokens[inside[-2]].pos != "ADP" else inside[-3]
    return Span(span.start, tokens[last].span.end)
