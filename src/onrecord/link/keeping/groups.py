"""Grouped reports as bytes, and back: an outline a report, and one table of who is near whom for all.

What follows from these quickly (weights, profiles, lists of places) is worked out again when it is asked for.
"""

from __future__ import annotations

import json
import zlib
from itertools import compress
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from onrecord.link.events.grouping import EventGroups
from onrecord.link.events.neighbourhoods import Neighbourhoods, place_terms
from onrecord.link.events.outline import Outline, find_naming
from onrecord.link.events.pair_rows import PairRows
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

_NAME, _TOLD, _TELLING = 1, 2, 4
"""What a term of an outline is, added up."""

_MARKED: Final = tuple(
    bytes(bool(chr(code).isdigit() and int(chr(code)) & one) for code in range(128)) + bytes(128)
    for one in (_NAME, _TOLD, _TELLING)
)
"""Tables that make 1 of the digits that mark each of these, and 0 of all else."""

_COUNT, _PHRASE = np.dtype("<f8"), np.dtype("<i8")
_BETWEEN: Final = "\n"
"""Stands between terms, which are words and numbers and hold none."""
_COLUMNS: Final[tuple[np.dtype[Any], ...]] = (
    np.dtype("<i4"),
    np.dtype("<i4"),
    np.dtype("<f8"),
    np.dtype("<f8"),
)
"""Of the table of pairs: the places of two ids, how alike they are, and their link."""
NONE: Final[Mapping[str, bytes]] = {}
_SIZE = 4
"""Bytes that tell how many follow."""


def encode_outline(found: Outline) -> bytes:
    """Return an outline as bytes."""
    terms = list(found.terms)
    kinds = "".join(
        str(_NAME * (term in found.names) + _TOLD * (term in found.told) + _TELLING * (term in found.telling))
        for term in terms
    )
    told: list[Any] = [
        found.report_id,
        found.headline and [*found.headline],
        [[*span] for span in found.lead],
        _BETWEEN.join(terms),
        kinds,
        sorted(found.function_words),
        found.words,
        sorted(found.weekdays),
        found.day,
        found.year,
        sorted(found.year_days),
        found.language,
        found.opening,
        sorted(found.results),
    ]
    packed = zlib.compress(json.dumps(told, separators=(",", ":")).encode(), 1)
    counts, phrases = np.array(list(found.terms.values()), _COUNT), np.array(found.phrases, _PHRASE)
    return len(packed).to_bytes(_SIZE) + packed + counts.tobytes() + phrases.tobytes()


def decode_outline(value: bytes) -> Outline:
    """Return the outline that these bytes hold.

    Raises:
        ValueError: when they hold none; TypeError, KeyError, IndexError and zlib.error as well.
    """
    size = _SIZE + int.from_bytes(value[:_SIZE])
    told = json.loads(zlib.decompress(value[_SIZE:size]))
    report_id, headline, lead, joined, kinds, function_words, words, weekdays, day, year, *rest = told
    year_days, language, opening, results = rest
    terms: list[str] = joined.split(_BETWEEN) if joined else []
    names, stood, telling = (_find_marked(terms, kinds, marked) for marked in _MARKED)
    if len(kinds) != len(terms):
        raise ValueError("a term is not marked")
    counts: list[float] = np.frombuffer(value, _COUNT, len(terms), size).tolist()
    phrases: list[int] = np.frombuffer(value, _PHRASE, offset=size + _COUNT.itemsize * len(terms)).tolist()
    return Outline(
        report_id=report_id,
        headline=headline and Span(*headline),
        lead=tuple(Span(*span) for span in lead),
        terms=dict(zip(terms, counts, strict=True)),
        names=names,
        phrases=tuple(phrases),
        phrase_set=frozenset(phrases) - {0},
        function_words=frozenset(function_words),
        words=words,
        weekdays=frozenset(weekdays),
        day=day,
        told=stood,
        year=year,
        year_days=frozenset(year_days),
        telling=telling,
        naming=find_naming(names),
        language=language,
        opening=tuple(opening),
        results=frozenset((most, least) for most, least in results),
    )


