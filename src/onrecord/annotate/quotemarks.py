"""Which quotation marks belong together, paragraph by paragraph.

A state machine over the marks of one block. It never runs on into the next: a mark lost in one paragraph spoils that
paragraph at most. Only the habit of opening the marks again at every paragraph of a long speech (or at the first alone), and
closing them once at its end, ties blocks together.

The rules, each forced by real pages:

- A straight mark opens or closes by what stands beside it: `said "no" twice`; glued on both sides it closes what is
  open, else opens: `asked her“Stop”`.
- A single mark is an apostrophe unless it opens a word and another closes one soon after: `the crews’ pay`, `’em`.
- A closing mark with nothing open is stray (`a calm night.” at sea.”`), unless the paragraph has no other mark: then
  its opening was lost.
- A closing mark lost before a cue was there: `“We close, said Harrow. “It is late.”` is two quotations.
- A single mark that opens a paragraph and is never closed opens a quotation too: the next paragraph may go on.
- A double mark after a digit, with nothing open, measures inches: `a 12" pipe`.
- A straight mark free on both sides (`lost, " says Harrow`) closes what is open. It opens only what a later mark closes, or
  the paragraph: where the count of free marks is out of step, none of them quotes, for nobody knows which side is quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Quotemarks
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_MARK: Final = re.compile("``|''|[\"“”„‟«»‘’‚‛‹›'＂]")
_OPENING: Final = frozenset("“„‟‘‚‛")
_SINGLE: Final = frozenset("‘’‚‛‹›'")
_GUILLEMETS: Final = frozenset("«»‹›")
_BEFORE_OPENING: Final = frozenset(" \t\n\r\u00a0\u2009\u202f\u2028\u2029\x85([{<—–-/:;=*>|")
_AFTER_CLOSING: Final = frozenset(" \t\n\r\u00a0\u2009\u202f\u2028\u2029\x85)]}.,;:!?—–-/…*<|")
_STRAIGHT: Final = frozenset('"＂')
_SPACES: Final = frozenset(" \t\n\r\u00a0\u2009\u202f\u2028\u2029\x85")
_ENDS: Final = frozenset(".,!?…")
_REACH: Final = 1_500
"""Characters within which a single mark must be closed to be more than an apostrophe."""
_LOST: Final = re.compile(
    r"[,?!…](?=\s+(?:(?:he|she|they|[A-ZÀ-Þ]\S*(?:\s+[A-ZÀ-Þ]\S*){0,3}|the [a-z]+)\s+)?"
    r"(?:said|added|asked|explained|insisted|recalled|replied|told|warned)\b)"
)
"""What stands before a cue that a mark should have closed: `“We close, said Harrow.`"""
_LONGEST_CUE: Final = 80
"""Characters from a lost mark to the end of the paragraph, where no other quotation opens behind the cue."""
_ELISION: Final = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    text: str
    opens: bool
    closes: bool
    free: bool = False
    """A straight mark with space on both sides, whose place in a pair is only known from the others."""

    @property
    def single(self) -> bool:
        return self.text in _SINGLE


@dataclass(frozen=True, slots=True)
class _Pair:
    open: Span | None
    close: Span | None
    inside: Span
    depth: int
    counted: bool = False
    """Both marks stand free, so that only the count of marks before tells which words they hold."""


def find_quotemarks(report: Report) -> tuple[Quotemarks, ...]:
    """Return the pairs of quotation marks of `report` in text order, outer pairs before those inside them."""
    found: list[Quotemarks] = []
    unclosed: int | None = None
    for block in report.blocks:
        if block.zone is Zone.FURNITURE:
            continue
        text = block.span.of(report.text)
        last_open: int | None = None
        for pair in _pairs(text):
            marks = _shifted(pair, block.span.start)
            opening = (pair.open or pair.inside).start
            reopened = (
                unclosed is not None
                and not text[:opening].strip()
                and _is_alike(found[unclosed], marks, report)
            )
            if reopened and pair.depth == 0:
                marks = replace(marks, continues=unclosed)
            if pair.depth == 0:
                runs_on = pair.close is None and pair.inside.end == len(text.rstrip())
                last_open = len(found) if runs_on else None
            found.append(marks)
        if block.zone is Zone.BODY:
            unclosed = last_open
    return tuple(found)


def _is_alike(before: Quotemarks, marks: Quotemarks, report: Report) -> bool:
    """Tell whether a paragraph opens with the mark, single or double, that the one before left open.

    Behind `"Harrow told us that the pier is shut.` a line `'We look for her,' he said` is no more of the same words.
    """
    if before.open is None or marks.open is None:
        return True
    return (before.open.of(report.text) in _SINGLE) == (marks.open.of(report.text) in _SINGLE)


def mark_positions(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the offsets of the opening and of the closing marks of one block's `text`."""
    pairs = _pairs(text)
    opening = frozenset(pair.open.start for pair in pairs if pair.open)
    return opening, frozenset(pair.close.start for pair in pairs if pair.close)


