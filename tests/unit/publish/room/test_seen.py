from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.moment import Basis, Moment
from onrecord.publish.page.pile import pile_of
from onrecord.publish.room.seen import (
    OverheardError,
    refuse_overheard,
    saw_copies,
    saw_names,
    saw_report,
    saw_statement,
    saw_words,
)
from support.contents import ferry_contents
from support.room import visiting

PILE = pile_of(ferry_contents())
STATEMENT = PILE.statements[0]
REPORT = PILE.reports[0].report


def test_a_day_that_was_given_is_seen_and_one_from_other_reports_is_not() -> None:
    member = PILE.members(STATEMENT)[0].id
    seen: dict[Basis, list[str]] = {}
    for basis in (Basis.GIVEN, Basis.CORROBORATED):
        said = Moment(earliest=date(1999, 1, 1), latest=None, basis=basis, why="told")
        dated = replace(PILE, statements_by_attribution={member: replace(STATEMENT, said=said)})
        seen[basis] = saw_words(dated, [member])
        assert saw_statement(PILE, replace(STATEMENT, said=said)) != saw_statement(
            PILE, replace(STATEMENT, said=None)
        )
    assert seen[Basis.GIVEN] != seen[Basis.CORROBORATED]
    assert seen[Basis.CORROBORATED] == saw_words(replace(PILE, statements_by_attribution={}), [member])


def test_what_is_said_of_other_reports_leaves_a_report_as_it_was_seen() -> None:
    def copied(first: str, second: str) -> Correction:
        return Correction(
            kind=CorrectionKind.COPY, anchors=(Anchor(report_id=first), Anchor(report_id=second))
        )

    assert saw_copies("r1", [copied("r2", "r3")]) == saw_copies("r1", [])
    assert saw_copies("r1", [copied("r2", "r1")]) != saw_copies("r1", [])


def test_what_is_gone_or_otherwise_is_refused(tmp_path: Path) -> None:
    entity = PILE.contents.linked.entities[0]
    day = Moment(earliest=date(1999, 1, 1), latest=None, basis=Basis.GIVEN, why="told")
    gone = "s" + "0" * 20
    with visiting(tmp_path, "/") as visit:
        for kind, thing, seen, old in (
            (
                CorrectionKind.DATE,
                REPORT.id,
                saw_report(REPORT.id, REPORT.published),
                saw_report(REPORT.id, day),
            ),
            (CorrectionKind.COPY, REPORT.id, saw_copies(REPORT.id, ()), f"{REPORT.id}:0"),
            (CorrectionKind.SAME_NAME, "", saw_names(entity), saw_names(replace(entity, name="Otto Brandt"))),
            (CorrectionKind.DATE, STATEMENT.id, saw_statement(PILE, STATEMENT), f"{STATEMENT.id}:0"),
        ):
            refuse_overheard(visit.record, kind, (thing,), (seen,))
            with pytest.raises(OverheardError):
                refuse_overheard(visit.record, kind, (thing,), (old,))
        with pytest.raises(OverheardError):
            refuse_overheard(visit.record, CorrectionKind.DATE, (gone,), (f"{gone}:0",))
