"""From drafts to attributions: one for each passage, with exact bounds, a manner and what stands between marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.manners import inner_parts, manner_of
from onrecord.model import ids
from onrecord.model.attribution import Attribution, Judgement, Level
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_SPACES: Final = " \t\r\n\u00a0\u2009\u202f\u200b\ufeff"
_MARKS: Final = "\"“”„‟«»‘’‚‛‹›'`＂"
_AT_START: Final = _SPACES + ",.;:…–—-)"
_AT_END: Final = _SPACES + ",;:–—-("
_RELATIVES: Final = frozenset({"WDT", "WP"})
_JOINED: Final = frozenset({"conj", "xcomp"})
_STEPS: Final = 6
_LEVELS: Final = (Level.CERTAIN, Level.LIKELY, Level.POSSIBLE)


def bounded(view: View, draft: Draft) -> Draft | None:
    """Return `draft` with its content cut to exact bounds, or None when nothing is left."""
    spans = [part for span in sorted(draft.content) if (part := _exact(view, span)) is not None]
    if spans == list(draft.content):
        return draft
    return replace(draft, content=tuple(spans)) if spans else None


def _exact(view: View, span: Span) -> Span | None:
    """Cut space, commas and outer marks off both ends; a full stop only where no mark closes behind it."""
    text = view.text
    over = view.quotations_over(Span(max(0, span.start - 1), span.end + 1))
    pairs = [quotation.outer for quotation in over]
    start, end = span.start, span.end
    while start < end:
        inner = next((pair for pair in pairs if pair.start == start and pair.end >= end), None)
        if (text[start] in _AT_START and text[start : start + 1] != "…" and not _is_sign(text, start)) or (
            text[start] in _MARKS and (inner or end - start == 1)
        ):
            start += 1
        else:
            break
    quoted = any(quotation.inside.start <= start < end <= quotation.inside.end + 2 for quotation in over)
    while end > start:
        if (
            text[end - 1] in _AT_END
            or (text[end - 1] in _MARKS and _is_outer(view, end - 1))
            or (
                text[end - 1] == "."
                and not quoted
                and not _ends_quotation(view, end)
                and not text[: end - 1].endswith(("..", "U.S", "Jr", "Inc"))
            )
        ):
            end -= 1
        else:
            break
    kept = _balanced(view, Span(start, end))
    return kept if any(char.isalnum() for char in kept.of(text)) else None


def _is_sign(text: str, start: int) -> bool:
    """Tell whether a sign belongs to the number behind it: "-2 degrees", ".5 of a metre"."""
    return (
        text[start] in "-–.−"
        and text[start + 1 : start + 2].isdigit()
        and not text[:start].endswith(text[start])
    )


def _balanced(view: View, span: Span) -> Span:
    """Return `span` without half a pair of the marks inside a quotation.

    In “The pilot said, ‘Wait here,’ and left,” what the pilot said ends at the inner mark.
    """
    start, end = span.start, span.end
    for inner in view.inner_marks(span):
        opened, closed = inner.start - 1, inner.end + 1
        within = inner.start <= start < inner.end or (start == opened and end <= closed)
        if within and (end > inner.end or start <= inner.start):
            start, end = max(start, inner.start), inner.trimmed(view.text, drop=_AT_END).end
        elif start < opened and inner.start < end <= inner.end:
            end = closed
    return Span(start, max(start, end))


def _is_outer(view: View, position: int) -> bool:
    """Tell whether the mark at `position` closes a quotation, or is stray."""
    for quotation in view.quotations_over(Span(position, position + 1)):
        if quotation.marks.close and position in quotation.marks.close:
            return True
    return not view.text[position - 1 : position].isalnum()


def _ends_quotation(view: View, end: int) -> bool:
    return any(
        quotation.inside.start < end <= quotation.inside.end
        for quotation in view.quotations_over(Span(end - 1, end + 1))
    )


def quoted_parts(view: View, content: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of `content` between quotation marks."""
    found: list[Span] = []
    for span in content:
        for quotation in view.quotations_over(span):
            if quotation.inside.overlaps(span):
                part = Span(max(span.start, quotation.inside.start), min(span.end, quotation.inside.end))
                part = part.trimmed(view.text, drop=_SPACES + ",")
                if len(part):
                    found.append(part)
    return tuple(found)


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Return `drafts` in text order with one for each content, the surest and then the earliest rule.

    What holds nothing but another's source and cue is left out: of "His aunt had told him nothing, Harrow said" nobody
    told him "Harrow said". Nor are each other's words both: of "Velik told a clerk to go, her deputy Owen Harrow told the board" the
    first half is Harrow's, and the second nobody's.
    """
    best: dict[tuple[Span, ...], Draft] = {}
    credited = {span for draft in drafts if (span := _credit_of(draft)) is not None}
    for draft in drafts:
        if len(draft.content) == 1 and draft.content[0] in credited:
            continue
        known = best.get(draft.content)
        if known is None or _rank(draft) < _rank(known):
            best[draft.content] = draft
    kept = sorted(best.values(), key=lambda draft: (draft.content, draft.rule))
    crossed = _find_crossed(kept)
    return [draft for place, draft in enumerate(kept) if place not in crossed]


def _find_crossed(drafts: Sequence[Draft]) -> set[int]:
    """Return the places of what is only possible, and whose words are what credits something surer before them that holds their cue."""
    cues = sorted((draft.cue, place) for place, draft in enumerate(drafts) if draft.cue is not None)
    starts = [cue.start for cue, _ in cues]
    holding = {
        (place, other)
        for place, draft in enumerate(drafts)
        for span in draft.content
        for cue, other in cues[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if other != place and cue.end <= span.end
    }
    return {
        place
        for place, other in holding
        if (other, place) in holding
        and drafts[place].level is Level.POSSIBLE
        and drafts[other].level is not Level.POSSIBLE
        and drafts[other].content[-1].end <= drafts[place].content[0].start
    }


def _credit_of(draft: Draft) -> Span | None:
    """Return the characters from source to cue, where they stand side by side: "Harrow later said"."""
    if draft.source is None or draft.cue is None:
        return None
    both = sorted([draft.source.span, draft.cue])
    whole = Span(both[0].start, max(span.end for span in both))
    return None if any(span.overlaps(whole) for span in draft.content) else whole


def _rank(draft: Draft) -> tuple[int, bool, str]:
    return (_LEVELS.index(draft.level), draft.source is None, draft.rule)


def attribution_of(
    view: View, draft: Draft, speakers: Mapping[int, tuple[str, ...]], index: int
) -> Attribution:
    """Return the attribution that a bounded draft stands for."""
    inner = draft.verb is not None and view.is_quoted(draft.verb)
    quoted = inner_parts(view, draft.content) if inner else quoted_parts(view, draft.content)
    source = source_of(view, draft)
    because = [draft.cue, source]
    for part in draft.content:
        for quotation in view.quotations_over(part):
            because += [quotation.marks.open, quotation.marks.close]
    return Attribution(
        id=ids.attribution_id(view.report.id, draft.content),
        report_id=view.report.id,
        content=draft.content,
        quoted=quoted,
        manner=manner_of(view, draft, quoted),
        act=draft.act,
        cue=draft.cue,
        source=source,
        speakers=speakers.get(index, ()),
        judgement=Judgement(
            rule=draft.rule,
            because=tuple(sorted({span for span in because if span is not None})),
            level=draft.level,
        ),
    )


def source_of(view: View, draft: Draft) -> Span | None:
    """Return the source phrase with the "who" or "which" by which the cue knows it: "Harrow, who added that …"."""
    if draft.source is None or draft.verb is None:
        return None if draft.source is None else draft.source.span
    tokens = view.syntax.tokens
    here = view.syntax.at(draft.source.span.end)
    while here < draft.verb and not view.syntax.is_word(here):
        here += 1
    if (
        here >= draft.verb
        or tokens[here].tag not in _RELATIVES
        or draft.source.span.end > tokens[here].span.start
    ):
        return draft.source.span
    asked = draft.verb
    for _ in range(_STEPS):
        if tokens[asked].dep not in _JOINED or tokens[asked].head == asked:
            break
        asked = tokens[asked].head
    belongs = tokens[here].head in {asked, draft.verb}
    return Span(draft.source.span.start, tokens[here].span.end) if belongs else draft.source.span
