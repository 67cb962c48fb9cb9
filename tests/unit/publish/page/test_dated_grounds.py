from datetime import date, timedelta

from onrecord.model.moment import Basis, Moment
from onrecord.publish.page.dated_grounds import date_ground
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents

PILE = pile_of(ferry_contents())


def test_a_day_tells_its_basis_and_the_words_it_rests_on() -> None:
    event = PILE.events[0]
    ground = date_ground(PILE, event.id, "happened", event.date, event.report_ids)
    assert event.date is not None
    assert ground.rule == f"date.{event.date.basis}"
    assert event.date.why in ground.because[0]
    assert [(one.report_id, one.span) for one in ground.places] == [
        (one.report_id, one.span) for one in event.date.evidence
    ]


def test_days_that_fit_as_well_are_candidates() -> None:
    days = (date(2011, 3, 4), date(2016, 3, 4))
    moment = Moment(
        earliest=days[0], latest=days[1], candidates=days, basis=Basis.CORROBORATED, why="a Friday 4 March"
    )
    ground = date_ground(PILE, "e1", "happened", moment, ())
    assert [one.what for one in ground.candidates] == ["Friday 4 March 2011", "Friday 4 March 2016"]


def test_of_many_days_the_rest_is_counted() -> None:
    days = tuple(date(2024, 3, 4) + timedelta(days=more) for more in range(15))
    moment = Moment(
        earliest=days[0], latest=days[-1], candidates=days, basis=Basis.RELATIVE, why="in two weeks"
    )
    *listed, rest = date_ground(PILE, "r1", "published", moment, ()).candidates
    assert len(listed) + int(rest.what.split()[0]) == len(days)
    assert rest.what.endswith("more, the last Monday 18 March 2024")


def test_an_unknown_day_tells_the_times_that_were_read() -> None:
    report = next(one.report.id for one in PILE.reports if one.timexes)
    ground = date_ground(PILE, report, "published", None, [report])
    assert ground.rule == "date.unknown"
    assert all(one.places for one in ground.candidates)
    assert ground.candidates
    assert "name times" in ground.because[0]
    assert "Nothing in the reports" in date_ground(PILE, report, "published", None, []).because[0]
