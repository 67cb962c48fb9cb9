"""How far the name of a body reaches where "and" or a comma stands inside it.

A small tagger ends a name at every joint: "the Ministry for Trade, Energy and the Sea" becomes three bodies, "the Halden
and District Anglers' Club" two. What a noun for a department, a club or a campaign governs is one name, unless a part
of it is a name of its own elsewhere in the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import Name
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.annotation import Sentence, Token

_FIELDED: Final = (
    "Agency|Alliance|Association|Authority|Board|Bureau|Campaign|Cent(?:er|re)|Chamber|Coalition|Commission|Committee|"
    "Confederation|Council|Department|Directorate|Faculty|Federation|Foundation|Guild|Inspectorate|Institute|League|"
    "Ministry|Museum|Network|Office|Secretariat|Society|Syndicate|Union"
)
_CAP: Final = r"[A-ZÀ-Ž][\w’'-]*"
_ITEM: Final = rf"(?:the\s)?{_CAP}(?:\s{_CAP}){{0,3}}"
_FIELDS: Final = re.compile(
    rf"(?:(?!(?:The|A)\s){_CAP}\s){{0,3}}\b(?:{_FIELDED})\s(?:of|for|on)\s(?P<first>{_ITEM})"
    rf"(?P<more>(?:,\s{_ITEM}){{0,3}},?\s(?:and|&)\s{_ITEM})"
)
"""A noun that governs several fields: "Ministry for Trade, Energy and the Sea"."""
_LED: Final = re.compile(
    rf"\b[Tt]he\s(?P<name>(?P<first>{_CAP}(?:\s{_CAP}){{0,2}})\s(?:and|&)\s(?P<rest>{_CAP}(?:\s{_CAP}){{1,4}}))"
)
"""Two words before one noun: "the Halden and District Anglers’ Club"."""
_GLUED: Final = re.compile(
    rf"\b(?P<name>{_CAP}s\s(?:Against|Without|Before|Beyond|Behind)\s(?:the\s)?{_CAP}(?:\s{_CAP}){{0,2}})"
)
"""A preposition with a capital inside a sentence: "Doctors Without Harbours"."""
_PARTS: Final = re.compile(r",?\s(?:and|&)\s(?:the\s)?|,\s(?:the\s)?")
_OPENINGS: Final = ("and District", "& District")
_LETTERS: Final = 2
"""Letters from which a word in capitals is an acronym."""
_TITLED: Final = 0.6
"""The share of capitalised words from which a line is a heading in title case, where capitals tell nothing."""


def with_joined_bodies(
    text: str, tokens: tuple[Token, ...], sentences: Sequence[Sentence], names: Sequence[Name]
) -> list[Name]:
    """Return `names` with each body whose name has a joint in it at its full length."""
    starts = [token.span.start for token in tokens]
    found: list[Name] = []
    for sentence in sentences:
        if not sentence.tokens:
            continue
        begin, end = tokens[sentence.tokens.start].span.start, tokens[sentence.tokens.stop - 1].span.end
        for first, last in _find(text, begin, end):
            run = range(bisect_left(starts, first), bisect_left(starts, last))
            if (
                run
                and tokens[run.stop - 1].span.end == last
                and (not found or found[-1].tokens.stop <= run.start)
            ):
                found.append(Name(run, " ".join(text[first:last].split()), Kind.BODY))
    taken = {index for name in found for index in name.tokens}
    return [*found, *(name for name in names if taken.isdisjoint(name.tokens))] if found else list(names)


def _find(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the names of bodies with a joint in them stand between two offsets, in order."""
    words = text[begin:end].split()
    if sum(word[:1].isupper() for word in words) > _TITLED * len(words):
        return
    spans: list[tuple[int, int]] = []
    for match in _FIELDS.finditer(text, begin, end):
        parts = _PARTS.split(match["more"])[1:]
        if all(_is_field(part) and not _is_alone(text, part, match[0]) for part in parts):
            spans.append(match.span())
    spans += [match.span("name") for match in _LED.finditer(text, begin, end) if _is_led(text, match)]
    spans += [match.span("name") for match in _GLUED.finditer(text, begin, end)]
    yield from sorted(spans)


def _is_field(part: str) -> bool:
    """Tell whether words say a field, and are no name of another body, person or place."""
    words = part.split()
    named = (
        is_place(part)
        or is_given_name(words[0])
        or any(word.isupper() and len(word) >= _LETTERS for word in words)
    )
    told = any(is_body_noun(singular(word)) or is_person_role(singular(word)) for word in words)
    return not named and not (told and len(words) > 1) and not part.endswith(("’s", "'s"))


def _is_alone(text: str, part: str, whole: str) -> bool:
    """Tell whether a part of a name stands by itself elsewhere in the report."""
    return text.count(part) > text.count(whole)


def _is_led(text: str, match: re.Match[str]) -> bool:
    """Tell whether two words stand before the one noun of a body: the first says nothing by itself."""
    first, rest = match["first"].split(), match["rest"].split()
    if not is_body_noun(singular(rest[-1])) or any(is_body_noun(singular(word)) for word in first):
        return False
    if any(is_person_role(singular(word)) or is_given_name(word) for word in first):
        return False
    plural = first[-1].endswith(("s’", "s'"))
    placed = match["name"][len(match["first"]) + 1 :].startswith(_OPENINGS)
    lone = first[0].isupper() and len(first[0]) > 1
    return (
        placed
        or plural
        or (
            not lone
            and len(first) == 1
            and not is_place(first[0])
            and not _is_alone(text, match["first"], match["name"])
        )
    )