def _shifted(pair: _Pair, by: int) -> Quotemarks:
    return Quotemarks(
        open=pair.open.shifted(by) if pair.open else None,
        close=pair.close.shifted(by) if pair.close else None,
        inside=pair.inside.shifted(by),
        depth=pair.depth,
    )


def _pairs(text: str) -> list[_Pair]:
    """Return the pairs of one block, sorted by where they start, outer before inner."""
    marks = list(_marks(text))
    pairs: list[_Pair] = []
    stack: list[_Mark] = []
    for index, mark in enumerate(marks):
        if mark.closes and _matches(stack, mark):
            _close(stack, mark, pairs)
        elif mark.opens and not mark.single and _holds_double(stack) and not _nested(marks, index):
            _drop_unclosed(stack, mark.span.start, text, pairs)
            stack.append(mark)
        elif mark.opens:
            if mark.single and stack and all(opened.single for opened in stack):
                _drop_unclosed(stack, mark.span.start, text, pairs)
            stack.append(mark)
        elif mark.closes and not (mark.single or pairs or stack) and text[mark.span.start - 1] in _ENDS:
            pairs.append(_Pair(None, mark.span, Span(0, mark.span.start).trimmed(text), 0))
    _drop_unclosed(stack, len(text), text, pairs)
    if _is_out_of_step(marks, pairs):
        pairs = [pair for pair in pairs if not pair.counted]
    return sorted(pairs, key=lambda pair: (pair.open or pair.inside).start)


def _is_out_of_step(marks: list[_Mark], pairs: list[_Pair]) -> bool:
    """Tell whether a free mark of the paragraph belongs to no pair, unless it opens the paragraph."""
    used = {span.start for pair in pairs for span in (pair.open, pair.close) if span}
    return any(mark.free and mark.span.start not in used for mark in marks)


def _marks(text: str) -> Iterator[_Mark]:
    """Yield the marks of `text` that may quote, told from apostrophes and inch marks."""
    closed_at = 0
    for match in _MARK.finditer(text):
        span, char = Span(*match.span()), match.group()
        before = text[span.start - 1 : span.start]
        after = text[span.end : span.end + 1]
        opens = not before or before in _BEFORE_OPENING or before in _OPENING or before in '"«'
        closes = not after or after in _AFTER_CLOSING or after in "\"'”’»"
        opens, closes = (
            opens and not (not after or after in _SPACES),
            closes and not (not before or before in _SPACES),
        )
        if char in _SINGLE and char not in _GUILLEMETS:
            if opens and (end := _single_end(text, span.end)) is not None:
                closed_at = end
                yield _Mark(span, char, opens=True, closes=False)
            elif span.start == closed_at and closed_at:
                yield _Mark(span, char, opens=False, closes=True)
            elif opens and _opens_paragraph(text, span):
                yield _Mark(span, char, opens=True, closes=False)
        elif _is_spaced(char, before, after):
            yield _Mark(span, char, opens=char in "«‹", closes=char in "»›")
        elif char in _GUILLEMETS:
            yield _Mark(span, char, opens=opens or not closes, closes=closes or not opens)
        else:
            yield _double(span, char, opens=opens, closes=closes, before=before)


