"""A table of facts made ready for looking up: persons and things by the words of their names, offices by person."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from onrecord.lexicon.demonyms import COUNTRY_BY_DEMONYM, country_of
from onrecord.lexicon.offices import CHIEFS, WHOLE_OFFICES, find_forms
from onrecord.model.fact import ALSO_CALLED, BEGAN
from onrecord.text.script import fold_letters
from onrecord.text.tokens import find_word_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.fact import Fact

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write the name of `subject`, in folded words. `whole` is False for a surname alone."""

    words: Words
    subject: str
    whole: bool
    facts: tuple[str, ...] = ()
    """The ids of the facts that say that it is another form of the name."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a body or country."""

    relation: str
    object: str


class KnownFacts:
    """The facts of a table by what they are about."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._also: defaultdict[str, list[Fact]] = defaultdict(list)
        self._terms: defaultdict[str, defaultdict[Office, list[Fact]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._began: defaultdict[str, list[Fact]] = defaultdict(list)
        self._by_written: dict[str, tuple[Form, ...]] = {}
        for fact in sorted(facts, key=lambda fact: fact.id):
            if fact.relation == ALSO_CALLED:
                self._also[fact.subject].append(fact)
            elif fact.relation == BEGAN:
                self._began[fact.subject].append(fact)
            else:
                self._terms[fact.subject][Office(fact.relation, fact.object)].append(fact)

    def __bool__(self) -> bool:
        return bool(self._terms or self._began)

    def terms(self, subject: str) -> Mapping[Office, list[Fact]]:
        """Return the terms of office of a person, by office."""
        return self._terms.get(subject, {})

    def beginnings(self, subject: str) -> list[Fact]:
        """Return the facts that say when a thing began."""
        return self._began.get(subject, [])

    @cached_property
    def forms_by_last_word(self) -> Mapping[str, tuple[Form, ...]]:
        """The forms of every name by their last word, the longest first. A surname that two persons share is left out."""
        forms: dict[tuple[Words, bool], set[Form]] = defaultdict(set)
        for subject in sorted({*self._terms, *self._began}):
            names = [(subject, ()), *((fact.object, (fact.id,)) for fact in self._also[subject])]
            for name, ids in names:
                words = words_of(name)
                whole = len(words) > 1 or subject in self._began
                forms[words, whole].add(Form(words, subject, whole, ids))
                surname = words_of(name.split()[-1]) if name.split() else ()
                if subject in self._terms and len(surname) < len(words):
                    forms[surname, False].add(Form(surname, subject, whole=False))
        by_last: defaultdict[str, list[Form]] = defaultdict(list)
        for (words, _), several in sorted(forms.items()):
            subjects = {form.subject for form in several}
            if words and len(subjects) == 1:
                by_last[words[-1]].append(min(several, key=lambda form: form.facts))
        return {
            last: tuple(sorted(several, key=lambda form: (-len(form.words), not form.whole)))
            for last, several in by_last.items()
        }

    def forms_ending_in(self, word: str) -> tuple[Form, ...]:
        """Return the forms of names that end in `word` as a report writes it; each word is folded once."""
        found = self._by_written.get(word)
        if found is None:
            found = self.forms_by_last_word.get(fold_word(word), ())
            self._by_written[word] = found
        return found

    def called(self, body: str) -> re.Pattern[str]:
        """Return a pattern that finds `body` (a country or a body) under any of its names."""
        names = {body, *(fact.object for fact in self._also.get(body, ()))}
        for name in sorted(names):
            country = (country_of(name) or name.casefold()).replace("-", " ")
            names |= _NAMES_OF_COUNTRY.get(country, set())
        return _one_of(tuple(sorted(names, key=lambda name: (-len(name), name))))


@lru_cache(maxsize=4096)
def words_of(name: str) -> Words:
    """Return the folded words of a name.

    >>> words_of("Élise Ki-Moor's")
    ('elise', 'ki', 'moor')
    """
    return tuple(fold_word(name[start:end]) for start, end in find_word_spans(name))


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return a word without its accents and its possessive."""
    return fold_letters(word.replace("’", "'")).casefold().removesuffix("'s")


@lru_cache(maxsize=512)
def title_before(relation: str) -> re.Pattern[str]:
    """Return a pattern that finds an office right before a name: "Mayor ", "the mayor of Harwell, "."""
    return re.compile(
        rf"(?<![\w-])(?:{_forms(relation)})(?:\s(?:of|for)\s(?P<of>[^,.;:()\n]{{2,40}}))?,?\s+$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=512)
def title_after(relation: str) -> re.Pattern[str]:
    """Return a pattern that finds an office set right after a name: ", the mayor of Harwell"."""
    return re.compile(
        rf"^,\s(?:the\s|who\sis\s(?:the\s)?)?(?P<mid>(?:[\w.’'-]+\s){{0,4}}?)(?:{_forms(relation)})(?![\w-])"
        r"(?:\s(?:of|for)\s(?P<of>[^,.;:()\n]{2,40}))?",
        re.IGNORECASE,
    )


def _forms(relation: str) -> str:
    forms = (*find_forms(relation), *(CHIEFS if relation in WHOLE_OFFICES else ()))
    return "|".join(
        re.escape(form).replace(r"\ ", r"[\s-]") for form in sorted(forms, key=lambda form: -len(form))
    )


@lru_cache(maxsize=1024)
def _one_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){_as_written(name)}(?!\w)" for name in names))


def _as_written(name: str) -> str:
    """Return a pattern of one name. "US" is a country and "us" is not: short names are found in capitals."""
    if len(name) <= _SHORT:
        return re.escape(name if not name.islower() else name.upper())
    return f"(?i:{re.escape(name)})"


_SHORT = 3
_NAMES_OF_COUNTRY: defaultdict[str, set[str]] = defaultdict(set)
for _demonym, _country in COUNTRY_BY_DEMONYM.items():
    _NAMES_OF_COUNTRY[_country.replace("-", " ")] |= {_demonym, _country.replace("-", " ")}
_NAMES_OF_COUNTRY["america"] |= {"u.s.", "u.s", "us", "usa", "united states"}
_NAMES_OF_COUNTRY["britain"] |= {"uk", "u.k.", "u.k", "united kingdom"}
_NAMES_OF_COUNTRY["europe"] |= {"eu"}
