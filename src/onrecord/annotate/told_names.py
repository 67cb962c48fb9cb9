"""Names of persons that the words around tell, wherever the tagger is silent or wrong.

Two signs are enough without it: a given name with a capitalised word behind it ("Maria do Carmo Velik"), and what
somebody is, in lower case, right before a capitalised word ("the hydrologist Imke Velik", "her grandson Roe").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.extents import to_the_right
from onrecord.annotate.runs import Name, adjoins, surface
from onrecord.annotate.titles import is_people_word
from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.honorifics import is_honorific, is_postnominal
from onrecord.lexicon.name_parts import is_elided_name
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import (
    KIN_NOUNS,
    NOT_PERSONAL,
    OUTLET_NOUNS,
    is_body_noun,
    is_person_role,
    singular,
)
from onrecord.model.annotation import Kind
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.annotation import Sentence, Token
    from onrecord.model.report import Report

_LONGEST = 5
"""Words that a name may have, particles not counted."""
_LETTERS = re.compile(r"[^\W\d_][^\W\d_’'.]*[^\W\d_.]\.?|[^\W\d_]\.?")
_ELIDED = re.compile(r"[a-z]['’][A-Z]")
"""An elided particle: "d'Arbois"."""
_OPENS, _CLOSES = frozenset("\"“‘'«„"), frozenset("\"”’'»“")
"""Marks around the title of a work: “Larry Roe Live”."""
_CALENDAR = frozenset({*WEEKDAYS, *MONTHS})
_PLACED = frozenset({"st", "st.", "saint", "san", "santa", "são", "sankt"})
"""Words that make a place, a church or a school of the given name behind them."""
_LONGEST_OFFICE = 8
"""Words from an office to the name of who holds it."""
_FIELDS = frozenset({"of", "for"})
_IN_OFFICES = frozenset({*_FIELDS, "and", "the", "&", ","})
"""Words in lower case inside an office: "Minister for Trade, Energy and the Sea"."""
_TITLED = 0.6
"""The share of capitalised words from which a line is a heading in title case, where capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    tokens: tuple[Token, ...]

    def is_capital(self, index: int) -> bool:
        """Tell whether the token at `index` may be a word of a name."""
        word = self.tokens[index].text
        return (
            (word[:1].isupper() or _ELIDED.match(word) is not None)
            and (_LETTERS.fullmatch(word) is not None or is_elided_name(word))
            and (not word.isupper() or len(word.strip(".")) == 1)
            and word.casefold() not in _CALENDAR
            and self.tokens[index].pos not in {"PRON", "DET"}
        )

    def run_from(self, start: int, within: range) -> range:
        """Return the run of capitalised words that `start` opens, with particles and hyphens in it."""
        run = to_the_right(self.text, self.tokens, range(start, start + 1), within)
        while (
            len(run) < 2 * _LONGEST
            and run.stop < within.stop
            and adjoins(self.text, self.tokens, run.stop)
            and self.is_capital(run.stop)
        ):
            run = to_the_right(self.text, self.tokens, range(start, run.stop + 1), within)
        stop = run.stop
        while stop - 1 > start and is_postnominal(self.tokens[stop - 1].text):
            stop -= 1
        return range(start, stop)


def find_told(report: Report, tokens: tuple[Token, ...], sentences: Sequence[Sentence]) -> list[Name]:
    """Return the names of persons that a given name or a role before them tells, in order; none overlap."""
    words = _Words(report.text, tokens)
    found: list[Name] = []
    for sentence in sentences:
        headed = report.blocks[sentence.block].zone is Zone.HEADLINE and is_title_case(
            tokens, sentence.tokens
        )
        reached = sentence.tokens.start
        for index in () if headed else sentence.tokens:
            if (
                index < reached
                or not tokens[index].text[:1].isupper()
                or not words.is_capital(index)
                or not _is_told(words, index, sentence.tokens)
            ):
                continue
            run = words.run_from(index, sentence.tokens)
            name = surface(report.text, tokens, run)
            if _is_person(words, run, name, within=sentence.tokens):
                found.append(Name(run, name, Kind.PERSON))
                reached = run.stop
    return found


