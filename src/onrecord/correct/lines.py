"""Corrections as JSON lines: one object a line, in the order in which they were made.

{"kind": "speaker", "anchors": [{"report": "r1f…", "content": [[120, 163]], "exact": ["The tide is out,"]}],
 "names": ["Ragna Tolliver"], "by": "lh", "note": "she speaks in the next line"}
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.problem import Problem
from onrecord.model.span import Span
from onrecord.text.encodings import find_encoding, find_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANCHORS: Final = {
    CorrectionKind.ACCEPT: 1,
    CorrectionKind.NOT_SPEECH: 1,
    CorrectionKind.SPEAKER: 1,
    CorrectionKind.SAME_STATEMENT: 2,
    CorrectionKind.OTHER_STATEMENT: 2,
    CorrectionKind.DATE: 1,
    CorrectionKind.COPY: 2,
}
_MOST_NAMES: Final = 50
_LONGEST: Final = 500
"""Characters of a name, of a speaker's or of who corrects."""
_PAIRS: Final = frozenset({CorrectionKind.SAME_NAME, CorrectionKind.OTHER_NAME})
_OF_WORDS: Final = frozenset(
    {
        CorrectionKind.ACCEPT,
        CorrectionKind.NOT_SPEECH,
        CorrectionKind.SPEAKER,
        CorrectionKind.SAME_STATEMENT,
        CorrectionKind.OTHER_STATEMENT,
    }
)


def write_correction(correction: Correction) -> str:
    """Return the line of a correction, without its end; what it does not say is left out."""
    members: dict[str, object] = {
        "id": correction.id,
        "kind": correction.kind.value,
        "anchors": [anchor.as_members() for anchor in correction.anchors],
        "names": list(correction.names),
        "days": [day.isoformat() for day in correction.days or ()],
        "undoes": correction.undoes,
        "by": correction.by,
        "note": correction.note,
    }
    return json.dumps({name: value for name, value in members.items() if value}, ensure_ascii=False)


def read_corrections(payload: bytes, locator: str) -> Iterator[Correction | Problem]:
    """Yield a correction for every line of the file found at `locator`, a problem for every line that is none.

    An "id" is not believed: it follows from what the line says.
    """
    text = payload[len(find_mark(payload)) :].decode(find_encoding(payload), "replace")
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{locator}#{number}"
        try:
            yield _read_line(line)
        except (ValueError, RecursionError) as error:
            reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            message = f"{place} is no correction ({reason}); it is left out"
            yield Problem(code="correct.bad-line", message=message, path=place)


def _read_line(line: str) -> Correction:
    value: object = json.loads(line)
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - a file may hold anything; it is no fault of the program's
    members = cast("dict[str, object]", value)
    try:
        kind = CorrectionKind(str(members.get("kind")))
    except ValueError:
        known = ", ".join(sorted(CorrectionKind))
        raise ValueError(f"its kind is {members.get('kind')!r}; known are {known}") from None
    correction = Correction(
        kind=kind,
        anchors=tuple(_read_anchor(anchor) for anchor in _list(members, "anchors")),
        names=tuple(_string(name, "a name") for name in _list(members, "names")),
        days=_read_days(_list(members, "days")),
        undoes=_maybe(members, "undoes"),
        by=_maybe(members, "by"),
        note=_maybe(members, "note"),
    )
    if fault := find_fault(correction):
        raise ValueError(fault)
    return correction


def find_fault(correction: Correction) -> str | None:
    """Return what a correction lacks to be one of its kind, or None."""
    kind = correction.kind
    wanted = _ANCHORS.get(kind, 0)
    if len(correction.anchors) != wanted:
        return f"{kind} needs {wanted} anchor(s), not {len(correction.anchors)}"
    if kind in _OF_WORDS and not all(anchor.spans for anchor in correction.anchors):
        return f"{kind} needs the words that it is about"
    if len(set(correction.anchors)) < len(correction.anchors):
        return f"{kind} needs two that differ"
    if fault := _find_fault_of_names(correction):
        return fault
    if kind in _PAIRS and len(correction.names) != 2:  # noqa: PLR2004
        return f"{kind} needs two names"
    if kind is CorrectionKind.DATE and correction.days is None:
        return "a date needs its first and last day"
    if kind is CorrectionKind.UNDO and not correction.undoes:
        return "it does not say which correction it undoes"
    return None


def _find_fault_of_names(correction: Correction) -> str | None:
    if not all(name.strip() for name in correction.names):
        return "a name is empty"
    if not all(any(map(str.isalnum, name)) for name in correction.names):
        return "a name has no letter"
    if len(correction.names) > _MOST_NAMES:
        return f"it gives more than {_MOST_NAMES} names"
    if any(len(name) > _LONGEST for name in (*correction.names, correction.by or "")):
        return f"a name is longer than {_LONGEST} characters"
    return None


def _read_anchor(value: object) -> Anchor:
    if not isinstance(value, dict):
        raise ValueError("an anchor is no object")  # noqa: TRY004 - see _read_line
    members = cast("dict[str, object]", value)
    report = _maybe(members, "report")
    if report is None:
        raise ValueError("an anchor names no report")
    spans = tuple(_read_span(one) for one in _list(members, "content"))
    return Anchor(
        report_id=report,
        spans=spans,
        exact=tuple(_string(one, "exact words") for one in _list(members, "exact")),
    )


def _read_span(value: object) -> Span:
    bounds = cast("list[object]", value) if isinstance(value, list) else []
    start, end = (bounds[0], bounds[1]) if len(bounds) == 2 else (None, None)  # noqa: PLR2004
    if not (isinstance(start, int) and isinstance(end, int)):
        raise ValueError(f"{value!r} is no range of characters")  # noqa: TRY004 - see _read_line
    return Span(start, end)


def _read_days(values: list[object]) -> tuple[date, date] | None:
    if not values:
        return None
    days = [date.fromisoformat(_string(one, "a day")) for one in values]
    if len(days) > 2:  # noqa: PLR2004
        raise ValueError("days are a first and a last day")
    if days[0] > days[-1]:
        raise ValueError(f"the first day, {days[0]}, is after the last, {days[-1]}")
    return days[0], days[-1]


def _list(members: dict[str, object], name: str) -> list[object]:
    value = members.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f'"{name}" is no list')  # noqa: TRY004 - see _read_line
    return cast("list[object]", value)


def _maybe(members: dict[str, object], name: str) -> str | None:
    value = members.get(name)
    return None if value is None else _string(value, f'"{name}"')


def _string(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{what} is no string: {str(value)[:40]}")  # noqa: TRY004 - see _read_line
    return value
