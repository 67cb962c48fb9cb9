"""The wordings of one statement: which is the base, how the others stand to it and where they differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model.attribution import Manner
from onrecord.model.span import Span
from onrecord.model.statement import Change, Difference, Relation, Variant
from onrecord.text.align import Piece, Step, align
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.meaning import Meanings

_CLOSENESS = {
    Manner.DIRECT: 0,
    Manner.CARRIED: 1,
    Manner.UNMARKED: 1,
    Manner.MIXED: 2,
    Manner.INDIRECT: 3,
}
"""How close to verbatim a manner is; speech carried on has the standing of unmarked speech."""

_VERBATIM = frozenset({Manner.DIRECT, Manner.UNMARKED, Manner.CARRIED})

_CHANGES = {Step.REPLACED: Change.REPLACED, Step.ADDED: Change.ADDED, Step.DROPPED: Change.DROPPED}

_MOSTLY_SHARED = 0.5
"""Share of the shorter wording's words that a cut or an extension has in common with the base."""

_FEW_WORDS = 8
"""Differences longer than this are counted in the summary, not printed."""

_MANY_DIFFERENCES = 4
"""Differences told one by one in a summary."""

_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*$")


def text_of(attribution: Attribution, report_text: str) -> str:
    """Return a wording: the content's ranges joined by one space."""
    return " ".join(span.of(report_text) for span in attribution.content)


def quoted_ranges(attribution: Attribution) -> tuple[Span, ...]:
    """Return the parts of a wording that stand between quotation marks, as ranges of its `text_of`."""
    ranges: list[Span] = []
    offset = 0
    for part in attribution.content:
        for quoted in attribution.quoted:
            start, end = max(part.start, quoted.start), min(part.end, quoted.end)
            if start < end:
                ranges.append(Span(offset + start - part.start, offset + end - part.start))
        offset += len(part) + 1
    return tuple(sorted(ranges))


def relate_variants(
    attributions: Iterable[Attribution], texts: Mapping[str, str], meanings: Meanings | None = None
) -> tuple[Variant, ...]:
    """Turn the attributions of one statement into its variants, the base first.

    Args:
        attributions: all of one statement.
        texts: the text of each report, by id.
        meanings: what tells which words render each other; None to go by equal words alone.

    Returns:
        One variant for each wording that differs in more than case, marks and white space. The base is the
        wording closest to verbatim, among equals the longest; the others follow in that order.
    """
    groups: dict[str, list[Attribution]] = {}
    for attribution in sorted(attributions, key=lambda attribution: attribution.id):
        wording = text_of(attribution, texts[attribution.report_id])
        groups.setdefault(normalise(wording) or wording, []).append(attribution)
    ranked = sorted(
        (find_closest(group, texts) for group in groups.values()),
        key=lambda attribution: _rank(attribution, texts),
    )
    members = {
        find_closest(group, texts).id: tuple(attribution.id for attribution in group)
        for group in groups.values()
    }
    base = ranked[0]
    base_text = text_of(base, texts[base.report_id])
    variants = [
        Variant(
            attribution_ids=members[base.id],
            text=base_text,
            relation=Relation.BASE,
            differences=(),
            summary="",
        )
    ]
    for other in ranked[1:]:
        wording = text_of(other, texts[other.report_id])
        variants.append(_compare((base, base_text), (other, wording), members[other.id], meanings))
    return tuple(variants)


def find_closest(attributions: Iterable[Attribution], texts: Mapping[str, str]) -> Attribution:
    """Return the attribution that gives the wording of all: the closest to verbatim, among equals the longest.

    Raises:
        ValueError: when there are no attributions.
    """
    return min(attributions, key=lambda attribution: _rank(attribution, texts))


def _rank(attribution: Attribution, texts: Mapping[str, str]) -> tuple[int, int, str]:
    return (
        _CLOSENESS[attribution.manner],
        -len(text_of(attribution, texts[attribution.report_id])),
        attribution.id,
    )


