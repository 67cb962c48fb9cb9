from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.room.slice_links import restore_named
from support.made import made_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record import Record


def test_only_who_is_asked_for_tells_roles_and_merges(connection: Connection) -> None:
    entity = max(made_contents().linked.entities, key=lambda one: len(one.chain_ids))
    chains = {entity.id: [(2, "c2"), (1, "c1")]}
    (bare,) = restore_named(connection, [entity.id], chains=chains, in_full=())
    (full,) = restore_named(connection, [entity.id], chains=chains, in_full={entity.id})
    assert (bare.roles, bare.merges) == ((), ())
    assert (full.roles, full.merges) == (entity.roles, entity.merges)
    assert bare.chain_ids == full.chain_ids == ("c1", "c2")
    assert bare.aliases == entity.aliases


def test_what_reports_share_is_trimmed_to_the_slice(made: Record) -> None:
    lineage = made_contents().linked.lineages[0]
    copy = next(one for one in lineage.report_ids if one != lineage.origin)
    contents = made.slice(report_ids=[copy])
    trimmed = next(one for one in contents.linked.lineages if one.id == lineage.id)
    assert copy in trimmed.report_ids
    assert all(passage.copy.report_id == copy for passage in trimmed.passages)
