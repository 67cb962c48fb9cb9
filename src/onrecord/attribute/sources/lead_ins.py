"""Who is spoken to or asks in the clause that leads up to a subject, and so is not that subject.

"Answering Ms Roe, the minister denied …", "Asked by Tom Velik, he said …": the object of answering, and whoever asks, is
somebody else than who answers.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.drafts import Source
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_ANSWERING: Final = frozenset(
    {"addressing", "answering", "challenging", "facing", "questioning", "rebuking", "telling"}
)
_TO: Final = frozenset({"listening", "pointing", "reacting", "referring", "replying", "responding", "speaking", "talking", "turning", "writing"})  # fmt: skip
_BY: Final = frozenset({"asked", "challenged", "pressed", "questioned", "quizzed", "told", "urged"})
_LONGEST: Final = 25
"""Words of such a clause."""


def find_led_in(view: View, mentions: Sequence[tuple[Mention, str]], source: Source) -> frozenset[str]:
    """Return the chains named in the clause of answering or asking that leads up to `source`; `mentions` in text order."""
    syntax = view.syntax
    head = source.heads[0]
    sentence = view.sentence_tokens(head)
    first = syntax.at(source.span.start)
    opening = next(
        (place for place in range(max(sentence.start, first - _LONGEST), first) if _leads(view, place)), None
    )
    if opening is None:
        return frozenset()
    start, end = syntax.tokens[opening].span.start, source.span.start
    low, high = (bisect_left(mentions, at, key=lambda pair: pair[0].span.start) for at in (start, end))
    return frozenset(chain_id for mention, chain_id in mentions[low:high] if mention.name is not None)


def past_lead_in(view: View, draft: Draft) -> Draft:
    """Return `draft` with who answers for its source, where that is who asked: "Asked by Ms Roe, who had the keys, Velik said".

    So with a name that a preposition governs: "In a letter to Kanal Velm, the head, Tom Roe, admits".
    """
    source, verb = draft.source, draft.verb
    if source is None or verb is None or verb < 1:
        return draft
    if not opens_led_in(view, verb) and not _is_object(view, source):
        return draft
    last = verb - 1 - (view.syntax.tokens[verb - 1].text == ",")
    mention = view.named_at(last)
    opening = view.syntax.tokens[view.sentence_tokens(verb).start].span.start
    if (
        mention is None
        or mention.kind is not Kind.PERSON
        or not opening <= source.span.start < mention.span.start
    ):
        return draft
    # The clause is closed by a comma, before the name or inside what was taken for the source.
    apart = "," in view.text[min(source.span.end, mention.span.start - len(", ")) : mention.span.start]
    return replace(draft, source=Source(mention.span, (last,))) if apart else draft


def _is_object(view: View, source: Source) -> bool:
    """Tell whether what was taken for a source opens with a name that a preposition governs: "to Kanal Velm, the head, Tom Roe, …"."""
    first = view.syntax.at(source.span.start)
    named = view.named_at(first) is not None and view.syntax.tokens[first].dep in {"pobj", "compound"}
    return named and first > 0 and view.syntax.tokens[first - 1].pos == "ADP"


def opens_led_in(view: View, token: int) -> bool:
    """Tell whether the sentence of `token` opens with such a clause."""
    return _leads(view, view.sentence_tokens(token).start)


def _leads(view: View, place: int) -> bool:
    """Tell whether a clause of answering, or of being asked, opens at a word outside marks."""
    tokens = view.syntax.tokens
    sentence = view.sentence_tokens(place)
    if view.is_quoted(place) or not (place == sentence.start or tokens[place - 1].text in {",", '"', "”"}):
        return False
    word, behind = (
        view.lower(place),
        [view.lower(one) for one in range(place + 1, min(place + 3, sentence.stop))],
    )
    return word in _ANSWERING or (word in _TO and "to" in behind) or (word in _BY and "by" in behind)
