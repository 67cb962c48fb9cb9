"""Word class and lemma of every word, as the language pipeline's own rules give them, remembered.

The pipeline matches 180 patterns against every text to mend word classes, and then asks again what a form's lemma
is. Nearly all patterns look at one word's tag, its relation and, for a few words, its spelling; the same few hundred
combinations come again and again. The rule: what the patterns make of a combination is worked out once and kept, and
so is the lemma of a form. A pattern of two words (`let` + `'s`) is tried only where one of its words stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Doc

REMEMBERED: Final = 100_000
"""Forms and lemmas kept from report to report; then the memory starts anew."""

_CONDITIONS: Final = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
_ATTRIBUTES: Final = frozenset({"TAG", "POS", "MORPH", "LEMMA", "DEP"})
_TESTS: Final[Mapping[str, Callable[[str, Any], bool]]] = {
    "IN": lambda value, wanted: value in wanted,
    "NOT_IN": lambda value, wanted: value not in wanted,
    "REGEX": lambda value, wanted: re.search(wanted, value) is not None,
}
_PAIR: Final = 2
_UNASKED: Final = -1
_LOOKED_AT: Final[list[int | str]] = ["ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"]
_Row = Sequence[int]
"""Of one word what `_LOOKED_AT` names, strings by their numbers."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is said of a word beside its spelling; `lemma` is empty where it follows from the rest."""

    tag: str
    dep: str
    pos: str = ""
    morph: str = ""
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """One pattern of one or two words, and what it sets on the word at `index`."""

    number: int
    pattern: tuple[Mapping[str, Any], ...]
    index: int
    sets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a pattern can look at."""

    lower: str
    tag: str
    dep: str
    is_blank: bool


class WordForms:
    """The rules of a pipeline's attribute ruler and lemmatizer."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        """Take the rules of `ruler`, of which `has_plain_rules` is true."""
        self._lemmatizer: Any = lemmatizer
        _index(lemmatizer)
        self._strings: Any = ruler.vocab.strings
        rules = _rules(ruler)
        self._rules = {rule.number: rule for rule in rules}
        self._single = [rule for rule in rules if len(rule.pattern) == 1]
        self._of_any_tag = [rule for rule in self._single if not _tag(rule)]
        self._by_tag = {
            tag: [rule for rule in self._single if _tag(rule) in {"", tag}]
            for tag in map(_tag, self._single)
            if tag
        }
        self._spelled = frozenset(word for rule in self._single for word in _words(rule.pattern[0]))
        self._shaped = [
            _tests(rule.pattern[0]["LOWER"]) for rule in self._single if _is_shaped(rule.pattern[0])
        ]
        self._named: dict[int, int] = {}
        self._pairs: dict[int, list[tuple[_Rule, int]]] = {}
        for rule in rules:
            if len(rule.pattern) == _PAIR:
                place, words = _anchor(rule)
                for word in words:
                    self._pairs.setdefault(self._strings.add(word), []).append((rule, place))
        self._forms: dict[tuple[int, int, int, int, tuple[int, ...]], Form] = {}
        self._lemmas: dict[tuple[int, str, str], str] = {}
        self._filled: dict[tuple[int, int, int], Form] = {}

    def forms_of(self, doc: Doc) -> list[Form]:
        """Return the forms of all words of a tagged and parsed `doc`; every lemma is filled in, in lower case."""
        # By columns: a list for each word is garbage to be looked through.
        columns: list[list[int]] = np.ascontiguousarray(doc.to_array(_LOOKED_AT).T).tolist()
        joined = self._joined(columns)
        orths, _, tags, deps, _ = columns
        filled = self._filled
        found: list[Form] = []
        for place, key in enumerate(zip(orths, tags, deps, strict=True)):
            form = filled.get(key) if place not in joined else None
            if form is None:
                form = self._fill(doc, place, _row(columns, place), joined.get(place, ()))
                if place not in joined:
                    filled[key] = form
            found.append(form)
        if len(filled) >= REMEMBERED:
            filled.clear()
        return found

    def _fill(self, doc: Doc, place: int, row: _Row, joined: tuple[int, ...]) -> Form:
        """Return the form of one word with its lemma."""
        orth, lower, tag, dep, is_blank = row
        form = self._form(lower, tag, dep, is_blank, joined)
        if form.lemma:
            return form
        lemma = self._lemmas.get((orth, form.pos, form.morph))
        if lemma is None:
            lemma = self._lemma(doc[place], form)
        return Form(form.tag, form.dep, form.pos, form.morph, lemma)

    def _joined(self, columns: Sequence[Sequence[int]]) -> dict[int, tuple[int, ...]]:
        """Return the rules of two words that hold, by the word that they say something of."""
        found: dict[int, set[int]] = {}
        lowers = columns[1]
        for place in [place for place, lower in enumerate(lowers) if lower in self._pairs]:
            for rule, at in self._pairs[lowers[place]]:
                first = place - at
                pair = [_row(columns, near) for near in range(first, min(first + _PAIR, len(lowers)))]
                if first >= 0 and len(pair) == _PAIR and all(map(_fits, rule.pattern, map(self._seen, pair))):
                    found.setdefault(first + rule.index, set()).add(rule.number)
        return {place: tuple(sorted(numbers)) for place, numbers in found.items()}

    def _form(self, lower: int, tag: int, dep: int, is_blank: int, joined: tuple[int, ...]) -> Form:
        """Return what the rules make of a word, all but a lemma that the lemmatizer has to find."""
        key = (self._named.get(lower, _UNASKED), tag, dep, is_blank, joined)
        if key[0] == _UNASKED:
            key = (self._spelling(lower), *key[1:])
        form = self._forms.get(key)
        if form is None:
            seen = self._seen((0, *key[:4]))
            rules = [
                rule for rule in self._by_tag.get(seen.tag, self._of_any_tag) if _fits(rule.pattern[0], seen)
            ]
            rules += [self._rules[number] for number in joined]
            form = Form(seen.tag, seen.dep)
            for rule in sorted(rules, key=lambda rule: rule.number):
                form = replace(form, **{name.lower(): value for name, value in rule.sets.items()})
            self._forms[key] = form = replace(form, lemma=form.lemma.lower())
        return form

    def _spelling(self, lower: int) -> int:
        """Return `lower` where some pattern of one word looks at that spelling, else 0."""
        if len(self._named) >= REMEMBERED:
            self._named.clear()
        word = self._strings[lower]
        named = word in self._spelled or any(_meets(shape, word) for shape in self._shaped)
        self._named[lower] = lower if named else 0
        return self._named[lower]

    def _seen(self, row: _Row) -> _Seen:
        _, lower, tag, dep, is_blank = row
        return _Seen(self._strings[lower], self._strings[tag], self._strings[dep], is_blank == 1)

    def _lemma(self, word: Any, form: Form) -> str:
        if len(self._lemmas) >= REMEMBERED:
            self._lemmas.clear()
        word.pos_ = form.pos
        word.set_morph(form.morph)
        lemma = str(self._lemmatizer.lemmatize(word)[0]).lower() or word.lower_
        self._lemmas[word.orth, form.pos, form.morph] = lemma
        return lemma


