"""Words without marks behind a colon that leads to them: what somebody posted, hit back with, or is handed the page for.

"Velik hit back: the crew had been told to wait." reports the clause behind the colon. "Velik posted: home at last. kettle
on" gives all that follows in the paragraph, word for word; so does a live page that hands over: "From Velik: The quay is
empty." Speech in the first person behind "said:" is `unmarked.opened`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import is_finite, trimmed
from onrecord.attribute.frame.drafts import Draft, Source
from onrecord.attribute.sources.cues import is_negated, is_supposed, lemma_of
from onrecord.attribute.sources.sources import find_source
from onrecord.lexicon import cues as words
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribute.frame.view import View

_BEFORE_COLON: Final = 12
_HANDED: Final = re.compile(r"(?:from|here\s+is|here['’]s|this\s+(?:is\s+)?from|over\s+to)\s+", re.IGNORECASE)
_INTRODUCED: Final = 90
"""Characters behind a name within which the colon stands: "Here is Ana Velik, our weather editor:"."""
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_HITTING_BACK: Final = frozenset({"answer", "fire", "hit", "shoot"})
"""Verbs that say something only before a colon: "Velik hit back: …"."""
_FEWEST: Final = 4
"""Words of a clause behind a colon."""


def find_led(view: View) -> list[Draft]:
    """Return what colons lead to without marks, by verbs and by a live page's handing over."""
    return [*_behind_verbs(view), *_handed_over(view)]


def _behind_verbs(view: View) -> Iterator[Draft]:
    syntax = view.syntax
    for number in view.sentences:
        for colon in view.annotations.sentences[number].tokens:
            if syntax.tokens[colon].text != ":" or view.is_quoted(colon) or view.is_headline(colon):
                continue
            verb = _verb_before(view, colon)
            draft = _led_by(view, verb, colon) if verb is not None else None
            if draft is not None:
                yield draft


def _verb_before(view: View, colon: int) -> int | None:
    """Return the finite verb of saying that leads to a colon, with nothing of its own between but where and to whom."""
    syntax = view.syntax
    start = view.sentence_tokens(colon).start
    for here in range(colon - 1, max(start, colon - _BEFORE_COLON) - 1, -1):
        token = syntax.tokens[here]
        if token.pos != "VERB" or view.is_quoted(here):
            continue
        lemma = lemma_of(syntax, here)
        told = lemma in words.CLAUSE_VERBS or lemma in words.POSTING_VERBS or lemma in _HITTING_BACK
        if not told or token.tag not in _FINITE or is_negated(view, here) or is_supposed(view, here):
            return None
        objects = [
            child for child in syntax.children[here] if syntax.tokens[child].dep == "dobj" and child < colon
        ]
        return None if objects and lemma not in words.ADDRESSING_VERBS else here
    return None


def _led_by(view: View, verb: int, colon: int) -> Draft | None:
    syntax = view.syntax
    source = find_source(view, verb)
    block = view.report.blocks[view.block_of(colon)]
    behind = syntax.within(Span(syntax.tokens[colon].span.end, block.span.end))
    if source is None or not behind or any(view.is_quoted(token) for token in behind):
        return None
    posted = lemma_of(syntax, verb) in words.POSTING_VERBS
    stop = behind.stop if posted else min(behind.stop, _sentence_stop(view, behind.start))
    kept = trimmed(view, list(range(behind.start, stop)), after=colon)
    if not kept or not (posted or _is_clause(view, kept)):
        return None
    whole = syntax.span(kept[0], kept[-1])
    return Draft(
        content=(Span(whole.start, block.span.end).trimmed(view.text) if posted else whole,),
        rule="unmarked.posted" if posted else "indirect.colon",
        cue=syntax.span(verb, verb),
        verb=verb,
        source=source,
        act=words.act_of(lemma_of(syntax, verb)),
        manner=Manner.UNMARKED if posted else None,
    )


def _sentence_stop(view: View, token: int) -> int:
    return view.sentence_tokens(token).stop


def _is_clause(view: View, kept: list[int]) -> bool:
    """Tell whether words are a clause with a subject: "the crew had been told to wait", no list of things."""
    syntax = view.syntax
    inside = frozenset(kept)
    top = next(
        (
            token
            for token in kept
            if syntax.tokens[token].head not in inside or syntax.tokens[token].head == token
        ),
        kept[0],
    )
    return len(kept) >= _FEWEST and is_finite(view, kept) and syntax.subject(top) in inside


def _handed_over(view: View) -> Iterator[Draft]:
    """Find paragraphs that a live page gives to somebody: "Here is Ana Velik, our weather editor: It will hold."."""
    for number in view.spoken:
        block = view.report.blocks[number]
        match = _HANDED.match(view.text, block.span.start, block.span.end)
        if match is None or block.zone is not Zone.BODY:
            continue
        colon = view.text.find(":", match.end(), min(match.end() + _INTRODUCED, block.span.end))
        first = view.syntax.at(match.end())
        named = view.named_at(first) if first < len(view.syntax.tokens) else None
        if (
            colon < 0
            or named is None
            or named.kind is not Kind.PERSON
            or "." in view.text[match.end() : colon]
        ):
            continue
        behind = Span(colon + 1, block.span.end)
        kept = trimmed(view, list(view.syntax.within(behind)), after=-1)
        if not kept or view.quotations_over(behind):
            continue
        source = view.syntax.within(Span(match.end(), colon))
        yield Draft(
            content=(Span(view.syntax.tokens[kept[0]].span.start, block.span.end).trimmed(view.text),),
            rule="layout.handed",
            source=Source(
                view.syntax.span(source.start, source.stop - 1), (view.syntax.within(named.span)[-1],)
            ),
            manner=Manner.UNMARKED,
            level=Level.LIKELY,
        )
