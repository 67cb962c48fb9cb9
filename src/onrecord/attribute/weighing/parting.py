"""Readings of the tagger that take several attributions for one, parted by the cues that the rules saw.

The tagger likes to hang neighbouring quotations on one cue: “We wait,” Harrow said. “We sail,” Pell said. And what one
subject says by two verbs it may take for one: "Harrow said the pier was shut and warned that the boats would leave". A
quotation that stands as sentences of its own behind a reported clause (Harrow said the pier was shut. “It leaks.”) is no part
of the clause: it goes on with the same speaker's words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.frame.nearby import likeness
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View
    from onrecord.attribute.weighing.tagged import Witness

_PARTED: Final = 0.8
"""Likeness of a part to the words of a rule from which it is those words."""
_JOINTS: Final = frozenset({"and", "but", ",", ";"})
_STOPS: Final = frozenset(".!?:")
_REACH: Final = 4
"""Words before a second cue within which it is joined to what goes before: "and later warned that"."""


def before_quotation(view: View, draft: Draft) -> Draft:
    """Return a reported clause without the quotations that stand as sentences of their own behind it.

    Only one that opens the next paragraph stays with it: whose that is, the tagger tells better than the layout.
    """
    first = draft.content[0]
    if len(draft.content) == 1 or draft.cue is None or view.quotations_over(first):
        return draft
    for place, span in enumerate(draft.content[1:], 1):
        over = view.quotations_over(span)
        if not over:
            continue
        between = view.text[draft.content[place - 1].end : over[0].outer.start].rstrip()
        alone = (
            between[-1:] in _STOPS and over[0].outer.start <= span.start and span.end <= over[-1].outer.end
        )
        here = view.block_of(view.syntax.at(draft.content[place - 1].start))
        following = over[0].block - here == 1 and not any(map(str.isalnum, between))
        return replace(draft, content=draft.content[:place]) if alone and not following else draft
    return draft


def in_paragraph(view: View, draft: Draft) -> Draft:
    """Return a reading without marks as far as it stands in the paragraph of its cue.

    "A mediator will come. It is necessary that both sides ask. / The talks go on, Harrow concluded": what stands a
    paragraph higher is told by somebody else, or by nobody known. Marks reach over paragraphs; words without them do not.
    """
    if len(draft.content) == 1 or draft.cue is None or any(map(view.quotations_over, draft.content)):
        return draft
    here = view.block_of(view.syntax.at(draft.cue.start))
    near = tuple(span for span in draft.content if view.block_of(view.syntax.at(span.start)) == here)
    return replace(draft, content=near) if near else draft


def without_led_above(view: View, draft: Draft) -> Draft:
    """Return a reading without what a colon leads to in a paragraph above that of its cue: it is of whoever stands before the colon.

    'Pell: "Not guilty." / Harrow said "it will rise again".'
    """
    if len(draft.content) == 1 or draft.cue is None:
        return draft
    here = view.block_of(view.syntax.at(draft.cue.start))
    left = tuple(span for span in draft.content if not _is_led_above(view, span, here))
    return replace(draft, content=left) if left else draft


def _is_led_above(view: View, span: Span, here: int) -> bool:
    block = view.block_of(view.syntax.at(span.start))
    over = view.quotations_over(span)
    if block >= here or not over or over[0].block != block:
        return False
    start = view.text.rfind("\n", 0, over[0].outer.start) + 1
    return view.text[start : over[0].outer.start].rstrip().endswith(":")


def parted(view: View, witness: Witness, rules: Sequence[Draft]) -> list[Witness]:
    """Return a reading and, each as one of its own, the words in it that a rule gives to another cue."""
    cue = witness.draft.cue
    if cue is None:
        return [witness]
    others = [rule for rule in rules if rule.cue is not None and not rule.cue.overlaps(cue)]
    found: list[Witness] = []
    for part in _by_spans(witness, others):
        found += _by_verbs(view, part, others)
    return found


def _by_spans(witness: Witness, others: Sequence[Draft]) -> list[Witness]:
    """Return a reading less the spans that are another cue's, and those behind it."""
    draft = witness.draft
    if len(draft.content) == 1:
        return [witness]
    left: list[Span] = []
    parts: list[Witness] = []
    for span in draft.content:
        owner = next((rule for rule in others if _owns(rule, span)), None)
        if owner is None:
            left.append(span)
        else:
            parts.append(_of_rule(witness, owner, span))
    if not parts or not left:
        return [witness]
    return [replace(witness, draft=replace(draft, content=tuple(left))), *parts]


def _owns(rule: Draft, span: Span) -> bool:
    """Tell whether a span is what a rule gives to its own cue."""
    return any(likeness([part], [span]) >= _PARTED for part in rule.content)


def _by_verbs(view: View, witness: Witness, others: Sequence[Draft]) -> list[Witness]:
    """Return a reading cut before a second verb of the same subject, and behind it what that verb reports."""
    draft = witness.draft
    last = draft.content[-1]
    second = next((rule for rule in others if _is_second(view, draft, rule)), None)
    if second is None or second.cue is None:
        return [witness]
    joint = _joint(view, second)
    before = (
        trimmed(view, [token for token in view.syntax.within(last) if token < joint], after=-1)
        if joint
        else []
    )
    if not before or second.content[0].start >= last.end:
        return [witness]
    behind = Span(max(second.content[0].start, last.start), last.end)
    first = replace(draft, content=(*draft.content[:-1], view.syntax.span(before[0], before[-1])))
    return [replace(witness, draft=first), _of_rule(witness, second, behind)]


def _is_second(view: View, draft: Draft, rule: Draft) -> bool:
    """Tell whether a rule's cue stands in the last span of a reading, outside quotation marks, with its subject."""
    if rule.cue is None or rule.verb is None or rule.source is None or draft.source is None:
        return False
    last = draft.content[-1]
    if rule.cue not in last or not rule.source.span.overlaps(draft.source.span) or view.is_quoted(rule.verb):
        return False
    return rule.source.span.end <= last.start and rule.content[0].start >= rule.cue.end


def _joint(view: View, rule: Draft) -> int | None:
    """Return the word or comma that joins a second cue to what goes before it."""
    first = view.syntax.at(rule.cue.start) if rule.cue is not None else 0
    near = range(first - 1, max(-1, first - 1 - _REACH), -1)
    return next((token for token in near if view.lower(token) in _JOINTS), None)


def _of_rule(witness: Witness, rule: Draft, span: Span) -> Witness:
    draft = replace(witness.draft, content=(span,), cue=rule.cue, source=rule.source, verb=rule.verb)
    return replace(witness, draft=draft, parted=True)