def _row(columns: Sequence[Sequence[int]], place: int) -> _Row:
    """Return of the word at `place` what is in each of `columns`."""
    return [column[place] for column in columns]


def has_plain_rules(ruler: Any) -> bool:
    """Tell whether a spaCy component is an attribute ruler whose patterns `WordForms` knows how to read."""
    patterns = getattr(ruler, "patterns", None)
    if not patterns:
        return False
    rules = _rules(ruler)
    return all(
        rule.sets.keys() <= _ATTRIBUTES
        and all(_is_plain(word) for word in rule.pattern)
        and (len(rule.pattern) == 1 or (len(rule.pattern) == _PAIR and bool(_anchor(rule)[1])))
        for rule in rules
    )


def _rules(ruler: Any) -> list[_Rule]:
    return [
        _Rule(number, tuple(pattern), entry.get("index", 0) % len(pattern), _settled(entry["attrs"]))
        for number, entry in enumerate(ruler.patterns)
        for pattern in entry["patterns"]
        if pattern
    ]


def _settled(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return what a rule sets; an underscore stands for no features."""
    return {name: "" if (name, value) == ("MORPH", "_") else value for name, value in attributes.items()}


def _is_plain(word: Mapping[str, Any]) -> bool:
    return (
        bool(word)
        and word.keys() <= _CONDITIONS
        and all(_tests(value).keys() <= _TESTS.keys() for value in word.values())
    )


def _anchor(rule: _Rule) -> tuple[int, tuple[str, ...]]:
    """Return the place in a pattern of two words whose spellings are listed, and the spellings."""
    listed = [(place, tuple(_words(word))) for place, word in enumerate(rule.pattern)]
    return next(((place, words) for place, words in listed if words), (0, ()))


def _is_shaped(word: Mapping[str, Any]) -> bool:
    """Tell whether one word of a pattern looks at the spelling without listing words."""
    return "LOWER" in word and not _words(word)


def _tag(rule: _Rule) -> str:
    """Return the one tag that a pattern of one word asks for, or ""."""
    wanted = rule.pattern[0].get("TAG", "")
    return wanted if isinstance(wanted, str) else ""


def _index(lemmatizer: Any) -> None:
    """Let a lemmatizer look up known lemmas in sets: it brings lists of ten thousand, asked from end to end."""
    if "lemma_index" in lemmatizer.lookups:
        table: Any = lemmatizer.lookups.get_table("lemma_index")
        for part, lemmas in list(table.items()):
            table[part] = frozenset(lemmas)


def _words(word: Mapping[str, Any]) -> Sequence[str]:
    """Return the spellings that one word of a pattern lists."""
    listed: Sequence[str] = _tests(word["LOWER"]).get("IN", ()) if "LOWER" in word else ()
    return listed


def _tests(wanted: Any) -> Mapping[str, Any]:
    """Return the tests that a condition stands for; a plain value is a list of one."""
    return cast("Mapping[str, Any]", wanted) if isinstance(wanted, dict) else {"IN": (wanted,)}


def _meets(wanted: Any, value: Any) -> bool:
    return all(_TESTS[test](value, against) for test, against in _tests(wanted).items())


def _fits(word: Mapping[str, Any], seen: _Seen) -> bool:
    """Tell whether what is `seen` of a word meets one word of a pattern."""
    values = {"TAG": seen.tag, "LOWER": seen.lower, "DEP": seen.dep, "IS_SPACE": seen.is_blank}
    return all(_meets(wanted, values[name]) for name, wanted in word.items())
