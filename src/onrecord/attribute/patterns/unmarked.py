"""Speech whose marks the page lost: We keep the harbour open. It feeds us all, Velik said.

The rule: a sentence that ends with ", Velik said" and speaks in the first person is verbatim, and so are the sentences
before it in the paragraph, back to the first that speaks so or to the paragraph's start, never over a sentence that
reports in its own right. "Velik said, continuing: We …" opens such speech, which runs on while the first person does.
Verbs that can report nothing else (`closers`) close verbatim speech in any person. Where a page has
lost its marks again and again, the present tense is as good a sign: "Haste is no cure. Fear is none either, she stressed."
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.frame.occupied import Occupied
from onrecord.attribute.frame.view import FIRST_PERSON
from onrecord.attribute.sources.cues import is_negated, lemma_of
from onrecord.attribute.sources.sources import find_source
from onrecord.lexicon import cues as words
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Level, Manner
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View

_BEFORE_COLON: Final = 12
_CLOSED: Final = "unmarked.closed"
_LOST: Final = 2
"""Speeches without marks from which a page has lost its marks, and quotations up to which it still has."""
_VERBLESS: Final = 12
"""Words of a line without a verb that goes with the present tense behind it: "First the fuel, then the ship."."""
_FINITE_OR_MODAL: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT_MODALS: Final = frozenset({"can", "may", "must", "shall", "will", "’ll", "'ll"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})


def speaks_first_person(view: View, tokens: range) -> bool:
    """Tell whether unquoted words among `tokens` speak in the first person."""
    return any(
        not view.is_quoted(token) and view.syntax.tokens[token].text != "US"
        for token in tokens
        if view.lower(token) in FIRST_PERSON
    )


def widened(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return `drafts` with closing asides ("…, Velik said") of lost-mark speech widened to all of it."""
    cues = Occupied(draft.cue for draft in drafts if draft.cue and not _within_first_person(view, draft))
    found = [_widened(view, draft, cues) if draft.rule == "indirect.aside" else draft for draft in drafts]
    if sum(draft.rule == _CLOSED for draft in found) < (_LOST if view.quotations else 1):
        return found
    if len(view.quotations) > _LOST:
        return found
    return [_in_present(view, draft, cues) for draft in found]


def _in_present(view: View, draft: Draft, cues: Occupied) -> Draft:
    """Return a closing aside in the present tense widened to the sentences in it right before, cue and all in the past."""
    closing = draft.rule in {"indirect.aside", _CLOSED} and len(draft.content) == 1 and draft.verb is not None
    if (
        not closing
        or draft.cue is None
        or draft.cue.start < draft.end
        or view.quotations_over(draft.content[0])
    ):
        return draft
    first = view.syntax.sentence_of[view.syntax.at(draft.start)]
    if draft.rule != _CLOSED and not is_present(view, view.syntax.within(draft.content[0]), draft.verb):
        return draft
    number = first
    for before in reversed(_sentences_before(view, first, cues)):
        if not is_present(view, _tokens(view, before), None) or _stages(view, before):
            break
        number = before
    verb = draft.verb
    jest = draft.rule != _CLOSED and verb is not None and lemma_of(view.syntax, verb) in words.JESTS
    if number == first and not jest:
        return draft
    start = draft.start if number == first else view.annotations.sentences[number].span.start
    return replace(draft, content=(Span(start, draft.end),), rule=_CLOSED, manner=Manner.UNMARKED)


def is_present(view: View, tokens: range, cue: int | None) -> bool:
    """Tell whether the first finite verb among `tokens`, less that of saying, is in the present tense; so is a short line of none."""
    words_in = [token for token in tokens if view.syntax.is_word(token) and token != cue]
    first = next((token for token in words_in if view.syntax.tokens[token].tag in _FINITE_OR_MODAL), None)
    if first is None:
        return cue is None and len(words_in) <= _VERBLESS
    tag = view.syntax.tokens[first].tag
    return tag in {"VBZ", "VBP"} or (tag == "MD" and view.lower(first) in _PRESENT_MODALS)


def _widened(view: View, draft: Draft, cues: Occupied) -> Draft:
    if len(draft.content) != 1 or draft.cue is None or draft.cue.start < draft.end or draft.verb is None:
        return draft
    if view.is_quoted(draft.verb) or view.quotations_over(draft.content[0]):
        return draft
    number = view.syntax.sentence_of[view.syntax.at(draft.start)]
    run = _sentences_before(view, number, cues)
    own = view.syntax.within(draft.content[0])
    speaking = [before for before in run if speaks_first_person(view, _tokens(view, before))]
    verbatim = lemma_of(view.syntax, draft.verb) in words.CLOSING_VERBS | words.POSTING_VERBS
    if not speaking and not verbatim and not speaks_first_person(view, own):
        return draft
    block = view.annotations.sentences[number].block
    at_start = run and view.annotations.sentences[run[0] - 1].block != block if run and run[0] else bool(run)
    first = draft.start
    told = _told_to(view, run, speaking)
    if told:
        first = view.annotations.sentences[run[told]].span.start if told < len(run) else draft.start
    elif at_start and not _narrates(view, run[0]):
        first = view.annotations.sentences[run[0]].span.start
    elif speaking:
        first = view.annotations.sentences[speaking[0]].span.start
    return replace(
        draft,
        content=(Span(first, draft.end),),
        rule=_CLOSED,
        manner=Manner.UNMARKED,
        level=Level.LIKELY,
    )


