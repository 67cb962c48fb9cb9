"""Words that a tagger has put before a name, or taken for one: "Rip Ana Velik", "Claim That Ana Velik", "Coach says".

The rest of the report tells: where "Ana Velik" stands by itself, what comes before it once is no part of the name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import PARTICLES, Name, surface
from onrecord.lexicon.calendar import WEEKDAYS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.given_names import is_given_name, is_womans_name
from onrecord.lexicon.honorifics import is_honorific, may_be_style
from onrecord.lexicon.offices import FIELDED
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import KIN_NOUNS, is_person_role, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from onrecord.model.annotation import Token

_ADJECTIVE: Final = re.compile(r"[A-Z][a-z]{2,}(?:y|ed|ing|ful|less|ous|ish|ive)")
_AUDIENCE: Final = frozenset({"Caller", "Listener", "Reader", "Regular", "Subscriber", "Viewer"})
"""What those are called who write to a page or ring a station up."""
_OWNING: Final = ("’s", "'s")
_EPITHET: Final = re.compile(r"[A-Z][a-z]{2,}(?:ful|less|ous|ist|man|men|woman|women|keeper|er|or|eer|ess)s?")
"""How words end that tell of a person, and no given name does that is not known as one."""


def without_lead(text: str, tokens: tuple[Token, ...], names: Iterable[Name]) -> list[Name]:
    """Return `names` less the words before a full name that stands alone elsewhere.

    "Rip Ana Velik" or "Claim That Ana Velik" of a heading beside "Ana Velik" is hers; "Eva Ana Velik" is another's. "Ximo
    Arrazola Bide" is called "Arrazola Bide" later: where no given name is known, a word is cut that the report has in small
    letters or that names a calling, a place or a people.
    """
    small = {token.text for token in tokens if token.text.islower()}
    names = [_without_field(text, tokens, name) for name in names]
    names = _without_cheer(text, tokens, names)
    full = Counter(name.text for name in names if name.kind is Kind.PERSON and " " in name.text)
    opening = {one.split()[0]: one for one in full}
    return [
        _cut(text, tokens, name, _count_lead(name, full, opening, small))
        if name.kind is Kind.PERSON
        else name
        for name in names
    ]


def _without_cheer(text: str, tokens: tuple[Token, ...], names: list[Name]) -> list[Name]:
    """Return `names` less what a writer calls those of one name: "mum Pearl, 81, … Plucky Pearl", "Reader Janice writes".

    Nobody is named in full behind the given name alone, so a word that ends as adjectives do is none of a later name of two words.
    """
    first: dict[str, int] = {}
    for name in names:
        if name.kind is Kind.PERSON:
            first[name.text] = min(name.tokens.start, first.get(name.text, name.tokens.start))
    return [
        _cut(text, tokens, name, 1)
        if name.kind is Kind.PERSON
        and len(words := name.text.split()) == len(("how", "given"))
        and not is_given_name(words[0])
        and is_womans_name(words[1]) is not None
        and (
            words[0] in _AUDIENCE
            or (
                _ADJECTIVE.fullmatch(words[0]) is not None
                and is_womans_name(words[0]) is None
                and first.get(words[1], name.tokens.start) < name.tokens.start
            )
        )
        else name
        for name in names
    ]


def _without_field(text: str, tokens: tuple[Token, ...], name: Name) -> Name:
    """Return a person's `name` less the field of an office: "Minister for Rivers Ysoria Quarrow", "Mayor of Ardle Zephan Marr"."""
    words, start = name.text.split(), name.tokens.start
    if name.kind is not Kind.PERSON or len(words) <= len(("given", "family")) or start < len(("Mayor", "of")):
        return name
    office = tokens[start - 2].text
    held = (
        tokens[start - 1].text in {"of", "for"}
        and office[:1].isupper()
        and office.casefold() in FIELDED
        and not is_given_name(words[0])
        and words[1][:1].isupper()
    )
    return _cut(text, tokens, name, 1) if held else name