def over(told: Iterable[Name], names: Iterable[Name]) -> list[Name]:
    """Return `names` with what is told in place of those that overlap it."""
    told = list(told)
    taken = {index for name in told for index in name.tokens}
    return [*told, *(name for name in names if taken.isdisjoint(name.tokens))]


def is_title_case(tokens: tuple[Token, ...], within: range) -> bool:
    """Tell whether most words of a line have a capital, so that capitals tell nothing."""
    words = [tokens[index].text for index in within if tokens[index].text.isalpha()]
    return sum(word[:1].isupper() for word in words) >= _TITLED * len(words)


def _is_told(words: _Words, index: int, within: range) -> bool:
    """Tell whether a name begins at `index`: with a given name, or behind what somebody is."""
    tokens = words.tokens
    word = tokens[index].text
    before = tokens[index - 1].text if index > within.start and adjoins(words.text, tokens, index) else ""
    if is_given_name(word):
        told = (
            not (before[:1].isupper() and index - 1 > within.start and words.is_capital(index - 1))
            or _is_rank(before)
            or _is_of_people(tokens, index, within)
            or _ends_office(tokens, index, within)
        )
    else:
        told = before.islower() and (
            (is_person_role(before) and before not in NOT_PERSONAL) or before in KIN_NOUNS
        )
    if not told or before.casefold() in _PLACED or before in {"-", "‐", "‑"}:
        return False
    if is_honorific(word) or is_person_role(word.casefold()) or is_demonym(word) or is_place(word):
        return False
    return not _names_place(tokens, index, within)


def _ends_office(tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell whether an office whose field is told stands right before `index`: "Minister for Roads Desmond Velik"."""
    for here in range(index - 1, max(index - _LONGEST_OFFICE, within.start) - 1, -1):
        word = tokens[here].text
        if is_person_role(word.casefold()):
            return tokens[here + 1].text in _FIELDS
        if not word[:1].isupper() and word not in _IN_OFFICES:
            return False
    return False


def _is_of_people(tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell whether "the" and a people stand before `index`: "the Velmian Ana Harrow"."""
    return (
        index - 1 > within.start
        and tokens[index - 2].text.casefold() == "the"
        and is_people_word(tokens[index - 1].text)
    )


def _names_place(tokens: tuple[Token, ...], index: int, within: range) -> bool:
    """Tell whether what begins at `index` is the place of an office: "Charlotte Mayor Ana Velik"."""
    return (
        index + 2 < within.stop
        and is_person_role(tokens[index + 1].text.casefold())
        and is_given_name(tokens[index + 2].text)
    )


def _is_rank(word: str) -> bool:
    return is_honorific(word) or is_person_role(word.casefold())


def _is_person(words: _Words, run: range, name: str, *, within: range) -> bool:
    """Tell whether a run is long enough for a name, and holds no word that makes a body or a place of it."""
    tokens = words.tokens
    first, last = tokens[run.start].span.start, tokens[run.stop - 1].span.end
    if words.text[max(0, first - 1) : first] in _OPENS and words.text[last : last + 1] in _CLOSES:
        return False
    named = [tokens[index].text for index in run if tokens[index].text[:1].isupper()]
    if (
        any(is_body_noun(singular(word)) or singular(word) in OUTLET_NOUNS for word in named[1:])
        or named[-1].casefold() in PLACE_NOUNS
    ):
        return False
    if is_place(name) or (is_demonym(named[-1]) and len(named) == 1):
        return False
    if len(named) > 1:
        return True
    before = tokens[run.start - 1].text if run.start > within.start else ""
    return before in KIN_NOUNS and tokens[run.start].pos == "PROPN"
