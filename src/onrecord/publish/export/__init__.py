"""A record in the forms that other programs read."""

from onrecord.publish.export.record_json import record_as_json, write_json

__all__ = ["record_as_json", "write_json"]
