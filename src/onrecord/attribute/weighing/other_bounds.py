"""Other bounds that the tagger gives the words of an attribution, as further options of its case.

Where the usual reading ends too early ("Harrow said the pier was shut, the third this year"), one that takes words more
readily may hold the rest; where it runs on, one that takes them less readily may stop in time. A reading of another
cue than any case has is a case of its own. Set-off quotations keep their marks and need no other bounds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.nearby import Nearby, likeness
from onrecord.attribute.weighing.evidence import Option, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.weighing.tagged import Witness
    from onrecord.model.span import Span

_SAME: Final = 0.97
"""Likeness from which another option would say the same."""
_KNOWN: Final = 0.6
"""Likeness to an option from which words are no case of their own."""

Case = tuple[Option, ...]


def with_other_bounds(cases: Sequence[Case], others: Sequence[Witness]) -> list[Case]:
    """Return `cases` with what the readings of another reach, `others`, add to them, and new cases behind them."""
    at: dict[int, list[int]] = {}
    for index, other in enumerate(others):
        for place in _places(other.draft.cue):
            at.setdefault(place, []).append(index)
    found: list[Case] = []
    placed: set[int] = set()
    for case in cases:
        same = sorted({index for place in _places(_cue_of(case)) for index in at.get(place, ())})
        placed.update(same)
        found.append(_widened(case, [others[index] for index in same]))
    return found + _alone(found, [other for index, other in enumerate(others) if index not in placed])


def _widened(case: Case, others: Sequence[Witness]) -> Case:
    """Return a case with other bounds of the same cue as further options; of a set-off quotation as it is."""
    rule = case[0].rule
    if rule is not None and rule.rule.startswith("direct."):
        return case
    options = list(case)
    for other in others:
        draft = other.draft
        if any(likeness(option.draft.content, draft.content) >= _SAME for option in options):
            continue
        if rule is None:
            options.append(Option(draft, Relation.ALONE, witness=other, by_tagger=True))
            continue
        alike = likeness(rule.content, draft.content)
        bounds = replace(draft, rule="tagger.bounds", act=rule.act)
        options.append(Option(bounds, Relation.DIFFER, rule=rule, witness=other, alike=alike, by_tagger=True))
    return tuple(options)


def _alone(cases: Sequence[Case], others: Sequence[Witness]) -> list[Case]:
    """Return a case for each reading whose cue and words no case has yet."""
    drafts: list[Draft] = [option.draft for case in cases for option in case]
    near = Nearby(drafts)
    taken: set[int] = set()
    found: list[Case] = []
    for other in others:
        draft = other.draft
        places = _places(draft.cue)
        known = near.overlapping(draft.content)
        if not places or not taken.isdisjoint(places):
            continue
        if any(likeness(drafts[index].content, draft.content) >= _KNOWN for index in known):
            continue
        taken.update(places)
        found.append((Option(draft, Relation.ALONE, witness=other, by_tagger=True, new=True),))
    return found


def _cue_of(case: Case) -> Span | None:
    """Return the cue of a case, the tagger's where it saw one."""
    witness = case[0].witness
    return witness.draft.cue if witness is not None else case[0].draft.cue


def _places(cue: Span | None) -> range:
    return range(cue.start, cue.end) if cue is not None else range(0)
