"""Builds the record of a news story: who said what, when, in whose words, and which reports merely copy.

>>> import onrecord
>>> record = onrecord.build(["reports/"], "story.db")  # doctest: +SKIP
>>> for statement in record.statements(speaker="Velik"):  # doctest: +SKIP
...     print(statement.said, statement.variants[0].text)

Names are loaded when first used, so that ``import onrecord`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import IngestError, ModelError, OnRecordError, RecordError, ScoreError
    from onrecord.model.attribution import Attribution
    from onrecord.model.moment import Moment
    from onrecord.model.problem import Problem
    from onrecord.model.report import Report
    from onrecord.model.span import Span
    from onrecord.model.statement import Entity, Event, Statement, Variant
    from onrecord.pipeline import build
    from onrecord.record import Record, check, open_record
    from onrecord.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Entity",
    "Event",
    "IngestError",
    "ModelError",
    "Moment",
    "OnRecordError",
    "Problem",
    "Record",
    "RecordError",
    "Report",
    "ScoreError",
    "Settings",
    "Span",
    "Statement",
    "Variant",
    "__version__",
    "build",
    "check",
    "open_record",
]

_HOMES = {
    "Attribution": "model.attribution",
    "Entity": "model.statement",
    "Event": "model.statement",
    "IngestError": "errors",
    "ModelError": "errors",
    "Moment": "model.moment",
    "OnRecordError": "errors",
    "Problem": "model.problem",
    "Record": "record",
    "RecordError": "errors",
    "Report": "model.report",
    "ScoreError": "errors",
    "Settings": "settings",
    "Span": "model.span",
    "Statement": "model.statement",
    "Variant": "model.statement",
    "build": "pipeline",
    "check": "record",
    "open_record": "record",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(f"onrecord.{home}"), name)
