"""All reports together: who is who, who copied whom, what happened, what was said, where reports diverge.

The result depends on the set of reports alone. Every step compares members with their neighbours only, so that a
report added to a pile changes nothing far from it (docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

from onrecord.link.keeping.keeping import decode, encode
from onrecord.link.keeping.kept import Kept
from onrecord.link.linking import Known, link, link_more

__all__ = ["Kept", "Known", "decode", "encode", "link", "link_more"]
