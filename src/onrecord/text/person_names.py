"""A person's name taken apart, with keys under which its spellings meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onrecord.text.script import fold_letters, romanisation_key
from onrecord.text.spellings import is_sure_spelling

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_PARTICLE_WORDS = """
    de da di del della der den van von la le el al bin ibn ben do dos das du ter ten zu zur abu bint binti st ap ab af av ferch mac nic ní ó ua uí
    """
_PARTICLES: Final = frozenset(_PARTICLE_WORDS.split())
_GIVEN_ALSO: Final = frozenset({"Al", "Ben"})
"""Particles that are given names where they open a name with a capital: "Ben Velik", and not "ben Velik"."""
_JOINING: Final = frozenset({"y", "e", "i"})
"""Words that join two family names of one person: "Lima e Silva"."""
_SUFFIXES: Final = frozenset({"jr", "sr", "jnr", "snr", "junior", "senior", "ii", "iii", "iv"})
_SHORT: Final = {
    short: full
    for full, shorts in {
        "joseph": "joe joey", "robert": "bob rob bobby robbie", "william": "bill will billy", "james": "jim jimmy jamie",
        "thomas": "tom tommy", "michael": "mike mick", "richard": "dick rick rich", "edward": "ed eddie ted",
        "charles": "charlie chuck", "david": "dave", "daniel": "dan danny", "samuel": "sam", "benjamin": "ben",
        "anthony": "tony", "kenneth": "ken", "steven": "steve", "stephen": "steve", "elizabeth": "liz beth",
        "katherine": "kate kathy", "catherine": "cathy", "margaret": "maggie meg peggy", "susan": "sue",
        "patricia": "pat patty", "nicholas": "nick", "timothy": "tim", "gregory": "greg", "christopher": "chris",
        "matthew": "matt", "andrew": "andy", "alexander": "alex", "donald": "don", "ronald": "ron", "jeffrey": "jeff",
        "bernard": "bernie", "theodore": "ted", "mitchell": "mitch", "deborah": "debbie", "jennifer": "jen",
        "rebecca": "becky", "kimberly": "kim", "lawrence": "larry", "raymond": "ray", "gerald": "jerry",
        "leonard": "len", "frederick": "fred", "eugene": "gene", "philip": "phil", "vincent": "vince",
    }.items()
    for short in shorts.split()
}  # fmt: skip
_ONE_NAME: Final = {
    romanisation_key(form): romanisation_key(forms.split()[0])
    for forms in (
        "georgios yiorgos giorgos yorgos", "ioannis yiannis giannis yannis", "nikolaos nikos", "konstantinos kostas",
        "dimitrios dimitris", "evangelos vangelis", "panagiotis panayiotis",
        "alyaksandr aleksandr alexander oleksandr olexander", "mykhaylo mykhailo mihailo mikhail",
        "volodymyr wolodymyr volodimir vladimir", "serhiy serhii sergiy sergei sergey serguei",
        "andriy andrii andrei andrey", "oleksiy oleksii alexei aleksey alexey", "hryhoriy grigory grigorii",
        "yevhen yevhenii ievgen yevgeny evgeny evgenii", "mykola mikola nikolai nikolay", "olha olga", "halyna galina",
        "dmytro dmitry dmitri dmitriy", "olena elena yelena", "kateryna katerina ekaterina", "iryna irina",
        "muhammad mohammed mohamed mohammad muhammed mohamad", "ahmad ahmed", "hussein husayn hossein hussain",
        "yusuf yousef youssef yousuf youssouf", "khalid khaled", "umar omar", "ibrahim ebrahim", "abdallah abdullah",
        "mustafa mostafa moustafa", "hasan hassan", "saeed said sayed", "mahmoud mahmud", "binyamin benyamin",
    )
    for form in forms.split()
}  # fmt: skip
_GIVEN_EVIDENCE: Final = 8.0
_END_STRAIN: Final = 0.25
_VOWELS: Final = frozenset("aeiou")
_GIVEN_STRAIN: Final = 0.3
"""What letters must say for two given names to be spellings of one: more than for family names, since Alina and Elina,
Marta and Maria may be sisters."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """Given names and family name of a person; `given` is empty for a bare surname."""

    given: tuple[str, ...]
    family: str
    given_keys: tuple[str, ...]
    family_key: str
    last_key: str
    """Key of the last word of the family name: "Leyen" for "von der Leyen"."""
    suffix: str


@lru_cache(maxsize=65536)
def read_person_name(name: str) -> PersonName:
    """Take `name` apart.

    >>> name = read_person_name("Ursula von der Halden")
    >>> name.given, name.family
    (('Ursula',), 'von der Halden')
    """
    words = [word.strip(",") for word in name.split()]
    words = [word for word in words if word]
    suffix = ""
    while len(words) > 1 and words[-1].casefold().strip(".") in _SUFFIXES:
        suffix = words.pop().casefold().strip(".")
    start = max(len(words) - 1, 0)
    for place in range(1, len(words) - 1):
        if words[place] in _JOINING or words[place].casefold() in _PARTICLES:
            start = place - (words[place] in _JOINING)
            break
    if words and words[0].casefold() in _PARTICLES and not (words[0] in _GIVEN_ALSO and len(words) > 1):
        start = 0
    given, family = tuple(words[:start]), " ".join(words[start:])
    return PersonName(
        given=given,
        family=family,
        given_keys=tuple(romanisation_key(word) for word in given),
        family_key=romanisation_key(family),
        last_key=romanisation_key(words[-1]) if words else "",
        suffix=suffix,
    )


def with_letters(name: PersonName, written: Mapping[str, str]) -> PersonName:
    """Return `name` under the keys of names that it is written for where letters cannot be had.

    Args:
        name: a name.
        written: keys by what is written for them, as `replaced_forms` has it.

    >>> with_letters(read_person_name("Joerg Velik"), {"joerg": "jorg"}).given_keys
    ('jorg',)
    """
    last = name.family.split()[-1:]
    return replace(
        name,
        given_keys=tuple(
            written.get(fold_letters(word), key)
            for word, key in zip(name.given, name.given_keys, strict=True)
        ),
        family_key=written.get(fold_letters(name.family), name.family_key),
        last_key=next((written.get(fold_letters(word), name.last_key) for word in last), name.last_key),
    )


def with_hyphen(name: str, family_keys: Container[str]) -> str:
    """Return `name` with its last two words hyphenated where that makes a family name that is known.

    >>> with_hyphen("Ana Velik Grale", {"velikgrale"})
    'Ana Velik-Grale'
    """
    words = name.split()
    if len(words) > 1 and romanisation_key("".join(words[-2:])) in family_keys:
        return " ".join([*words[:-2], "-".join(words[-2:])])
    return name


def is_same_given(first: PersonName, second: PersonName) -> bool:
    """Tell whether two names of one family name can be one person's by their given names.

    Same spelling key, an initial ("A. Velik"), a short form ("Tom", "Thomas"), or a name changed as spellings of one
    name are, first and last sound being the same. An added middle name does not matter, two differing ones do, and
    so does a "Jr." that only one of them has: father and son are named together more often than it is left out.

    >>> is_same_given(read_person_name("Ana Velik"), read_person_name("Tom Velik"))
    False
    """
    if first.suffix != second.suffix or not first.given or not second.given:
        return False
    parts = [tuple(zip(name.given, name.given_keys, strict=True)) for name in (first, second)]
    return all(
        (key == other_key != "") or _is_same_part(word, other)
        for (word, key), (other, other_key) in zip(*parts, strict=False)
    )


def is_same_family(first: PersonName, second: PersonName) -> bool:
    """Tell whether two family names are spellings of one, given names being one: the same last names are not enough.

    >>> is_same_family(read_person_name("Yulia Tymarchuk"), read_person_name("Yulia Timartschuk"))
    True
    >>> is_same_family(read_person_name("Peter Johnson"), read_person_name("Peter Johnston"))
    False
    """
    return is_same_given(first, second) and is_sure_spelling(first.family, second.family)


def given_form(word: str) -> str:
    """Return the key of the full form of a given name: of "Tom" that of "Thomas".

    >>> given_form("Tom") == given_form("Thomas")
    True
    """
    return _full(word)


def _is_same_part(first: str, second: str) -> bool:
    left, right = romanisation_key(first), romanisation_key(second)
    if left == right:
        return bool(left) or first == second
    if _is_initial(first) or _is_initial(second):
        return first[:1].casefold() == second[:1].casefold()
    if _full(first) == _full(second):
        return True
    # The last letter tells Daniel from Daniela and Francesco from Francesca: it is no spelling.
    if not left or not right or left[0] != right[0]:
        return False
    # "Tomas" and "Tomasz" end in one consonant, which languages write otherwise.
    same_end = left[-1] == right[-1]
    strain = _GIVEN_STRAIN if same_end else _END_STRAIN
    ends = same_end or (left[-1] not in _VOWELS and right[-1] not in _VOWELS)
    return ends and is_sure_spelling(first, second, evidence=_GIVEN_EVIDENCE, strain=strain)


def _is_initial(word: str) -> bool:
    bare = word.strip(".")
    return len(bare) == 1 or (bare.isupper() and "." in word)


def _full(word: str) -> str:
    key = romanisation_key(word)
    return _ONE_NAME.get(key) or romanisation_key(_SHORT.get(word.casefold(), word))
