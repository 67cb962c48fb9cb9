"""Who has just been put before the reader: the only person, or the only body, that the words right before a phrase name.

In "Shares in Harrow Ropes fell. The company said …" no sentence is about the firm, and yet nothing else can be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.attribute.stage.salience import Stage
    from onrecord.model.annotation import Mention


def find_just_named(
    view: View,
    stage: Stage,
    mentions: Sequence[tuple[Mention, str]],
    position: int,
    *,
    fits: Callable[[str], bool],
) -> str | None:
    """Return the one chain that `fits` among those named right before `position`, in the report's own words.

    Looked at is the paragraph up to `position`; where that names nobody who fits, the paragraph before.
    """
    block = view.block_of(view.syntax.at(position))
    here = view.report.blocks[block].span
    found = named_within(view, stage, mentions, Span(here.start, max(here.start, position)))
    found = {chain_id for chain_id in found if fits(chain_id)}
    above = [index for index in view.spoken if index < block][-1:]
    if not found and above:
        found = named_within(view, stage, mentions, view.report.blocks[above[0]].span)
        found = {chain_id for chain_id in found if fits(chain_id)}
    return found.pop() if len(found) == 1 else None


def named_within(view: View, stage: Stage, mentions: Sequence[tuple[Mention, str]], span: Span) -> set[str]:
    """Return the chains named within `span`, in the report's own words."""
    first = bisect_left(mentions, span.start, key=lambda pair: pair[0].span.start)
    stop = bisect_left(mentions, span.end, key=lambda pair: pair[0].span.start)
    return {
        chain_id
        for mention, chain_id in mentions[first:stop]
        if not stage.is_talked_about(mention) and not view.is_quoted(view.syntax.at(mention.span.start))
    }
