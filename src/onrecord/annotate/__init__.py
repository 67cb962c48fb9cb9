"""Mark one report: words and sentences, quotation marks, names and their chains, time expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.chains import group_chains
from onrecord.annotate.mentions import find_mentions
from onrecord.annotate.parse import Parser, load_parser
from onrecord.annotate.quotemarks import find_quotemarks
from onrecord.annotate.timexes import find_timexes
from onrecord.model.annotation import Annotations

if TYPE_CHECKING:
    from onrecord.model.report import Report

__all__ = ["Parser", "annotate", "load_parser"]


def annotate(report: Report, parser: Parser) -> Annotations:
    """Return everything that can be marked in `report` before anyone asks who said what."""
    tokens, sentences = parser.parse(report)
    mentions = find_mentions(report, tokens, sentences)
    return Annotations(
        report_id=report.id,
        tokens=tokens,
        sentences=sentences,
        quotemarks=find_quotemarks(report),
        mentions=mentions,
        chains=group_chains(report, mentions, tokens, sentences),
        timexes=find_timexes(report, tokens),
    )
