"""A hand-made reading, made from a record instead: the gold of tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

Json = dict[str, Any]


def gold_of(record: Json, **members: Any) -> Json:
    """Return the reading that finds exactly what `record` (JSON) holds, with other `members` beside it."""
    names = {speaker["id"]: speaker["name"] for speaker in record["speakers"]}
    paths = {report["id"]: report["external_id"] or Path(report["path"]).name for report in record["reports"]}
    return {
        "attributions": [
            {
                "id": attribution["id"],
                "report": paths[attribution["report"]],
                "content": attribution["content"],
                "manner": attribution["manner"],
                "speaker": "; ".join(names[speaker] for speaker in attribution["speakers"]) or None,
                "required": True,
            }
            for attribution in record["attributions"]
        ],
        "events": [{"reports": [paths[one] for one in event["reports"]]} for event in record["events"]],
        **members,
    }
