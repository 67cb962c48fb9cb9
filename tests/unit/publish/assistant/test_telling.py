from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.assistant.telling import LONGEST, Sources, day_of, hit_of, row_of
from support.searched import Said, searched

if TYPE_CHECKING:
    from onrecord.record import Record


def test_a_citation_has_outlet_title_day_and_exact_characters(ferry_record: Record) -> None:
    sources = Sources.of(ferry_record.contents())
    report = next(one for one in sources.reports.values() if one.outlet and "Gazette" in one.outlet.name)
    cited = sources.cite(Evidence(report_id=report.id, span=Span(0, 9)))

    assert cited.exact == report.text[:9]
    assert cited.cite == f"{report.id}#c=0-9"
    assert (cited.outlet, cited.title) == (report.outlet and report.outlet.name, report.title)


def test_a_day_that_is_not_known_is_null_and_one_that_is_says_why(ferry_record: Record) -> None:
    (event,) = ferry_record.events()
    told = day_of(event.date)

    assert day_of(None) is None
    assert told is not None
    assert event.date is not None
    assert (told.basis, told.why) == (event.date.basis.value, event.date.why)
    assert told.words


def test_a_long_passage_is_cut_and_says_so() -> None:
    sources = Sources.of(searched(Said(words="word " * 1000 + "end")))
    (report,) = sources.reports.values()
    cited = sources.cite_span(report, Span(0, len(report.text)))

    assert (len(cited.exact), cited.cut, cited.end) == (LONGEST, True, len(report.text))


def test_a_statement_is_told_by_the_wording_that_fits_or_by_its_base(ferry_record: Record) -> None:
    (hit,) = ferry_record.find(Asked(words="raise fares")).statements.rows
    sources = Sources.of(ferry_record.slice(statement_ids=[hit.id]))
    found, listed = hit_of(hit, sources), row_of(hit.row, sources)

    assert [found.words[mark.start : mark.end] for mark in found.marks] == ["raise", "fares"]
    assert found.citation.exact == found.words
    assert (listed.words, listed.marks) == (hit.row.text, [])
    assert listed.independent == hit.row.lineages
