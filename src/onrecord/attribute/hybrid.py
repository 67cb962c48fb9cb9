"""Rules and tagger weighed against each other, attribution by attribution.

Two witnesses report the same attribution when they saw the same cue, or nearly the same words. Where they differ, the
one decides that was right more often on the 39 reports kept back from training the tagger (right: content and source
as marked; shares in percent, of the rules first, of the tagger second):

    family                where both agree    where bounds differ    where the tagger saw nothing
    direct.behind         98 of 128           40 : 66 of 15          0 of 2
    direct.before         82 of 23            50 : 100 of 2          none
    indirect.clause       83 of 185           25 : 82 of 39          40 of 5
    indirect.aside        82 of 29            42 : 85 of 7           0 of 3
    indirect.infinitive   77 of 27            12 : 62 of 8           25 of 4
    indirect.according-to 87 of 24            50 : 50 of 4           none
    mixed.named           76 of 17            100 : 80 of 5          20 of 5
    all others            fewer than 8, too few to tell: the rule stands

So the tagger sets the bounds of reported clauses, asides and infinitives ("Harrow said the tide had turned" behind
which the parser ran on), and joins a quotation of the same paragraph that the rule missed; what marks and layout show
stays as the rules have it. Unsupported asides, infinitives and named quotations are dropped, other unsupported
reported speech is only possible.

What the tagger alone saw is added where it is an attribution as this record defines one: somebody's clause,
infinitive or quotation, by a word that speaks, writes, asks, believes or intends. `wide` also takes what is held of
something that is only named ("Harrow criticised the plan"), as some marked corpora do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.assemble import bounded
from onrecord.attribute.nearby import Nearby, likeness, shared
from onrecord.attribute.tagged import draft_of, has_clause, is_denied, is_speaking
from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.drafts import Draft
    from onrecord.attribute.view import View
    from onrecord.model.span import Span

_BOUNDED: Final = frozenset({"indirect.clause", "indirect.aside", "indirect.infinitive"})
"""Families whose bounds the tagger sets, where its score is at least `_SURE_OF_BOUNDS`."""
_DOUBTFUL: Final = frozenset({"indirect.aside", "indirect.infinitive", "mixed.named"})
"""Families that are dropped where the tagger saw nothing."""
_DIRECT: Final = frozenset({"direct.behind", "direct.before"})
_SURE_OF_BOUNDS: Final = 0.6
_SURE_OF_MORE: Final = 0.85
_ADDED: Final = 0.5
"""Score from which a reading of the tagger alone is added."""
_ANY_WORD: Final = 0.8
"""Score from which its cue may be a word that the lists do not know."""
_SAME: Final = 0.95
_ALIKE: Final = 0.8
_TAKEN: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Witness:
    """A reading of the tagger as a draft, with its score."""

    draft: Draft
    score: float


def weighed(view: View, drafts: Sequence[Draft], *, wide: bool = False) -> list[Draft]:
    """Return the drafts of the rules as the tagger supports them, then what it alone saw; all, where none was asked."""
    tagged = view.annotations.tagged
    if tagged is None:
        return list(drafts)
    witnesses = [
        _Witness(draft, speech.score) for speech in tagged if (draft := draft_of(view, speech)) is not None
    ]
    near = Nearby([witness.draft for witness in witnesses])
    rules = Nearby(drafts)
    kept: list[Draft] = []
    paired: set[int] = set()
    for draft in drafts:
        own = bounded(view, draft)
        if own is None:
            continue
        around = near.overlapping(own.content)
        index = _pair(own, around, witnesses)
        if index is not None:
            paired.add(index)
            others = [drafts[other] for other in rules.overlapping(witnesses[index].draft.content)]
            kept.append(_settled(view, draft, own, witnesses[index], others))
        elif around or draft.rule not in _DOUBTFUL:
            kept.append(draft if around else _unsupported(draft))
    alone = [witness for index, witness in enumerate(witnesses) if index not in paired]
    return [*kept, *_added(view, alone, kept, wide=wide)]


def _pair(draft: Draft, around: Sequence[int], witnesses: Sequence[_Witness]) -> int | None:
    """Return the witness of the same attribution: the likest with the same cue, else one of nearly the same words."""
    best, best_rank = None, (False, 0.0)
    for index in around:
        seen = witnesses[index].draft
        same_cue = draft.cue is not None and seen.cue is not None and draft.cue.overlaps(seen.cue)
        rank = (same_cue, likeness(draft.content, seen.content))
        if (same_cue or rank[1] >= _ALIKE) and rank > best_rank:
            best, best_rank = index, rank
    return best


def _settled(view: View, draft: Draft, own: Draft, witness: _Witness, others: Sequence[Draft]) -> Draft:
    """Return `draft` with the bounds of the witness that is to be believed; `own` is it with exact bounds."""
    seen = witness.draft
    if likeness(own.content, seen.content) >= _SAME or not _fits(view, draft, seen.content, others):
        return draft
    clause = draft.rule in _BOUNDED and witness.score >= _SURE_OF_BOUNDS
    more = draft.rule in _DIRECT and witness.score >= _SURE_OF_MORE and _goes_on(view, own, seen)
    return replace(draft, content=seen.content, rule="tagger.bounds") if clause or more else draft


def _fits(view: View, draft: Draft, content: Sequence[Span], others: Sequence[Draft]) -> bool:
    """Tell whether bounds can be those of `draft`: free of its cue and source, of other drafts, of bare leads.

    "a step that | will cost jobs": a part apart from the rest must be a clause itself.
    """
    apart = [part for span in (draft.cue, draft.source.span if draft.source else None) if (part := span)]
    if shared(apart, content):
        return False
    if any(
        not shared([span], draft.content) and not (view.quotations_over(span) or has_clause(view, span))
        for span in content
    ):
        return False
    return all(
        other is draft or shared(other.content, draft.content) or not shared(other.content, content)
        for other in others
    )


def _goes_on(view: View, own: Draft, seen: Draft) -> bool:
    """Tell whether the tagger only adds a quotation of the same paragraph to a direct one."""
    blocks = {view.block_of(view.syntax.at(span.start)) for span in (*own.content, *seen.content)}
    whole = shared(own.content, seen.content) == sum(len(span) for span in own.content)
    return len(blocks) == 1 and whole and seen.rule == "tagger.direct"


def _unsupported(draft: Draft) -> Draft:
    """Return reported speech that the tagger saw nothing of as only possible; marks and layout need no witness."""
    return replace(draft, level=Level.POSSIBLE) if draft.rule.startswith("indirect.") else draft


def _added(view: View, witnesses: Sequence[_Witness], kept: Sequence[Draft], *, wide: bool) -> list[Draft]:
    """Return what the tagger alone saw, and what is an attribution."""
    near = Nearby(kept)
    found: list[Draft] = []
    for witness in witnesses:
        seen = witness.draft
        taken = any(
            likeness(kept[index].content, seen.content) > _TAKEN for index in near.overlapping(seen.content)
        )
        if witness.score >= _ADDED and not taken and (wide or _is_attribution(view, witness)):
            found.append(seen)
    return found


def _is_attribution(view: View, witness: _Witness) -> bool:
    """Tell whether a reading is somebody's clause, infinitive or quotation, by a word that can report it."""
    seen = witness.draft
    if seen.source is None or seen.verb is None or is_denied(view, seen.cue, seen.verb):
        return False
    formed = seen.rule != "tagger.indirect" or any(has_clause(view, span) for span in seen.content)
    return formed and (witness.score >= _ANY_WORD or is_speaking(view, seen.verb))