def _cut(text: str, tokens: tuple[Token, ...], name: Name, words: int) -> Name:
    """Return `name` less its first `words`."""
    if not words:
        return name
    rest = name.text.split(maxsplit=words)[words]
    start = next(
        (index for index in name.tokens if surface(text, tokens, range(index, name.tokens.stop)) == rest),
        name.tokens.start,
    )
    run = range(start, name.tokens.stop)
    return Name(run, surface(text, tokens, run), Kind.PERSON)


def _count_lead(
    name: Name, full: Mapping[str, int], opening: Mapping[str, str], small: Collection[str]
) -> int:
    """Return how many words before a person's name are none of it."""
    words = name.text.split()
    owned = _count_owner(words)
    if owned and (is_given_name(words[owned]) or any(_is_bearer(words[-1], one) for one in full)):
        return owned
    for lead in range(1, len(words)):
        before, rest = words[lead - 1], " ".join(words[lead:])
        if is_given_name(before) or before[-1:] == "." or before in PARTICLES or words[lead] in PARTICLES:
            return 0
        if " " not in rest:
            # "Tearful Ana" beside "Ana Velik"
            told = lead == 1 and opening.get(rest, name.text) != name.text == opening.get(before)
            return lead if told else 0
        given = is_given_name(words[lead])
        alone = full.get(rest, 0)
        if alone and (given or (alone > max(1, full[name.text]) and _is_common(before, small))):
            return lead
        if (lead == 1 and given and _is_epithet(before)) or is_calling(before):
            return lead
    return 0


def _count_owner(words: list[str]) -> int:
    """Return how many words before a person's name tell whose he or she is: "Velm Party’s Harrow" is Harrow."""
    return max((place for place in range(1, len(words)) if words[place - 1].endswith(_OWNING)), default=0)


def _is_bearer(family: str, full: str) -> bool:
    """Tell whether `family` ends a full name that tells nobody's owner."""
    words = full.split()
    return words[-1] == family and not _count_owner(words)


def _is_epithet(word: str) -> bool:
    """Tell whether a word before a given name says what its bearer is or how: "Senators Ana Velik", "Cheerful Ana Velik"."""
    return is_person_role(singular(word)) or _EPITHET.fullmatch(word) is not None


def _is_common(word: str, small: Collection[str]) -> bool:
    """Tell whether a word before a name means something: it is written `small` too, or is an epithet, a place, a people."""
    return word.casefold() in small or _is_epithet(word) or is_place(word) or is_demonym(word)


def is_calling(word: str) -> bool:
    """Tell whether a word before two others of a name is what their bearer is called by: "Archpriest Ysoria Quarrow".

    Also the day that a sentence opens with: "On Monday Zephan Marr said".
    """
    return (
        is_honorific(word)
        or may_be_style(word)
        or is_person_role(singular(word))
        or word.casefold() in KIN_NOUNS
        or word.casefold() in WEEKDAYS
    )


def without_stop(tokens: tuple[Token, ...], names: Iterable[Name]) -> list[Name]:
    """Return `names` less a full stop taken for that of an abbreviation: "“No,” fumes Mo. “Never.”" beside "Mo said".

    The report has the word without it as well, and a mark or nothing stands behind.
    """
    words = {token.text for token in tokens if token.text.istitle() and token.text.isalpha()}
    return [
        replace(name, text=name.text[:-1])
        if name.text.endswith(".")
        and name.text[:-1] in words
        and len(name.text) > len("A.")
        and not any(token.text[:1].isalnum() for token in tokens[name.tokens.stop : name.tokens.stop + 1])
        else name
        for name in names
    ]


def without_role_words(names: Iterable[Name]) -> list[Name]:
    """Return `names` less single words for what a person is, which a heading's capital made a body: "Coach says no".

    A report that calls somebody so by name ("Ana Cook", "Mr Cook") keeps the word: it is a surname there.
    """
    names = list(names)
    borne = {word for name in names if name.kind is Kind.PERSON for word in name.text.split()}
    return [
        name
        for name in names
        if name.kind in {Kind.PERSON, Kind.PLACE, Kind.GROUP}
        or name.text.isupper()
        or name.text in borne
        or not _is_role_word(name.text)
    ]


def _is_role_word(word: str) -> bool:
    known = is_place(word) or is_given_name(word) or is_honorific(word)
    return " " not in word and word.istitle() and is_person_role(word.casefold()) and not known
