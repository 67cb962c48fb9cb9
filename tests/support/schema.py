"""Hold a record's JSON against the published schema."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from onrecord.publish.export import read_schema


def faults_of(record: dict[str, Any]) -> list[str]:
    """Return what does not fit the schema; nothing if all does."""
    # The validator's own annotations are partly unknown to a strict checker.
    validator: Any = Draft202012Validator(read_schema())
    return sorted(f"{error.json_path}: {error.message}" for error in validator.iter_errors(record))
