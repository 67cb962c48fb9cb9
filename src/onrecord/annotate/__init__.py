"""Mark one report: words and sentences, quotation marks, names and their chains, time expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.chains import group_chains
from onrecord.annotate.meanings import load_meanings
from onrecord.annotate.mentions import find_mentions
from onrecord.annotate.parse import Parser, load_parser
from onrecord.annotate.quotemarks import find_quotemarks
from onrecord.annotate.tagger import Tagger, load_tagger
from onrecord.annotate.timexes import find_timexes
from onrecord.model.annotation import Annotations

if TYPE_CHECKING:
    from onrecord.model.report import Report

__all__ = ["Parser", "Tagger", "annotate", "load_meanings", "load_parser", "load_tagger"]


def annotate(report: Report, parser: Parser, tagger: Tagger | None = None) -> Annotations:
    """Return everything that can be marked in `report` before anyone asks who said what.

    Without a `tagger` the rules that come after stand alone.
    """
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
        tagged=None if tagger is None else tagger.find_triples(report),
    )
