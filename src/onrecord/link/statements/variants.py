"""The wordings of one statement: which is the base, how the others stand to it and where they differ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model.attribution import Manner
from onrecord.model.span import Span
from onrecord.model.statement import Change, Difference, Relation, Variant
from onrecord.text.align import Piece, Step, align
from onrecord.text.normalise import normalise
from onrecord.text.signs import spell_signs

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

_CHANGES = {Step.REPLACED: Change.REPLACED, Step.ADDED: Change.ADDED, Step.DROPPED: Change.DROPPED}

_MOSTLY_SHARED = 0.5
"""Share of the shorter wording's words that a cut or an extension has in common with the base."""

_Wording = tuple["Attribution", "Sequence[Attribution]"]
"""The attribution that gives a wording, and all that have it."""

_AS_FULL = 0.8
"""Share of the longest wording's letters from which another is as full."""

_PARTS = frozenset({Relation.CUT, Relation.VERBATIM})

_AROUND = 40
"""Characters on either side of a wording in which a report shows whether it copies another."""

_FEW_WORDS = 8
"""Differences longer than this are counted in the summary, not printed."""

_MANY_DIFFERENCES = 4
"""Differences told one by one in a summary."""

_CLOSING = "”\"’')]»“ "
"""What may stand behind the mark that ends a sentence."""

_MARKS_ONLY = re.compile(r"\W*")
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
    attributions: Iterable[Attribution],
    texts: Mapping[str, str],
    meanings: Meanings | None = None,
    languages: Mapping[str, str | None] | None = None,
) -> tuple[Variant, ...]:
    """Turn the attributions of one statement into its variants, the base first.

    Args:
        attributions: all of one statement.
        texts: the text of each report, by id.
        meanings: what tells which words render each other; None to go by equal words alone.
        languages: that of each report, by id, where it is known: of two wordings in one language none is a translation.

    Returns:
        One variant for each wording that differs in more than case, marks and white space; "£5" and "€5" differ, and a question from none. The base is the
        wording closest to verbatim, among equals the fullest (`_find_base`); the others follow in order of length.
    """
    wordings = _group_wordings(attributions, texts)
    base = _find_base(wordings, texts)
    members = {first.id: tuple(one.id for one in group) for first, group in wordings}
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
    for other, _ in wordings:
        if other is base:
            continue
        wording = text_of(other, texts[other.report_id])
        variant = _compare((base, base_text), (other, wording), members[other.id], meanings)
        if _are_two_languages(base, other, languages or {}) and variant.relation is Relation.PARAPHRASE:
            variant = replace(variant, relation=Relation.TRANSLATION)
        variants.append(variant)
    return tuple(variants)


def find_closest(attributions: Iterable[Attribution], texts: Mapping[str, str]) -> Attribution:
    """Return the attribution that gives the wording of all: that of the base, were they one statement.

    Raises:
        ValueError: when there are no attributions.
    """
    wordings = _group_wordings(attributions, texts)
    if not wordings:
        raise ValueError("the attributions are empty")
    return _find_base(wordings, texts)


def _group_wordings(attributions: Iterable[Attribution], texts: Mapping[str, str]) -> list[_Wording]:
    """Return the attributions of each wording, after the one that gives it; the closest to verbatim first, among equals the longest."""
    groups: dict[str, list[Attribution]] = {}
    for attribution in sorted(attributions, key=lambda attribution: attribution.id):
        wording = text_of(attribution, texts[attribution.report_id])
        groups.setdefault(_compare_key(wording), []).append(attribution)
    found = [(min(group, key=lambda one: _rank(one, texts)), group) for group in groups.values()]
    return sorted(found, key=lambda wording: _rank(wording[0], texts))


def _compare_key(wording: str) -> str:
    """Return what one wording has in common with others that are the same: words and signs, and whether it asks."""
    asks = wording.rstrip(_CLOSING).endswith("?")
    return (normalise(spell_signs(wording)) or wording) + ("?" if asks else "")


def _rank(attribution: Attribution, texts: Mapping[str, str]) -> tuple[int, int, str]:
    return (
        _CLOSENESS[attribution.manner],
        -len(text_of(attribution, texts[attribution.report_id])),
        attribution.id,
    )


