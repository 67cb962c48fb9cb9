"""Sentences that end with a verb which only verbatim words can stand before: "It is our custom, she smiled.".

Such a verb reports no clause, so what it closes stands as it was said, marks or none. What may also be a deed ("The crew
cheered, the mayor grinned.") closes words only in the present tense or the first person, and a circumstance of the verb
("When the boats came in, Harrow nodded.") is nobody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import is_finite, trimmed
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.patterns.unmarked import is_present, speaks_first_person
from onrecord.attribute.sources.cues import cue_verbs, is_negated, lemma_of
from onrecord.attribute.sources.sources import find_source
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_HUNG: Final = frozenset({"relcl", "acl", "advcl", "xcomp", "pcomp"})
_CIRCUMSTANCES: Final = frozenset({"advcl", "prep", "npadvmod", "dep"})
_TAKEN: Final = frozenset({"dobj", "ccomp", "xcomp", "acomp", "oprd", "attr"})
_TAIL: Final = 7
"""Tokens behind a closing cue: "she answered with a smile."."""


def find_closed(view: View) -> list[Draft]:
    """Return the sentences that end with a verb which only verbatim words can stand before: "…, she smiled."."""
    found: list[Draft] = []
    syntax = view.syntax
    for verb in cue_verbs(view):
        if lemma_of(syntax, verb) not in words.CLOSING_VERBS | words.POSTING_VERBS or view.is_quoted(verb):
            continue
        source = find_source(view, verb) if syntax.tokens[verb].tag in _FINITE else None
        sentence = view.sentence_tokens(verb)
        if source is None or is_negated(view, verb) or not _closes(view, verb):
            continue
        opening = min(verb, syntax.at(source.span.start))
        closing = max(verb, syntax.at(source.span.end - 1))
        if opening <= sentence.start or syntax.tokens[opening - 1].text != ",":
            continue
        tail = range(closing + 1, sentence.stop)
        if len(tail) > _TAIL or any(syntax.tokens[token].text in ",:;" for token in tail):
            continue
        kept = trimmed(view, list(range(sentence.start, opening)), after=-1)
        if not is_finite(view, kept) or not _is_speech(view, kept, verb):
            continue
        found.append(
            Draft(
                content=(syntax.span(kept[0], kept[-1]),),
                rule="indirect.aside",
                cue=syntax.span(verb, verb),
                verb=verb,
                source=source,
                act=words.act_of(lemma_of(syntax, verb)),
            )
        )
    return found


def _is_speech(view: View, kept: Sequence[int], verb: int) -> bool:
    """Tell whether words before a closing verb can be speech: no circumstance of it, and before a gesture no tale of deeds.

    "When the boats came in, Harrow nodded.", "The crew cheered, the mayor grinned." give nobody's words.
    """
    tokens = view.syntax.tokens
    if any(view.is_quoted(token) for token in kept) or view.lower(kept[0]) == "to":
        return False
    if tokens[kept[0]].pos in {"SCONJ", "ADP"} and _leads(view, kept, verb):
        return False
    whole = range(kept[0], kept[-1] + 1)
    present = is_present(view, whole, verb) and tokens[verb].tag == "VBD"
    return lemma_of(view.syntax, verb) not in words.GESTURES or present or speaks_first_person(view, whole)


def _leads(view: View, kept: Sequence[int], verb: int) -> bool:
    """Tell whether the clause that a word like "when" opens hangs on the closing verb itself."""
    here = kept[0]
    while view.syntax.tokens[here].head in kept and view.syntax.tokens[here].head != here:
        here = view.syntax.tokens[here].head
    return view.syntax.tokens[here].head == verb and view.syntax.tokens[here].dep in _CIRCUMSTANCES


def _closes(view: View, verb: int) -> bool:
    """Tell whether a verb takes nothing but what stands before it: "she answered with a smile", not "she considers it lost"."""
    tokens = view.syntax.tokens
    taken = {tokens[child].dep for child in view.syntax.children[verb] if child > verb}
    return tokens[verb].dep not in _HUNG and taken.isdisjoint(_TAKEN)
