"""Corrections as lines, and what they do: readings become corrected readings, and wishes for the link stage.

Reach for `read_corrections` and `write_correction` for the file form, `apply_corrections` before linking.
"""

from onrecord.correct.applying import Corrected, apply_corrections
from onrecord.correct.counting import count_corrections
from onrecord.correct.lines import read_corrections, write_correction
from onrecord.correct.standing import find_holding, find_replaced, find_standing, find_unsaid
from onrecord.correct.touching import ORPHAN, find_lost, find_touched, tell_orphans

__all__ = [
    "ORPHAN",
    "Corrected",
    "apply_corrections",
    "count_corrections",
    "find_holding",
    "find_lost",
    "find_replaced",
    "find_standing",
    "find_touched",
    "find_unsaid",
    "read_corrections",
    "tell_orphans",
    "write_correction",
]
