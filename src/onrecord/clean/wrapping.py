"""Texts wrapped at a fixed width, as mail programs and agency wires do: which line ends tear a paragraph apart.

    "We tested the water at the Old Quay twice and
    found nothing," Lou Hart said.

A wrapped text shows three things at once: no line is much longer than a common width, lines that end near it stop in
the middle of a sentence, and the next line goes on in lower case. A text whose paragraphs are single lines shows none
of them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.clean.bylines import is_byline
from onrecord.clean.lines import find_lines, join_lines
from onrecord.clean.shapes import ends_sentence
from onrecord.clean.stamps import is_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.clean.lines import Line

_WIDTHS: Final = (range(40, 101), range(101, 141))
"""Characters: the widths at which mail programs and old agency wires break their lines, and those of the pages of documents."""
_FULL: Final = 0.6
"""Share of the width from which a line is one of a paragraph's inner lines rather than its last."""
_BROKEN: Final = 0.5
"""Share of the full lines that must break a sentence."""
_TORN: Final = 0.25
"""Share of the full lines that must be followed by a lower-case letter: names start many of the others."""
_LONGEST_SHARE: Final = 10
"""One line in ten may be longer than any width: an address or a notice that was not wrapped."""
_FEWEST_SPARED: Final = 6
"""Lines: of fewer, the longest one tells the width best."""
_LIST_MARKS: Final = "•·*-–—▪◦#>"


def find_paragraphs(text: str) -> tuple[Line, ...]:
    r"""Return the lines of `text` that hold more than white space, those that a wrap tore apart as one.

    >>> [line.text for line in find_paragraphs('"We tested it twice and\nfound nothing," she said.')]
    ['"We tested it twice and found nothing," she said.']
    """
    lines = find_lines(text)
    return tuple(_joined(lines, text)) if lines else ()


def _joined(lines: Sequence[Line], text: str) -> Iterator[Line]:
    width = find_width(lines)
    first = lines[0]
    for before, after in pairwise(lines):
        if not is_torn(before, after, width):
            yield join_lines(first, before, text)
            first = after
    yield join_lines(first, lines[-1], text)


def find_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which the text of `lines` is wrapped, in characters; None for one that is not."""
    # Few lines are longer than any width: where some are too long for a mail, they are of a document's page or not wrapped.
    too_long = [sum(len(line.text) > widths[-1] for line in lines) for widths in _WIDTHS]
    widths = next(
        (one for one, many in zip(_WIDTHS, too_long, strict=True) if many * _LONGEST_SHARE <= len(lines)),
        None,
    )
    if widths is None:
        return None
    longest = widths[-1]
    pairs = [(one, two) for one, two in pairwise(lines) if not two.gap and len(one.text) <= longest]
    # A headline may be longer than the width at which the rest is wrapped: the longest lines do not count.
    lengths = sorted((len(one.text) for one, _ in pairs), reverse=True)
    spared = max(1, len(lengths) // _LONGEST_SHARE) if len(lengths) >= _FEWEST_SPARED else 0
    width = lengths[spared] if lengths else 0
    if width not in widths:
        return None
    full = [pair for pair in pairs if len(pair[0].text) >= width * _FULL]
    broken = [pair for pair in full if _breaks_sentence(*pair)]
    torn = sum(_goes_on(*pair, width) for pair in broken)
    enough = len(broken) >= len(full) * _BROKEN and torn >= len(full) * _TORN
    return width if torn and enough else None


def is_torn(before: Line, after: Line, width: int | None) -> bool:
    """Tell whether the end of the line `before` stands inside a paragraph that goes on in the line `after`.

    Args:
        before: a line.
        after: the next line that holds anything.
        width: the width at which their text is wrapped, or None where it is not.
    """
    if after.gap or after.text[0] in _LIST_MARKS:
        return False
    broken = _breaks_sentence(before, after)
    if broken and after.text[0].islower() and (width is not None or _is_open(before.text, after.text)):
        return True
    if width is None or (before.gap and (is_byline(after) or is_stamp(after.text))):
        return False
    return not _would_fit(before, after, width) or (
        broken and not before.gap and len(before.text) >= width * _FULL
    )


def _breaks_sentence(before: Line, after: Line) -> bool:
    return not ends_sentence(before.text) and not before.text.endswith(":") and after.text[0].isalnum()


def _goes_on(before: Line, after: Line, width: int) -> bool:
    """Tell whether `after` goes on in lower case; of scripts without case, whether its first word had no room."""
    first = after.text[0]
    return first.islower() or (
        first.isalpha() and first.lower() == first.upper() and not _would_fit(before, after, width)
    )


def _would_fit(before: Line, after: Line, width: int) -> bool:
    return len(before.text) + 1 + len(after.words[0]) <= width


def _is_open(before: str, after: str) -> bool:
    """Tell whether a quotation is open at the end of `before` that `after` closes ("We tested it twice and / found …")."""
    if before.count('"') % 2 and after.count('"') % 2:
        return True
    return before.count("“") > before.count("”") and after.count("”") > after.count("“")
