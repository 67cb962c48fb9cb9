"""The JSON Schema of the record format, for programs that want to hold a file against it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

SCHEMA_FILE = "record-1.schema.json"


def read_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of version 1 of the record format, parsed."""
    return cast(
        "dict[str, Any]",
        json.loads(files("onrecord.publish.export").joinpath(SCHEMA_FILE).read_text("utf-8")),
    )
