from datetime import date

from onrecord.link.copies.copies import Copy
from onrecord.link.statements.builder import StatementBuilder
from onrecord.link.statements.variants import relate_variants
from onrecord.model.attribution import Manner
from onrecord.model.ids import shared_id
from onrecord.model.moment import Basis, Moment
from onrecord.model.statement import Event
from support.piles import reading_of

SAID = "The dam was never safe for Oxley"
FULL = reading_of("", [f"“{SAID},” said Pim Dorran."], speeches=[("Pim Dorran", SAID, Manner.DIRECT)])
TOLD = reading_of("", [f"{SAID}, he told us."], speeches=[("", SAID, Manner.INDIRECT)])
PILE = {reading.report.id: reading for reading in (FULL, TOLD)}
(DORRAN,) = FULL.attributions[0].speakers


def event_of(report_id: str) -> Event:
    return Event(id="e" + report_id[1:], what="", where=None, date=None, report_ids=(report_id,), evidence=())


def test_a_statement_has_the_event_of_its_base_and_the_speakers_of_all() -> None:
    members = sorted([*FULL.attributions, *TOLD.attributions], key=lambda one: one.id)
    variants = relate_variants(members, {key: reading.report.text for key, reading in PILE.items()})
    build = StatementBuilder(PILE, {DORRAN: "p1"}, {key: event_of(key) for key in PILE}, [], {})
    found = build.statement(members, variants)
    assert found.id == shared_id("s", [one.id for one in members])
    assert (found.speaker_ids, found.event_id) == (("p1",), event_of(FULL.report.id).id)
    assert (found.corroboration.reports, found.corroboration.lineages) == (2, 2)


def test_reports_that_copy_the_words_count_as_one_lineage() -> None:
    first, second = sorted(PILE)
    spans = [PILE[key].attributions[0].content[0] for key in (first, second)]
    members = sorted([*FULL.attributions, *TOLD.attributions], key=lambda one: one.id)
    variants = relate_variants(members, {key: reading.report.text for key, reading in PILE.items()})
    copies = [Copy(first, second, ((spans[0], spans[1]),))]
    build = StatementBuilder(PILE, {}, {key: event_of(key) for key in PILE}, copies, {})
    assert build.statement(members, variants).corroboration.lineages == 1


def test_words_are_no_younger_than_the_first_report_that_has_them() -> None:
    day, week = date(2024, 3, 9), date(2024, 3, 2)
    event, given = (
        Moment(earliest=first, latest=last, basis=Basis.GIVEN, why="given")
        for first, last in ((week, date(2024, 3, 16)), (day, day))
    )
    members = sorted([*FULL.attributions, *TOLD.attributions], key=lambda one: one.id)
    variants = relate_variants(members, {key: reading.report.text for key, reading in PILE.items()})
    events = {
        key: Event(id="e1", what="", where=None, date=event, report_ids=(key,), evidence=()) for key in PILE
    }
    said = StatementBuilder(PILE, {}, events, [], {TOLD.report.id: given}).statement(members, variants).said
    assert said is not None
    assert (said.earliest, said.latest) == (week, day)
