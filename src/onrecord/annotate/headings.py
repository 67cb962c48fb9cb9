"""Names in headings where every word has a capital, held against those of the text below.

"Velm Launches Fund" is one run of capitals, and a tagger takes all of it for a firm's name. Where the text below has
"Velm", that is the name; where it has nothing of a long run, nobody is named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import Name, surface
from onrecord.annotate.told_names import is_title_case
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.roles import is_body_noun, singular
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

_FULL: Final = 2
"""Words of a given and a family name."""

Seen = dict[str, Counter[Kind]]


def with_heading_names(
    report: Report, tokens: tuple[Token, ...], sentences: Sequence[Sentence], names: Sequence[Name]
) -> list[Name]:
    """Return `names`, those of headings in title case cut to what the text below names.

    "Ana Velik Checks Into Clinic" above "Ana Velik went to a clinic": the name is Ana Velik.
    """
    headed = frozenset(
        index
        for sentence in sentences
        if report.blocks[sentence.block].zone is Zone.HEADLINE and is_title_case(tokens, sentence.tokens)
        for index in sentence.tokens
    )
    if not headed:
        return list(names)
    below: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for name in names:
        if name.tokens.start not in headed:
            below[name.text.casefold()][name.kind] += 1
    return [
        kept
        for name in names
        if (kept := _cut(report.text, tokens, name, below) if name.tokens.start in headed else name)
        is not None
    ]


def _cut(text: str, tokens: tuple[Token, ...], name: Name, below: Mapping[str, Counter[Kind]]) -> Name | None:
    """Return the longest part of a name that the text below has too, or the name itself where it may be one."""
    if name.text.casefold() in below or len(name.text.split()) == 1:
        return name
    given = is_given_name(name.text.split()[0])
    for part in _parts(name.tokens, alone=not given):
        if surface(text, tokens, part).casefold() in below:
            run = _grown(text, tokens, part, below)
            found = surface(text, tokens, run)
            kinds = below[found.casefold()]
            return Name(run, found, max(sorted(kinds), key=lambda kind: kinds[kind]))
    parts = name.text.split()
    unheard = len(parts) > _FULL and not given and not is_body_noun(singular(parts[-1]))
    return None if unheard and name.kind in {Kind.PERSON, Kind.BODY, Kind.UNKNOWN} else name


def _grown(text: str, tokens: tuple[Token, ...], run: range, below: Mapping[str, Counter[Kind]]) -> range:
    """Return `run` with the words before it with which the text below has it: "Ana" before "Velik"."""
    before = range(run.start - 1, run.stop)
    while before.start >= 0 and surface(text, tokens, before).casefold() in below:
        run, before = before, range(before.start - 1, before.stop)
    return run


def _parts(run: range, *, alone: bool) -> Iterable[range]:
    """Yield the shorter runs inside `run`, longest and leftmost first; of one word the first only, and only if `alone`."""
    for size in range(len(run) - 1, 1, -1):
        for start in range(run.start, run.stop - size + 1):
            yield range(start, start + size)
    if alone and len(run) > 1:
        yield range(run.start, run.start + 1)
