"""The reports as RIS, which reference managers read: ``NEWS`` records of tagged lines, ended by CRLF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.references import references_of

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.references import Reference


def write_ris(contents: Contents, choice: Chosen) -> bytes:
    """Return the reports that `choice` is of, one record each."""
    records = (_record(reference) for reference in references_of(narrowed(contents, choice)))
    return "\r\n".join(records).encode("utf-8")


def _record(reference: Reference) -> str:
    day = reference.day
    # A date of RIS has four fields with a stroke behind each of the first three; those not known are empty.
    parts = [f"{number:04}" if place == 0 else f"{number:02}" for place, number in enumerate(day)]
    tags = [
        ("TY", "NEWS"),
        ("ID", reference.id),
        ("TI", reference.title),
        ("T2", reference.outlet),
        ("PY", parts[0] if parts else None),
        ("DA", "/".join([*parts, *[""] * (4 - len(parts))]) if parts else None),
        ("UR", reference.url),
        ("LA", reference.language),
        *(("N1", note) for note in reference.notes),
    ]
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])