def _find_marked(terms: Sequence[str], kinds: str, marked: bytes) -> frozenset[str]:
    return frozenset(compress(terms, kinds.encode().translate(marked)))


def encode_groups(grouped: EventGroups) -> bytes:
    """Return who is near whom and in which group, less the outlines, as bytes."""
    ids = sorted(grouped.near.outlines)
    places = {key: place for place, key in enumerate(ids)}
    arrays = _tabulate(ids, grouped)
    head = json.dumps(
        [
            ids,
            [list(grouped.near.terms[key]) for key in ids],
            [places[grouped.part_of[key][0]] for key in ids],
            [places[grouped.group_of[key][0]] for key in ids],
            len(arrays[0]),
        ],
        separators=(",", ":"),
    ).encode()
    table = [one.astype(dtype, copy=False).tobytes() for one, dtype in zip(arrays, _COLUMNS, strict=True)]
    return len(head).to_bytes(_SIZE) + head + b"".join(table)


def _tabulate(ids: Sequence[str], grouped: EventGroups) -> tuple[npt.NDArray[Any], ...]:
    """Return both places, the likeness and the link (no number where there is none) of each pair, sorted, the smaller place first."""
    alike, values = grouped.near.likeness.tabulate(ids)
    linked, points = grouped.links.tabulate(ids)
    links = np.full(len(alike), np.nan)
    # A link is one of a pair that is near.
    links[np.searchsorted(alike, linked)] = points
    firsts, seconds = np.divmod(alike, max(1, len(ids)))
    return firsts, seconds, values, links


def decode_groups(
    value: bytes, outlines: Mapping[str, bytes], profiles: Mapping[str, bytes] = NONE
) -> EventGroups:
    """Return grouped reports.

    Args:
        value: as of `encode_groups`.
        outlines: of all these reports, as of `encode_outline`.
        profiles: of some of them, as `onrecord.link.events.kept_profiles` has them; each is made out when it is asked for.

    Raises:
        ValueError: when the bytes do not hold that; TypeError, KeyError, IndexError and zlib.error as well.
    """
    start = _SIZE + int.from_bytes(value[:_SIZE])
    ids, terms_of, parts, groups, count = json.loads(value[_SIZE:start])
    found = {key: decode_outline(outlines[key]) for key in ids}
    if len(outlines) != len(ids):
        raise ValueError("an outline belongs to no grouped report")
    columns: list[npt.NDArray[Any]] = []
    for dtype in _COLUMNS:
        columns.append(np.frombuffer(value, dtype, count, start))
        start += count * dtype.itemsize
    firsts, seconds, alike, points = columns
    linked = ~np.isnan(points)
    terms: dict[str, Sequence[str]] = dict(zip(ids, terms_of, strict=True))
    listed = place_terms({key: one.day for key, one in found.items()}, terms)
    near = Neighbourhoods(
        outlines=found,
        terms=terms,
        places={term: sorted(several) for term, several in listed.items()},
        likeness=PairRows.of_pairs(ids, firsts, seconds, alike),
    )
    return EventGroups(
        near=near,
        links=PairRows.of_pairs(ids, firsts[linked], seconds[linked], points[linked]),
        part_of=_gather(ids, parts),
        group_of=_gather(ids, groups),
        profiles={key: bound for key, bound in profiles.items() if key in found},
    )


def _gather(ids: Sequence[str], firsts: Iterable[int]) -> dict[str, tuple[str, ...]]:
    """Return the group of each id, by the place of the first of its group."""
    members: dict[int, list[str]] = {}
    of: dict[str, int] = dict(zip(ids, firsts, strict=True))
    for key, first in of.items():
        members.setdefault(first, []).append(key)
    groups = {first: tuple(several) for first, several in members.items()}
    return {key: groups[first] for key, first in of.items()}
