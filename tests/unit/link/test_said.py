from dataclasses import replace
from datetime import date

from onrecord.link.said import resolve_said
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.moment import Basis, Moment
from onrecord.model.span import Span
from support.annotated import bare_reading

WEDNESDAY = Moment(earliest=date(2022, 3, 16), latest=date(2022, 3, 16), basis=Basis.STATED, why="told")


def said(sentence: str, content: str, *, cue: str = "said") -> tuple[Reading, Attribution]:
    reading = bare_reading(sentence)
    start, at = sentence.index(content), sentence.index(cue)
    span = Span(start, start + len(content))
    attribution = Attribution(
        id="a1",
        report_id=reading.report.id,
        content=(span,),
        quoted=(),
        manner=Manner.INDIRECT,
        act=Act.ASSERTION,
        cue=Span(at, at + len(cue)),
        source=None,
        speakers=(),
        judgement=Judgement(rule="test", because=(), level=Level.CERTAIN),
    )
    return replace(reading, attributions=(attribution,)), attribution


def test_words_are_of_the_day_of_their_event() -> None:
    assert resolve_said(*said("Velik said it was late.", "it was late"), WEDNESDAY) is WEDNESDAY


def test_an_earlier_weekday_is_counted_back() -> None:
    moment = resolve_said(*said("Velik said on Monday it was late.", "it was late"), WEDNESDAY)
    assert moment is not None
    assert (moment.earliest, moment.basis) == (date(2022, 3, 14), Basis.RELATIVE)


def test_the_same_weekday_is_the_same_day() -> None:
    assert resolve_said(*said("Velik said on Wednesday it was late.", "it was late"), WEDNESDAY) is WEDNESDAY


def test_last_month_is_unknown() -> None:
    assert resolve_said(*said("Velik said last month it was late.", "it was late"), WEDNESDAY) is None


def test_a_day_inside_the_words_does_not_date_them() -> None:
    assert (
        resolve_said(*said("Velik said it was late on Monday.", "it was late on Monday"), WEDNESDAY)
        is WEDNESDAY
    )


def test_of_an_unknown_event_nothing_is_known() -> None:
    assert resolve_said(*said("Velik said it was late.", "it was late"), None) is None
