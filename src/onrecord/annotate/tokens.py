"""From what the language pipeline read in one piece of a report to words and sentences of the report."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from onrecord.annotate.encoder import Encoder, has_plain_layers
from onrecord.annotate.entities import EntityReader, has_plain_form
from onrecord.annotate.quotemarks import mark_positions
from onrecord.annotate.word_forms import Form, WordForms, has_plain_rules
from onrecord.model.annotation import Sentence, Token
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

HIDDEN: Final = frozenset('"“”„‟«»〝〞＂')
"""Marks that the pipeline does not see: they come back as words of their own."""
PLAIN: Final = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")
"""The parts of a pipeline that can be read in a quicker way, in their order."""
_LOOKED_AT: Final[list[int | str]] = ["IDX", "LENGTH", "HEAD", "SENT_START", "IS_SPACE"]
_MARK: Final = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block that was read at once: `span` of the report, and the `text` there."""

    span: Span
    text: str
    block: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What has been read of a report so far."""

    tokens: list[Token]
    sentences: list[Sentence]


class Readers:
    """The parts of a pipeline, read by the program itself where that is quicker than by spaCy: the same words."""

    def __init__(self, pipeline: Language) -> None:
        """Take over from `pipeline`, of which `has_plain_parts` is true; of its own parts two still do their work."""
        of: Any = pipeline.get_pipe
        self._encoder = Encoder(of("tok2vec").model)
        self._own: tuple[Any, ...] = (of("tagger"), of("parser"))
        self._forms = WordForms(of("attribute_ruler"), of("lemmatizer"))
        self._entities = EntityReader(of("ner"))

    def read(self, docs: Sequence[Doc]) -> tuple[list[list[Form]], list[list[str]]]:
        """Tag and parse `docs`, and return for each the forms of its words and the names that they belong to."""
        filled = [doc for doc in docs if len(doc)]
        for doc, vectors in zip(filled, self._encoder.vectors_of(filled), strict=True):
            its: Any = doc
            its.tensor = vectors
        for part in self._own:
            part.set_annotations(docs, part.predict(docs))
        return [self._forms.forms_of(doc) for doc in docs], self._entities.labels_of(docs)


def has_plain_parts(pipeline: Language) -> bool:
    """Tell whether `pipeline` is of the form that `Readers` knows."""
    return (
        tuple(pipeline.pipe_names) == PLAIN
        and has_plain_layers(getattr(pipeline.get_pipe("tok2vec"), "model", None))
        and has_plain_rules(pipeline.get_pipe("attribute_ruler"))
        and has_plain_form(pipeline.get_pipe("ner"))
    )


def finished_forms(doc: Doc) -> tuple[list[Form], list[str]]:
    """Return what a pipeline that did all by itself says of the words of `doc`: their forms, and their names."""
    forms = [Form(word.tag_, word.dep_, word.pos_, "", word.lemma_.lower() or word.lower_) for word in doc]
    return forms, [word.ent_type_ for word in doc]


def collect(doc: Doc, piece: Piece, forms: Sequence[Form], labels: Sequence[str], into: Parsed) -> None:
    """Append the words and sentences of a parsed `piece`, and the marks that were hidden from the pipeline.

    `forms` and `labels` go with the words of `doc`. A mark hangs on the word that it opens before or closes behind;
    white space the pipeline took for a word is left out.
    """
    columns: list[list[int]] = np.ascontiguousarray(doc.to_array(_LOOKED_AT).T).view(np.int64).tolist()
    begins, lengths, heads, opened, blank = columns
    words = [(start, number) for number, start in enumerate(begins) if not blank[number]]
    if not words:
        return
    opening, closing = mark_positions(piece.text)
    marks = [(position, _MARK) for position in opening | closing if piece.text[position] in HIDDEN]
    if marks:
        words = sorted(words + marks)
    first = len(into.tokens)
    place = [first] * len(begins)
    for order, (_, number) in enumerate(words, first):
        if number != _MARK:
            place[number] = order
    starts: list[int] = []
    shown, offset = doc.text, piece.span.start
    for order, (start, number) in enumerate(words):
        if number == _MARK:
            neighbour = _neighbour(words, order, ahead=start in opening)
            into.tokens.append(_mark(piece.text[start], offset + start, place[neighbour]))
            continue
        end = start + lengths[number]
        form = forms[number]
        head = place[_governor(heads, blank, number)]
        span = Span(offset + start, offset + end)
        # By place: names cost half as much again, for each word of a report.
        token = Token(span, shown[start:end], form.lemma, form.pos, form.tag, form.dep, head, labels[number])
        into.tokens.append(token)
        if opened[number] == 1 or not starts:
            starts.append(first + _opened(words, order, opening) if starts else first)
    for begin, end in pairwise([*starts, len(into.tokens)]):
        span = Span(into.tokens[begin].span.start, into.tokens[end - 1].span.end)
        into.sentences.append(Sentence(span=span, tokens=range(begin, end), block=piece.block))


def _opened(words: Sequence[tuple[int, int]], order: int, opening: frozenset[int]) -> int:
    """Return where a sentence starts whose first word is at `order`: with the marks that open right before it."""
    while order and words[order - 1][1] == _MARK and words[order - 1][0] in opening:
        order -= 1
    return order


def _neighbour(words: Sequence[tuple[int, int]], order: int, *, ahead: bool) -> int:
    """Return the word next to the mark at `order`, on the side it embraces where there is one."""
    step = 1 if ahead else -1
    for direction in (step, -step):
        at = order + direction
        while 0 <= at < len(words) and words[at][1] == _MARK:
            at += direction
        if 0 <= at < len(words):
            return words[at][1]
    return words[order][1]


def _mark(char: str, start: int, head: int) -> Token:
    return Token(
        span=Span(start, start + 1),
        text=char,
        lemma=char,
        pos="PUNCT",
        tag="''",
        dep="punct",
        head=head,
        entity="",
    )


def _governor(heads: Sequence[int], blank: Sequence[int], number: int) -> int:
    """Return the head of a word, looking past white space; a word that hangs on nothing governs itself.

    Args:
        heads: how far the head of each word is from it.
        blank: whether each is white space.
        number: the word's place in both.
    """
    head = number + heads[number]
    while blank[head] and heads[head]:
        head += heads[head]
    return number if blank[head] else head
