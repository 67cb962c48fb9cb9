"""A record as JSON lines: one item a line, so that a program can read it without holding the whole.

The first line is the head (format, version, what it was made with); every other is one item of the record format
with `kind` before its own members. A speaker's own member of that name is `speaker_kind` here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.publish.export.record_json import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

KINDS = {
    "report": "reports",
    "speaker": "speakers",
    "attribution": "attributions",
    "statement": "statements",
    "event": "events",
    "story": "stories",
    "lineage": "lineages",
    "divergence": "divergences",
    "position": "positions",
    "problem": "problems",
}
"""The kinds of items, in the order in which they come, and the member of the record format that holds each."""


def items_of(record_json: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the items of `record_json` (as `record_as_json` gives it), the head first."""
    heads = ("format", "version", "offset_unit", "made_with")
    yield {"kind": "record", **{name: record_json[name] for name in heads}}
    for kind, member in KINDS.items():
        for item in record_json[member]:
            members = dict(item)
            if kind == "speaker":
                members["speaker_kind"] = members.pop("kind")
            yield {"kind": kind, **members}


def write_jsonl(record_json: Mapping[str, Any], file: TextIO) -> None:
    """Write the items of `record_json` to `file` (UTF-8), one a line."""
    for item in items_of(record_json):
        file.write(to_text(item))
        file.write("\n")
