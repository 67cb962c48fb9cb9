"""Views by their nouns: "In Harrow's view, …", "By the account of the crews, …", "Harrow's hope is that …".

The rule: a preposition opens the sentence, its noun is one of holding or telling, and the noun has an owner; what
follows up to the end of the sentence is the owner's. Evidence: "In the opinion of the pilots, who know it, the channel
was too narrow." credits the pilots with the channel; "In a word, the channel was too narrow." has no owner and credits
nobody. What a noun with an owner *is* belongs to the owner as well: "The pilots' advice is to wait for the tide."
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import is_finite, past_relative, trimmed
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.sources.cues import cue_verbs, is_negated, is_supposed
from onrecord.attribute.sources.sources import find_source, source_at
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Source
    from onrecord.attribute.frame.view import View

_PREPOSITIONS: Final = frozenset({"in", "by", "on"})
_HELD: Final = frozenset(["account", "judgement", "judgment", "opinion", "view", "words"])
"""Nouns that credit what stands around them too."""
_REACH: Final = 8
"""Words from the preposition within which the noun stands, and from what is estimated to its amount."""


def find_opinions(view: View) -> list[Draft]:
    """Return one draft for each sentence that says whose view it gives, at its start or set off by commas in it."""
    found: list[Draft] = []
    holding = {view.syntax.sentence_of[noun] for noun in view.places_of(_HELD)}
    for number in view.sentences:
        sentence = view.annotations.sentences[number].tokens
        draft = _opened_by_view(view, sentence)
        if draft is None and number in holding:
            draft = _parted_by_view(view, sentence)
        if draft is not None:
            found.append(draft)
    return found


def _parted_by_view(view: View, sentence: range) -> Draft | None:
    """Return what stands around a view: "The quay, in her words, was a sieve", "The quay was lost, in his view."."""
    for comma in sentence:
        first = comma + 1
        if view.syntax.tokens[comma].text != "," or first not in sentence or view.is_quoted(first):
            continue
        noun = view.syntax.child(first, "pobj") if view.lower(first) in _PREPOSITIONS else None
        if noun is None or not first < noun <= first + _REACH or view.lower(noun) not in _HELD:
            continue
        source = _owner(view, noun)
        if source is None:
            continue
        last = max([noun, *view.syntax.within(source.span)]) + 1
        if last in sentence and view.syntax.is_word(last):
            continue
        kept = trimmed(view, [token for token in sentence if token < comma], after=-1)
        behind = trimmed(view, [token for token in sentence if token > last], after=-1)
        if kept and is_finite(view, [*kept, *behind]):
            return Draft(
                content=view.syntax.spans_of([*kept, *behind]),
                rule="indirect.view",
                cue=view.syntax.span(first, noun),
                verb=noun,
                source=source,
                act=words.act_of(view.syntax.tokens[noun].lemma),
            )
    return None


def _opened_by_view(view: View, sentence: range) -> Draft | None:
    first = next((token for token in sentence if view.syntax.is_word(token)), None)
    if first is None or view.is_quoted(first) or view.lower(first) not in _PREPOSITIONS:
        return None
    noun = view.syntax.child(first, "pobj")
    if noun is None or not first < noun <= first + _REACH or view.lower(noun) not in words.VIEW_NOUNS:
        return None
    source = _owner(view, noun)
    if source is None:
        return None
    behind = past_relative(view, source, max([noun, *view.syntax.within(source.span)]))
    kept = trimmed(view, [token for token in sentence if token > behind], after=behind)
    if not kept or not is_finite(view, kept):
        return None
    return Draft(
        content=view.syntax.spans_of(kept),
        rule="indirect.view",
        cue=view.syntax.span(first, noun),
        verb=noun,
        source=source,
        act=words.act_of(view.syntax.tokens[noun].lemma),
    )


def find_held(view: View) -> list[Draft]:
    """Return what somebody's view, hope or advice is: "Harrow's view is that …", "Her plan was to …"."""
    found: list[Draft] = []
    for number in view.sentences:
        for token in view.annotations.sentences[number].tokens:
            draft = _held(view, token) if view.syntax.tokens[token].lemma == "be" else None
            if draft is not None:
                found.append(draft)
    return found


def _held(view: View, verb: int) -> Draft | None:
    syntax = view.syntax
    noun = syntax.subject(verb)
    clause = syntax.child(verb, "ccomp", "xcomp")
    if noun is None or clause is None or not noun < verb < clause or view.is_quoted(verb):
        return None
    lemma = syntax.tokens[noun].lemma
    leads = {view.lower(child) for child in syntax.children[clause] if child < clause} & {"that", "to"}
    if not leads or syntax.child(verb, "neg", "attr", "acomp") is not None:
        return None
    known = words.CLAUSE_NOUNS | words.VIEW_NOUNS if "that" in leads else words.INFINITIVE_NOUNS
    owner = syntax.child(noun, "poss")
    source = source_at(view, owner, avoid=noun) if owner is not None and lemma in known else None
    kept = trimmed(view, syntax.below(clause), after=verb)
    if source is None or not kept:
        return None
    return Draft(
        content=syntax.spans_of(kept),
        rule="indirect.held",
        cue=syntax.span(noun, noun),
        verb=noun,
        source=source,
        act=words.act_of(lemma, infinitive="to" in leads),
    )


def _owner(view: View, noun: int) -> Source | None:
    """Return whose view it is: the possessor, or who stands behind "of"."""
    syntax = view.syntax
    owner, avoid = syntax.child(noun, "poss"), noun
    if owner is None:
        avoid = next(
            (child for child in syntax.children[noun] if child > noun and view.lower(child) == "of"), -1
        )
        owner = syntax.child(avoid, "pobj") if avoid >= 0 else None
    return source_at(view, owner, avoid=avoid) if owner is not None else None


def find_estimates(view: View) -> list[Draft]:
    """Return what somebody puts at an amount: "The board put the damage at two million crowns"."""
    syntax = view.syntax
    found: list[Draft] = []
    for verb in cue_verbs(view):
        what = syntax.child(verb, "dobj") if syntax.tokens[verb].lemma == "put" else None
        if what is None or what < verb or view.is_quoted(verb) or is_supposed(view, verb):
            continue
        source = find_source(view, verb)
        amount = _amount(view, what, view.sentence_tokens(verb).stop)
        if source is not None and amount is not None and not is_negated(view, verb):
            first = min(token for token in syntax.below(what) if token > verb)
            found.append(
                Draft(
                    content=(syntax.span(first, amount),),
                    rule="indirect.estimate",
                    cue=syntax.span(verb, verb),
                    verb=verb,
                    source=source,
                )
            )
    return found


def _amount(view: View, what: int, stop: int) -> int | None:
    """Return the last word of the amount behind "at", within a few words of what is estimated."""
    syntax = view.syntax
    at = next((token for token in range(what, min(stop, what + _REACH)) if view.lower(token) == "at"), None)
    amount = syntax.child(at, "pobj") if at is not None else None
    if amount is None or not any(syntax.tokens[token].pos == "NUM" for token in syntax.below(amount)):
        return None
    kept = trimmed(view, syntax.below(amount), after=what)
    return kept[-1] if kept else None
