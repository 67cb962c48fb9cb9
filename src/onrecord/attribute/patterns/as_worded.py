"""Words in marks that an aside gives to somebody else than whose belief they stand in: "…, as a newspaper wrote".

In "Velik did not believe that the prize had been “bought”, as a newspaper wrote" the newspaper wrote of the prize, and
nothing of what Velik believes. The rule: where the words before "as" are what somebody with a verb of their own says,
thinks or denies, only what stands in marks in that clause is the aside's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.sources.cues import lemma_of
from onrecord.lexicon.cues import CLAUSE_VERBS, THOUGHT_VERBS
from onrecord.model.attribution import Manner

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_AS: Final = re.compile(r"[\s,”“’'\"»«]*as\s+", re.IGNORECASE)
_DOUBTED: Final = frozenset({"believe", "deny", "doubt", "dispute", "reject", "accept", "think"})
_HELD: Final = CLAUSE_VERBS | THOUGHT_VERBS | _DOUBTED


def narrowed(view: View, draft: Draft) -> Draft:
    """Return `draft` with nothing but the words in marks, where its other words are another's saying or belief."""
    if draft.source is None or len(draft.content) != 1:
        return draft
    content = draft.content[0]
    if _AS.fullmatch(view.text, content.end, draft.source.span.start) is None:
        return draft
    verb = _holding_verb(view, draft)
    if verb is None:
        return draft
    after = view.syntax.tokens[verb].span.end
    marked = tuple(one.outer for one in view.quotations_over(content) if one.outer.start > after)
    return replace(draft, content=marked, manner=Manner.MIXED) if marked else draft


def _holding_verb(view: View, draft: Draft) -> int | None:
    """Return the verb by which somebody else says or believes what stands before an aside."""
    syntax = view.syntax
    for token in syntax.within(draft.content[0]):
        if (
            lemma_of(syntax, token) not in _HELD
            or view.is_quoted(token)
            or syntax.tokens[token].pos != "VERB"
        ):
            continue
        clause = syntax.child(token, "ccomp")
        if syntax.subject(token) is not None and clause is not None and clause > token:
            return token
    return None
