"""What linking keeps (`onrecord.link.keeping.kept`) as bytes by name, and back: plain JSON and arrays of numbers, nothing that runs.

A record puts these away unread. Values that cannot be made out are as good as none: all of it can be worked out again.
"""

from __future__ import annotations

import json
import zlib
from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord.link.dates.dates import Days
from onrecord.link.keeping.copies import (
    decode_compared,
    decode_wording,
    encode_compared,
    encode_wording,
)
from onrecord.link.keeping.groups import decode_groups, encode_groups, encode_outline
from onrecord.link.keeping.kept import NOTHING_KEPT, EventKept, Kept
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.problem import Problem
from onrecord.model.span import Span
from onrecord.model.statement import Divergence, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Values = Mapping[str, bytes]

BASIS, GROUPS, COPIES = "basis", "groups", "copies"
"""Names of values that are one for all."""

OUTLINE, PROFILE, WORDING, EVENT = "outline ", "profile ", "wording ", "event "
"""Beginnings of names; the id of the report, or of the first report of the event, follows."""

_FORM = 4
"""The number of the form that these values have; another one is another basis."""

_SIZE = 4
"""Bytes that tell how many follow."""


def encode(
    kept: Kept, basis: str, *, before: Kept = NOTHING_KEPT, stored: Values | None = None
) -> dict[str, bytes]:
    """Return what is kept as bytes by name.

    Args:
        kept: what linking gave.
        basis: what it rests on besides reports: program, models, settings, facts.
        before: what linking started from; of that, `stored` are the bytes.
        stored: see `before`.
    """
    stored = stored or {}
    values = {BASIS: _sign(basis), GROUPS: encode_groups(kept.grouped)}
    values[COPIES] = encode_compared(kept.copies)
    for key, wording in kept.copies.wordings.items():
        name = WORDING + key
        known = before.copies.wordings.get(key) is wording and name in stored
        values[name] = stored[name] if known else encode_wording(wording)
    values |= {PROFILE + key: value for key, value in kept.grouped.profiles.items()}
    outlines = before.grouped.near.outlines
    for key, outline in kept.grouped.near.outlines.items():
        name = OUTLINE + key
        known = outlines.get(key) is outline and name in stored
        values[name] = stored[name] if known else encode_outline(outline)
    for group, event in kept.events.items():
        name = EVENT + group[0]
        known = before.events.get(group) is event and name in stored
        values[name] = stored[name] if known else _encode_event(group, event)
    return values


def decode(values: Values, basis: str) -> Kept:
    """Return what was kept; nothing if it rests on another basis, or cannot be made out."""
    if values.get(BASIS) != _sign(basis):
        return NOTHING_KEPT
    outlines, profiles, wordings = (
        {name.removeprefix(kind): value for name, value in values.items() if name.startswith(kind)}
        for kind in (OUTLINE, PROFILE, WORDING)
    )
    events = [value for name, value in values.items() if name.startswith(EVENT)]
    try:
        return Kept(
            copies=decode_compared(
                values[COPIES], {key: decode_wording(value) for key, value in wordings.items()}
            ),
            grouped=decode_groups(values[GROUPS], outlines, profiles),
            events=dict(_decode_event(value) for value in events),
        )
    except (ValueError, TypeError, KeyError, IndexError, zlib.error):
        return NOTHING_KEPT


def _sign(basis: str) -> bytes:
    return f"{_FORM} {basis}".encode()


def _encode_event(group: Sequence[str], event: EventKept) -> bytes:
    days = event.days
    told = [
        group,
        {key: _moment_values(moment) for key, moment in days.events.items()},
        {key: _moment_values(moment) for key, moment in days.reports.items()},
        [[one.code, one.message, one.report_id, one.path, one.span and [*one.span]] for one in days.problems],
        [[one.slot.value, _places(one.between), one.note] for one in event.between],
        event.speakers,
        event.said,
        sorted(event.meant),
    ]
    packed = zlib.compress(json.dumps(told, separators=(",", ":")).encode(), 1)
    return len(packed).to_bytes(_SIZE) + packed + b"".join(event.meant[name] for name in sorted(event.meant))


def _decode_event(value: bytes) -> tuple[tuple[str, ...], EventKept]:
    size = _SIZE + int.from_bytes(value[:_SIZE])
    group, events, reports, problems, between, speakers, said, texts = json.loads(
        zlib.decompress(value[_SIZE:size])
    )
    days = Days(
        events={key: _moment_of(moment) for key, moment in events.items()},
        reports={key: _moment_of(moment) for key, moment in reports.items()},
        problems=tuple(
            Problem(code=code, message=message, report_id=report, path=path, span=span and Span(*span))
            for code, message, report, path, span in problems
        ),
    )
    return tuple(group), EventKept(
        days=days,
        between=tuple(
            Divergence(slot=Slot(slot), between=_two(_evidence(places)), note=note)
            for slot, places, note in between
        ),
        speakers=speakers,
        said=tuple(tuple(tuple(ids) for ids in one) for one in said),
        meant=_cut(texts, value[size:]),
    )


def _cut(names: Sequence[str], value: bytes) -> dict[str, bytes]:
    """Return as many values of one length as there are names."""
    each = len(value) // max(1, len(names))
    if each * len(names) != len(value):
        raise ValueError("values of several lengths")
    return {name: value[place * each : (place + 1) * each] for place, name in enumerate(names)}


def _moment_values(moment: Moment) -> list[Any]:
    days = moment.candidates
    return [
        moment.earliest and moment.earliest.isoformat(),
        moment.latest and moment.latest.isoformat(),
        moment.basis.value,
        moment.why,
        days if days is None else [day.isoformat() for day in days],
        _places(moment.evidence),
        moment.facts,
    ]


def _moment_of(values: Sequence[Any]) -> Moment:
    earliest, latest, basis, why, days, places, facts = values
    return Moment(
        earliest=earliest and date.fromisoformat(earliest),
        latest=latest and date.fromisoformat(latest),
        basis=Basis(basis),
        why=why,
        candidates=days if days is None else tuple(date.fromisoformat(day) for day in days),
        evidence=_evidence(places),
        facts=tuple(facts),
    )


def _places(several: Sequence[Evidence]) -> list[tuple[str, int, int]]:
    return [(one.report_id, one.span.start, one.span.end) for one in several]


def _evidence(places: Sequence[tuple[str, int, int]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(report_id=report, span=Span(start, end)) for report, start, end in places)


def _two(places: tuple[Evidence, ...]) -> tuple[Evidence, Evidence]:
    first, second = places
    return first, second
