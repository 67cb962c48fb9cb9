"""Who else "they" may be: people who have come up since a body or a group took the stage.

"The agency interviewed twenty editors. They described …": they are the editors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import GROUP_NOUNS, is_person_role, singular
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View
    from onrecord.attribute.stage.salience import Entrance, Stage

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_PLURALS: Final = frozenset({"NNS", "NNPS"})
_OWN: Final = 80
"""Characters from where a body takes the stage within which a plural is part of its name or of what it is."""
_FURTHEST: Final = 1_200
"""Characters looked back at most."""


def is_other_since(view: View, stage: Stage, entrance: Entrance, head: int) -> bool:
    """Tell whether the "they" at `head` may be people who came up since `entrance`."""
    position = view.syntax.tokens[head].span.start
    start = max(entrance.start, position - _FURTHEST)
    sentence_of, at = view.syntax.sentence_of, view.syntax.at
    taking = sentence_of[at(entrance.start)]
    for token in view.syntax.within(Span(start, position)):
        if view.is_quoted(token) or stage.is_inside(view.syntax.tokens[token].span.start):
            continue
        own = view.syntax.tokens[token].span.start < entrance.start + _OWN and _is_subject(view, token)
        if _is_people(view, token) and not (own and sentence_of[token] == taking):
            return True
    return False


def _is_subject(view: View, token: int) -> bool:
    """Tell whether a noun is a subject or stands within one's phrase."""
    tokens = view.syntax.tokens
    here = token
    for _ in range(4):
        if tokens[here].dep in _SUBJECTS:
            return True
        here = tokens[here].head
    return False


def _is_people(view: View, token: int) -> bool:
    """Tell whether a token is a plural noun for people."""
    seen = view.syntax.tokens[token]
    noun = singular(seen.text)
    family = seen.tag == "NNPS" and _is_subject(view, token) and view.mention_at(token) is None  # "the Roes"
    return family or (seen.tag in _PLURALS and (is_person_role(noun) or noun in GROUP_NOUNS))