def _compare(
    base: tuple[Attribution, str],
    other: tuple[Attribution, str],
    members: tuple[str, ...],
    meanings: Meanings | None,
) -> Variant:
    pieces = align(base[1], other[1], meanings.link_words if meanings else None)
    differences = find_differences(pieces, base[1], other[1])
    quoted = (quoted_ranges(base[0]), quoted_ranges(other[0]))
    return Variant(
        attribution_ids=members,
        text=other[1],
        relation=_relation(base, other, pieces),
        differences=differences,
        summary=summarise(differences, (base[1], other[1]), quoted),
    )


def find_differences(pieces: Iterable[Piece], base: str, variant: str) -> tuple[Difference, ...]:
    """Return the differences between two aligned wordings, each over whole words."""
    return tuple(
        Difference(
            kind=_CHANGES[piece.step],
            base=_whole_words(base, piece.words[0]),
            variant=_whole_words(variant, piece.words[1]),
        )
        for piece in pieces
        if piece.step in _CHANGES
    )


def _whole_words(text: str, span: Span | None) -> Span | None:
    """Widen a span to the ends of hyphenated words: "full-scale" is not changed by its half."""
    if span is None:
        return None
    start, end = span
    while start > 0 and (text[start - 1].isalnum() or _joins(text, start - 1)):
        start -= 1
    while end < len(text) and (text[end].isalnum() or _joins(text, end)):
        end += 1
    return Span(start, end)


def _joins(text: str, index: int) -> bool:
    inner = 0 < index < len(text) - 1
    return inner and text[index] in "-‐‑'’" and text[index - 1].isalnum() and text[index + 1].isalnum()


def _relation(
    base: tuple[Attribution, str], other: tuple[Attribution, str], pieces: Sequence[Piece]
) -> Relation:
    kinds = {piece.step for piece in pieces}
    if kinds <= {Step.SAME}:
        return Relation.VERBATIM
    same = sum(len(piece.left) for piece in pieces if piece.step is Step.SAME)
    mostly = same >= _MOSTLY_SHARED * min(len(base[1]), len(other[1]))
    if mostly and kinds <= {Step.SAME, Step.DROPPED}:
        return Relation.CUT
    if mostly and kinds <= {Step.SAME, Step.ADDED}:
        return Relation.EXTENDED
    both_verbatim = base[0].manner in _VERBATIM and other[0].manner in _VERBATIM
    return Relation.TRANSLATION if both_verbatim else Relation.PARAPHRASE


def summarise(
    differences: Sequence[Difference],
    texts: tuple[str, str],
    quoted: tuple[Sequence[Span], Sequence[Span]],
) -> str:
    """Return the differences as one plain sentence, told of the variant.

    Words stand between quotation marks only where both reports quote them; they are then exact characters.
    """
    if not differences:
        return "Differs in case or marks only."
    told = [_tell(difference, texts, quoted) for difference in differences[:_MANY_DIFFERENCES]]
    more = len(differences) - len(told)
    if more:
        told.append(f"differs in {more} more {'place' if more == 1 else 'places'}")
    sentence = "; ".join(told)
    return sentence[0].upper() + sentence[1:] + "."


def _tell(
    difference: Difference, texts: tuple[str, str], quoted: tuple[Sequence[Span], Sequence[Span]]
) -> str:
    old = _show(difference.base, texts[0], quoted[0])
    new = _show(difference.variant, texts[1], quoted[1])
    if old and new:
        return f"has {new} for {old}"
    return f"adds {new}" if new else f"lacks {old}"


def _show(span: Span | None, text: str, quoted: Sequence[Span]) -> str:
    if span is None:
        return ""
    words = span.of(text).split()
    if len(words) > _FEW_WORDS:
        if not text[span.end :].strip(" .!?…”\"’'") and _starts_sentence(text, span.start):
            return "the last sentence" if span.start else "all of it"
        return f"a passage of {len(words)} words"
    shown = span.of(text)
    if any(span in part for part in quoted) and not set(shown) & set('“”"\n'):
        return f"“{shown}”"
    return f"the {'words' if len(words) > 1 else 'word'} {' '.join(words)}"


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'")
    return not before or bool(_SENTENCE_END.search(before))
