"""Words that go on with the last speaker's, with no cue of their own.

Two rules. A quotation that stands as sentences of its own ("Harrow was blunt. “It is over.”", or a paragraph of
nothing but quotation behind one that Harrow spoke) is Harrow's, manner direct. A sentence that opens with a word of
consequence right behind a reported one is carried: a weak sign, so it is only ever possible.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from onrecord.attribute.bounds.clauses import trimmed
from onrecord.attribute.frame.drafts import Draft
from onrecord.attribute.frame.occupied import Occupied
from onrecord.attribute.sources.cues import is_negated, lemma_of
from onrecord.lexicon import cues as words
from onrecord.model.attribution import Level, Manner
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.frame.view import Quotation, View

_CONSEQUENCE: Final = (
    "therefore",
    "thus",
    "hence",
    "consequently",
    "accordingly",
    "this means",
    "that means",
    "in other words",
    "as a result",
    "that is why",
    "which is why",
    "for this reason",
    "for that reason",
    "so ",
)
_OTHERS_VIEW: Final = re.compile(
    r"\s*(?:that|this|these|those|such)\s+(?:\w+\s+)?(?:is|was|are|were)\s+(?:\w+\s+){0,3}?"
    r"(?:answer|claim|comment|conclusion|message|opinion|reaction|reply|response|sentiment|thought|verdict|view|word)s?"
    r"\s+(?:of|from|by|among)\b",
    re.IGNORECASE,
)
"""A sentence that tells whose the words before it were: "That was the view of one guest."."""
_LOOKED_AT: Final = 120
"""Characters behind a quotation in which such a sentence opens."""
_REPLYING: Final = frozenset({"answer", "counter", "reply", "respond", "retort", "shoot", "snap"})
_SENTENCE_WORDS: Final = 3
_PARAGRAPH_WORDS: Final = 6
"""Words of a paragraph between marks that is speech, though nobody near it speaks."""
_LONGEST_HEADING: Final = 7
_LONG_WORD: Final = 4
_STOP: Final = 2
"""Characters between the end of content and that of its sentence: the stop, and a mark."""


_CREDITED: Final = re.compile(r",\s+(?:[\w.’'-]+\s+){1,5}(?:said|says|added|told\s+\w+)[.\s]*\Z")
"""A credit that ends a paragraph: ", harbour crews said."."""
_LEADING: Final = words.CLAUSE_VERBS | {"write", "utter"}
"""Verbs that lead to a quotation, or deny it."""
_TAIL: Final = 80
"""Characters at the end of a quotation that may hold such a credit."""
_QUOTATIONS_BACK: Final = 4
"""Quotations looked back at for one that nobody is credited with."""


def find_uncued(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return quotations without a cue, each credited to the draft whose speech it goes on with."""
    found: list[Draft] = []
    taken = Occupied(span for draft in drafts for span in draft.content)
    spoken = sorted((draft for draft in drafts if draft.source), key=_anchor)
    opening: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        opening[draft.start].append(draft)
    open_at: int | None = None
    for quotation in view.quotations:
        if taken.overlaps(quotation.inside) or not _stands_alone(view, quotation):
            continue
        if _is_told_of_others(view, quotation) or _ends_with_credit(view, quotation):
            continue
        if _is_denied(view, quotation):
            continue
        last = _next_speech(view, quotation, opening) or _last_speech(view, quotation, spoken)
        if last is not None and _is_parted(view, last, quotation, taken, found):
            found.append(_open(quotation))
            continue
        if last is None:
            open_at = _take_open(view, quotation, found, open_at)
            continue
        open_at = None
        last = _turn_taker(view, quotation, last, spoken) or last
        draft = Draft(
            content=(quotation.inside,),
            rule="carryover.quotation",
            source=last.source,
            act=last.act,
            manner=Manner.DIRECT,
            carries=last,
            level=Level.LIKELY,
        )
        found.append(draft)
        insort(spoken, draft, key=_anchor)
    return found


def _is_paragraph(view: View, quotation: Quotation) -> bool:
    """Tell whether a quotation is a whole paragraph of the report's own, long enough to be speech."""
    block = view.report.blocks[quotation.block]
    whole = quotation.outer == block.span and quotation.words >= _PARAGRAPH_WORDS
    following = view.quotations[quotation.index + 1 : quotation.index + 2]
    goes_on = any(one.marks.continues == quotation.number for one in following)
    return whole and block.zone is Zone.BODY and (quotation.marks.close is not None or goes_on)


