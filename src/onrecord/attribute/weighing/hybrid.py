"""Rules and tagger weighed against each other, attribution by attribution.

Both read the whole report. What the two say of one attribution (the same cue, or mostly the same words) makes a
*case* with up to two *options*: as the rule has it, and as the tagger has it. Each option has an estimated chance to be
right in content and source (`trust`), from what kind of rule found it, whether the other saw it too and how alike, how
sure the tagger is, and what form the words have. The likelier option stands for its case; of two cases that claim the
same words the likelier one is kept, unless one is told inside the other ("Harrow said the board had told her …").

Marks and layout that are certain by themselves need no witness: signatures, labels, turns, speech that lost its marks.
Where both agree, the rule's name and bounds stand; `tagger.bounds` says that the tagger set the bounds of what a rule
found, `tagger.direct`, `tagger.mixed` and `tagger.indirect` that it alone saw it.

`wide` also takes what is held of something that is only named ("Harrow criticised the plan").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.nearby import Nearby, shared
from onrecord.attribute.weighing.evidence import Option, describe
from onrecord.attribute.weighing.other_bounds import with_other_bounds
from onrecord.attribute.weighing.trust import CERTAIN, LEAST, NAMED, STRICT, estimate, level_of
from onrecord.attribute.weighing.witnesses import find_witnesses, has_form, pair
from onrecord.model.annotation import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_TAKEN: Final = 0.3
"""Share of the smaller of two contents from which they claim the same words."""
_CERTAIN_BY_THEMSELVES: Final = ("layout.", "unmarked.")


def weighed(view: View, drafts: Sequence[Draft], *, wide: bool = True) -> list[Draft]:
    """Return the drafts of the rules as the tagger supports them, and what it alone saw; all, where none was asked."""
    if view.annotations.tagged is None:
        return list(drafts)
    sure = [draft for draft in drafts if draft.rule.startswith(_CERTAIN_BY_THEMSELVES)]
    chances: list[tuple[float, Option]] = []
    for case in find_cases(view, drafts):
        best = max(
            ((estimate(describe(view, option)), option) for option in case), key=lambda weighed: weighed[0]
        )
        if best[0] >= _least(view, best[1].draft, wide=wide):
            chances.append(best)
    kept = list(sure)
    near = Nearby(kept)
    for chance, option in sorted(
        chances, key=lambda best: (-best[0], best[1].draft.content, best[1].draft.rule)
    ):
        draft = replace(option.draft, level=level_of(chance))
        if not any(_claims(draft, kept[index]) for index in near.overlapping(draft.content)):
            near.add(draft)
            kept.append(draft)
    return kept


def _least(view: View, draft: Draft, *, wide: bool) -> float:
    """Return the chance from which a draft is kept.

    A thing only named ("Harrow and Pell criticised the plan") is credited to several at once only where it is certain.
    """
    if not wide:
        return STRICT if has_form(view, draft) else 1.0
    if has_form(view, draft):
        return LEAST
    return CERTAIN if draft.source is not None and len(draft.source.heads) > 1 else NAMED


def find_cases(view: View, drafts: Sequence[Draft]) -> list[tuple[Option, ...]]:
    """Return what is to be weighed, case by case: the options of each, the rule's first."""
    sure = [draft for draft in drafts if draft.rule.startswith(_CERTAIN_BY_THEMSELVES)]
    rules = [draft for draft in drafts if not draft.rule.startswith(_CERTAIN_BY_THEMSELVES)]
    witnesses = find_witnesses(view, rules, sure)
    usual = [witness for witness in witnesses if witness.reach is Reach.USUAL]
    return with_other_bounds(pair(view, rules, usual), witnesses[len(usual) :])


def _claims(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts claim the same words, and neither is told inside the other."""
    common = shared(one.content, other.content)
    if common <= _TAKEN * min(sum(map(len, one.content)), sum(map(len, other.content))):
        return False
    return not (_tells(one, other) or _tells(other, one))


def _tells(outer: Draft, inner: Draft) -> bool:
    """Tell whether the whole of `inner`, cue and all, stands in the content of `outer`."""
    return inner.cue is not None and shared([inner.cue], outer.content) == len(inner.cue)
