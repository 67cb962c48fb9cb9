"""What a person says of a record in a few words, as a correction that holds to exact characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.ids import attribution_id
from onrecord.publish.page.wording import listing
from onrecord.text.distance import spelling_similarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.publish.page.pile import Pile

_OF_WORDS = frozenset({CorrectionKind.ACCEPT, CorrectionKind.NOT_SPEECH, CorrectionKind.SPEAKER})
_OF_TWO_WORDS = frozenset({CorrectionKind.SAME_STATEMENT, CorrectionKind.OTHER_STATEMENT})
_OF_NAMES = frozenset({CorrectionKind.SAME_NAME, CorrectionKind.OTHER_NAME})
_PAIR = 2
_NEAR = 0.5
"""Likeness of two names from which the one is told where nobody bears the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a person gave: a kind, and the ids, names or days that go with it; `by` and `note` say who and why."""

    kind: CorrectionKind
    words: tuple[str, ...]
    by: str | None = None
    note: str | None = None


def correction_of(pile: Pile, objection: Objection, resolve: Callable[[str], str]) -> Correction:
    """Return the correction that an objection asks for.

    Args:
        pile: the record, looked up from every side.
        objection: what a person gave. Ids are of attributions, statements (their base wording is meant) and reports, or
            numbers as pages show them (S1, R3).
        resolve: gives today's id for one given out before the pile grew.

    Raises:
        RecordError: when something is missing, superfluous, no day, or names nothing in the record. Names are not looked up:
            see `refuse_unborne`.
    """
    finder = _Finder(pile, resolve)
    kind, words = objection.kind, objection.words
    anchors: tuple[Anchor, ...] = ()
    names: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    undoes: str | None = None
    if kind in _OF_WORDS:
        first, names = _first(objection, "the id of an attribution")
        if kind is not CorrectionKind.SPEAKER:
            _refuse_more(objection, names)
        anchors = (finder.words(first),)
    elif kind in _OF_TWO_WORDS:
        _refuse_unless_pair(objection, "ids of attributions")
        anchors = tuple(finder.words(word) for word in words)
        if kind is CorrectionKind.SAME_STATEMENT:
            _refuse_two_speakers(pile, anchors)
    elif kind in _OF_NAMES:
        _refuse_unless_pair(objection, "names")
        names = words
    elif kind is CorrectionKind.COPY:
        _refuse_unless_pair(objection, "ids of reports, the copy first")
        anchors = tuple(finder.report(word) for word in words)
    elif kind is CorrectionKind.DATE:
        first, given = _first(objection, "the id of a report, an attribution or a statement")
        anchors, days = (finder.words_or_report(first),), _read_days(given)
    else:
        said, more = _first(objection, "the id of a correction, as `onrecord corrections` lists it")
        _refuse_more(objection, more)
        undoes = _said(pile, said)
    same_names = kind in _OF_NAMES and len({name.casefold() for name in names}) < _PAIR
    if len(set(anchors)) < len(anchors) or same_names:
        raise RecordError(f"{kind} needs two that differ")
    return Correction(
        kind=kind,
        anchors=anchors,
        names=names,
        days=days,
        undoes=undoes,
        by=objection.by,
        note=objection.note,
    )


def anchor_of(pile: Pile, attribution: Attribution) -> Anchor:
    """Return the anchor of an attribution's content."""
    text = pile.readings_by_id[attribution.report_id].report.text
    return Anchor(
        report_id=attribution.report_id,
        spans=attribution.content,
        exact=tuple(span.of(text) for span in attribution.content),
    )


class _Finder:
    """Finds what a word names."""

    def __init__(self, pile: Pile, resolve: Callable[[str], str]) -> None:
        self._pile = pile
        self._resolve = resolve
        self._numbered = {number.casefold(): key for key, number in pile.numbers.items()}
        self._bases = {
            statement.id: statement.variants[0].attribution_ids[0]
            for statement in pile.contents.linked.statements
        }

    def words(self, word: str) -> Anchor:
        """Return the anchor of an attribution, or of the base wording of a statement."""
        key = self._key(word)
        attribution = self._pile.attributions_by_id.get(self._bases.get(key, key))
        if attribution is None:
            raise RecordError(
                f"{word!r} names no attribution and no statement; list them with `onrecord show`"
            )
        return anchor_of(self._pile, attribution)

    def report(self, word: str) -> Anchor:
        """Return the anchor of a whole report."""
        key = self._key(word)
        if key not in self._pile.readings_by_id:
            raise RecordError(f"{word!r} names no report; list them with `onrecord show`")
        return Anchor(report_id=key)

    def resolved(self, word: str) -> str:
        """Return the one id that begins with `word`."""
        known = (self._bases, self._pile.attributions_by_id, self._pile.readings_by_id)
        starting = sorted({one for ids in known for one in ids if word and one.startswith(word)})
        if len(starting) > 1:
            raise RecordError(f"{word!r} begins {len(starting)} ids; give more of the id")
        if not starting:
            self._pile.refuse_number(word)
        return starting[0] if starting else self._resolve(word)

    def words_or_report(self, word: str) -> Anchor:
        """Return the anchor of a report where the word names one, else of words."""
        key = self._key(word)
        return Anchor(report_id=key) if key in self._pile.readings_by_id else self.words(word)

    def _key(self, word: str) -> str:
        key = self._numbered.get(word.casefold(), word)
        known = (self._bases, self._pile.attributions_by_id, self._pile.readings_by_id)
        return key if any(key in ids for ids in known) else self.resolved(key)


