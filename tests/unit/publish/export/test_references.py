from dataclasses import replace
from datetime import date

import pytest

from onrecord.model.moment import Basis, Moment
from onrecord.publish.export.references import (
    NO_DATE,
    REPLACED,
    date_words,
    iso_day,
    known_day,
    one_line,
    references_of,
)
from support.contents import ferry_contents
from support.taken import saying


def between(earliest: date | None, latest: date | None, *candidates: date) -> Moment:
    return Moment(earliest=earliest, latest=latest, basis=Basis.STATED, why="", candidates=candidates or None)


@pytest.mark.parametrize(
    ("moment", "day", "words"),
    [
        (None, "", NO_DATE),
        (between(None, None), "", NO_DATE),
        (between(date(2021, 3, 4), date(2021, 3, 4)), "2021-03-04", "4 March 2021"),
        (between(date(2021, 3, 1), date(2021, 3, 31)), "2021-03", "some day in March 2021"),
        (between(date(2021, 1, 1), date(2021, 12, 31)), "2021", "some day in 2021"),
        (
            between(date(2021, 3, 4), date(2021, 3, 6)),
            "",
            "between Thursday 4 March 2021 and Saturday 6 March 2021",
        ),
        (between(None, date(2021, 3, 4)), "", "on or before Thursday 4 March 2021"),
        (
            between(date(2010, 3, 4), date(2021, 3, 4), date(2010, 3, 4), date(2021, 3, 4)),
            "",
            "Thursday 4 March of 2010 or 2021",
        ),
    ],
)
def test_a_day_is_no_more_exact_than_it_is_known(moment: Moment | None, day: str, words: str) -> None:
    assert iso_day(known_day(moment)) == day
    assert date_words(moment) == words


def test_possible_days_within_one_month_are_not_the_month() -> None:
    moment = between(date(2021, 3, 1), date(2021, 3, 31), date(2021, 3, 1), date(2021, 3, 31))

    assert known_day(moment) == ()


def test_every_report_is_cited_and_what_is_not_known_is_noted() -> None:
    references = {one.title: one for one in references_of(ferry_contents())}

    assert references["Islanders wait for a ferry"].notes == ()
    assert {one.notes for one in references_of(ferry_contents())} == {
        (),
        (NO_DATE,),
        ("published Thursday 4 March of 2010 or 2021",),
    }


def test_a_title_of_two_lines_and_an_address_that_is_none_are_told_as_changed() -> None:
    contents = saying("so", title="One\ntwo\x00", outlet="")
    reading = contents.readings[0]
    report = replace(reading.report, url="javascript:alert(1)")
    contents = replace(contents, readings=(replace(reading, report=report),))
    reference = references_of(contents)[0]

    assert (reference.title, reference.outlet, reference.url) == ("One two␀", None, None)
    assert reference.notes == (NO_DATE, "address as given: javascript:alert(1)", REPLACED)


def test_one_line_has_no_control_characters() -> None:
    assert one_line(" a\r\n\tb\x1b\u202e") == "a b␛\ufffd"
