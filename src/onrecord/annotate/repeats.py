"""Names that a report has given in full, found again by their letters wherever a part of one stands.

A tagger reads each sentence anew: of "Orazbek-uly", "Lima e Silva" or "af Klint" it keeps another piece every time. Once
a report has named somebody in full, the parts by which a person goes are known, and what stands there letter by letter
is that name, from its first letter to its last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.annotate.runs import PARTICLES, Name, surface
from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun, is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.annotation import Sentence, Token

_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.[-‐\s]?){1,3}$")
"""Letters of given names that stand right before a family name: "J. P. ", "M.-A. "."""
_LETTERS = re.compile(r"\w+")
_REACH = 12
"""Characters before a family name in which such letters are looked for."""
_JOINING = frozenset({"y", "e", "i"})
"""Words between two family names of one person: "Lima e Silva"."""
_WORDS = 3
"""Words from which a name has more than a given and a family name."""
_CALENDAR = frozenset({*WEEKDAYS, *MONTHS})

Forms = dict[str, list[str]]


def with_repeats(
    text: str, tokens: tuple[Token, ...], sentences: Sequence[Sentence], names: Sequence[Name]
) -> list[Name]:
    """Return `names` with each part of a person's full name at its whole length, as one person's.

    >>> sorted(find_parts("Fernanda Lima e Silva"))
    ['Fernanda Lima', 'Lima e Silva', 'Silva', 'e Silva']
    >>> {"bin Saeed", "al-Mansoor"} <= find_parts("Tariq bin Saeed al-Mansoor")
    True

    A longer name that holds such a part is another's ("Pell Street", "Ana Pell") and stays.
    """
    forms = _find_forms(names)
    if not forms:
        return list(names)
    owner = {index: name for name in names for index in name.tokens}
    openings = {first[:1] for first in forms}
    found: list[Name] = []
    reached = 0
    for sentence in sentences:
        for index in sentence.tokens:
            if index < reached or tokens[index].text[:1] not in openings:
                continue
            run = _match(text, tokens, forms, index, sentence.tokens)
            if run is None or not _may_replace(tokens, run, owner):
                continue
            run = range(_with_initials(text, tokens, run, sentence.tokens.start), run.stop)
            found.append(Name(run, surface(text, tokens, run), Kind.PERSON))
            reached = run.stop
    taken = {index for name in found for index in name.tokens}
    return [*found, *(name for name in names if taken.isdisjoint(name.tokens))]


def find_parts(name: str) -> set[str]:
    """Return by which parts of two words and more, or alone as a family name, a person of that full name may go."""
    words = name.split()
    parts = {
        " ".join(words[start:])
        for start in range(1, len(words))
        if len(words) - start > 1 or len(words[start]) > 1
    }
    parts |= {" ".join(words[:stop]) for stop in range(2, len(words)) if words[stop - 1][:1].isupper()}
    particle = next(
        (place for place, word in enumerate(words) if place and word in PARTICLES), len(words) - 1
    )
    if len(words) > _WORDS and particle > 1 and not _is_common(words[particle - 1]):
        parts.add(words[particle - 1])
    if particle < len(words) - 1:
        stop = next(
            place
            for place in range(particle, len(words))
            if words[place][:1].isupper() or place == len(words) - 1
        )
        parts.add(" ".join(words[particle : stop + 1]))
    return {part for part in parts if any(map(str.isupper, part))}


def _is_common(word: str) -> bool:
    """Tell whether a word inside a name means something by itself, so that alone it is no family name."""
    key = word.casefold()
    told = is_given_name(word) or is_person_role(key) or is_body_noun(key) or key in OUTLET_NOUNS
    return told or is_place(word) or is_demonym(word) or len(word.strip(".")) < _WORDS


def _find_forms(names: Iterable[Name]) -> Forms:
    """Return the parts of full names of several letters, longest first, by their first word."""
    names = list(names)
    persons = {name.text for name in names if name.kind is Kind.PERSON and " " in name.text}
    bodies = {name.text.split()[0] for name in names if name.kind is Kind.BODY and " " in name.text}
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for name in persons:
        for part in find_parts(name):
            inner = " " not in part and not name.endswith(part)
            if part.casefold() in _CALENDAR or (inner and part in bodies):
                continue
            for form in (part, part[:1].upper() + part[1:]):
                forms[_first_letters(form)].add(form)
    return {first: sorted(several, key=lambda form: (-len(form), form)) for first, several in forms.items()}


def _first_letters(form: str) -> str:
    found = _LETTERS.match(form)
    return found[0] if found else form


def _match(
    text: str, tokens: tuple[Token, ...], forms: Mapping[str, list[str]], index: int, within: range
) -> range | None:
    """Return the tokens of the longest part of a name that begins with the token at `index`."""
    start = tokens[index].span.start
    for form in forms.get(_first_letters(tokens[index].text), ()):
        end = start + len(form)
        if text.startswith(form, start) and not _goes_on(text, start, end):
            stop = index + 1
            while stop < within.stop and tokens[stop].span.start < end:
                stop += 1
            if tokens[stop - 1].span.end >= end:
                return range(index, stop)
    return None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether the word that a part of a name opens or ends reaches beyond it: "Pell" in "Pell-Roe"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    joined = after[:1] in {"-", "‐"} and after[1:].isalpha()
    led = before[1:] in {"-", "‐"} and before[:1].isalpha()
    return joined or led or after[:1].isalnum() or before[-1:].isalnum()


def _may_replace(tokens: tuple[Token, ...], run: range, owner: Mapping[int, Name]) -> bool:
    """Tell whether no name that overlaps `run` reaches beyond it; one word alone needs a name that the tagger saw."""
    overlapping = [owner[index] for index in run if index in owner]
    if any(name.tokens.start < run.start or name.tokens.stop > run.stop for name in overlapping):
        return False
    if any(name.tokens == run and name.kind is Kind.PERSON for name in overlapping):
        return False
    alone = sum(tokens[index].text[:1].isalpha() for index in run) == 1
    alone = alone and tokens[run.start].text[:1].isupper()
    return bool(overlapping) or not alone


def _with_initials(text: str, tokens: tuple[Token, ...], run: range, first: int) -> int:
    """Return where a part of a name starts with the letters of given names before it: "K. Stone"."""
    start = tokens[run.start].span.start
    found = _INITIALS.search(text[max(0, start - _REACH) : start])
    if found is None:
        return run.start
    wanted = max(0, start - _REACH) + found.start()
    index = run.start
    while index > first and tokens[index].span.start > wanted:
        index -= 1
    return index if tokens[index].span.start == wanted else run.start
