"""Text as bad pages leave it: whatever its marks, its case or its length, nothing is read over all of it."""

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.quotemarks import find_quotemarks
from onrecord.attribute import attribute
from onrecord.attribute.attributions import find_drafts
from onrecord.attribute.frame.view import View
from onrecord.clean import read_report
from onrecord.model.ids import report_id
from onrecord.model.report import Capture, Report
from support.annotated import parser
from support.work import calls_made

SENTENCES = (
    "“We keep the harbour open,” Velik said on Monday. The board told the crews that the quay would close, and she "
    "added that nobody had asked. ‘No,’ said Tom Reed. He called the plan “a quiet theft” and urged the council to "
    "wait. According to the board, it was “not safe.” "
)
MARKS = "“”‘’"
LAYOUTS = {
    "as written": SENTENCES,
    "low and high": SENTENCES.replace("”", "“").replace(" “", " „"),
    "angled": SENTENCES.replace("“", "«").replace("”", "»"),
    "straight": SENTENCES.translate(str.maketrans("“”‘’", "\"\"''")),
    "single for double": SENTENCES.replace("“", "‘").replace("”", "’"),
    "doubled single": SENTENCES.replace("“", "‘‘").replace("”", "’’"),
    "none": SENTENCES.translate(dict.fromkeys(map(ord, MARKS))),
    "opening only": SENTENCES.translate(dict.fromkeys(map(ord, "”’"))),
    "closing only": SENTENCES.translate(dict.fromkeys(map(ord, "“‘"))),
    "one at the start": "“" + SENTENCES.translate(dict.fromkeys(map(ord, MARKS))),
    "one at the end": SENTENCES.translate(dict.fromkeys(map(ord, MARKS))).strip() + "”",
    "capitals": SENTENCES.upper(),
    "no stops": SENTENCES.translate(dict.fromkeys(map(ord, ".,"))),
}
OTHER_LANGUAGES = {
    "de": "Die Mole ist seit dem Sommer gesperrt und sie bleibt es auch. „Wir haben das Geld nicht, und niemand gibt es uns“, sagte die Bürgermeisterin am Montag.",
    "fr": "Le quai est fermé depuis l’été et il le restera. «Nous n’avons pas l’argent pour les planches», a dit la maire dans une lettre aux habitants.",
    "es": "El muelle está cerrado desde el verano y no se abrirá. «No tenemos el dinero para las tablas», dijo la alcaldesa en una carta a los vecinos.",
    "it": "Il molo è chiuso dall’estate e non sarà riaperto. «Non abbiamo i soldi per le assi», ha detto la sindaca in una lettera agli abitanti della città.",
    "el": "Η αποβάθρα είναι κλειστή από το καλοκαίρι. «Δεν έχουμε τα χρήματα για τις σανίδες», είπε η δήμαρχος.",
}


def read(text: str) -> Report:
    payload = text.encode()
    capture = Capture(id=report_id(payload), payload=payload, media_type="text/plain", locator="any.txt")
    report, _ = read_report(capture)
    assert report is not None
    return report


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["one paragraph", "many paragraphs"])
def test_no_reading_runs_over_the_text(layout: str, between: str) -> None:
    report = read(between.join([LAYOUTS[layout].strip()] * 6))
    for attribution in attribute(report, annotate(report, parser())).attributions:
        assert sum(map(len, attribution.content)) < len(LAYOUTS[layout])


@pytest.mark.parametrize("language", sorted(OTHER_LANGUAGES))
def test_a_report_in_a_language_not_read_says_so_and_keeps_its_marked_words(language: str) -> None:
    payload = OTHER_LANGUAGES[language].encode()
    capture = Capture(id=report_id(payload), payload=payload, media_type="text/plain", locator="any.txt")
    report, problems = read_report(capture)
    assert report is not None
    assert [problem.code for problem in problems] == ["clean.language-not-read"]
    (attribution,) = attribute(report, annotate(report, parser())).attributions
    assert attribution.speakers == ()


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_rules_take_about_linear_time_over_one_long_paragraph(layout: str) -> None:
    works: list[int] = []
    for times in (16, 64):
        report = read(LAYOUTS[layout] * times)
        view = View(report, annotate(report, parser()))
        works.append(calls_made(lambda view=view: find_drafts(view)))  # type: ignore[misc]
    assert works[1] < 6 * works[0]


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_cleaning_and_marking_take_about_linear_time(layout: str) -> None:
    works = [
        calls_made(lambda times=times: find_quotemarks(read(LAYOUTS[layout] * times)))  # type: ignore[misc]
        for times in (16, 64)
    ]
    assert works[1] < 6 * works[0]
