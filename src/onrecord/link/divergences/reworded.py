"""Plain facts inside the wordings of one statement: "lost forty boats" against "lost 14 boats", "may" against "will".

What is replaced must be a number, a weekday, a name or a modal verb on both sides and little else. Reported speech puts
"will" into the past, so "would" is no other; "probably" that one wording has and the other lacks is a divergence too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.roles import is_person_role
from onrecord.link.divergences.fillers import diverge
from onrecord.link.statements.numerals import BEFORE, NUMERAL, may_be_one, read_mark, read_numeral
from onrecord.link.statements.variants import text_of
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.model.statement import Slot
from onrecord.text.normalise import normalise
from onrecord.text.signs import find_signs
from onrecord.text.spellings import is_spelling
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.statement import Difference, Divergence, Statement, Variant

_MODALS = {
    "certain": "will|shall|would|is going to|are going to|was going to|were going to|is to|are to",
    "possible": "may|might|can|could|is able to|are able to",
    "duty": "must|has to|have to|had to|needs to|need to|needed to",
    "counsel": "should|ought to|had better",
}
_MODAL_OF = {words: kind for kind, listed in _MODALS.items() for words in listed.split("|")}
_MODAL = re.compile(rf"\b(?:{'|'.join(sorted(_MODAL_OF, key=len, reverse=True))})\b", re.IGNORECASE)
_HEDGES = frozenset(
    {
        "probably",
        "perhaps",
        "possibly",
        "maybe",
        "likely",
        "presumably",
        "allegedly",
        "reportedly",
        "apparently",
    }
)
_MEASURES = frozenset({"minus", "percent", "permillesign"})
_NUMBER = re.compile(NUMERAL, re.IGNORECASE)
_MARK = re.compile(rf"{BEFORE}$", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}")
_MOST_WORDS = 5
"""Words on either side up to which a replacement is one fact, and not a sentence told otherwise."""

_Side = tuple[Span, str]
"""A range of a wording, and the wording."""


def find_reworded(
    statements: Iterable[Statement], attributions: Mapping[str, Attribution], reports: Mapping[str, Report]
) -> Iterator[Divergence]:
    """Find where a wording gives another number, day, name or modality than the base of its statement."""
    for statement in statements:
        base = statement.variants[0]
        for variant in statement.variants[1:]:
            pair = tuple(find_worded(one, attributions, reports) for one in (base, variant))
            first, second = pair
            if first is None or second is None or first.report_id == second.report_id:
                continue
            for difference in variant.differences:
                slot = _slot(difference, base.text, variant.text)
                if slot is not None:
                    places = (
                        find_place(first, difference.base),
                        find_place(second, difference.variant),
                    )
                    yield diverge(slot, places, reports)


def find_worded(
    variant: Variant, attributions: Mapping[str, Attribution], reports: Mapping[str, Report]
) -> Attribution | None:
    """Return the attribution whose exact words a variant has."""
    members = (attributions[key] for key in variant.attribution_ids)
    return next((one for one in members if text_of(one, reports[one.report_id].text) == variant.text), None)


def _slot(difference: Difference, base: str, variant: str) -> Slot | None:
    """Return in which slot two wordings differ, if it is one."""
    if difference.base is None or difference.variant is None:
        span, text = (difference.base, base) if difference.base else (difference.variant, variant)
        words = [word.key for word in find_word_parts(span.of(text))] if span else []
        if words and _HEDGES.issuperset(words):
            return Slot.MODALITY
        return Slot.NUMBER if span and _is_measure(span, text) else None
    sides = ((difference.base, base), (difference.variant, variant))
    if any(len(list(find_word_parts(span.of(text)))) > _MOST_WORDS for span, text in sides):
        return None
    for slot, differs in (
        (Slot.NUMBER, _give_two_numbers),
        (Slot.DATE, _give_two_days),
        (Slot.MODALITY, _give_two_modalities),
        (Slot.NAME, _give_two_names),
    ):
        if differs(*sides):
            return slot
    return None


def _is_measure(span: Span, text: str) -> bool:
    """Tell whether a range is a sign alone that makes another number of the one beside it: a minus, a per cent."""
    return any(Span(sign.start, sign.end) == span and sign.key in _MEASURES for sign in find_signs(text))


def _find_currencies(side: _Side) -> set[str]:
    span, text = side
    return {
        text[sign.start]
        for sign in find_signs(text)
        if span.start <= sign.start < span.end and category(text[sign.start]) == "Sc"
    }


def _give_two_numbers(first: _Side, second: _Side) -> bool:
    """Tell "forty boats" and "14 boats" from a number that was rounded, and from "30 miles" and "48km".

    "£5" and "€5" are two sums; "$5" and "€4.6" may be one.
    """
    sides = (first, second)
    found = [list(_NUMBER.finditer(text, *span)) for span, text in sides]
    if any(len(matches) != 1 for matches in found):
        return False
    ends = [matches[0].end() for matches in found]
    units = [text[end:].split(maxsplit=1)[:1] for end, (_, text) in zip(ends, sides, strict=True)]
    if units[0] != units[1]:
        return False
    a, b = (_read_number(matches[0], text) for matches, (_, text) in zip(found, sides, strict=True))
    currencies = [_find_currencies(side) for side in sides]
    if all(currencies) and currencies[0] != currencies[1]:
        return a == b
    return not may_be_one(a, b)


def _read_number(match: re.Match[str], text: str) -> frozenset[str]:
    """Return a number with the mark of the words before it: "about 40" may be 41."""
    before = _MARK.search(text, 0, match.start("number"))
    return read_mark(before["mark"] if before else None) | {str(read_numeral(match["number"]))}


def _give_two_days(first: _Side, second: _Side) -> bool:
    days = [
        {WEEKDAYS.get(word.key, MONTHS.get(word.key, 0) + len(WEEKDAYS))}
        for span, text in (first, second)
        for word in find_word_parts(span.of(text))
        if word.key in WEEKDAYS or (word.key in MONTHS and word.key not in {"may", "march"})
    ]
    return len(days) == len((first, second)) and days[0] != days[1]


def _give_two_modalities(first: _Side, second: _Side) -> bool:
    kinds = [
        {_MODAL_OF[match[0].lower()] for match in _MODAL.finditer(span.of(text))}
        for span, text in (first, second)
    ]
    return all(len(kind) == 1 for kind in kinds) and kinds[0] != kinds[1]


def _give_two_names(first: _Side, second: _Side) -> bool:
    """Tell two names in one place; a word that opens a sentence may be any word."""
    names: list[str] = []
    for span, text in (first, second):
        before = text[: span.start].rstrip(" “\"‘'")
        if not _NAME.fullmatch(span.of(text)) or not before or before[-1] in ".!?:":
            return False
        names.append(normalise(span.of(text)))
    a, b = (name.split() for name in names)
    if all(is_honorific(word) or is_person_role(word) for word in (*a, *b)):
        # "Lieutenant Hale" and "Lt Hale" have one name.
        return False
    return not set(a) & set(b) and not is_spelling(a[-1], b[-1])


def find_place(attribution: Attribution, own: Span | None) -> Evidence:
    """Return where a range of a wording stands in its report; all of its first part where it has nothing there."""
    start = 0
    for part in attribution.content:
        if own is not None and start <= own.start and own.end <= start + len(part):
            return Evidence(report_id=attribution.report_id, span=own.shifted(part.start - start))
        start += len(part) + 1
    return Evidence(report_id=attribution.report_id, span=attribution.content[0])
