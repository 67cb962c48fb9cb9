"""A capture becomes a report: bytes to characters, lines to zones, and what the page says about itself.

Reach for `read_report`. Every change of the text is kept as an edit; what is wrong with the input comes back as a
`Problem` beside the report.
"""

from onrecord.clean.reports import read_report

__all__ = ["read_report"]
