"""Where the words of a clause end though the sentence goes on: at a semicolon, before the next deed, before the next speech.

The parser and the tagger like to read on. "Harrow said the pier was shut; the tide was out.", "Harrow asked to sit
outside, and was allowed to.", "Harrow said the pier was shut, but Pell told the board that it was open.": only the first
half is Harrow's. So it is of "Harrow hopes to swim to Elm, which is a mile off", for what she hopes is only to do it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import sets_scene, trimmed
from onrecord.attribute.sources.cues import lemma_of
from onrecord.lexicon import cues as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.drafts import Draft
    from onrecord.attribute.frame.view import View

_SIGNS: Final = frozenset({";", ","})
_NEXT_SENTENCE: Final = re.compile(r"[.!?]\s+[A-Z]")
"""A stop behind a closing mark, and the capital of the next sentence."""
_JOINING: Final = frozenset({"and", "but", "while"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
_REMARKING: Final = frozenset({"where", "which", "who", "whose"})
_RELATIVES: Final = frozenset({"WDT", "WP"})
_JOINTS: Final = frozenset({"ADP", "AUX", "CCONJ", "PART", "SCONJ"})
_CREDIT: Final = 10
"""Words of a name with its titles, from a comma to the verb that ends a sentence."""
_CREDITING: Final = words.TELLING_VERBS | {"add"}
_STOPS: Final = frozenset({".", "!", "?"})
_NEXT: Final = 3
"""Words behind "and" within which the verb of the next deed stands: "and later was allowed to"."""
_REACH: Final = 12
"""Words behind "but" within which the next verb of saying stands, its subject before it."""


def ended(view: View, draft: Draft) -> Draft:
    """Return `draft` without what the reporter or somebody else goes on with behind its clause."""
    if draft.cue is None or draft.verb is None or view.is_quoted(draft.verb):
        return draft
    if draft.start < draft.cue.end:
        return _without_scene(view, draft)
    draft = _before_credit(view, _within_sentence(view, draft))
    last = draft.content[-1]
    inside = [token for token in view.syntax.within(last) if not view.is_quoted(token)]
    for place, token in enumerate(inside[:-1]):
        if place and _ends(view, inside, place):
            kept = trimmed(view, [one for one in view.syntax.within(last) if one < token], after=-1)
            if not kept:
                return draft
            return replace(draft, content=(*draft.content[:-1], view.syntax.span(kept[0], kept[-1])))
    return draft


def _before_credit(view: View, draft: Draft) -> Draft:
    """Return `draft` up to the credit that ends its sentence: "Crews said the quay was shut, Captain Owen Harrow said."."""
    last = draft.content[-1]
    inside = view.syntax.within(last)
    tokens = view.syntax.tokens
    comma = next((token for token in reversed(inside) if tokens[token].text == ","), None)
    if comma is None or comma == inside[0] or view.is_quoted(comma):
        return draft
    behind = range(comma + 1, min(len(tokens), comma + 1 + _CREDIT))
    verb = next((token for token in behind if _is_credited(view, token)), None)
    subject = None if verb is None else view.syntax.subject(verb)
    if verb is None or subject not in range(comma + 1, verb):
        return draft
    if any(
        not view.syntax.is_word(token) or tokens[token].pos in _JOINTS for token in range(comma + 1, verb)
    ):
        return draft
    kept = trimmed(view, [token for token in inside if token < comma], after=-1)
    return (
        replace(draft, content=(*draft.content[:-1], view.syntax.span(kept[0], kept[-1]))) if kept else draft
    )


def _is_credited(view: View, verb: int) -> bool:
    """Tell whether a verb of saying ends its sentence with no words of its own."""
    token, following = view.syntax.tokens[verb], view.syntax.tokens[verb + 1 : verb + 2]
    ends = not following or following[0].text in _STOPS
    return ends and token.tag in {"VBD", "VBZ"} and lemma_of(view.syntax, verb) in _CREDITING


def _within_sentence(view: View, draft: Draft) -> Draft:
    """Return `draft` up to a quotation that ends its sentence: "said it was „a pity“. He left." ends at the mark."""
    last = draft.content[-1]
    for quotation in view.quotations_over(last):
        end = quotation.outer.end
        if end < last.end and quotation.marks.close is not None and _NEXT_SENTENCE.match(view.text, end):
            return replace(draft, content=(*draft.content[:-1], replace(last, end=end)))
    return draft


def _without_scene(view: View, draft: Draft) -> Draft:
    """Return a closing or inserted aside's draft without what the reporter says of the hour behind it."""
    last = draft.content[-1]
    if (
        draft.cue is None
        or last.start < draft.cue.end
        or len(draft.content) == 1
        or view.quotations_over(last)
    ):
        return draft
    behind = [token for token in view.syntax.within(last) if view.syntax.is_word(token)]
    return replace(draft, content=draft.content[:-1]) if behind and sets_scene(view, behind) else draft


def _ends(view: View, inside: Sequence[int], place: int) -> bool:
    """Tell whether a clause ends before the semicolon or comma at `place`."""
    sign = view.syntax.tokens[inside[place]].text
    if sign not in _SIGNS:
        return False
    following = [token for token in inside[place + 1 :] if view.syntax.is_word(token)]
    if not following:
        return False
    if sign == ";":
        return "that" not in {view.lower(token) for token in following[:2]}
    to_do = view.lower(inside[0]) == "to"
    if view.lower(following[0]) not in _JOINING:
        return (to_do and _is_remark(view, following)) or _is_told_apart(view, following)
    return (to_do and _is_deed(view, following[1 : 1 + _NEXT])) or _is_speech(view, following[1 : 1 + _REACH])


def _is_remark(view: View, following: Sequence[int]) -> bool:
    """Tell whether the words behind what somebody means to do are the reporter's: "to swim to Elm, which is a mile off"."""
    first = view.syntax.tokens[following[0]]
    inserted = any(view.syntax.tokens[token].text == "," for token in range(following[0], following[-1]))
    return not inserted and (
        view.lower(following[0]) in _REMARKING
        or (first.tag == "VBG" and first.pos == "VERB" and first.lemma != "include")
    )


def _is_told_apart(view: View, following: Sequence[int]) -> bool:
    """Tell whether a relative clause has a cue of its own: "said the pier was shut, which he said was a pity"."""
    syntax = view.syntax
    return syntax.tokens[following[0]].tag in _RELATIVES and any(
        syntax.tokens[token].tag in _FINITE
        and lemma_of(syntax, token) in words.CLAUSE_VERBS
        and syntax.subject(token) in following[1:_NEXT]
        for token in following[1 : 1 + _NEXT]
    )


def _is_deed(view: View, behind: Sequence[int]) -> bool:
    """Tell whether the next words are a finite verb with no subject of its own: "and was allowed to"."""
    tokens = view.syntax.tokens
    for token in behind:
        if tokens[token].dep in _SUBJECTS or tokens[token].pos in {"NOUN", "PROPN", "PRON", "DET"}:
            return False
        if tokens[token].tag in _FINITE:
            return True
    return False


def _is_speech(view: View, behind: Sequence[int]) -> bool:
    """Tell whether the next words are a subject and its verb of saying, with a clause: "but Pell told the board that"."""
    syntax = view.syntax
    return any(
        syntax.tokens[token].tag in _FINITE
        and lemma_of(syntax, token) in words.CLAUSE_VERBS
        and syntax.child(token, "ccomp") is not None
        and (subject := syntax.subject(token)) is not None
        and behind[0] <= subject < token
        for token in behind
    )
