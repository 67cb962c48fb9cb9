"""Whose words they are where a sentence says through whom it has them: "According to Elm News, the mayor, Ana Velik, said: “No.”"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.assemble import quoted_parts
from onrecord.attribute.frame.drafts import Source
from onrecord.lexicon import cues as words
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_RULE: Final = "indirect.according-to"
_LED: Final = re.compile(r"\baccording\sto\s\Z", re.IGNORECASE)
_LEAD: Final = 20
"""Characters in which "according to" stands."""
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})


def past_carrier(view: View, draft: Draft) -> Draft:
    """Return `draft` with who is named right before a verb of saying for its source, where "according to" took both in one.

    What it had told begins with that verb, which nobody says: `said: “No.”`.
    """
    if draft.source is None:
        return draft
    if draft.rule != _RULE:
        return (
            _with_named(view, draft)
            if _LED.search(view.text, max(0, draft.source.span.start - _LEAD), draft.source.span.start)
            else draft
        )
    if draft.start < draft.source.span.end:
        return draft
    tokens = view.syntax.tokens
    verb = view.syntax.at(draft.start)
    between = view.text[draft.source.span.end : tokens[verb].span.start].strip()
    says = tokens[verb].tag in _FINITE and tokens[verb].lemma in words.QUOTATION_VERBS
    if not says or between not in {"", ","}:
        return draft
    first = replace(draft.content[0], start=tokens[verb].span.end)
    content = (first, *draft.content[1:])
    quoted = quoted_parts(view, content)
    told = replace(
        draft,
        rule="direct.before" if quoted else "indirect.clause",
        content=quoted or content,
        cue=tokens[verb].span,
        verb=verb,
    )
    named = _with_named(view, told)
    return named if named is not told else replace(told, source=None)


def _with_named(view: View, draft: Draft) -> Draft:
    """Return `draft` with the person named right before its verb, behind another's name, for its source."""
    if draft.verb is None or draft.source is None:
        return draft
    before = draft.verb - 1
    before -= 1 if before > 0 and view.syntax.tokens[before].text == "," else 0
    mention = view.named_at(before) if before > 0 else None
    if mention is None or mention.kind is not Kind.PERSON or mention.span.start <= draft.source.span.start:
        return draft
    apart = "," in view.text[draft.source.span.start : mention.span.start]
    return replace(draft, source=Source(mention.span, (before,))) if apart else draft
