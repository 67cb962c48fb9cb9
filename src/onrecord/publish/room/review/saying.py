"""What a form says, as corrections that hold to exact words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.correct import find_holding
from onrecord.errors import RecordError
from onrecord.model.correction import CorrectionKind
from onrecord.model.ids import attribution_id
from onrecord.publish.page.objecting import Objection, correction_of, refuse_unborne
from onrecord.publish.page.pile import is_number, pile_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.contents import Contents
    from onrecord.model.correction import Correction
    from onrecord.record import Record

AT_ONCE = 200
"""Corrections that one form may make."""
LONGEST = 500
"""Characters of a name or a note."""
TYPED = "typed"
"""The kind of a form that Enter sent from a text field, and no button: what was typed there is said, nothing else."""
_OF_WORDS = frozenset({CorrectionKind.ACCEPT, CorrectionKind.NOT_SPEECH, CorrectionKind.SPEAKER})
_OF_NAMES = frozenset({CorrectionKind.SAME_NAME, CorrectionKind.OTHER_NAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A form as it was sent: the kind, the ids that were chosen, what was typed, who says it and why."""

    kind: CorrectionKind
    ids: tuple[str, ...]
    words: tuple[str, ...]
    by: str
    note: str


def read_said(fields: Mapping[str, Sequence[str]], by: str) -> Said:
    """Return what the fields of a form say.

    Raises:
        RecordError: when they say nothing that can be said.
    """
    kind, ids = _pressed(fields)
    if kind == TYPED and any(one.strip() for one in fields.get("word", ())):
        kind = CorrectionKind.SPEAKER
    if kind not in set(CorrectionKind):
        raise RecordError("press the button that tells what is otherwise")
    if len(ids) > AT_ONCE:
        raise RecordError(f"at most {AT_ONCE} at once")
    typed = [one.strip()[:LONGEST] for one in fields.get("word", ())]
    return Said(
        kind=CorrectionKind(kind),
        ids=ids,
        words=tuple(one for one in typed if one),
        by=by[:LONGEST],
        note=next(iter(fields.get("note", ())), "").strip()[:LONGEST],
    )


def is_name_alone(fields: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a form was sent from a text field, and says nothing but who somebody is."""
    kind, _ = _pressed(fields)
    typed = (*fields.get("word", ()), *fields.get("note", ()))
    return kind == TYPED and not any(one.strip() for one in typed)


def _pressed(fields: Mapping[str, Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """Return the kind, and the ids it is about: a button of a single line names its own, whatever else is chosen."""
    for kind in (CorrectionKind.ACCEPT, CorrectionKind.NOT_SPEECH):
        if own := fields.get(kind.value):
            return kind.value, (own[0],)
    return next(iter(fields.get("kind", ())), ""), tuple(
        dict.fromkeys(one for one in fields.get("id", ()) if one)
    )


def corrections_of(record: Record, said: Said) -> tuple[Correction, ...]:
    """Return the corrections that a form asks for: one for each of the ids chosen, where each is looked at by itself.

    Raises:
        RecordError: when something is missing, is no day, or names nothing in the record.
    """
    if said.kind in _OF_NAMES:
        return (_correction(record, said, said.words, ()),)
    if not said.ids:
        raise RecordError("choose what it is about")
    if said.kind is CorrectionKind.UNDO:
        return tuple(_correction(record, said, (one,), ()) for one in said.ids)
    if said.kind in _OF_WORDS:
        words = _names(said) if said.kind is CorrectionKind.SPEAKER else ()
        return tuple(_correction(record, said, (one, *words), (one,)) for one in said.ids)
    if said.kind is CorrectionKind.OTHER_STATEMENT:
        base, *others = said.ids
        return tuple(_correction(record, said, (base, one), (base, one)) for one in others) or _missing()
    if said.kind in {CorrectionKind.SAME_STATEMENT, CorrectionKind.COPY}:
        given = (*said.ids, *(_id_in(word) for word in said.words))
        return (_correction(record, said, given, given),)
    return (_correction(record, said, (said.ids[0], *said.words), (said.ids[0],)),)


def _missing() -> tuple[Correction, ...]:
    raise RecordError("choose the wordings that are another statement")


def _names(said: Said) -> tuple[str, ...]:
    """Return the names typed: several in one field stand apart by a semicolon."""
    return tuple(name.strip() for word in said.words for name in word.split(";") if name.strip())


def _id_in(word: str) -> str:
    """Return the id in what was typed: itself, or the end of an address of the room.

    Raises:
        RecordError: when it is a number such as S3, which a page shows of its own lines alone.
    """
    if is_number(word):
        raise RecordError(f"{word!r} is a number of one page: give the address of what you mean, or its id")
    return word.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]


def _correction(record: Record, said: Said, words: Sequence[str], ids: Sequence[str]) -> Correction:
    objection = Objection(kind=said.kind, words=tuple(words), by=said.by or None, note=said.note or None)
    contents = record.contents() if said.kind in _OF_NAMES else _slice_of(record, ids)
    pile = pile_of(replace(contents, corrections=record.corrections()))
    refuse_unborne(pile, objection)
    return correction_of(pile, objection, record.resolve)


def said_before(log: Sequence[Correction], said: Said) -> tuple[Correction, ...]:
    """Return what holds already of a form about readings that are gone: all that it says, or nothing."""
    holding = {
        attribution_id(one.anchors[0].report_id, one.anchors[0].spans): one
        for one, holds in zip(log, find_holding(log), strict=True)
        if holds and one.kind is CorrectionKind.NOT_SPEECH
        if (one.by or "", one.note or "") == (said.by, said.note)
    }
    if said.kind is not CorrectionKind.NOT_SPEECH or not all(one in holding for one in said.ids):
        return ()
    return tuple(holding[one] for one in said.ids)


def _slice_of(record: Record, ids: Sequence[str]) -> Contents:
    """Return what bears on the things of these ids; of names, anybody in the record may be the bearer."""
    return record.slice(
        statement_ids=_statements(record, ids),
        report_ids=tuple(one for one in ids if one.startswith("r")),
    )


def _statements(record: Record, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the statements that hold these attributions: one has the digits of a member under a letter of its own."""
    digits = (one[1:] for one in ids if one[:1] in {"a", "s"})
    return tuple(record.resolve(f"s{one}") for one in digits)
