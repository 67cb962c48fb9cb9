"""The names that reports give to somebody who was identified: "named the suspect as Viktor Lasky".

The same word for whom they mean ("suspect", "driver", "victim") must stand in both; a report that names two of them names
none for sure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.link.divergences.fillers import Filler, find_sentences
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.text.normalise import normalise
from onrecord.text.spellings import is_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_NAME = r"(?P<name>[A-Z][^\W\d_]+(?:[ -](?:[a-z]{2,3} )?[A-Z][^\W\d_]+){1,3})"
_WHO = r"(?P<who>[a-z]{4,})"
_AS = re.compile(rf"\b(?:named|identified)\s(?:the|a|an|its|their|his|her)\s(?:[a-z]+\s)?{_WHO}\sas\s{_NAME}")
_WAS = re.compile(
    rf"\b[Tt]he\s(?:[a-z]+\s)?{_WHO},?\s(?:(?:was|has been|is|had been)\s)?(?:later\s)?(?:named|identified)"
    rf"(?:\s(?:by|on)\s[\w ]{{2,30}}?)?\sas\s{_NAME}"
)


def find_identified(report: Report) -> Iterator[Filler]:
    """Find who a report says somebody was identified as."""
    for sentence in find_sentences(report):
        for pattern in (_AS, _WAS):
            for match in pattern.finditer(report.text, *sentence):
                place = Evidence(report_id=report.id, span=Span(*match.span("name")))
                yield Filler(match["who"], frozenset({normalise(match["name"])}), place)


def may_be_one_name(first: Filler, second: Filler) -> bool:
    """Tell whether two names may be one: equal family names, or two spellings of one."""
    (a,), (b,) = first.values, second.values
    families = a.split()[-1], b.split()[-1]
    return families[0] == families[1] or is_spelling(*families)
