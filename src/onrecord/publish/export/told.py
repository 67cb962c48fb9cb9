"""One wording as a brief tells it: its words, what they leave out or add, and who has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.statement import Change
from onrecord.publish.export.brief import Changed, Told
from onrecord.publish.page.citations import shortened
from onrecord.publish.page.statements import DIFFERENT

if TYPE_CHECKING:
    from onrecord.model.statement import Difference, Variant
    from onrecord.publish.export.notes import Notebook
    from onrecord.publish.page.statements import Wording

LONGEST = 100
"""Characters of words that differ which are shown; of longer ones, whole words up to this many."""
MOST_CHANGES = 5
"""More differences than this are not listed: the words themselves stand beside."""


def tell_wording(base: str, shown: Wording, notebook: Notebook) -> Told:
    """Return a wording with the notes of all reports that have it, compared with the wording `base`."""
    variant = shown.variant
    changes: tuple[Changed, ...] = ()
    more = ""
    if variant.differences:
        readable = bool(shown.pieces) and len(variant.differences) <= MOST_CHANGES
        changes = tuple(_changed(base, variant, one) for one in variant.differences) if readable else ()
        more = "" if readable else _unreadable(shown)
    return Told(
        relation=shown.relation,
        quotation=shown.quotation,
        credit=shown.credit,
        runs=shown.runs,
        notes=tuple(notebook.of_attribution(standing.attribution) for standing in shown.standings),
        changes=changes,
        more=more,
        language=shown.language,
        direction=shown.direction,
    )


def _unreadable(shown: Wording) -> str:
    return f"differs in {len(shown.variant.differences)} places." if shown.pieces else DIFFERENT


def _changed(base: str, variant: Variant, difference: Difference) -> Changed:
    left = _brief(difference.base.of(base)) if difference.base else ""
    put = _brief(difference.variant.of(variant.text)) if difference.variant else ""
    match difference.kind:
        case Change.DROPPED:
            return Changed("leaves out", left)
        case Change.ADDED:
            return Changed("adds", put)
        case Change.REPLACED:
            return Changed("has", put, instead=left)


def _brief(words: str) -> str:
    short = shortened(" ".join(words.split()), LONGEST)
    return short if len(short) == len(" ".join(words.split())) else f"{short} […]"
