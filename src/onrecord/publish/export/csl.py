"""The reports as CSL-JSON, which citeproc, Zotero and pandoc read (https://citeproc-js.readthedocs.io, CSL 1.0.2 schema)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.publish.export.narrowing import narrowed
from onrecord.publish.export.record_json import to_text
from onrecord.publish.export.references import references_of

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.references import Reference


def write_csl(contents: Contents, choice: Chosen) -> bytes:
    """Return the reports that `choice` is of, one item each; what is not known is left out, and a note says so of a day."""
    items = [_item(reference) for reference in references_of(narrowed(contents, choice))]
    return (to_text(items, indent=1) + "\n").encode("utf-8")


def _item(reference: Reference) -> dict[str, Any]:
    members = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        "container-title": reference.outlet,
        "issued": {"date-parts": [list(reference.day)]} if reference.day else None,
        "URL": reference.url,
        "language": reference.language,
        "note": "; ".join(reference.notes),
    }
    return {name: value for name, value in members.items() if value}