def _take_open(view: View, quotation: Quotation, found: list[Draft], before: int | None) -> int | None:
    """Add a quotation that the marks alone show to `found`, of a speaker whom the report leaves open.

    "The boats stayed in. / “A herring does not read notices.” / The ferry sails on Monday." Returned is its number, behind
    which another may go on with it; `before` is that of the one before it.
    """
    if before is not None and quotation.marks.continues == before:
        found[-1] = replace(found[-1], content=(*found[-1].content, quotation.inside))
        return quotation.number
    if not _is_paragraph(view, quotation):
        return None
    found.append(_open(quotation))
    return quotation.number


def _open(quotation: Quotation) -> Draft:
    """Return a quotation of a speaker whom the report leaves open."""
    return Draft(
        content=(quotation.inside,), rule="carryover.open", manner=Manner.DIRECT, level=Level.POSSIBLE
    )


def _ends_with_credit(view: View, quotation: Quotation) -> bool:
    """Tell whether a quotation that is never closed has run into a credit: `"The pier broke at noon, crews said.`."""
    inside = quotation.inside
    tail = view.text[max(inside.start, inside.end - _TAIL) : inside.end]
    return quotation.marks.close is None and _CREDITED.search(tail) is not None


def _is_denied(view: View, quotation: Quotation) -> bool:
    """Tell whether the verb that leads to a quotation denies it: “Harrow did not say: “Down with the pier.””."""
    syntax = view.syntax
    stop = syntax.at(quotation.outer.start)
    start = syntax.at(view.report.blocks[quotation.block].span.start)
    if stop <= start or syntax.tokens[stop - 1].text != ":":
        return False
    sentence = syntax.sentence_of[stop - 1]
    before = takewhile(lambda token: syntax.sentence_of[token] == sentence, range(stop - 1, start - 1, -1))
    verb = next((token for token in before if lemma_of(syntax, token) in _LEADING), None)
    return verb is not None and is_negated(view, verb)


def _stands_alone(view: View, quotation: Quotation) -> bool:
    """Tell whether a quotation is sentences of its own: a stop before it, and one at its end."""
    block = view.report.blocks[quotation.block]
    before = view.text[block.span.start : quotation.outer.start].rstrip()
    behind = view.text[quotation.outer.end : block.span.end].strip()
    inside = quotation.inside.of(view.text).strip()
    if quotation.words < _SENTENCE_WORDS or (before and before[-1] not in '.!?…”"’:'):
        return False
    if quotation.marks.close is None and not behind:
        return True
    if not before and not behind and _is_heading(view, quotation):
        return False
    return inside[-1:] in ".!?…" and (not behind or behind[0].isupper() or behind[0] in '“"‘(')


def _is_told_of_others(view: View, quotation: Quotation) -> bool:
    """Tell whether the next sentence says whose a quotation was: “Sell it.” That was the view of one guest."""
    outer, block = quotation.outer, quotation.block
    behind = view.text[outer.end : min(view.report.blocks[block].span.end, outer.end + _LOOKED_AT)]
    if not behind.strip() and block + 1 < len(view.report.blocks):
        behind = view.report.blocks[block + 1].span.of(view.text)[:_LOOKED_AT]
    return _OTHERS_VIEW.match(behind) is not None


def _is_heading(view: View, quotation: Quotation) -> bool:
    """Tell whether words alone in their paragraph head what follows: ‘All Bets Are Off.’."""
    words = [
        view.syntax.tokens[token].text
        for token in quotation.tokens
        if view.syntax.tokens[token].text.isalpha()
    ]
    return 1 < len(words) <= _LONGEST_HEADING and all(
        word[0].isupper() for word in words if len(word) >= _LONG_WORD or word is words[0]
    )


def _next_speech(view: View, quotation: Quotation, opening: Mapping[int, Sequence[Draft]]) -> Draft | None:
    """Return the draft that a paragraph of quotation without a closing mark runs on to: "“It began in May. / It went on,” Roe said."."""
    block = quotation.block
    if quotation.marks.close is not None or block + 1 >= len(view.report.blocks):
        return None
    below = view.report.blocks[block + 1].span
    found = [*opening.get(below.start, ()), *opening.get(below.start + 1, ())]
    behind = [
        draft for draft in found if draft.source and draft.cue is not None and draft.cue.start >= draft.end
    ]
    return behind[0] if len(behind) == 1 else None


def _last_speech(view: View, quotation: Quotation, spoken: Sequence[Draft]) -> Draft | None:
    """Return the draft before a quotation, in its paragraph or in the one right before it."""
    before = bisect_left(spoken, quotation.outer.start, key=_anchor)
    if not before:
        return None
    last = spoken[before - 1]
    block = view.block_of(view.syntax.at(last.start))
    if block == quotation.block:
        return last
    alone = not view.text[view.report.blocks[quotation.block].span.start : quotation.outer.start].strip()
    between = [
        index
        for index in view.spoken
        if block < index < quotation.block and view.report.blocks[index].zone is Zone.BODY
    ]
    quoted = any(view.quotations_over(span) for span in last.content)
    return last if alone and not between and quoted else None


