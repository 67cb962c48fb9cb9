"""The reason that somebody gives is part of what is said: "Velik said the pier would shut, because nobody had paid".

The rule: where a reading ends at a comma and the parser hangs a clause behind it, led by "because", "as" or "since", on a verb
of the reading, the reading goes on to the end of that clause, if the sentence ends there too. Of marked news that has such a
clause two readings in three hold it ("because": six in seven).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_GIVING_REASONS: Final = frozenset({"as", "because", "since"})
_STOPS: Final = frozenset({".", "!", "?"})


def with_reason(view: View, draft: Draft) -> Draft:
    """Return `draft` with the reason that its sentence ends with, if it stops before one."""
    last = draft.content[-1]
    inside = view.syntax.within(last)
    if draft.cue is None or not inside or last.start < draft.cue.end or view.quotations_over(last):
        return draft
    tokens = view.syntax.tokens
    comma = inside[-1] + 1
    mark = comma + 1
    if mark >= len(tokens) or tokens[comma].text != "," or view.lower(mark) not in _GIVING_REASONS:
        return draft
    verb = tokens[mark].head
    told = tokens[mark].dep == "mark" and tokens[verb].dep == "advcl" and tokens[verb].head in inside
    if not told or verb < mark or view.syntax.subject(verb) is None:
        return draft
    end = max(view.syntax.below(verb))
    behind = end + 1 if tokens[end].text not in _STOPS else end
    if behind < len(tokens) and tokens[behind].text not in _STOPS:
        return draft
    if any(view.is_quoted(token) for token in range(mark, end + 1)):
        return draft
    kept = trimmed(view, list(range(inside[0], end + 1)), after=-1)
    whole = view.syntax.span(kept[0], kept[-1]) if kept else last
    return replace(draft, content=(*draft.content[:-1], replace(last, end=max(last.end, whole.end))))
