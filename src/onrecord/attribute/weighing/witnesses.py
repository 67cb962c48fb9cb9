"""The tagger's readings beside the drafts of the rules: which of them speak of the same attribution.

Where the tagger takes several for one, they are parted by what the rules saw before they are compared (`parting`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.assemble import bounded, quoted_parts
from onrecord.attribute.frame.nearby import Nearby, likeness
from onrecord.attribute.patterns.unsaid import is_unsaid
from onrecord.attribute.patterns.unworded import is_unworded
from onrecord.attribute.sources.cues import lemma_of
from onrecord.attribute.sources.inversions import find_before_and
from onrecord.attribute.weighing.evidence import Option, Relation
from onrecord.attribute.weighing.parting import before_quotation, in_paragraph, parted, without_led_above
from onrecord.attribute.weighing.tagged import Witness, draft_of, has_clause, is_clause
from onrecord.lexicon.descriptions import is_indefinite
from onrecord.model.annotation import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft, Source
    from onrecord.attribute.frame.view import View
    from onrecord.model.span import Span

SAME: Final = 0.95
"""Likeness from which two contents are the same."""
_ALIKE: Final = 0.6
"""Likeness from which two drafts with different cues are of one attribution."""

_WHOLE: Final = 6
"""Words from which a quotation is likely to be all that was said."""
_OPENING: Final = " \t\n\u00a0\"“”„«»‘’'"
"""Spaces and marks between a colon and the words it leads to."""
_ASKING: Final = frozenset({"ask", "challenge", "press", "question", "quiz"})
_RELATIVES: Final = frozenset({"WDT", "WP", "WP$"})


def find_witnesses(view: View, rules: Sequence[Draft], sure: Sequence[Draft] = ()) -> list[Witness]:
    """Return the tagger's readings as drafts, parted where the rules saw cues of their own, less what `sure` ones hold.

    Readings of another reach than the usual are behind the usual ones, and never parted.
    """
    near = Nearby(rules)
    taken = Nearby(sure)
    found: list[Witness] = []
    others: list[Witness] = []
    for speech in view.annotations.tagged or ():
        draft = draft_of(view, speech)
        if draft is None:
            continue
        left = tuple(span for span in draft.content if not taken.overlapping([span]))
        if not left or is_unsaid(view, draft, speech.source) or is_unworded(view, draft):
            continue
        own = without_led_above(view, replace(draft, content=left))
        whole = in_paragraph(view, before_quotation(view, own))
        witness = Witness(whole, speech.score, reach=speech.reach)
        if speech.reach is Reach.USUAL:
            found += parted(view, witness, [rules[index] for index in near.overlapping(whole.content)])
        else:
            others.append(witness)
    return found + others


def pair(view: View, rules: Sequence[Draft], witnesses: Sequence[Witness]) -> list[tuple[Option, ...]]:
    """Return the options of every case: of a rule with its witness, of a rule alone, of the tagger alone."""
    exact = [(rule, own) for rule in rules if (own := bounded(view, rule)) is not None]
    near = Nearby([witness.draft for witness in witnesses])
    partner = _partners([own for _, own in exact], witnesses, near)
    cases: list[tuple[Option, ...]] = []
    for index, (_, own) in enumerate(exact):
        witness = witnesses[partner[index]] if index in partner else None
        if witness is None:
            relation = Relation.OVER if near.overlapping(own.content) else Relation.UNSEEN
            cases.append((Option(own, relation, rule=own),))
            continue
        seen = _between_marks(view, witness.draft, own)
        alike = likeness(own.content, seen.content)
        if alike >= SAME or _loses_the_clause(view, own, seen):
            cases.append((Option(_sourced(view, own, witness), Relation.SAME, rule=own, witness=witness),))
            continue
        bounds = replace(seen, rule="tagger.bounds", act=own.act)
        cases.append(
            (
                Option(own, Relation.DIFFER, rule=own, witness=witness, alike=alike),
                Option(bounds, Relation.DIFFER, rule=own, witness=witness, alike=alike, by_tagger=True),
            )
        )
    taken = frozenset(partner.values())
    cases += [
        (Option(witness.draft, Relation.ALONE, witness=witness, by_tagger=True),)
        for index, witness in enumerate(witnesses)
        if index not in taken
    ]
    return cases


def _between_marks(view: View, seen: Draft, rule: Draft) -> Draft:
    """Return a reading of a set-off quotation without words before its mark or apart from it, and in its paragraphs only.

    "Harrow asked the mayor “Shut the pier.”": the mark is surer than the tagger of where her words begin. And whose a
    quotation in the next paragraph is, is for the rules of carried speech, as is one before the sentence of its cue:
    in “It held.” Harrow contradicted him: “It broke.” they are two people's.
    """
    if not rule.rule.startswith("direct."):
        return seen
    blocks = {_block(view, span) for span in rule.content}
    spans = [
        span
        for span in seen.content
        if _block(view, span) in blocks and view.quotations_over(span) and not _is_before(view, span, rule)
    ]
    kept = tuple(_from_mark(view, span) for span in spans)
    return (bounded(view, replace(seen, content=kept)) if kept else None) or rule


def _is_before(view: View, span: Span, rule: Draft) -> bool:
    """Tell whether words end with their own stop before a cue that leads to other words by a colon."""
    if rule.rule != "direct.before" or rule.cue is None or span.end > rule.cue.start:
        return False
    led = view.text[rule.cue.end : rule.start].rstrip(_OPENING)
    apart = not any(own.overlaps(span) for own in rule.content)
    return apart and led.endswith(":") and span.of(view.text).rstrip(_OPENING)[-1:] in {".", "!", "?", "…"}


def _from_mark(view: View, span: Span) -> Span:
    """Return `span` from its quotation mark on, where only a noun stands before it and whole words behind it."""
    quotation = next(iter(view.quotations_over(span)), None)
    if quotation is None or quotation.outer.start <= span.start or quotation.outer.end < span.end:
        return span
    lead = view.text[span.start : quotation.outer.start].rstrip()
    whole = quotation.words >= _WHOLE or lead.endswith(":")
    led = whole and not has_clause(view, replace(span, end=quotation.outer.start))
    return replace(span, start=quotation.inside.start) if led else span


def _loses_the_clause(view: View, rule: Draft, seen: Draft) -> bool:
    """Tell whether a reading keeps only a noun of a rule's clause: of "The pier is shut despite calls, she said", "calls"."""
    if (
        rule.rule != "indirect.aside"
        or quoted_parts(view, seen.content)
        or any(has_clause(view, span) for span in seen.content)
    ):
        return False
    return any(has_clause(view, span) for span in rule.content)


