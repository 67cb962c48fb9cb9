from dataclasses import replace

from onrecord.publish.export.briefing import brief_of
from onrecord.publish.export.chosen import Chosen
from onrecord.publish.export.docx_runs import paragraph, run, words
from support.taken import saying


def test_breaks_and_tabs_are_elements_and_blanks_are_kept() -> None:
    made = run(" a\r\nb\tc ")

    assert made == (
        '<w:r><w:t xml:space="preserve"> a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/>'
        '<w:t xml:space="preserve">c </w:t></w:r>'
    )


def test_bold_can_be_taken_back_within_a_bold_style() -> None:
    assert "<w:b/>" in run("a", bold=True)
    assert '<w:b w:val="0"/>' in run("a", bold=False)
    assert "<w:i/>" in run("a", italic=True)


def test_words_have_their_language_marks_and_direction() -> None:
    (note,) = brief_of(saying("so"), Chosen()).notes
    turned = replace(note, language="ar", direction="rtl")

    assert ["“so”" in one for one in words(note.ranges[0], note)] == [True]
    assert '<w:lang w:val="en"/>' in words(note.ranges[0], note)[0]
    assert "<w:rtl/>" in words(turned.ranges[0], turned)[0]
    assert "<w:bidi/>" in paragraph("Quote", told=turned)
    assert "<w:bidi/>" not in paragraph("Quote", told=note)
