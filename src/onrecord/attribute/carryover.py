"""Words that go on with the last speaker's, with no cue of their own.

Two rules. A quotation that stands as sentences of its own ("Harrow was blunt. “It is over.”", or a paragraph of
nothing but quotation behind one that Harrow spoke) is Harrow's, manner direct. A sentence that opens with a word of
consequence right behind a reported one is carried: a weak sign, so it is only ever possible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.clauses import trimmed
from onrecord.attribute.drafts import Draft
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.view import Quotation, View
    from onrecord.model.span import Span

_CONSEQUENCE: Final = (
    "therefore",
    "thus",
    "hence",
    "consequently",
    "accordingly",
    "this means",
    "that means",
    "in other words",
    "as a result",
    "that is why",
    "which is why",
    "for this reason",
    "for that reason",
    "so ",
)
_SENTENCE_WORDS: Final = 3


def find_uncued(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return quotations without a cue, each credited to the draft whose speech it goes on with."""
    found: list[Draft] = []
    for quotation in view.quotations:
        if _is_taken(quotation.inside, [*drafts, *found]) or not _stands_alone(view, quotation):
            continue
        last = _last_speech(view, quotation, [*drafts, *found])
        if last is None:
            continue
        found.append(
            Draft(
                content=(quotation.inside,),
                rule="carryover.quotation",
                source=last.source,
                act=last.act,
                manner=Manner.DIRECT,
                carries=last,
                level=Level.LIKELY,
            )
        )
    return found


def _is_taken(span: Span, drafts: Sequence[Draft]) -> bool:
    return any(span.overlaps(content) for draft in drafts for content in draft.content)


def _stands_alone(view: View, quotation: Quotation) -> bool:
    """Tell whether a quotation is sentences of its own: a stop before it, and one at its end."""
    block = view.report.blocks[quotation.block]
    before = view.text[block.span.start : quotation.outer.start].rstrip()
    behind = view.text[quotation.outer.end : block.span.end].strip()
    inside = quotation.inside.of(view.text).strip()
    if quotation.words < _SENTENCE_WORDS or (before and before[-1] not in '.!?…”"’:'):
        return False
    if quotation.marks.close is None and not behind:
        return True
    return inside[-1:] in ".!?…" and (not behind or behind[0].isupper() or behind[0] in '“"‘(')


def _last_speech(view: View, quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft before a quotation, in its paragraph or in the one right before it."""
    before = [draft for draft in drafts if _anchor(draft) < quotation.outer.start and draft.source]
    if not before:
        return None
    last = max(before, key=_anchor)
    block = view.block_of(view.syntax.at(last.start))
    if block == quotation.block:
        return last
    alone = not view.text[view.report.blocks[quotation.block].span.start : quotation.outer.start].strip()
    between = [
        index
        for index in view.spoken
        if block < index < quotation.block and view.report.blocks[index].zone is Zone.BODY
    ]
    quoted = any(
        marks.inside.overlaps(span) for span in last.content for marks in view.annotations.quotemarks
    )
    return last if alone and not between and quoted else None


def _anchor(draft: Draft) -> int:
    return max(draft.end, draft.cue.end if draft.cue else 0)


def find_carried(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return sentences that draw a consequence from the reported sentence right before them."""
    found: list[Draft] = []
    sentences = view.annotations.sentences
    for before, here in zip(view.sentences, view.sentences[1:], strict=False):
        span = sentences[here].span
        words = span.of(view.text).lower()
        if not words.startswith(_CONSEQUENCE) or _is_taken(span, drafts):
            continue
        if any(draft.cue and draft.cue.overlaps(span) for draft in drafts) or any(
            quotation.outer.overlaps(span) for quotation in view.quotations
        ):
            continue
        last = [
            draft for draft in drafts if sentences[before].span.overlaps(draft.content[-1]) and draft.source
        ]
        if not last or sentences[before].span.end - last[0].end > 2:  # noqa: PLR2004 - the stop, and a mark
            continue
        kept = trimmed(view, list(sentences[here].tokens), after=-1)
        if kept:
            found.append(
                Draft(
                    content=(view.syntax.span(kept[0], kept[-1]),),
                    rule="carryover.consequence",
                    source=last[0].source,
                    act=last[0].act,
                    manner=Manner.CARRIED,
                    carries=last[0],
                    level=Level.POSSIBLE,
                )
            )
    return found
