from __future__ import annotations

from onrecord.model.found import HitList, Hits, ReportHit


def test_the_ids_of_what_was_found_stand_in_its_order() -> None:
    reports = tuple(
        ReportHit(
            id=one, title=None, title_marks=(), outlet=None, language=None, published=None, event=None,
            excerpts=(), others=0, score=0.0,
        )
        for one in ("rb", "ra")
    )  # fmt: skip
    hits = Hits(sought=(), statements=HitList(), reports=HitList(rows=reports, total=2), speakers=HitList())

    assert hits.report_ids == ("rb", "ra")
    assert hits.statement_ids == ()
