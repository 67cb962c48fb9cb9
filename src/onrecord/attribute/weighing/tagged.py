"""What the trained tagger saw, put in the terms of the rules: exact bounds, a source with its head, a verb, an act.

The tagger marks stretches of text; which of them are attributions is for the record's own definition to say. Here a
reading becomes a draft, or nothing when nobody is named who could have said it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.assemble import bounded, quoted_parts
from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.bounds.endings import ended
from onrecord.attribute.bounds.reasons import with_reason
from onrecord.attribute.frame.drafts import Draft, Source
from onrecord.attribute.frame.nearby import shared
from onrecord.attribute.frame.view import FIRST_PERSON, SECOND_PERSON
from onrecord.attribute.patterns.mixed import shortened, stretched
from onrecord.attribute.sources.cues import is_negated, is_supposed, lemma_of
from onrecord.attribute.sources.head_words import find_quoted
from onrecord.attribute.sources.sources import find_source, is_nobody, source_at
from onrecord.attribute.weighing.own_ranges import own_ranges
from onrecord.lexicon import cues as words
from onrecord.model.annotation import Kind, Reach
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import TaggedSpeech

_FACT: Final = ["the", "fact", "that"]
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIVES: Final = frozenset({"WDT", "WP"})
_REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
_NEAR: Final = 3
"""Characters between a noun and the word that stands for it: "Harrow, who"."""
_HANGING: Final = re.compile(r"[^\n.!?;:“”\"]+\s(?:that|which)\s+")
_SOMETHING: Final = re.compile(r"[^\n.!?;:“”\"]+,\s(?:something|a\s\w+)\s(?:(?:that|which)\s)?")
"""What a clause of saying explains: "moving the shelves, something the readers called a shame"."""
_NOBODY: Final = frozenset({"no", "none", "nobody", "neither"})
_SPEAKING: Final = (
    words.QUOTATION_VERBS
    | words.THOUGHT_VERBS
    | words.INFINITIVE_VERBS
    | words.NAMING_VERBS
    | words.CLAUSE_NOUNS
    | words.INFINITIVE_NOUNS
    | words.SPEAKING_NOUNS
    | words.CLAUSE_ADJECTIVES
    | frozenset(words.GERUND_VERBS)
    | words.BARE_GERUND_VERBS
)


@dataclass(frozen=True, slots=True)
class Witness:
    """A reading of the tagger as a draft, with its score; `parted` where a rule split it off a longer one."""

    draft: Draft
    score: float
    parted: bool = False
    reach: Reach = Reach.USUAL


def draft_of(view: View, speech: TaggedSpeech) -> Draft | None:
    """Return the draft that a reading of the tagger stands for, or None when it has no content of its own or a late source."""
    if _is_late(view, speech):
        return None
    said = (span for span in own_ranges(view, speech) if not _is_spoken_of(view, span, speech))
    content = tuple(part for span in said if (part := _content(view, span)) is not None)
    if not content:
        return None
    verb = cue_word(view, speech.cue)
    draft = Draft(
        content=content,
        rule="tagger",
        cue=speech.cue,
        verb=verb,
        source=_source(view, speech, verb) if _is_near(view, speech) else None,
    )
    exact = bounded(view, shortened(view, stretched(view, draft)))
    if exact is None:
        return None
    first = view.syntax.at(exact.start)
    infinitive = view.lower(first) == "to" if first < len(view.syntax.tokens) else False
    act = words.act_of(lemma_of(view.syntax, verb), infinitive=infinitive)
    exact = with_reason(view, exact)
    return ended(view, replace(exact, rule=f"tagger.{_manner(view, exact)}", act=act))


def cue_word(view: View, cue: Span) -> int:
    """Return the token of a cue that speaks: the last that the word lists know, else its last verb, else its first."""
    inside = [token for token in view.syntax.within(cue) if view.syntax.is_word(token)]
    known = [token for token in inside if lemma_of(view.syntax, token) in _SPEAKING]
    verbs = [token for token in inside if view.syntax.tokens[token].pos == "VERB"]
    chosen = known or verbs or inside
    return chosen[-1] if chosen else min(view.syntax.at(cue.start), len(view.syntax.tokens) - 1)


def is_speaking(view: View, verb: int) -> bool:
    """Tell whether the word lists know `verb` as one that speaks, writes, asks, believes or intends."""
    return lemma_of(view.syntax, verb) in _SPEAKING


def is_denied(view: View, cue: Span | None, verb: int) -> bool:
    """Tell whether a cue says that nothing was said, or not yet: "declined to", "did not say", "would say"."""
    inside = view.syntax.within(cue) if cue else range(verb, verb + 1)
    if any(
        lemma_of(view.syntax, token) in words.NEGATED or view.lower(token) in _NEGATIONS for token in inside
    ):
        return True
    speaks = view.syntax.tokens[verb].pos in {"VERB", "AUX"}
    return speaks and (is_negated(view, verb) or is_supposed(view, verb))


def has_clause(view: View, span: Span) -> bool:
    """Tell whether `span` holds a finite verb or an infinitive with "to"."""
    syntax = view.syntax
    return any(
        syntax.tokens[token].tag in _FINITE
        or (
            syntax.tokens[token].tag == "VB"
            and any(view.lower(child) == "to" for child in syntax.children[token])
        )
        for token in syntax.within(span)
    )


def is_clause(view: View, content: Sequence[Span]) -> bool:
    """Tell whether `content` has a finite verb, or a verb at its head: "the move to close the pier" is a noun."""
    syntax = view.syntax
    for span in content:
        inside = syntax.within(span)
        if any(syntax.tokens[token].tag in _FINITE for token in inside):
            return True
        heads = [
            token
            for token in inside
            if syntax.tokens[token].head not in inside or syntax.tokens[token].head == token
        ]
        if any(syntax.tokens[token].pos in _VERBS for token in heads):
            return True
    return False


def _content(view: View, span: Span) -> Span | None:
    """Return `span` less what only leads to the words: "that", "the fact that", marks."""
    kept = trimmed(view, list(view.syntax.within(span)), after=-1)
    if not kept:
        return None
    if [view.lower(token) for token in kept[:3]] == _FACT:
        kept = kept[3:]
    if not kept:
        return None
    quoted = any(quotation.inside.overlaps(span) for quotation in view.quotations_over(span))
    first = view.syntax.tokens[kept[0]].span.start
    return Span(first, max(span.end, first)) if quoted else view.syntax.span(kept[0], kept[-1])


def _is_spoken_of(view: View, span: Span, speech: TaggedSpeech) -> bool:
    """Tell whether a part is only the noun that a clause of saying hangs on, and the words said stand behind its verb.

    "The council backed a step that the harbour union says will cost jobs": the union has said nothing of a step.
    """
    source, cue = speech.source, speech.cue
    if source is None or not span.end <= source.start < cue.start:
        return False
    if _SOMETHING.fullmatch(view.text, span.start, source.start):
        return True
    if has_clause(view, span):
        return False
    led = _HANGING.fullmatch(view.text, span.start, source.start)
    return led is not None and any(0 <= part.start - cue.end <= _NEAR for part in speech.content)


def _is_late(view: View, speech: TaggedSpeech) -> bool:
    """Tell whether a source stands in a later sentence of its block than its cue: what the tagger saw is of two readings.

    "She promised help, his office said. Hers spoke of talks.": hers promised nothing.
    """
    if speech.source is None or not _is_near(view, speech):
        return False
    sentence_of = view.syntax.sentence_of
    return sentence_of[view.syntax.at(speech.source.start)] > sentence_of[view.syntax.at(speech.cue.start)]


def _is_near(view: View, speech: TaggedSpeech) -> bool:
    """Tell whether a source stands in a block of its cue or of its content.

    "Nine held after quay fire, say police … The mayor came.": the mayor, blocks away, says nothing of the headline.
    """
    if speech.source is None:
        return False
    blocks = {view.block_of(view.syntax.at(span.start)) for span in (speech.cue, *speech.content)}
    return view.block_of(view.syntax.at(speech.source.start)) in blocks


def _source(view: View, speech: TaggedSpeech, verb: int) -> Source | None:
    """Return the phrase around the head of what the tagger took for the source; where the parse has another, its own.

    "One woman adopted abroad did not learn": the parser may hang "adopted" elsewhere, the tagger's phrase stands. Who
    "I" is outside quotation marks the report does not say: "I have come to doubt that the pier will open".
    """
    quoted = find_quoted(view, verb)
    if speech.source is None or quoted is not None:
        return None if speech.source is None or quoted is None else source_at(view, quoted, avoid=verb)
    inside = [token for token in view.syntax.within(speech.source) if view.syntax.is_word(token)]
    head = _head(view, inside)
    if head is None or view.lower(inside[0]) in _NOBODY or view.lower(head) in SECOND_PERSON:
        return None
    if _is_empty(view, head, verb):
        return None
    phrase = view.syntax.span(inside[0], inside[-1])
    if view.lower(head) in FIRST_PERSON:
        return None if view.is_quoted(head) else Source(phrase, ())
    if view.syntax.tokens[head].tag in _RELATIVES or view.lower(head) in _REFLEXIVES:
        meant = find_source(view, verb)
        if meant is not None and meant.span.start < phrase.start <= meant.span.end + _NEAR:
            return meant
        if view.syntax.tokens[head].tag in _RELATIVES and (named := _named_before(view, head)) is not None:
            return Source(phrase, (named,))
    found = None if is_nobody(view, head) else source_at(view, head, avoid=verb)
    if found is None:
        return Source(phrase, (head,))
    return found if 2 * shared([found.span], [phrase]) >= len(phrase) else Source(phrase, found.heads)


def _is_empty(view: View, head: int, verb: int) -> bool:
    """Tell whether "it" stands for nobody: "It was pointed out to her that the tide had turned"."""
    return view.lower(head) == "it" and view.syntax.child(verb, "auxpass") is not None


def _named_before(view: View, relative: int) -> int | None:
    """Return the last word of the person named right before "who": "Harrow, who has long opposed the plan"."""
    before = relative - 1
    while before > 0 and view.syntax.tokens[before].text in {",", "–", "—", "-", "("}:
        before -= 1
    mention = view.named_at(before) if before >= 0 else None
    named = mention is not None and mention.kind is Kind.PERSON
    return before if named and view.syntax.tokens[relative].text.lower() == "who" else None


def _head(view: View, inside: Sequence[int]) -> int | None:
    """Return the word of a phrase that its other words hang on, a noun first."""
    tops = [
        token
        for token in inside
        if view.syntax.tokens[token].head not in inside or view.syntax.tokens[token].head == token
    ]
    nouns = [token for token in tops if view.syntax.tokens[token].pos in _NOUNS]
    named = nouns or [token for token in inside if view.syntax.tokens[token].pos in _NOUNS] or tops
    return named[0] if named else None


def _manner(view: View, draft: Draft) -> str:
    """Return the manner that the marks give: direct, mixed or indirect."""
    quoted = quoted_parts(view, draft.content)
    if not quoted:
        return "indirect"
    letters = sum(1 for span in draft.content for char in span.of(view.text) if char.isalnum())
    between = sum(1 for span in quoted for char in span.of(view.text) if char.isalnum())
    return "direct" if between >= letters else "mixed"
