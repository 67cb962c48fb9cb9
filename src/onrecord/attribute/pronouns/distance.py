"""Who was put on stage too long before a paragraph, or only as somebody's, to be who it means by a pronoun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.attribute.pronouns.company import Company
    from onrecord.attribute.stage.salience import Entrance
    from onrecord.model.annotation import Mention
    from onrecord.model.span import Span

_MALE: Final = frozenset({"he", "him", "his"})
_FEMALE: Final = frozenset({"she", "her"})
_OWNED: Final = re.compile(
    r"\b(?P<whose>his|her)\s+(?:[\w-]+\s+)?(?!as\b)[\w-]+,?\s+(?:[A-Z][\w.’'-]*(?:\s+|$))+$"
)
"""Somebody named as another's: "his tutor, Sir Martin Roe", and not "who gave his name as Martin Roe"."""
_REACH: Final = 40
"""Characters before a name in which whose somebody is stands."""


def is_far(
    view: View, company: Company, mentions: Sequence[tuple[Mention, str]], *, entrance: Entrance, head: int
) -> bool:
    """Tell whether somebody was put on stage too long before, or as somebody's, to be who a new paragraph means.

    A paragraph between that does not go on with him ("Harrow left. / The republics asked him to settle. / He …"),
    or "his tutor, Martin Harrow", whose pupil the report is about; "her tutor" may well be "he".

    Args:
        view: the report.
        company: the persons of the report.
        mentions: its mentions in text order, each with the id of its chain.
        entrance: where somebody took the stage.
        head: the token of the pronoun.
    """
    block, of_entrance = view.block_of(head), view.block_of(view.syntax.at(entrance.start))
    if of_entrance == block:
        return False
    first = next((m for m, one in mentions if one == entrance.chain_id and m.name), None)
    alike = _FEMALE if view.lower(head) in _FEMALE else _MALE
    around = "" if first is None else view.text[max(0, first.span.start - _REACH) : first.span.end]
    if (owned := _OWNED.search(around)) is not None and owned["whose"] in alike:
        return True
    between = [view.report.blocks[index].span for index in view.spoken if of_entrance < index < block]
    return any(_turns(view, alike, span) and not company.is_in(entrance.chain_id, span) for span in between)


def _turns(view: View, words: frozenset[str], span: Span) -> bool:
    """Tell whether a paragraph's first pronoun of `words` is no subject, as in "They asked him to settle".

    A subject goes on with who was on stage ("And he predicted big wins ahead."); anything else is of somebody
    whom the report is about all along.
    """
    told = (t for t in view.syntax.within(span) if view.lower(t) in words and not view.is_quoted(t))
    first = next(told, None)
    return first is not None and view.syntax.tokens[first].dep not in {"nsubj", "nsubjpass"}