def _block(view: View, span: Span) -> int:
    return view.block_of(view.syntax.at(span.start))


def _partners(rules: Sequence[Draft], witnesses: Sequence[Witness], near: Nearby) -> dict[int, int]:
    """Return the witness of each rule's draft, one to one: those of the same cue first, then the likest."""
    links: list[tuple[bool, float, int, int]] = []
    for index, rule in enumerate(rules):
        for other in near.overlapping(rule.content):
            seen = witnesses[other].draft
            same_cue = rule.cue is not None and seen.cue is not None and rule.cue.overlaps(seen.cue)
            alike = likeness(rule.content, seen.content)
            if same_cue or alike >= _ALIKE:
                links.append((not same_cue, -alike, index, other))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, index, other in sorted(links):
        if index not in found and other not in taken:
            found[index] = other
            taken.add(other)
    return found


def _sourced(view: View, rule: Draft, witness: Witness) -> Draft:
    """Return a rule's draft with the tagger's source where the two name different ones and the tagger is surer.

    Who "who" is, the rule has already worked out: "Harrow, who asked that the pier be shut".
    """
    seen = witness.draft.source
    if seen is None or witness.parted or (rule.source is not None and rule.source.span.overlaps(seen.span)):
        return rule
    relative = rule.source is not None and any(
        view.syntax.tokens[head].tag in _RELATIVES for head in seen.heads
    )
    inverted = rule.verb is not None and find_before_and(view, rule.verb) is not None
    sure = (
        relative
        or inverted
        or _is_newcomer(view, rule)
        or _stands_before(view, rule)
        or _is_named_by(view, rule, seen)
    )
    return rule if sure or _is_answerer(view, rule, seen) else replace(rule, source=seen)


def _is_answerer(view: View, rule: Draft, seen: Source) -> bool:
    """Tell whether a source is who answers a question that nobody is told to ask: "Asked whether the mill would close, he said"."""
    if rule.source is not None or rule.cue is None or rule.verb is None:
        return False
    asked = lemma_of(view.syntax, rule.verb) in _ASKING
    return asked and rule.cue.end <= rule.content[0].start and rule.content[-1].end <= seen.span.start


def _stands_before(view: View, rule: Draft) -> bool:
    """Tell whether a name stands right before its own verb: "noted the shelling, which President Ana Roe called “a crime”"."""
    if rule.source is None or rule.cue is None or rule.verb is None:
        return False
    head = view.syntax.tokens[rule.source.heads[0]] if rule.source.heads else None
    own = head is not None and head.dep == "nsubj" and head.head == rule.verb
    adjoins = not view.text[rule.source.span.end : rule.cue.start].strip()
    return own and adjoins and view.named_at(rule.source.heads[0]) is not None


def _is_named_by(view: View, rule: Draft, seen: Source) -> bool:
    """Tell whether a source only leads to the rule's name, nothing between them: "Telly darling Ana Velik told how …"."""
    if rule.source is None or not rule.source.heads or rule.source.span.start < seen.span.end:
        return False
    between = view.text[seen.span.end : rule.source.span.start]
    return between.isspace() and "\n" not in between and view.named_at(rule.source.heads[0]) is not None


def _is_newcomer(view: View, rule: Draft) -> bool:
    """Tell whether somebody new stands right behind the verb: “Stop it,” called a voice from the gallery."""
    if rule.source is None or rule.cue is None or rule.rule != "direct.behind":
        return False
    adjoins = view.text[rule.cue.end : rule.source.span.start] == " "
    return adjoins and is_indefinite(rule.source.span.of(view.text))


def has_form(view: View, draft: Draft) -> bool:
    """Tell whether a draft has the form of an attribution: a clause, an infinitive or a quotation, and a source."""
    if not draft.rule.startswith("tagger.") or quoted_parts(view, draft.content):
        return True
    return draft.source is not None and is_clause(view, draft.content)
