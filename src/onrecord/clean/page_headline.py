"""Which line of a page is its headline.

First the line that says what the page's metadata give for its title, then the last heading above the first paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean.mastheads import is_masthead
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.lines import Line
    from onrecord.clean.page_body import PageBody

_LONGEST: Final = 60
_SHORTEST: Final = 1
_MOST_LETTERS: Final = 1000
"""Words."""
_SEPARATED: Final = re.compile(r"\s+[|•·»–—:-]+\s+|:\s+")


def find_headlines(lines: Sequence[Line], body: PageBody, *, title: str | None, first: int) -> frozenset[int]:
    """Return the lines that print the headline; `first` is the first paragraph of the body, `title` the page's own."""
    open_to = [
        number
        for number, line in enumerate(lines)
        if len(line.words) <= _LONGEST
        and len(line.text) <= _MOST_LETTERS
        and not body.roles[number].never
        and "hidden" not in body.roles[number].beside
    ]
    entitled = _find_entitled(lines, open_to, body, title)
    if entitled:
        return frozenset(entitled)
    above = [
        number
        for number in open_to
        if number < first and not body.outside[number] and not body.roles[number].caption
    ]
    return frozenset(_find_last(lines, above, body))


def _find_last(lines: Sequence[Line], above: Sequence[int], body: PageBody) -> list[int]:
    """Return the last main heading, else the last heading, else the last line in large letters."""
    main = [number for number in above if body.roles[number].headline]
    headings = [number for number in above if body.roles[number].heading]
    large = [number for number in above if body.roles[number].large and not is_masthead(lines[number])]
    return (main or headings or large)[-1:]


def _find_entitled(
    lines: Sequence[Line], open_to: Sequence[int], body: PageBody, title: str | None
) -> list[int]:
    """Return the lines that say what the title says, or the heading that says a part of it."""
    whole = normalise(title or "")
    if not whole:
        return []
    keys = {number: normalise(lines[number].text) for number in open_to}
    same = [number for number in open_to if keys[number] == whole and not body.listed[number]]
    if same:
        return [number for number in same if body.roles[number].heading] or same[:1]
    # "Old Quay to close - Port Carrow - The Harbour Gazette"
    parts = {normalise(part) for part in _SEPARATED.split(title or "")}
    headings = [
        number for number in open_to if body.roles[number].heading and len(lines[number].words) > _SHORTEST
    ]
    return [
        number
        for number in headings
        if keys[number] and (keys[number] in parts or whole.startswith(keys[number] + " "))
    ][:1]
