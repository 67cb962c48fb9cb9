import pytest

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.export.notes import Notebook, printed
from onrecord.publish.page.pile import pile_of
from support.taken import NASTY, attributions_of, ferry, saying, words_of

CONTENTS = ferry()


def test_a_note_has_outlet_title_date_and_exact_words() -> None:
    notebook = Notebook(pile_of(CONTENTS))
    for one in attributions_of(CONTENTS).values():
        notebook.of_attribution(one)

    for note, one in zip(notebook.all(), attributions_of(CONTENTS).values(), strict=True):
        assert tuple("".join(run.text for run in several) for several in note.ranges) == words_of(
            CONTENTS, one
        )
        assert note.outlet in {"The Orrin Courier", "Lundholm Gazette"}
        assert note.date in {"4 March 2021", "date not known", "Thursday 4 March of 2010 or 2021"}
        assert f"{one.content[0].start}–{one.content[-1].end}" in note.place


def test_quotation_marks_stand_only_around_what_the_report_quotes() -> None:
    notebook = Notebook(pile_of(CONTENTS))
    for one in attributions_of(CONTENTS).values():
        number = notebook.of_attribution(one)
        note = notebook.all()[number - 1]
        marks = "".join(run.opens + run.closes for several in note.ranges for run in several)
        assert marks == ("“”" if one.quoted else "")


def test_a_place_has_one_note_however_often_it_is_cited() -> None:
    notebook = Notebook(pile_of(CONTENTS))
    place = Evidence(report_id=CONTENTS.readings[0].report.id, span=Span(0, 5))

    assert notebook.of_evidence((place, place)) == notebook.of_evidence((place,)) == (1,)
    assert notebook.of_evidence((Evidence(report_id="r0", span=Span(0, 1)),)) == ()
    assert (notebook.all()[0].manner, notebook.all()[0].level) == ("", "")


@pytest.mark.parametrize("words", NASTY)
def test_characters_that_no_page_can_show_are_counted(words: str) -> None:
    contents = saying(words)
    notebook = Notebook(pile_of(contents))
    notebook.of_attribution(next(iter(attributions_of(contents).values())))
    (note,) = notebook.all()

    lost = sum(one in "\x00\x07\x1b\ud83d\u202e" for one in words)
    assert note.signs == lost


def test_line_ends_are_line_feeds_in_print() -> None:
    assert printed("a\r\nb\rc\x00") == "a\nb\nc␀"