def _find_base(wordings: Sequence[_Wording], texts: Mapping[str, str]) -> Attribution:
    """Return the fullest of the wordings closest to verbatim: the longest, but for one as full that more reports have by themselves.

    A translation has more letters as often as fewer; a wording that is a part of a longer one is never as full.
    """
    first = wordings[0][0]
    longest = text_of(first, texts[first.report_id])
    base, most = first, 0
    for other, members in wordings if len(wordings) > 1 else ():
        wording = text_of(other, texts[other.report_id])
        if _CLOSENESS[other.manner] != _CLOSENESS[first.manner] or len(wording) < _AS_FULL * len(longest):
            break
        tellings = len({_read_around(member, texts[member.report_id]) for member in members})
        if tellings > most and (other is first or not _is_part(wording, longest)):
            base, most = other, tellings
    return base


def _is_part(wording: str, longest: str) -> bool:
    return _relation(longest, wording, align(longest, wording)) in _PARTS


def _read_around(attribution: Attribution, text: str) -> tuple[str, str]:
    """Return the words around a wording: a reprint has those of the report that it copies."""
    start, end = attribution.content[0].start, attribution.content[-1].end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return normalise(before.partition(" ")[2]), normalise(after.rpartition(" ")[0])


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
        relation=_relation(base[1], other[1], pieces),
        differences=differences,
        summary=summarise(differences, (base[1], other[1]), quoted),
    )


def find_differences(pieces: Iterable[Piece], base: str, variant: str) -> tuple[Difference, ...]:
    """Return the differences between two aligned wordings, each over whole words."""
    return tuple(
        Difference(
            kind=_CHANGES[piece.step],
            base=_whole_words(base, piece.words[0], alone=piece.words[1] is None),
            variant=_whole_words(variant, piece.words[1], alone=piece.words[0] is None),
        )
        for piece in pieces
        if piece.step in _CHANGES
    )


def _whole_words(text: str, span: Span | None, *, alone: bool) -> Span | None:
    """Widen a span to the ends of hyphenated words, "full-scale" is not changed by its half, and of a sum with its sign.

    A sign that faces nothing (`alone`) is what is lacking: of "−5" and "5", the "−".
    """
    if span is None or (alone and not any(map(str.isalnum, span.of(text)))):
        return span
    start, end = span
    while start > 0 and (text[start - 1].isalnum() or _joins(text, start - 1)):
        start -= 1
    while end < len(text) and (text[end].isalnum() or _joins(text, end)):
        end += 1
    return Span(start, end)


def _joins(text: str, index: int) -> bool:
    if not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if text[index] in ".,":
        return before.isdigit() and after.isdigit()
    return text[index] in "-‐‑'’" and before.isalnum() and after.isalnum()


def _relation(base: str, other: str, pieces: Sequence[Piece]) -> Relation:
    kinds = {piece.step for piece in pieces}
    if kinds <= {Step.SAME}:
        return Relation.VERBATIM
    same = sum(len(piece.left) for piece in pieces if piece.step is Step.SAME)
    mostly = same >= _MOSTLY_SHARED * min(len(base), len(other))
    if mostly and kinds <= {Step.SAME, Step.DROPPED}:
        return Relation.CUT
    if mostly and kinds <= {Step.SAME, Step.ADDED}:
        return Relation.EXTENDED
    return Relation.PARAPHRASE


def _are_two_languages(base: Attribution, other: Attribution, languages: Mapping[str, str | None]) -> bool:
    """Tell whether two wordings are of two languages: one that is not known is no other, nor are "en-GB" and "en" two."""
    tags = (languages.get(one.report_id) for one in (base, other))
    first, second = ((tag or "").casefold().partition("-")[0] for tag in tags)
    return bool(first and second) and first != second


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
    if len(differences) == 1 and _is_whole(differences[0], texts):
        return "Says it in other words throughout."
    told = [_tell(difference, texts, quoted) for difference in differences[:_MANY_DIFFERENCES]]
    more = len(differences) - len(told)
    if more:
        told.append(f"differs in {more} more {'place' if more == 1 else 'places'}")
    sentence = "; ".join(told)
    return sentence[0].upper() + sentence[1:] + "."


def _is_whole(difference: Difference, texts: tuple[str, str]) -> bool:
    sides = (difference.base, difference.variant)
    return all(
        span is not None and _MARKS_ONLY.fullmatch(text[: span.start] + text[span.end :])
        for span, text in zip(sides, texts, strict=True)
    )


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