def _first(objection: Objection, what: str) -> tuple[str, tuple[str, ...]]:
    if not objection.words:
        raise RecordError(f"{objection.kind} needs {what}")
    return objection.words[0], objection.words[1:]


def _said(pile: Pile, word: str) -> str:
    """Return the id of the one correction that begins with `word`."""
    starting = sorted({one.id for one in pile.contents.corrections if word and one.id.startswith(word)})
    if not starting:
        raise RecordError(f"nobody said {word}; list what was said with `onrecord corrections`")
    if len(starting) > 1:
        raise RecordError(f"{word!r} begins {len(starting)} ids; give more of the id")
    return starting[0]


def _refuse_more(objection: Objection, more: Sequence[str]) -> None:
    if more:
        raise RecordError(f"{objection.kind} takes one id; {more[0]!r} is one too many")


def _refuse_unless_pair(objection: Objection, what: str) -> None:
    if len(objection.words) != _PAIR or not all(word.strip() for word in objection.words):
        raise RecordError(f"{objection.kind} needs two {what}")


def refuse_unborne(pile: Pile, objection: Objection) -> None:
    """Refuse names, said to be of one or of two, by which no report of the whole pile has anybody: nothing would come of it.

    Nor would it of two names said to be two's where each report that has the shorter has the fuller for the same person.

    Raises:
        RecordError: of the first such name, with the nearest that somebody bears.
    """
    for name in objection.words if objection.kind in _OF_NAMES else ():
        _refuse_name(pile, name)
    if objection.kind is CorrectionKind.OTHER_NAME:
        _refuse_names_of_one(pile, objection.words)


def _refuse_names_of_one(pile: Pile, names: Sequence[str]) -> None:
    fuller = {
        max(own, key=len)
        for reading in pile.reports
        for chain in reading.chains
        if (own := {one.casefold() for one in chain.names} & {name.casefold() for name in names})
    }
    for name in names:
        if name.casefold() not in fuller:
            others = listing([repr(other) for other in names if other != name])
            raise RecordError(
                f"each report that has {name!r} calls the same person {others} too: say whose words are meant with "
                "`onrecord correct FILE speaker ID NAME`"
            )


def _refuse_name(pile: Pile, name: str) -> None:
    folded = name.casefold()
    borne = {
        one.casefold(): one for reading in pile.reports for chain in reading.chains for one in chain.names
    }
    if folded in borne:
        return
    told = f"nobody in this record is named {name!r}"
    as_words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    if any(as_words.search(reading.report.text) for reading in pile.reports):
        told += ", though the words stand in a report: say whose words are meant with `onrecord correct FILE speaker ID NAME`"
    nearest = max(sorted(borne), key=lambda one: spelling_similarity(one, folded), default=None)
    if nearest is not None and spelling_similarity(nearest, folded) >= _NEAR:
        told += f"; the nearest name is {borne[nearest]!r}"
    raise RecordError(told)


def _refuse_two_speakers(pile: Pile, anchors: Iterable[Anchor]) -> None:
    """Refuse to make one statement of what two said: each would be credited with the other's words."""
    entity_of = {chain: one for one in pile.contents.linked.entities for chain in one.chain_ids}
    said = [
        {entity_of[chain] for chain in pile.attributions_by_id[key].speakers if chain in entity_of}
        for anchor in anchors
        if (key := attribution_id(anchor.report_id, anchor.spans)) in pile.attributions_by_id
    ]
    if len(said) == _PAIR and all(said) and said[0].isdisjoint(said[1]):
        ones, others = (listing(sorted(one.name for one in several)) for several in said)
        raise RecordError(
            f"these are said by {ones} and by {others}: nobody is credited with another's words. Say first who said "
            "them (`speaker`), or that two names are one (`same-name`)"
        )


def _read_days(given: Sequence[str]) -> tuple[date, date]:
    try:
        days = [date.fromisoformat(one) for one in given]
    except ValueError:
        days = []
    if not 1 <= len(days) <= _PAIR:
        raise RecordError("date needs a day such as 2024-03-15, or a first and a last day")
    if days[0] > days[-1]:
        raise RecordError(f"date needs its first day first: {days[0]} is after {days[-1]}")
    return days[0], days[-1]