def _told_to(view: View, run: Sequence[int], speaking: Sequence[int]) -> int:
    """Return how many sentences at the start of `run` the narrator tells, the last of them putting somebody on stage.

    "A crowd had gathered. The head of the mission turned to them. You have come far, we thank you, Velik said."
    """
    last = speaking[0] if speaking else (run[-1] + 1 if run else 0)
    before = [number for number in run if number < last]
    telling = [index for index, number in enumerate(before) if _stages(view, number)]
    return telling[-1] + 1 if telling else 0


def _stages(view: View, number: int) -> bool:
    """Tell whether the main clause of a sentence has somebody described for its subject: "The minister answered."."""
    for token in _tokens(view, number):
        word = view.syntax.tokens[token]
        if word.dep in {"nsubj", "nsubjpass", "attr"} and view.syntax.tokens[word.head].dep == "ROOT":
            mention = view.mention_at(token)
            if mention is not None and not mention.pronoun and mention.kind is Kind.PERSON:
                return True
    return False


def _tokens(view: View, number: int) -> range:
    return view.annotations.sentences[number].tokens


def _sentences_before(view: View, number: int, cues: Occupied) -> list[int]:
    """Return the sentences of the paragraph before `number`, back to one that reports or quotes."""
    block = view.annotations.sentences[number].block
    run: list[int] = []
    here = number - 1
    while here >= 0 and view.annotations.sentences[here].block == block:
        span = view.annotations.sentences[here].span
        if cues.overlaps(span):
            break
        if view.quotations_over(span) or _reports(view, here):
            break
        run.insert(0, here)
        here -= 1
    return run


def _reports(view: View, number: int) -> bool:
    """Tell whether a sentence tells what somebody else said or thinks: "The board reminded us that …"."""
    syntax = view.syntax
    for token in _tokens(view, number):
        told = lemma_of(syntax, token) in words.CLAUSE_VERBS | words.THOUGHT_VERBS
        if not told or syntax.tokens[token].tag not in _FINITE:
            continue
        subject = syntax.subject(token)
        if subject is not None and syntax.tokens[subject].pos in {"NOUN", "PROPN"}:
            return True
    return False


def _within_first_person(view: View, draft: Draft) -> bool:
    """Tell whether a cue stands inside a sentence that itself speaks in the first person."""
    number = view.syntax.sentence_of[view.syntax.at(draft.cue.start)] if draft.cue else -1
    return number >= 0 and speaks_first_person(view, _tokens(view, number)) and draft.rule != "indirect.aside"


def _narrates(view: View, number: int) -> bool:
    """Tell whether a sentence speaks about somebody ("He gave a similar answer") rather than as somebody."""
    tokens = _tokens(view, number)
    named = (view.named_at(token) for token in tokens)
    if any(mention is not None and mention.kind is Kind.PERSON for mention in named):
        return not speaks_first_person(view, tokens)
    for token in tokens:
        if view.syntax.tokens[token].dep in {"nsubj", "nsubjpass"}:
            mention = view.mention_at(token)
            return view.lower(token) in {"he", "she"} or (mention is not None and mention.kind is Kind.PERSON)
    return False


def find_opened(view: View) -> list[Draft]:
    """Return speech without marks behind a colon: "Velik said, continuing: We keep the harbour open."."""
    found: list[Draft] = []
    syntax = view.syntax
    for token in view.places_of([":"]):
        if not view.is_spoken(token) or view.is_quoted(token) or token + 1 >= len(syntax.tokens):
            continue
        draft = _behind_colon(view, token)
        if draft:
            found.append(draft)
    return found


def _behind_colon(view: View, colon: int) -> Draft | None:
    syntax = view.syntax
    here = colon - 1
    sentence = view.sentence_tokens(colon)
    while here >= sentence.start and colon - here <= _BEFORE_COLON:
        token = syntax.tokens[here]
        if (
            token.pos == "VERB"
            and not view.is_quoted(here)
            and lemma_of(syntax, here) in words.QUOTATION_VERBS
        ):
            break
        here -= 1
    else:
        return None
    source = find_source(view, here)
    block = view.report.blocks[view.block_of(colon)]
    if (
        source is None
        or is_negated(view, here)
        or view.text[syntax.tokens[colon].span.end : block.span.end].strip() == ""
    ):
        return None
    behind = syntax.within(Span(syntax.tokens[colon].span.end, block.span.end))
    if (
        not behind
        or view.quotation_at(behind[0])
        or syntax.is_mark(behind[0])
        or not speaks_first_person(view, range(behind[0], behind[-1] + 1))
    ):
        return None
    end = _runs_to(view, behind[0])
    kept = trimmed(view, list(range(behind[0], end)), after=colon)
    if not kept:
        return None
    return Draft(
        content=(syntax.span(kept[0], kept[-1]),),
        rule="unmarked.opened",
        cue=syntax.span(here, here),
        verb=here,
        source=source,
        act=words.act_of(lemma_of(syntax, here)),
        manner=Manner.UNMARKED,
    )


def _runs_to(view: View, first: int) -> int:
    """Return the token behind the speech that opens at `first`: on while sentences speak in the first person."""
    sentences = view.annotations.sentences
    number = view.syntax.sentence_of[first]
    end = sentences[number].tokens.stop
    while number + 1 < len(sentences) and sentences[number + 1].block == sentences[number].block:
        number += 1
        if not speaks_first_person(view, sentences[number].tokens) or any(
            view.is_quoted(token) for token in sentences[number].tokens
        ):
            break
        end = sentences[number].tokens.stop
    return end
