"""How words are given: between marks, in part between marks, told in other words, or in the speaker's own without marks.

The marks decide, where the rule that found the words did not. Two things that marks alone do not tell:

A sentence behind a verb and a colon ("The minister answered: It is early.") and words in the first person before their cue
("We have forty such relays, Harrow added") are the speaker's own, since who tells them in other words makes "they" of "we".
Where a cue leads into them by "that" or the like, the report's own "we" may be meant, and nothing is made of it.

A piece of a sentence between marks ("The board hailed her as 'the best battery in the building'") is not all that was said:
the sentence around it is the report's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.cues import POSTING_VERBS
from onrecord.model.attribution import Manner
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_OWN: Final = frozenset({"i", "we", "my", "me", "us", "our"})
_TURN: Final = "layout.turn"
_MARKS: Final = "\"“”„‟«»‘’‚‛‹›'`＂"


def manner_of(view: View, draft: Draft, quoted: Sequence[Span]) -> Manner:
    """Return how the words are given; `quoted` are the parts of them between marks."""
    if draft.manner is not None:
        return draft.manner
    if draft.verb is not None and view.is_quoted(draft.verb):
        return _inner_manner(view, draft)
    if not quoted:
        return Manner.UNMARKED if _is_in_own_words(view, draft) else Manner.INDIRECT
    bare = _letters(view, draft.content) - sum(_letters(view, [part]) for part in quoted)
    if bare > 0 and draft.rule == _TURN:
        return Manner.UNMARKED  # a turn is its speaker's own words, whomever they quote
    if bare > 0 or draft.rule == "mixed.named" or _is_piece(view, draft):
        return Manner.MIXED
    return Manner.DIRECT


def _is_in_own_words(view: View, draft: Draft) -> bool:
    """Tell whether words without marks are the speaker's own: a sentence behind a verb and a colon, or in the first person."""
    if draft.cue is None:
        return False
    led = draft.cue.end <= draft.start and ":" in view.text[draft.cue.end - 1 : draft.start]
    if led and draft.verb is not None and view.text[draft.start].isupper():
        return True
    if not led and draft.cue.start < draft.end:
        return False
    if not led and (_is_called_out(view, draft) or _is_posted(view, draft)):
        return True
    return any(view.lower(token) in _OWN for span in draft.content for token in view.syntax.within(span))


def _is_posted(view: View, draft: Draft) -> bool:
    """Tell whether words stand as they were posted: "Offered. Told no. Went to bed, posts Roe, one of the pilots"."""
    return draft.verb is not None and view.syntax.tokens[draft.verb].lemma in POSTING_VERBS


def _is_called_out(view: View, draft: Draft) -> bool:
    """Tell whether a question or a call opens its paragraph, whole, before its cue: "Why hide it? he wrote"."""
    first = draft.content[0]
    block = view.report.blocks[view.block_of(view.syntax.at(first.start))].span
    alone = len(draft.content) == 1 and first.start == block.start
    return alone and view.text[first.end : first.end + 1] in {"?", "!"}


def _is_piece(view: View, draft: Draft) -> bool:
    """Tell whether the words between marks go on with the report's sentence: "hailed her as 'the best battery'".

    So they do behind what is only inserted: "She thought, when the lamps went out, “it was the relay”".
    """
    first = draft.content[0]
    if draft.cue is None or draft.cue.end > first.start or not first.of(view.text)[:1].islower():
        return False
    between = view.text[draft.cue.end : first.start].rstrip(_MARKS).rstrip()
    if len(between) > 1 and between.startswith(",") and between.endswith(","):
        return True
    return not between.endswith((",", ":", ";", ".", "–", "—", "-"))


def _inner_manner(view: View, draft: Draft) -> Manner:
    """Return the manner of speech reported inside a quotation, by the marks inside it."""
    parts = inner_parts(view, draft.content)
    if not parts:
        return Manner.INDIRECT
    return Manner.MIXED if _letters(view, draft.content) > _letters(view, parts) else Manner.DIRECT


def inner_parts(view: View, content: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of `content` between the marks inside a quotation."""
    found: list[Span] = []
    for span in content:
        for marks in view.inner_marks(span):
            part = Span(max(span.start, marks.start), min(span.end, marks.end))
            if not found or part not in found[-1]:  # marks inside inner marks are part of them
                found.append(part)
    return tuple(found)


def _letters(view: View, spans: Sequence[Span]) -> int:
    return sum(sum(map(str.isalnum, span.of(view.text))) for span in spans)
