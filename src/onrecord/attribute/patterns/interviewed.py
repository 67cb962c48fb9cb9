"""Who answers in an interview: the one whom the words above its first turn, or its questions, tell of.

"Ten questions for Ana Roe" / "Q: What broke?" / "A: The chain.": Roe. Where it is not plain who of two is asked, nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Kind
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Chain

_ANSWERING: Final = re.compile(
    r"\b(?:interview\w*|conversation|question\w*|answer\w*|asked|spoke|speaks|talked|talks|met|meets|sat\s+down|sits\s+down|q\s*&\s*a)\b",
    re.IGNORECASE,
)
_PLAINLY: Final = 2
"""How plainly an introduction must be about one person, and by how much more than about the next."""
_INTERVIEW: Final = 2
"""Answers from which letters tell of an interview."""
_ANSWERER: Final = re.compile(
    r"(?:^|[.!?]\s+)(?:She|He|They)\s+(?:(?:recently|then)\s+)?(?:sat\s+down\s+with|spoke\s+(?:to|with)|speaks\s+(?:to|with)|talked\s+(?:to|with)|talks\s+(?:to|with)|tells|told|met)\b"
)
"""Where whoever has been introduced is told to be interviewed: "For years Ana Roe drew signs. She spoke to Tom Velik."."""
_LONG: Final = 4
"""Paragraphs above its questions from which a report is about more than them: a briefing is told in the last one."""
_MEETING: Final = re.compile(
    r"\b(?:briefing|conference|exchange|reporters|journalists|correspondents|the\s+press)\b", re.IGNORECASE
)
_BY: Final = re.compile(
    r"\b(?:by|to|told|with\s+our\s+[\w-]+|(?:interview|words|text|report)\s*:)\s*$", re.IGNORECASE
)
_AGE: Final = re.compile(r",\s+\d{2}\b")
_CALLED: Final = re.compile(r"\s*,")
_OPENING: Final = 6
"""Characters of a question within which a name begins that it speaks to: "Dear Ms Roe, …" is no question's opening."""
_REACH: Final = 24
"""Characters before a name in which it is told that somebody asks."""


def people_of(view: View) -> list[Chain]:
    """Return the chains of the persons whom the report names."""
    return [chain for chain in view.annotations.chains if chain.kind is Kind.PERSON and chain.name]


def find_interviewed(view: View, before: int, turns: int = 1) -> Chain | None:
    """Return whom the words above the first turn tell to be interviewed: the one they name, or plainly the first of several.

    "Ten questions for Ana Roe" / "The new harbourmaster, 47, spoke to Tom Velik about ropes.": whoever the headline names,
    whose office or age is told, who comes up more than once (and before the others), and not who asks. Several answers, of `turns`, tell of an
    interview themselves. In the middle of a report it is the one person whom the paragraph above the questions names, where it tells of a briefing.
    """
    above = [
        block.span
        for number, block in enumerate(view.report.blocks)
        if number in view.spoken and block.span.end <= before
    ]
    if turns < _INTERVIEW and not any(_ANSWERING.search(view.text, span.start, span.end) for span in above):
        return None
    named = [
        chain
        for chain in people_of(view)
        if any(mention.name and mention.span in span for mention in chain.mentions for span in above)
    ]
    if len(named) <= 1:
        return named[0] if named else None
    if len(above) > _LONG and _MEETING.search(view.text, above[-1].start, above[-1].end):
        met = [chain for chain in named if _named_within(chain, above[-1:])]
        return met[0] if len(met) == 1 else None
    answering = _introduced(view, named, above)
    if answering is not None:
        return answering
    weights = {chain.id: _weight(view, chain, above) for chain in named}
    opening = min(named, key=lambda one: one.mentions[0].span)
    if _named_within(opening, above) > 1:
        weights[opening.id] += 1
    ranked = sorted(((weights[chain.id], chain) for chain in named), key=lambda pair: -pair[0])
    (most, first), (next_most, _) = ranked[:2]
    return first if most >= _PLAINLY and most - next_most >= _PLAINLY else None


def _named_within(chain: Chain, spans: Sequence[Span]) -> int:
    """Count how often a chain is named within `spans`."""
    return sum(
        bool(mention.name) and any(mention.span in span for span in spans) for mention in chain.mentions
    )


def _introduced(view: View, named: Sequence[Chain], above: Sequence[Span]) -> Chain | None:
    """Return the one person whom a paragraph names before it says that he or she spoke to somebody."""
    for span in above:
        match = _ANSWERER.search(view.text, span.start, span.end)
        before = None if match is None else Span(span.start, match.start())
        found = [
            chain
            for chain in named
            if before is not None and any(one.name and one.span in before for one in chain.mentions)
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def find_addressed(view: View, questions: Iterable[tuple[int, str, Span]]) -> Chain | None:
    """Return the one person whom the questions speak to: "Q: Dr Roe, why did you close it?"."""
    openings = [Span(words.start, words.start + _OPENING) for _, label, words in questions if label == "Q"]
    found = [
        chain
        for chain in people_of(view)
        if any(
            mention.name
            and opening.start <= mention.span.start < opening.end
            and _CALLED.match(view.text, mention.span.end)
            for mention in chain.mentions
            for opening in openings
        )
    ]
    return found[0] if len(found) == 1 else None


def _weight(view: View, chain: Chain, above: Sequence[Span]) -> int:
    """Return how plainly the words above an interview are about a person."""
    inside = [mention for mention in chain.mentions if any(mention.span in span for span in above)]
    headed = any(
        view.report.blocks[view.block_of(view.syntax.at(mention.span.start))].zone is not Zone.BODY
        for mention in inside
    )
    asking = any(
        _BY.search(view.text, max(0, mention.span.start - _REACH), mention.span.start) for mention in inside
    )
    told = any(mention.role or _AGE.match(view.text, mention.span.end) for mention in inside)
    first = (
        view.report.blocks[view.block_of(view.syntax.at(inside[0].span.start))].span.start if inside else 0
    )
    opens = bool(inside) and not view.text[first : inside[0].span.start].strip()
    return 2 * headed + told + (len(inside) > 1) + opens - 2 * asking
