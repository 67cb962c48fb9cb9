"""Several names that one source phrase joins: "Ana Velik and Jo Roe both", "Velik, Roe and the Port Union".

A small parser hangs one of two names on the other, and then only one of them speaks. Names that stand side by side from the
first word of a phrase to its last, with "and" before the last of them, speak together. So do they behind what they are:
"Two trustees, Ana Velik and Jo Roe, said".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import is_person_role, singular
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from onrecord.attribute.frame.drafts import Draft, Source
    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_AND: Final = re.compile(r",?\s+(?:and|as\s+well\s+as|together\s+with|&)\s+(?:the\s+)?")
_ASIDE: Final = 16
"""Characters around source and cue in which "respectively" is said of them."""
_JOINERS: Final = frozenset({"conj", "cc", "punct", "preconj"})
_OF: Final = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
"""What stands between a name and where somebody is from, or what of: "Ana Velik of Vellin and Jo Roe of Sorrel"."""
_BESIDE: Final = re.compile(r",\s+(?:the\s+)?")
_BEFORE: Final = re.compile(r"(?:both\s+|neither\s+)?(?:the\s+)?", re.IGNORECASE)
_TITLED: Final = re.compile(r"(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+){0,3}(?P<noun>[A-Za-z]+s)\s+")
_DESCRIBED: Final = re.compile(
    r"(?:[\w’'-]+\s+){0,4}?(?P<noun>[a-z-]+(?:s|men|women|people))(?:\s+(?:of|at|for|from|in)\s[^,;:.()“”\"]{2,80})?,\s+"
)
"""What several are, before their names: "Two trustees, Ana Velik and Jo Roe", "The heads of both schools, Jo Roe and …"."""
_BEHIND: Final = re.compile(r"(?:,?\s+(?:both|all|each|alike|together|jointly|themselves))?,?")


def find_joint_heads(view: View, source: Span) -> tuple[int, ...]:
    """Return the last word of each name that a source phrase joins, in order; none where it is one name or something else."""
    text = view.text
    described = _DESCRIBED.match(text, source.start, source.end)
    start = described.end() if described and is_person_role(singular(described["noun"])) else source.start
    named: list[Mention] = []
    ends: list[int] = []
    for mention in _mentions_in(view, Span(start, source.end)):
        if not mention.name:
            continue
        if ends and mention.kind is not Kind.PERSON and _OF.fullmatch(text, ends[-1], mention.span.start):
            ends[-1] = mention.span.end
        else:
            named.append(mention)
            ends.append(mention.span.end)
    if len(named) < 2:  # noqa: PLR2004 - one name is joined with nobody
        return ()
    gaps = [text[end : two.span.start] for end, two in zip(ends, named[1:], strict=False)]
    closed = _opens(text[start : named[0].span.start]) and _BEHIND.fullmatch(text[ends[-1] : source.end])
    joined = _AND.fullmatch(gaps[-1]) and all(_AND.fullmatch(gap) or _BESIDE.fullmatch(gap) for gap in gaps)
    return tuple(view.syntax.within(mention.span)[-1] for mention in named) if closed and joined else ()


def _opens(before: str) -> bool:
    """Tell whether what stands before the first name is nothing but what all of them are: "Energy Ministers Ana Velik and …"."""
    titled = _TITLED.fullmatch(before)
    return bool(_BEFORE.fullmatch(before)) or (
        titled is not None and is_person_role(singular(titled["noun"].casefold()))
    )


def find_joined(view: View, source: Source, verb: int) -> Source:
    """Return `source` with the name that "and" joins to it right before its verb, which the parser may have hung elsewhere.

    "Mayor Tom Velik and fire chief Ana Roe said": both.
    """
    tokens, start = view.syntax.tokens, view.syntax.tokens[verb].span.start
    if (
        len(source.heads) != 1
        or source.span.end >= start
        or not _AND.match(view.text, source.span.end, start)
    ):
        return source
    whole = Span(source.span.start, tokens[verb - 1].span.end)
    first, last = (view.mention_at(place) for place in (source.heads[0], verb - 1))
    people = first is not None and last is not None and first.kind is Kind.PERSON and last.kind is Kind.PERSON
    heads = find_joint_heads(view, whole) if people else ()
    return source if not heads else replace(source, span=whole, heads=heads)


def is_respective(view: View, draft: Draft) -> bool:
    """Tell whether several share words out among them: of "Brandt and Ortega said respectively", neither said both."""
    if draft.source is None or draft.cue is None or len(draft.source.heads) == 1:
        return False
    block = view.report.blocks[view.block_of(view.syntax.at(draft.cue.start))].span
    start = max(block.start, min(draft.cue.start, draft.source.span.start) - _ASIDE)
    end = min(block.end, max(draft.cue.end, draft.source.span.end) + _ASIDE)
    return "respectively" in view.text[start:end].casefold()


def find_part(view: View, source: Source, head: int) -> Span:
    """Return the characters of the one of several joined phrases that has `head`; the whole phrase where it is one."""
    if len(source.heads) == 1:
        return source.span
    syntax = view.syntax
    others = [child for child in syntax.children[head] if syntax.tokens[child].dep in _JOINERS]
    kept = set(syntax.below(head, without=others)) & set(syntax.within(source.span))
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > head and not syntax.is_word(last):
        last -= 1
    return syntax.span(first, last)


def _mentions_in(view: View, source: Span) -> list[Mention]:
    return [
        mention
        for token in view.syntax.within(source)
        if (mention := view.mention_at(token)) is not None
        and mention.span in source
        and mention.span.end == view.syntax.tokens[token].span.end
    ]
