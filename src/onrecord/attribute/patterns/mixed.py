"""Reported clauses that hold quoted words, and quoted words that are the object of a verb.

The rule: a clause that runs into a quotation reaches to its closing mark, over sentence ends ("He said it was “the
worst flood in years. More may come.”"). Quoted words that no clause holds belong to the verb they are the object of
("called the plan “a quiet theft”"); the words between verb and quotation come with them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.frame.occupied import Occupied
from onrecord.attribute.patterns.unworded import is_programme
from onrecord.attribute.sources.cues import cue_span, is_negated, lemma_of
from onrecord.attribute.sources.sources import find_source
from onrecord.lexicon import cues as words
from onrecord.model.attribution import Level, Manner
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import Quotation, View

_STEPS: Final = 8
_GAP: Final = 60
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"})
_ENTITLED: Final = frozenset({"entitled", "titled", "headed", "headlined"})
_GIVING_NAMES: Final = frozenset({"call", "christen", "dub", "know", "name", "nickname", "offer", "write"})
_NICKNAMING: Final = frozenset({"call", "christen", "dub", "know", "name", "nickname"})
_LONGEST_NAME: Final = 4
"""Words that tell, in a name."""
_RELATIVES: Final = frozenset({"which", "who", "whose", "whom", "where", "without", "including", "according"})


def stretched(view: View, draft: Draft) -> Draft:
    """Return `draft` with every quotation that its content runs into taken in whole."""
    if draft.verb is not None and view.is_quoted(draft.verb):
        return draft
    content: list[Span] = []
    for span in draft.content:
        start, end = span.start, span.end
        for quotation in view.quotations_over(span):
            start, end = min(start, quotation.outer.start), max(end, quotation.outer.end)
        if content and start <= content[-1].end:
            content[-1] = Span(content[-1].start, max(end, content[-1].end))
        else:
            content.append(Span(start, end))
    whole = draft.rule == "indirect.clause" and len(content) == 1 and _is_woven(view, content[0])
    return replace(draft, content=tuple(content), manner=Manner.MIXED if whole else draft.manner)


def _is_woven(view: View, content: Span) -> bool:
    """Tell whether words wholly between marks go on with the sentence: wrote that “an army that waits is a queue”."""
    over = view.quotations_over(content)
    if len(over) != 1 or over[0].outer.start > content.start or over[0].outer.end < content.end:
        return False
    before = view.syntax.at(over[0].outer.start) - 1
    return before >= 0 and view.lower(before) == "that" and view.syntax.tokens[before].dep == "mark"


def shortened(view: View, draft: Draft) -> Draft:
    """Return `draft` without the narrator's tail behind its last quotation: "…“no room left”, for which he left".

    Only what a comma, then a preposition or a relative word sets off is cut.
    """
    if draft.verb is not None and view.is_quoted(draft.verb):
        return draft
    last = draft.content[-1]
    held = [quotation for quotation in view.quotations_over(last) if quotation.outer.end < last.end]
    if not held:
        return draft
    end = held[-1].outer.end
    behind = view.text[end : last.end]
    first = view.syntax.at(end)
    while first < len(view.syntax.tokens) and not view.syntax.is_word(first):
        first += 1
    comma = behind.lstrip().startswith(",") or held[-1].inside.of(view.text).rstrip().endswith(",")
    if not comma or first >= len(view.syntax.tokens) or view.syntax.tokens[first].span.start >= last.end:
        return draft
    if view.syntax.tokens[first].pos not in {"ADP", "SCONJ"} and view.lower(first) not in _RELATIVES:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, end)))


def find_named(view: View, taken: Sequence[Draft]) -> list[Draft]:
    """Return drafts for quoted words that are the object of a verb, where no draft in `taken` holds them."""
    found: list[Draft] = []
    used: dict[int, int] = {}
    occupied = Occupied(span for draft in taken for span in draft.content)
    for quotation in view.quotations:
        if not quotation.words or occupied.overlaps(quotation.inside):
            continue
        verb = _naming_verb(view, quotation)
        if verb is None or is_name(view, verb, quotation) or is_programme(view, verb, quotation):
            continue
        source = find_source(view, verb)
        if source is None or is_negated(view, verb):
            continue
        content = _object(view, verb, quotation)
        if verb in used:
            before = found[used[verb]]
            found[used[verb]] = replace(before, content=(Span(before.start, max(before.end, content.end)),))
            continue
        used[verb] = len(found)
        found.append(
            Draft(
                content=(content,),
                rule="mixed.named",
                cue=cue_span(view, verb),
                verb=verb,
                source=source,
                act=words.act_of(lemma_of(view.syntax, verb)),
                level=Level.LIKELY,
            )
        )
    return found


def is_name(view: View, verb: int, quotation: Quotation) -> bool:
    """Tell whether the marks hold a name or a title rather than words: the miners call it “Grandmother”.

    So they do behind a verb that gives names where all longer words have capitals, and behind "entitled".
    """
    inside = [view.syntax.tokens[token].text for token in quotation.tokens if view.syntax.is_word(token)]
    telling = [word for word in inside if word.lower() not in _SMALL]
    opener = view.syntax.at(quotation.outer.start) - 1
    if opener >= 0 and view.lower(opener) in _ENTITLED:
        return True
    if lemma_of(view.syntax, verb) not in _GIVING_NAMES or len(telling) > _LONGEST_NAME:
        return False
    return bool(telling) and all(word[0].isupper() for word in telling)


def is_nickname(view: View, draft: Draft) -> bool:
    """Tell whether a draft is nothing but a name between marks that people use: the bridge, known as “the Harp”."""
    if draft.verb is None or lemma_of(view.syntax, draft.verb) not in _NICKNAMING:
        return False
    held = [quotation for span in draft.content for quotation in view.quotations_over(span)]
    return len(held) == 1 and is_name(view, draft.verb, held[0])


def _naming_verb(view: View, quotation: Quotation) -> int | None:
    """Return the verb whose object the quoted words are or stand in."""
    syntax = view.syntax
    here = next(
        (
            token
            for token in quotation.tokens
            if syntax.tokens[token].head not in quotation.tokens or syntax.tokens[token].head == token
        ),
        None,
    )
    for _ in range(_STEPS):
        if here is None or syntax.tokens[here].head == here:
            return None
        here = syntax.tokens[here].head
        if (
            syntax.tokens[here].pos == "VERB"
            and not view.is_quoted(here)
            and lemma_of(syntax, here) in words.NAMING_VERBS
            and syntax.tokens[here].span.end <= quotation.outer.start
        ):
            return here
    return None


def _object(view: View, verb: int, quotation: Quotation) -> Span:
    """Return the object of the verb from its first word to the end of the quotation."""
    syntax = view.syntax
    inside: list[int] = []
    for child in syntax.children[verb]:
        if child > verb and syntax.tokens[child].dep in {
            "dobj",
            "oprd",
            "ccomp",
            "prep",
            "attr",
            "acomp",
            "xcomp",
            "dative",
        }:
            inside += syntax.below(child)
    kept = trimmed(view, sorted(inside), after=verb)
    start = quotation.outer.start
    if kept and syntax.tokens[kept[0]].span.start < start and not _is_only_as(view, kept, start):
        start = syntax.tokens[kept[0]].span.start
    end = quotation.outer.end
    if kept and end < syntax.tokens[kept[-1]].span.end <= end + _GAP:
        between = view.text[end : syntax.tokens[kept[-1]].span.end]
        if not any(char in between for char in ".;,:"):
            end = syntax.tokens[kept[-1]].span.end
    return Span(start, end)


def _is_only_as(view: View, kept: Sequence[int], start: int) -> bool:
    """Tell whether nothing but "as" and its circumstances lead to the marks: that it described at the time as “a pity”."""
    tokens = view.syntax.tokens
    before = [token for token in kept if tokens[token].span.start < start and view.syntax.is_word(token)]
    top = next((token for token in before if tokens[token].head not in before), None)
    return top is not None and tokens[top].dep == "prep" and view.lower(before[-1]) == "as"
