"""The stage itself: one report and its annotations in, its attributions and chains out.

The order of the rules: quotations set off from their sentence first, since marks are the surest sign; then the
grammar of reported clauses; then what only layout, lost marks or the speaker before can tell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.attribute.bounds import assemble
from onrecord.attribute.bounds.endings import ended
from onrecord.attribute.frame.occupied import Occupied
from onrecord.attribute.frame.view import View
from onrecord.attribute.patterns.as_worded import narrowed
from onrecord.attribute.patterns.asked import of_asker
from onrecord.attribute.patterns.carryover import find_carried, find_uncued
from onrecord.attribute.patterns.closers import find_closed
from onrecord.attribute.patterns.direct import find_direct
from onrecord.attribute.patterns.indirect import find_reported
from onrecord.attribute.patterns.interviews import find_answers
from onrecord.attribute.patterns.layout import find_dashed, find_labelled, find_signed
from onrecord.attribute.patterns.made_up import is_made_up
from onrecord.attribute.patterns.mixed import find_named, is_nickname, shortened, stretched
from onrecord.attribute.patterns.openers import find_led
from onrecord.attribute.patterns.passed_on import past_carrier
from onrecord.attribute.patterns.turns import RULE as TURN
from onrecord.attribute.patterns.turns import find_turns, unstaged
from onrecord.attribute.patterns.unmarked import find_opened, widened
from onrecord.attribute.patterns.unread import find_marked, is_read
from onrecord.attribute.sources.lead_ins import past_lead_in
from onrecord.attribute.speakers.antecedents import Speakers
from onrecord.attribute.speakers.surety import is_sure
from onrecord.attribute.weighing.hybrid import weighed
from onrecord.model import ids
from onrecord.model.attribution import Attributed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.model.annotation import Annotations, Chain
    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.span import Span


def attribute(report: Report, annotations: Annotations, *, wide: bool = True) -> Attributed:
    """Return the attributions of `report` in text order, and its chains with those of the sources found.

    `wide` also takes what a tagger saw somebody hold of a thing that is only named: "Harrow criticised the plan".
    """
    view = View(report, annotations)
    drafts = [bounded for draft in find_drafts(view, wide=wide) if (bounded := assemble.bounded(view, draft))]
    drafts = assemble.without_doubles(drafts)
    speakers = Speakers(view, drafts)
    found = {index: speakers.resolve(drafts[index]) for index in in_order(drafts)}
    resolved = {
        index: chains
        if ((told := speakers.worked_out(drafts[index], chains)) is None or is_sure(told))
        and not is_made_up(view, drafts[index])
        else ()
        for index, chains in _without_tellers(view, drafts, found).items()
    }
    attributions = [
        assemble.attribution_of(view, speakers.weighed(draft), resolved, index)
        for index, draft in enumerate(drafts)
    ]
    chains = sorted(speakers.chains.values(), key=lambda chain: (*chain.mentions[0].span, chain.id))
    return _named_anew(attributions, chains)


def _named_anew(attributions: Iterable[Attribution], chains: Iterable[Chain]) -> Attributed:
    """Give chains that begin earlier or later by now the ids of their first mentions.

    "The engineer who found the cracks says …" / "…," Tomasz Wieczorek told us: his chain begins with the engineer.
    """
    new = {
        chain.id: ids.chain_id(chain.report_id, min(mention.span for mention in chain.mentions))
        for chain in chains
    }
    changed = {old for old, anew in new.items() if anew != old}
    return Attributed(
        attributions=tuple(
            one
            if changed.isdisjoint(one.speakers)
            else replace(one, speakers=tuple(new[speaker] for speaker in one.speakers))
            for one in attributions
        ),
        chains=tuple(replace(chain, id=new[chain.id]) if chain.id in changed else chain for chain in chains),
    )


def _without_tellers(
    view: View, drafts: Sequence[Draft], resolved: Mapping[int, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """Return the speakers less those who would tell of themselves: in “The mayor said no,” Harrow said, not Harrow."""
    quoted = {
        index: quotation.index
        for index, draft in enumerate(drafts)
        if draft.verb is not None and (quotation := view.quotation_at(draft.verb))
    }
    tellers = {
        quotation.index: resolved[index]
        for index, draft in enumerate(drafts)
        if index not in quoted
        for span in draft.content
        for quotation in view.quotations_over(span)
    }
    return {
        index: () if index in quoted and set(found) & set(tellers.get(quoted[index], ())) else found
        for index, found in resolved.items()
    }


def in_order(drafts: Sequence[Draft]) -> list[int]:
    """Return the indices of drafts in the order in which their speakers are found."""
    return sorted(range(len(drafts)), key=lambda index: _place(drafts[index]))


def _place(draft: Draft) -> tuple[bool, int, int]:
    """Order drafts by where their source stands, so that a pronoun is read after the name it goes on with.

    The turns of a transcript come last: who is told of inside a turn is not the one who speaks it.
    """
    return (draft.rule == TURN, draft.source.span.start if draft.source else draft.start, draft.start)


def find_drafts(view: View, *, wide: bool = True) -> list[Draft]:
    """Return every candidate of the report, overlaps resolved; `wide` as in `attribute`."""
    if not is_read(view.report):
        return find_marked(view)
    drafts = [
        narrowed(view, past_lead_in(view, of_asker(view, past_carrier(view, draft))))
        for draft in weighed(view, find_ruled(view), wide=wide)
    ]
    drafts += find_uncued(view, drafts)
    drafts += find_carried(view, drafts)
    return drafts


def find_ruled(view: View) -> list[Draft]:
    """Return what the rules see in marks, grammar and layout, before any tagger is heard."""
    direct = [draft for draft in find_direct(view) if not is_nickname(view, draft)]
    in_direct = _taken(direct)
    signed = [*find_signed(view), *(draft for draft in find_dashed(view) if not _is_over(draft, in_direct))]
    owners = {
        quotation.index: draft
        for draft in direct
        for span in draft.content
        for quotation in view.quotations_over(span)
    }
    verbs = {draft.verb for draft in direct}
    reported = [
        ended(view, shortened(view, stretched(view, clipped)))
        for draft in find_reported(view)
        if (clipped := _clear_of(view, draft, owners, verbs)) is not None
    ]
    in_signed = _taken(signed)
    reported = [draft for draft in reported if not _inside(draft, in_signed)]
    reported += [draft for draft in find_closed(view) if not _is_over(draft, in_direct)]
    opened = [draft for draft in find_opened(view) if not _is_over(draft, in_direct)]
    opened += _led(view, [*direct, *reported, *opened])
    in_opened, opened_by = _taken(opened), {draft.verb for draft in opened}
    reported = [
        draft
        for draft in widened(view, reported)
        if draft.verb not in opened_by or not _is_over(draft, in_opened)
    ]
    labelled = find_labelled(view)
    turns = find_turns(view, labelled) or find_answers(view)
    spoken = _taken([*turns, *direct, *reported, *opened])
    drafts = [unstaged(view, draft, turns) for draft in (*direct, *signed, *reported, *opened)]
    drafts += [*turns, *(draft for draft in labelled if not _is_over(draft, spoken))]
    drafts += find_named(view, drafts)
    return drafts


def _led(view: View, others: Sequence[Draft]) -> list[Draft]:
    """Return what colons lead to where no other rule has that cue or those words."""
    taken, verbs = _taken(others), {draft.verb for draft in others}
    return [
        draft
        for draft in find_led(view)
        if (draft.verb is None or draft.verb not in verbs) and not _is_over(draft, taken)
    ]


def _clear_of(
    view: View, draft: Draft, owners: Mapping[int, Draft], verbs: Container[int | None]
) -> Draft | None:
    """Return a reported clause cleared of set-off quotations that belong to another verb, or None when they were it.

    `owners` are the direct drafts by the quotations they hold, `verbs` the verbs of those drafts.
    """
    if draft.verb is None or view.is_quoted(draft.verb):
        return draft
    content: list[Span] = []
    for span in draft.content:
        parts = [span]
        for quotation in view.quotations_over(span):
            owner = owners.get(quotation.index)
            if owner is None:
                continue
            if owner.verb == draft.verb:
                return None
            parts = [part for whole in parts for part in _minus(whole, quotation.outer)]
        content += parts
    content = [span for span in content if any(char.isalpha() for char in span.of(view.text))]
    if draft.verb in verbs and draft.rule == "indirect.aside":
        return None
    return replace(draft, content=tuple(content)) if content else None


def _minus(span: Span, taken: Span) -> list[Span]:
    """Return what is left of `span` outside `taken`."""
    if not span.overlaps(taken):
        return [span]
    parts: list[Span] = []
    if span.start < taken.start:
        parts.append(replace(span, end=taken.start))
    if taken.end < span.end:
        parts.append(replace(span, start=taken.end))
    return parts


def _inside(draft: Draft, signed: Occupied) -> bool:
    """Tell whether a closing aside only repeats what a signature credits."""
    return draft.rule == "indirect.aside" and _is_over(draft, signed)


def _taken(drafts: Iterable[Draft]) -> Occupied:
    return Occupied(span for draft in drafts for span in draft.content)


def _is_over(draft: Draft, taken: Occupied) -> bool:
    return any(taken.overlaps(span) for span in draft.content)
