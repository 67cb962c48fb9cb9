from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.publish.room.notes import show_corrections, show_divergences, show_problems
from support.contents import ferry_contents
from support.room import visiting


def test_problems_lead_to_where_they_are(tmp_path: Path) -> None:
    with visiting(tmp_path, "/problems") as visit:
        problems = show_problems(visit).values["problems"]
    hrefs = [one.href for one in problems]
    assert any(href and "?at=" in href for href in hrefs)


def test_contradictions_are_quoted_from_both_sides(tmp_path: Path) -> None:
    with visiting(tmp_path, "/divergences") as visit:
        shown = show_divergences(visit)
    assert shown.values["total"] == len(ferry_contents().linked.divergences)


def test_what_persons_said_is_listed_the_latest_first(tmp_path: Path) -> None:
    contents = ferry_contents()
    report = contents.readings[0].report
    first = Correction(kind=CorrectionKind.SAME_NAME, names=("A", "B"), by="Rusk")
    second = Correction(
        kind=CorrectionKind.DATE,
        anchors=(Anchor(report_id=report.id),),
        days=(date(2021, 3, 4), date(2021, 3, 4)),
    )
    undone = Correction(kind=CorrectionKind.UNDO, undoes=first.id)
    with visiting(
        tmp_path, "/corrections", contents=replace(contents, corrections=(first, second, undone))
    ) as visit:
        shown = show_corrections(visit).values["corrections"]
    told = [(one.correction.kind.value, one.state) for one in shown]
    assert told == [("undo", ""), ("date", ""), ("same-name", "taken back, or said otherwise later")]
