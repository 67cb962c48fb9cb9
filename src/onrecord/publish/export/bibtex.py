"""The reports as BibTeX: one ``@article`` each, keyed by the report's id.

Characters that TeX would obey are written as the commands that print them; braces too, since BibTeX counts even escaped ones.
Other characters stand as they are, in UTF-8, which biber and current BibTeX programs read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.references import WHOLE_DAY, YEAR_AND_MONTH, references_of

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.references import Reference

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        '"': r"\textquotedbl{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(contents: Contents, choice: Chosen) -> bytes:
    """Return the reports that `choice` is of, one entry each."""
    entries = (_entry(reference) for reference in references_of(narrowed(contents, choice)))
    return "\n".join(entries).encode("utf-8")


def _entry(reference: Reference) -> str:
    fields = {
        # Doubled braces keep the capitals of a headline.
        "title": f"{{{{{_tex(reference.title)}}}}}" if reference.title else "",
        "journal": _braced(_tex(reference.outlet or "")),
        "year": f"{{{reference.day[0]:04}}}" if reference.day else "",
        "month": _MONTHS[reference.day[1] - 1] if len(reference.day) >= YEAR_AND_MONTH else "",
        "day": f"{{{reference.day[2]}}}" if len(reference.day) == WHOLE_DAY else "",
        "url": _braced((reference.url or "").translate(_IN_ADDRESS)),
        "language": _braced(reference.language or ""),
        "note": _braced(_tex("; ".join(reference.notes))),
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value]
    return "\n".join([f"@article{{{reference.id},", *lines, "}", ""])


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""
