from dataclasses import replace

import pytest

from onrecord.annotate import annotate
from onrecord.attribute import attribute
from onrecord.model.attribution import Level, Manner
from support.annotated import parser, report

GERMAN = (
    "Die Hafenmeisterin Marta Harrow will die Mole sperren, sagte sie.\n"
    "„Die Mole ist morsch, und sie bleibt zu“, sagte Harrow am Montag. Der „Alte Kai“ ist offen."
)
SPANISH = (
    "La alcaldesa Marta Harrow dijo que el muelle se cerrará.\n"
    "«El muelle está podrido y no se abrirá», afirmó Harrow ante el consejo."
)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", GERMAN, "Die Mole ist morsch, und sie bleibt zu"),
        ("es-ES", SPANISH, "El muelle está podrido y no se abrirá"),
    ],
)
def test_only_marked_words_of_an_unread_language_are_kept(language: str, text: str, words: str) -> None:
    read = replace(report(text), language=language)
    (attribution,) = attribute(read, annotate(read, parser())).attributions
    assert attribution.content[0].of(text) == words
    assert (attribution.manner, attribution.judgement.level) == (Manner.DIRECT, Level.POSSIBLE)
    assert attribution.speakers == ()


def test_a_report_that_tells_no_language_is_read_as_english() -> None:
    read = replace(report("Martha Harrow said that the pier was rotten."), language=None)
    (attribution,) = attribute(read, annotate(read, parser())).attributions
    assert attribution.speakers
