"""Names that the tagger passed over, found by their capitals and by what ends them.

A small tagger labels no word of many names it has not met. Two to four capitalised proper nouns side by side are a name
of some kind; what a body noun ends is a body's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.annotate.extents import is_syllable
from onrecord.annotate.kinds import GIVEN_AND_FAMILY, with_sure_kind
from onrecord.annotate.runs import NAME_LABELS, Name, adjoins, surface
from onrecord.lexicon.calendar import MONTHS, WEEKDAYS
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.roles import OUTLET_NOUNS, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Sentence, Token

_CALENDAR: Final = frozenset({*WEEKDAYS, *MONTHS, "easter", "christmas"})
_GIVEN_MONTHS: Final = frozenset({"april", "august", "june", "may"})
"""Months that are given names as well: "June Velik"."""
_WORDS_OF_TIME = (
    "after and around before between by during each early every for from in last late mid next of on or past since the this through"
    " till to until"
)
_TIME_WORDS: Final = frozenset(_WORDS_OF_TIME.split())
"""Words before a month that is one."""
_NEVER_NAMES: Final = frozenset({"TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})


def untagged_runs(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], covered: set[int]
) -> Iterable[Name]:
    """Find runs of capitalised proper nouns that the tagger passed over; of unknown kind."""
    reached = 0
    for sentence in sentences:
        for start in sentence.tokens:
            if start < reached or tokens[start].pos != "PROPN":
                continue
            given = covered.isdisjoint(range(start, start + len("a-b"))) and is_syllable(
                text, tokens, start + 2, sentence.tokens
            )
            end = start + (len("a-b") if given else 0)  # "Min-woo" before "Velik"
            while (
                end < sentence.tokens.stop and end not in covered and is_name_word(text, tokens, start, end)
            ):
                end += 1
            if 2 <= end - start <= GIVEN_AND_FAMILY + (2 if given else 0):  # noqa: PLR2004 - given and family name
                run = range(_behind_office(tokens, start, end, sentence.tokens), end)
                kind = Kind.UNKNOWN if run.start == start and not given else Kind.PERSON
                yield with_sure_kind(Name(run, surface(text, tokens, run), kind))
            reached = end


def untagged_bodies(
    text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], covered: set[int]
) -> Iterable[Name]:
    """Find capitalised words that a body noun ends, where the tagger is silent: "the Dockers' Union"."""
    reached = 0
    for sentence in sentences:
        for start in sentence.tokens:
            if start < reached or tokens[start].pos != "PROPN":
                continue
            end = start
            while (
                end < sentence.tokens.stop and end not in covered and _is_body_word(text, tokens, start, end)
            ):
                end += 1
            led = start > 0 and tokens[start - 1].text.casefold() == "the"
            while end > start + 1 and not _ends_body(tokens[end - 1], led=led):
                end -= 1
            if _is_long(tokens, start, end) and not _is_shouted_run(tokens, start, end):
                run = range(start, end)
                yield Name(run, surface(text, tokens, run), Kind.BODY)
            reached = end


def _ends_body(token: Token, *, led: bool) -> bool:
    """Tell whether a word ends a body's name: a body noun, or an outlet's behind "the" ("the Halden Evening Courier")."""
    return is_body_noun(singular(token.text)) or (led and token.text.casefold() in OUTLET_NOUNS)


def _is_long(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Tell whether a run has two words and more, marks not counted."""
    return end > start + 1 and sum(tokens[index].text[:1].isalpha() for index in range(start, end)) > 1


def _is_body_word(text: str, tokens: tuple[Token, ...], start: int, index: int) -> bool:
    """Tell whether a token may be part of a body's name: a capitalised noun, or the mark of a possessive between two."""
    token = tokens[index]
    if index > start and token.tag == "POS":
        return index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper()
    named = token.text[:1].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}
    opens = index > start or token.pos == "PROPN"
    return (
        named
        and opens
        and (index == start or adjoins(text, tokens, index))
        and token.entity not in _NEVER_NAMES
    )


def _is_shouted_run(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    return all(
        tokens[index].text.isupper() for index in range(start, end) if tokens[index].text[:1].isalpha()
    )


def _behind_office(tokens: tuple[Token, ...], start: int, end: int, within: range) -> int:
    """Return where the name begins in a run that opens with the place of an office.

    "Minister of Foreign Affairs of Halden Rustem Velik declared": translated copy puts no comma before the name.
    """
    if (
        end - start != len(("place", "given", "family"))
        or start <= within.start
        or tokens[start - 1].text != "of"
    ):
        return start
    here = start - 1
    while here > within.start and (tokens[here].text == "of" or tokens[here].text[:1].isupper()):
        if is_person_role(tokens[here].text.casefold()):
            return start + 1
        here -= 1
    return start + 1 if is_person_role(tokens[here].text.casefold()) else start


def is_name_word(text: str, tokens: tuple[Token, ...], start: int, index: int) -> bool:
    """Tell whether the untagged token at `index` may be a word of a name that begins at `start`."""
    token = tokens[index]
    return (
        token.pos == "PROPN"
        and token.entity not in NAME_LABELS
        and token.entity not in _NEVER_NAMES
        and (token.text.casefold() not in _CALENDAR or (index == start and _is_given_month(tokens, index)))
        and token.text[:1].isupper()
        and not is_honorific(token.text)
        and not is_person_role(token.text.casefold())
        and (index == start or adjoins(text, tokens, index))
    )


def _is_given_month(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a month is somebody's given name: "June Velik, the mayor", not "in June Velik"."""
    before = tokens[index - 1].text.casefold() if index else ""
    return (
        tokens[index].text.casefold() in _GIVEN_MONTHS
        and before not in _TIME_WORDS
        and not before[-1:].isdigit()
    )
