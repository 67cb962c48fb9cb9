from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import spacy

from onrecord.annotate import load_parser
from onrecord.annotate.tokens import Parsed, Piece, collect, finished_forms, has_plain_parts
from onrecord.model.span import Span
from onrecord.settings import Settings
from support.annotated import report

TEXT = "“We ain't leaving,” said Ana Velik of the Lindmark board. ““They'd better not.”"


def read(text: str, pipeline: Any) -> Parsed:
    """Return what a pipeline that does all by itself says of `text`."""
    parsed = Parsed([], [])
    doc = pipeline(text.replace("“", " ").replace("”", " "))
    forms, labels = finished_forms(doc)
    collect(doc, Piece(Span(7, 7 + len(text)), text, 3), forms, labels, parsed)
    return parsed


def test_marks_come_back_on_the_word_that_they_embrace() -> None:
    parsed = read(TEXT, import_module(Settings().model).load())
    words = [token.text for token in parsed.tokens]
    heads = {(token.span.start - 7, words[token.head]) for token in parsed.tokens if token.text in "“”"}
    assert {(0, "We"), (TEXT.index("”"), ",")} <= heads
    assert (len(TEXT) - 1, ".") in heads


def test_a_sentence_holds_the_marks_that_open_it() -> None:
    parsed = read(TEXT, import_module(Settings().model).load())
    assert [sentence.block for sentence in parsed.sentences] == [3, 3]
    assert [sentence.span.start - 7 for sentence in parsed.sentences] == [0, TEXT.index("““")]
    assert [len(sentence.tokens) for sentence in parsed.sentences] == [15, 8]


def test_blanks_are_no_words() -> None:
    parsed = read(" \n\t ", import_module(Settings().model).load())
    assert (parsed.tokens, parsed.sentences) == ([], [])


def test_our_own_readers_say_what_the_whole_pipeline_says() -> None:
    text = "Ana Velik of the Lindmark board said on Monday there's nothing we gotta do. Let's go, y'all."
    whole = read(text, import_module(Settings().model).load())
    ours, _ = load_parser(Settings().model).parse(report(text))
    assert [replace(token, span=token.span.shifted(7)) for token in ours] == whole.tokens


def test_another_pipeline_is_left_to_itself(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.to_disk(tmp_path)
    assert not has_plain_parts(pipeline)
    tokens, sentences = load_parser(str(tmp_path)).parse(report("“No,” she said."))
    assert [token.text for token in tokens] == ["“", "No", ",", "”", "she", "said", "."]
    assert len(sentences) == 1