def _turn_taker(view: View, quotation: Quotation, last: Draft, spoken: Sequence[Draft]) -> Draft | None:
    """Return whose turn a paragraph of quotation is in an exchange, where it is not that of who spoke last.

    “It was your map,” Roe said. / “It was your rock,” Velik replied. / “And who was asked?” / “Nobody was.”: a question
    behind a reply is the other's, and what answers it is not.
    """
    before = bisect_left(spoken, quotation.outer.start, key=_anchor)
    if before < len((last, last)) or spoken[before - 1] is not last:
        return None
    other, block = spoken[before - 2], view.block_of(view.syntax.at(last.start))
    if block == quotation.block or other.source is None or last.source is None:
        return None
    turns = (
        block - view.block_of(view.syntax.at(other.start)) == 1 and other.source.heads != last.source.heads
    )
    question = quotation.inside.of(view.text).rstrip().endswith("?")
    replied = last.verb is not None and lemma_of(view.syntax, last.verb) in _REPLYING
    asked = last.carries is not None and last.content[-1].of(view.text).rstrip().endswith("?")
    return other if turns and ((replied and question) or (asked and not question)) else None


def _is_parted(
    view: View, last: Draft, quotation: Quotation, taken: Occupied, found: Sequence[Draft]
) -> bool:
    """Tell whether words between marks that nobody is credited with stand since the last speech, in its paragraph.

    "Dolly says she paid. ‘With my own money,’ fumes Mo. ‘It was my idea.’": whoever Mo is, Dolly did not go on.
    """
    start = view.report.blocks[quotation.block].span.start
    carried = {span for draft in found for span in draft.content}
    between = (
        one
        for one in view.quotations[max(0, quotation.index - _QUOTATIONS_BACK) : quotation.index]
        if one.outer.start >= max(start, _anchor(last)) and one.outer.end <= quotation.outer.start
    )
    return any(
        one.words >= _SENTENCE_WORDS - 1
        and one.inside.of(view.text).rstrip()[-1:] in {",", "!", "?"}
        and not taken.overlaps(one.inside)
        and one.inside not in carried
        for one in between
    )


def _anchor(draft: Draft) -> int:
    return max(draft.end, draft.cue.end if draft.cue else 0)


def _end(draft: Draft) -> int:
    return draft.end


def _draws(view: View, tokens: range) -> bool:
    """Tell whether a sentence draws a consequence: "So the basin has to be dredged", no question and no tale of what followed.

    "So why was it shut?" is the reporter's, and so is "So Harrow went home".
    """
    ends = view.syntax.tokens[tokens[-1]].text if tokens else ""
    top = next((token for token in tokens if view.syntax.tokens[token].dep == "ROOT"), None)
    told = (
        top is not None
        and view.syntax.tokens[top].tag == "VBD"
        and view.lower(top) not in {"was", "were", "had"}
    )
    return "?" not in ends and not told


def find_carried(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return sentences that draw a consequence from the reported sentence right before them."""
    found: list[Draft] = []
    taken = Occupied(span for draft in drafts for span in draft.content)
    cues = Occupied(draft.cue for draft in drafts if draft.cue)
    ends = sorted((draft for draft in drafts if draft.source), key=_end)
    sentences = view.annotations.sentences
    for before, here in zip(view.sentences, view.sentences[1:], strict=False):
        span = sentences[here].span
        words = span.of(view.text).lower()
        if not words.startswith(_CONSEQUENCE) or taken.overlaps(span):
            continue
        if cues.overlaps(span) or view.quotations_over(span):
            continue
        if sentences[before].block != sentences[here].block or not _draws(view, sentences[here].tokens):
            continue
        first = bisect_left(ends, sentences[before].span.end - _STOP, key=_end)
        last = [draft for draft in ends[first : first + 1] if draft.end <= sentences[before].span.end]
        if not last:
            continue
        kept = trimmed(view, list(sentences[here].tokens), after=-1)
        if kept:
            found.append(
                Draft(
                    content=(view.syntax.span(kept[0], kept[-1]),),
                    rule="carryover.consequence",
                    source=last[0].source,
                    act=last[0].act,
                    manner=Manner.CARRIED,
                    carries=last[0],
                    level=Level.POSSIBLE,
                )
            )
    return found
