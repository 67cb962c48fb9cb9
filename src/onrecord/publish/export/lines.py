"""A record as JSON lines: one item a line, so that a program can read it without holding the whole.

The first line is the head (format, version, what it was made with); every other is one item of the record format
with `kind` before its own members. A speaker's own member of that name is `speaker_kind` here. The texts of reports
belong to their outlets and are left out unless asked for; so that spans can be read without them, attributions and
divergences have the exact words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.publish.export.record_json import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
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


def items_of(record_json: Mapping[str, Any], *, texts: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the items of `record_json` (as `record_as_json` gives it), the head first; with full `texts` only if asked."""
    heads = ("format", "version", "offset_unit", "made_with")
    yield {"kind": "record", **{name: record_json[name] for name in heads}}
    text_of = {report["id"]: report["text"] for report in record_json["reports"]}
    for kind, member in KINDS.items():
        for item in record_json[member]:
            members = dict(item)
            if kind == "speaker":
                members["speaker_kind"] = members.pop("kind")
            if kind == "report" and not texts:
                del members["text"]
            if kind in _WORDS:
                members["words"] = _WORDS[kind](item, text_of)
            yield {"kind": kind, **members}


def write_jsonl(record_json: Mapping[str, Any], file: TextIO, *, texts: bool = False) -> None:
    """Write the items of `record_json` to `file` (UTF-8), one a line; with full `texts` of reports only if asked."""
    for item in items_of(record_json, texts=texts):
        file.write(to_text(item))
        file.write("\n")


def _words_of_attribution(item: Mapping[str, Any], text_of: Mapping[str, str]) -> dict[str, Any]:
    text = text_of[item["report"]]
    return {
        "content": [text[start:end] for start, end in item["content"]],
        "quoted": [text[start:end] for start, end in item["quoted"]],
        **{name: item[name] and text[slice(*item[name])] for name in ("cue", "source")},
    }


def _words_of_divergence(item: Mapping[str, Any], text_of: Mapping[str, str]) -> list[str]:
    return [text_of[place["report"]][slice(*place["span"])] for place in item["between"]]


_WORDS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, str]], Any]] = {
    "attribution": _words_of_attribution,
    "divergence": _words_of_divergence,
}
