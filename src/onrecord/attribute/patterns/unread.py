"""Reports in a language whose grammar is not read: only what stands between quotation marks.

„Die Mole ist gesperrt“, sagte Harrow. The marks are plain in any script, the cue and the name beside them are not:
nobody is named, and the reading is only ever possible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.frame.drafts import Draft
from onrecord.lexicon.languages import is_english
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View
    from onrecord.model.report import Report

_FEWEST: Final = 4
"""Words from which marked words are speech rather than a title or a single borrowed word."""


def is_read(report: Report) -> bool:
    """Tell whether the grammar of the report's language is read; a report that tells none counts as English."""
    return not report.language or is_english(report.language)


def find_marked(view: View) -> list[Draft]:
    """Return the quotations of the body that are long enough to be speech."""
    return [
        Draft(
            content=(quotation.inside,),
            rule="direct.language-not-read",
            manner=Manner.DIRECT,
            level=Level.POSSIBLE,
        )
        for quotation in view.quotations
        if quotation.words >= _FEWEST
        and quotation.marks.close is not None
        and view.report.blocks[quotation.block].zone is Zone.BODY
    ]