def _is_spaced(char: str, before: str, after: str) -> bool:
    """Tell whether a guillemet is set off from its words by a space, as in French: « Le quai est fermé », dit-elle."""
    if char in "«‹":
        return after in _SPACES and (not before or before in _BEFORE_OPENING)
    return char in "»›" and before in _SPACES and (not after or after in _AFTER_CLOSING)


def _opens_paragraph(text: str, span: Span) -> bool:
    """Tell whether a single mark opens a paragraph that it quotes: before a capital, and no apostrophe."""
    return (
        not text[: span.start].strip()
        and text[span.end : span.end + 1].isupper()
        and not _ELISION.match(text, span.end)
    )


def _double(span: Span, char: str, *, opens: bool, closes: bool, before: str) -> _Mark:
    """Decide what a double mark may do from its shape and its neighbours."""
    if (
        opens == closes
    ):  # glued on both sides, or standing free: its shape decides, and both for a straight one
        curly_open, curly_close = char in _OPENING or char == "``", char in ("”", "''")
        inches = char == '"' and before.isdigit()
        free = char in _STRAIGHT and not opens
        return _Mark(span, char, opens=not curly_close and not inches, closes=not curly_open, free=free)
    if char == '"' and closes and before.isdigit():
        return _Mark(span, char, opens=False, closes=True)
    return _Mark(span, char, opens=opens, closes=closes)


def _single_end(text: str, start: int) -> int | None:
    """Return where the single quotation opened before `start` closes, or None for an apostrophe.

    The first mark that ends a word closes it, except that one after an s waits for a better one ("the ‘crews’ pay’").
    """
    if _ELISION.match(text, start):
        return None
    doubtful: int | None = None
    doubles = 0
    for match in re.finditer("[‘’'”\"“]", text[start : start + _REACH]):
        position = start + match.start()
        after = text[position + 1 : position + 2]
        if match.group() == "‘":
            if text[position - 1] in _SPACES and after.isupper() and text[start : start + 1].isupper():
                break  # another opens before this one was closed
            continue
        if match.group() in '”"“':
            doubles += 1 if after and after not in _AFTER_CLOSING else -1
            if doubles < 0:  # the end of a quotation that was open before
                break
            continue
        if after and after not in _AFTER_CLOSING and after not in "\"'”’":
            continue
        if text[position - 1] in "sS" and after in _SPACES:
            doubtful = position if doubtful is None else doubtful
            continue
        return position if position > start else None
    return doubtful


def _matches(stack: list[_Mark], mark: _Mark) -> bool:
    """Tell whether something open can be closed by `mark`."""
    return any(opened.single == mark.single for opened in stack)


def _holds_double(stack: list[_Mark]) -> bool:
    return any(not opened.single for opened in stack)


def _nested(marks: list[_Mark], index: int) -> bool:
    """Tell whether the two double marks after `index` both only close: then this one opens inside another."""
    following = [mark for mark in marks[index + 1 : index + 9] if not mark.single][:2]
    return len(following) == 2 and all(mark.closes and not mark.opens for mark in following)  # noqa: PLR2004 - a pair


def _close(stack: list[_Mark], mark: _Mark, pairs: list[_Pair]) -> None:
    """Close the innermost open mark of the same width; single marks left open inside it were apostrophes."""
    while stack[-1].single != mark.single:
        stack.pop()
    opened = stack.pop()
    inside = Span(opened.span.end, mark.span.start)
    counted = opened.free and mark.free
    pairs.append(_Pair(opened.span, mark.span, inside, len(stack), counted=counted))


def _drop_unclosed(stack: list[_Mark], end: int, text: str, pairs: list[_Pair]) -> None:
    """Record the outermost mark left open as a quotation without an end, and empty the stack.

    A single one counts only where it opens the paragraph: elsewhere it is an apostrophe.
    """
    outer = next(
        (mark for mark in stack if not (mark.single or mark.free) or not text[: mark.span.start].strip()),
        None,
    )
    if outer:
        inside = Span(outer.span.end, max(outer.span.end, end))
        lost = _LOST.search(text, inside.start, inside.end)
        if lost and (end < len(text) or end - lost.end() <= _LONGEST_CUE):
            inside = Span(inside.start, lost.end())
        pairs.append(_Pair(outer.span, None, inside.trimmed(text), 0))
    stack.clear()
